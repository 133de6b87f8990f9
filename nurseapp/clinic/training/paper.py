"""Sheets that made-up people have filled in on paper, tapped in as a nurse would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nurseapp.clinic.sheets.sheet_entry import record
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.entry import NewSheet
from nurseapp.forms.model import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpPaper:
    """A sheet about a child that the adult filled in `days_ago`.

    `options` are the ids of what is ticked, one a question in printed order; a date is the day
    itself, and what asks for words stays empty.
    """

    adult: int
    days_ago: int
    form: str
    options: str


def enter_paper(station: OpenStation, child: int, adult: int, paper: MadeUpPaper) -> int:
    """Enters the sheet as filled in today; returns the screening."""
    form = station.library.form(paper.form).form
    new = NewSheet(
        subject=child,
        form=paper.form,
        mode="paper",
        answers=dict(_answers(form, paper.options, station.day.isoformat())),
        answered_on=station.day,
        respondent=adult,
    )
    return record(station, new)


def _answers(form: Form, options: str, day: str) -> Iterator[tuple[str, str]]:
    first = [item for item in form.items if item.stage == 1]
    ticked = [item for item in first if item.options]
    yield from ((item.id, day) for item in first if item.kind == "date")
    yield from ((item.id, option) for item, option in zip(ticked, options, strict=True))
