"""The answers that call for a talk at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nurseapp.forms.model import Form, Item
from nurseapp.forms.outcome import CriticalAnswer
from nurseapp.forms.ticks import ticked

CriticalTables = tuple[tuple[str, bool, Mapping[str, CriticalAnswer]], ...]
"""For each item with critical answers: its id, whether it is `multiple`, and them by option."""


def critical_tables(form: Form) -> CriticalTables:
    """The form's critical answers."""
    tables = ((item, _critical_answers(item)) for item in form.items)
    return tuple((item.id, item.kind == "multiple", table) for item, table in tables if table)


def critical_among(tables: CriticalTables, answers: Mapping[str, str]) -> Iterator[CriticalAnswer]:
    """Those that were given, wherever they stand, in the form's order."""
    for name, multiple, table in tables:
        if name in answers:
            chosen = ticked(answers[name]) if multiple else (answers[name],)
            yield from (table[option] for option in chosen if option in table)


def _critical_answers(item: Item) -> dict[str, CriticalAnswer]:
    """The item's critical answers by option id."""
    critical = item.critical
    if critical is None:
        return {}
    least = critical.points_at_least
    return {
        option.id: CriticalAnswer(item.id, option.id, option.points or 0, critical.guide)
        for option in item.options
        if option.id in critical.options
        or (least is not None and option.points is not None and option.points >= least)
    }
