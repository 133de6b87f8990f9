"""Two entries of the same sheet, held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nurseapp.desk.entry.state import EntryState
from nurseapp.desk.entry.typed_sheet import TypedSheet


def compared(state: EntryState, first: TypedSheet, differing: Iterable[str]) -> EntryState:
    """At the differences, or at the summary where there are none."""
    second = state.sheet
    assert second is not None
    items = {each.question.id: each for each in (*second.items, *first.items)}
    different = tuple(items[item] for item in differing)
    if not different:
        return replace(state, stage="summary", first=None, twice=True, problem="")
    return replace(state, stage="compare", differing=different, settled={}, problem="")


def settled_sheet(first: TypedSheet, second: TypedSheet, settled: Mapping[str, str]) -> TypedSheet:
    """The second entry, with what the first one had where that stands on the sheet."""
    sheet = second
    for item, which in settled.items():
        if which == "first":
            value = first.answers.get(item)
            sheet = sheet.taken_back(item) if value is None else sheet.answered(item, value)
    return sheet
