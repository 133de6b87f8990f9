"""What is wrong in a form's files, said so that the one who wrote them can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from nurseapp.base.text import _

Table = dict[str, object]
"""What a file contains, by its keys."""


class Flaw(NamedTuple):
    """Something wrong at a place inside one file.

    `path` names list elements by their id where they have one: `items[10].critical.guide`;
    elsewhere by their number from the top: `items[#3]`. It is empty for the file as a whole.
    """

    path: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A flaw and the file it is in; `file` is relative to the forms' folder."""

    file: str
    path: str
    sentence: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.path, self.sentence) if part)


def below(path: str, key: str) -> str:
    """The path of a key in the table at `path`."""
    return f"{path}.{key}" if path else key


def element(path: str, number: int, value: object) -> str:
    """The path of a list's element; `number` counts from 0, the path from 1."""
    name = value.get("id") if isinstance(value, dict) else getattr(value, "id", None)
    return f"{path}[{name}]" if isinstance(name, str) and name else f"{path}[#{number + 1}]"


def twice(path: str, names: Iterable[str]) -> Iterator[Flaw]:
    """A flaw for each name that was there before."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Flaw(path, _("«{name}» står to ganger.").format(name=name))
        seen.add(name)


def printable(text: str) -> str:
    """A name from a stranger's file, short and without hidden signs, to be put in a sentence."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:40])
