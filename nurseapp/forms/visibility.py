"""Which items are asked, given the answers so far; works without points, as the parent does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct

from nurseapp.forms.ticks import ticked


class Answered(Struct, frozen=True, forbid_unknown_fields=True, tag="answered"):
    """Holds when the item's answer is one of the options."""

    item: str
    options: tuple[str, ...]

    def met_by(self, answer: str) -> bool:
        """Whether this answer fulfils it."""
        return answer in self.options


class Ticked(Struct, frozen=True, forbid_unknown_fields=True, tag="ticked"):
    """Holds when all these options are among the item's ticks."""

    item: str
    options: tuple[str, ...]

    def met_by(self, answer: str) -> bool:
        """Whether this answer fulfils it."""
        return set(self.options) <= set(ticked(answer))


class Written(Struct, frozen=True, forbid_unknown_fields=True, tag="written"):
    """Holds when anything is written or ticked."""

    item: str

    def met_by(self, answer: str) -> bool:
        """Whether this answer fulfils it."""
        return bool(answer.strip())


class AtLeast(Struct, frozen=True, forbid_unknown_fields=True, tag="at_least"):
    """Holds when the item's number is so high."""

    item: str
    number: float

    def met_by(self, answer: str) -> bool:
        """Whether this answer fulfils it."""
        return float(answer) >= self.number


class Every(Struct, frozen=True, forbid_unknown_fields=True, tag="every"):
    """Holds when all of its conditions do."""

    of: tuple[Condition, ...]


class Either(Struct, frozen=True, forbid_unknown_fields=True, tag="either"):
    """Holds when one of its conditions does."""

    of: tuple[Condition, ...]


Condition = Answered | Ticked | Written | AtLeast | Every | Either


class Asked(Protocol):
    """What visibility needs to know of an item."""

    @property
    def id(self) -> str:
        """The item's id."""
        ...

    @property
    def optional(self) -> bool:
        """Whether the sheet is whole without it."""
        ...

    @property
    def show_when(self) -> Condition | None:
        """When it is asked; None for always."""
        ...


def visibility(items: Iterable[Asked], answers: Mapping[str, str]) -> dict[str, bool | None]:
    """Whether each item is asked; None while that hangs on an answer that is still missing."""
    shown: dict[str, bool | None] = {}
    settled: dict[str, bool] = {}
    for item in items:
        asked = item.show_when is None or _holds(item.show_when, answers, settled)
        shown[item.id] = asked
        answered = item.id in answers
        if not (asked and answered):
            settled[item.id] = asked is False or (item.optional and not answered)
    return shown


def asked_now(items: Iterable[Asked], answers: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the items to show now, in printed order."""
    return tuple(name for name, shown in visibility(items, answers).items() if shown)


def _holds(
    condition: Condition, answers: Mapping[str, str], settled: Mapping[str, bool]
) -> bool | None:
    """True or False where the answers decide it, else None.

    `settled` has the items whose answer does not count: True if none will come any more.
    """
    if not isinstance(condition, Every | Either):
        if condition.item in settled:
            return False if settled[condition.item] else None
        return condition.met_by(answers[condition.item])
    parts = [_holds(one, answers, settled) for one in condition.of]
    decided = isinstance(condition, Either)  # one True settles "either", one False "every"
    if decided in parts:
        return decided
    return None if None in parts else not decided
