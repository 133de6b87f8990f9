"""Short entries repeated over time, the newest beside each other: a series without a sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nurseapp.base.dates import day_and_month
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.item_rows import item_rows
from nurseapp.clinic.sheets.sheet_record import sheet_record
from nurseapp.clinic.sheets.sheet_wording import sheet_wording
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.people import Series
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries.screenings import Screening

_COUNTED: Final = frozenset({"finished", "abandoned"})
_SHOWN: Final = 3


def series_of(
    station: OpenStation, cursor: Cursor, sheets: Sequence[Screening]
) -> tuple[Series, ...]:
    """One series for each such form that the person has entries of, the newest three of them."""
    by_form: dict[str, list[Screening]] = {}
    for sheet in sheets:
        loaded = form_of(station, sheet)
        if loaded is not None and loaded.form.series and sheet.state in _COUNTED:
            by_form.setdefault(sheet.form, []).append(sheet)
    return tuple(
        _series(station, cursor, entries[: -_SHOWN - 1 : -1]) for entries in by_form.values()
    )


def _series(station: OpenStation, cursor: Cursor, newest: Sequence[Screening]) -> Series:
    answers = []
    topics: dict[str, str] = {}
    for sheet in newest:
        loaded, record = form_of(station, sheet), sheet_record(cursor, sheet.screening)
        rows = item_rows(record, loaded, sheet_wording(cursor, sheet, loaded))
        topics |= {row.item: row.topic for row in rows}
        answers.append({row.item: row.answer for row in rows})
    return Series(
        form_title=newest[0].form_title,
        days=tuple(day_and_month(day_of(sheet.answered_at)) for sheet in newest),
        screenings=tuple(sheet.screening for sheet in newest),
        rows=tuple(
            (topic, tuple(given.get(item, "") for given in answers))
            for item, topic in topics.items()
        ),
    )
