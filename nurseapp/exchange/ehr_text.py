"""The note that the nurse pastes into the health record system: plain text, one person."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Final

from nurseapp.base.text import _
from nurseapp.people.typed import one_line, plain_text

COLUMNS: Final = 80

_INDENT: Final = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class EhrNote:
    """What is known of one sheet, as words; every field may hold text that a person typed.

    `record` says whose journal (people.roles.record_in_words). `score` is the score with its
    maximum, or the possible range of an incomplete sheet. `critical` holds one line for each
    answer that called for a talk, with what was done. `answers` are those of a sheet without a
    score. Empty fields leave no trace, except `assessment`, whose absence is said.
    """

    record: str
    name: str
    birth_date: str
    national_number: str
    form: str
    answered: str
    filled_in: str
    score: str
    cut_off: str
    verdict: str
    critical: tuple[str, ...]
    assessment: str
    plan: tuple[str, ...]
    signature: str
    training: bool = False
    answers: tuple[str, ...] = ()


def ehr_text(note: EhrNote) -> str:
    r"""The note in lines of at most 80 signs, ended by `\n`, without tabs or control signs.

    Only the program's own words start in the first column: what a person typed is indented,
    so that it can pass for no heading.
    """
    blocks = (
        _heading(note),
        _facts(note),
        _section(_("Svar som måtte følges opp"), note.critical),
        _section(_("Svar"), note.answers),
        _assessment(note),
        _section(_("Plan"), note.plan),
        _wrapped(note.signature, ""),
        _wrapped(_("Skår er støtte til vurdering, ikke diagnose."), ""),
    )
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _heading(note: EhrNote) -> list[str]:
    who = _("Føres i {record}: {name}, f. {born}").format(
        record=one_line(note.record), name=one_line(note.name), born=one_line(note.birth_date)
    )
    number = one_line(note.national_number)
    lines = _wrapped(f"{who}, {number}" if number else who, "")
    if note.training:
        lines += _wrapped(_("ØVING: oppdiktet person. Skal ikke føres i noen journal."), "")
    return lines


def _facts(note: EhrNote) -> list[str]:
    labelled = (
        (_("Skjema"), note.form),
        (_("Besvart"), note.answered),
        (_("Utfylt"), note.filled_in),
        (_("Skår"), note.score),
        (_("Grense brukt"), note.cut_off),
        (_("Betyr"), note.verdict),
    )
    lines: list[str] = []
    for label, text in labelled:
        if one_line(text):
            lines += _wrapped(f"{label}: {one_line(text)}", "")
    return lines


def _assessment(note: EhrNote) -> list[str]:
    text = plain_text(note.assessment) or _("Ikke skrevet ennå.")
    return [_("Helsesykepleierens vurdering:"), *_wrapped(text, _INDENT)]


def _section(heading: str, points: tuple[str, ...]) -> list[str]:
    shown = [point for point in points if one_line(point)]
    if not shown:
        return []
    lines = [f"{heading}:"]
    for point in shown:
        lines += _wrapped(one_line(point), f"{_INDENT}- ")
    return lines


def _wrapped(text: str, first: str) -> list[str]:
    """`text` in lines that start with `first`, later ones with blanks of the same width."""
    later = " " * len(first) or _INDENT
    lines: list[str] = []
    for at, paragraph in enumerate(plain_text(text).split("\n")):
        lines += textwrap.wrap(
            paragraph,
            COLUMNS,
            initial_indent=first if at == 0 else later,
            subsequent_indent=later,
            break_on_hyphens=False,
        )
    return lines
