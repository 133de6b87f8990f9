"""A form's `show_when` in answers instead of points, so that it can be shown without points."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Final

from nurseapp.forms.model import Item, When
from nurseapp.forms.visibility import (
    Answered,
    AtLeast,
    Condition,
    Either,
    Every,
    Ticked,
    Written,
)

MOST_TICKS: Final = 8
"""So many options at most may a `multiple` item have whose points another item hangs on."""


def condition_of(when: When, items: Mapping[str, Item]) -> Condition:
    """The condition; expects a form without problems."""
    if when.all:
        return Every(tuple(condition_of(one, items) for one in when.all))
    if when.any:
        return Either(tuple(condition_of(one, items) for one in when.any))
    assert when.item is not None
    item = items[when.item]
    match item.kind:
        case "choice" | "yes_no":
            return Answered(item.id, _fitting(when, item))
        case "multiple":
            return _ticks(when, item)
        case _:
            least = when.at_least
            return Written(item.id) if least is None else AtLeast(item.id, least)


def _fitting(when: When, item: Item) -> tuple[str, ...]:
    if when.equals is not None:
        return (when.equals,)
    least = when.at_least
    return tuple(
        option.id
        for option in item.options
        if least is None or (option.points is not None and option.points >= least)
    )


def _ticks(when: When, item: Item) -> Condition:
    if when.equals is not None:
        return Ticked(item.id, (when.equals,))
    if when.at_least is None:
        return Written(item.id)
    enough = _smallest_enough(item, when.at_least)
    return Either(tuple(Ticked(item.id, options) for options in enough))


def _smallest_enough(item: Item, least: float) -> list[tuple[str, ...]]:
    """The sets of options that are worth enough together and would not be with one fewer."""
    found: list[tuple[str, ...]] = []
    for size in range(len(item.options) + 1):
        for some in combinations(item.options, size):
            ids = tuple(option.id for option in some)
            worth = sum(option.points or 0 for option in some)
            if worth >= least and not any(set(one) <= set(ids) for one in found):
                found.append(ids)
    return found
