"""Reads a TOML file that anybody may have written: bounded in size, depth and signs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from nurseapp.base.text import _
from nurseapp.forms.problem import Flaw, Table, below, element
from nurseapp.forms.ready_tables import ready_table

__all__ = ["Table", "read_table"]

MOST_BYTES: Final = 256 * 1024
MOST_DEPTH: Final = 16
# Reading a key takes time with the square of its dotted parts, so lines are kept short.
LONGEST_LINE: Final = 2500

# Signs that make text read otherwise than it is stored: control signs but the line break,
# direction overrides and isolates, the byte order mark, and Unicode's own line breaks.
_HIDDEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_PLACE: Final = re.compile(r"at line (\d+), column (\d+)")


def read_table(path: Path, *, ready: bool = False) -> tuple[Table, tuple[Flaw, ...]]:
    """The file's content, or an empty table and all that is wrong with it; never raises.

    `ready`: what the installation has read already is not read again.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError:
        return {}, (Flaw("", _("Filen kan ikke leses.")),)
    if len(raw) > MOST_BYTES:
        size = MOST_BYTES // 1024
        return {}, (Flaw("", _("Filen er større enn {size} kB.").format(size=size)),)
    known = ready_table(raw) if ready else None
    if known is not None:
        return known, ()
    table, flaw = _parsed(raw)
    flaws = (flaw,) if flaw else unfit(table)
    return ({} if flaws else table), flaws


def _parsed(raw: bytes) -> tuple[Table, Flaw | None]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return {}, Flaw("", _("Filen er ikke skrevet i UTF-8."))
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            says = _("Linje {line} er lengre enn {longest} tegn.")
            return {}, Flaw("", says.format(line=number, longest=LONGEST_LINE))
    try:
        return tomllib.loads(text), None
    except RecursionError:
        return {}, Flaw("", _("Filen har for mange nivåer inni hverandre."))
    except ValueError as error:  # also a number with thousands of digits
        return {}, Flaw("", _no_toml(str(error)))


def _no_toml(told: str) -> str:
    place = _PLACE.search(told)
    if place is None:
        return _("Filen er ikke gyldig TOML.")
    says = _(
        "Filen er ikke gyldig TOML ved linje {line}, tegn {column}. "
        "En nøkkel kan stå to ganger, eller et anførselstegn kan mangle."
    )
    return says.format(line=place[1], column=place[2])


def unfit(table: Table) -> tuple[Flaw, ...]:
    """Levels beyond the bound and hidden signs in a table that anybody may have written."""
    flaws: list[Flaw] = []
    waiting: list[tuple[str, object, int]] = [("", table, 0)]  # no recursion: it may be deep
    while waiting:
        path, value, depth = waiting.pop()
        if depth > MOST_DEPTH:
            return (Flaw("", _("Filen har for mange nivåer inni hverandre.")),)
        if isinstance(value, str):
            flaws += _hidden(path, value)
        elif isinstance(value, dict):
            for key, inner in value.items():
                flaws += _hidden(path, key)
                waiting.append((below(path, key), inner, depth + 1))
        elif isinstance(value, list):
            inside = [(element(path, n, inner), inner, depth + 1) for n, inner in enumerate(value)]
            waiting.extend(inside)
    return tuple(reversed(flaws))


def _hidden(path: str, text: str) -> list[Flaw]:
    found = _HIDDEN.search(text)
    if found is None:
        return []
    says = _("Teksten har et skjult tegn (U+{code}) som ikke er tillatt.")
    return [Flaw(_HIDDEN.sub("?", path), says.format(code=f"{ord(found[0]):04X}"))]
