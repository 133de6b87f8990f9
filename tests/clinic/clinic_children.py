"""Children of many ages, and sheets about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from clinic_day import TODAY, HandClock, Parent, choice

from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.sheets import sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.entry import NewSheet
from nurseapp.clinic.values.people import FamilyLink, PersonDetails


def born(
    station: OpenStation,
    adult: int,
    *,
    months: int = 0,
    days: int = 0,
    role: str = "mother",
    **other: Any,
) -> int:
    """A child of that age today; a month is 30 days here, far from every edge of a window."""
    details: dict[str, Any] = {
        "kind": "child",
        "given_name": "Glad",
        "family_name": "Gran",
        "birth_date": TODAY - timedelta(days=months * 30.44 + days),
    }
    link = FamilyLink(adult=adult, child=0, role=role)  # type: ignore[arg-type] # from the tests
    return people.register(station, PersonDetails(**(details | other)), [link])


def answered_by_parent(
    station: OpenStation, adult: int, child: int, form: str, answers: Mapping[str, str]
) -> int:
    """The adult answers about the child on the device; the screening."""
    ticket = handover.hand_over(station, choice(adult, form, about=child))
    parent = Parent(ticket, HandClock(station.clock.now()))
    parent.answers(answers)
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    return taken.screening


def entered(
    station: OpenStation, subject: int, form: str, answers: Mapping[str, str | None], **other: Any
) -> int:
    """The nurse enters a sheet; the screening."""
    return sheet_entry.record(station, new_sheet(subject, form, answers, **other))


def new_sheet(subject: int, form: str, answers: Mapping[str, str | None], **other: Any) -> NewSheet:
    details: dict[str, Any] = {
        "subject": subject,
        "form": form,
        "mode": "paper",
        "answers": dict(answers),
        "answered_on": TODAY,
    }
    return NewSheet(**(details | other))


def all_of(station: OpenStation, form: str, option: str) -> dict[str, str]:
    """The same option for every question with options that must be answered."""
    items = station.library.form(form).form.items
    return {
        item.id: option
        for item in items
        if item.kind in {"choice", "yes_no"} and item.stage == 1 and not item.optional
    }


def day_before(day: date, **time: float) -> date:
    return day - timedelta(**time)
