"""Enters a sheet that was not answered on the device: scored, flagged and followed up alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nurseapp.clinic.open_station import OpenStation
from nurseapp.clinic.values.entry import EntryMode, EntryOffer, EntryQuestions, NewSheet


def offer(station: OpenStation, person: int, *, on: date | None = None) -> EntryOffer:
    """What may be entered for this person, with the age forms that fit on that day (today)."""
    raise NotImplementedError


def questions(
    station: OpenStation, form: str, mode: EntryMode, *, continues: int | None = None
) -> EntryQuestions:
    """The form's questions as a nurse taps them in; of a second stage, what its sheet calls for.

    Raises UnknownFormError, FormProblemsError, FormNotUsableError.
    """
    raise NotImplementedError


def differences(
    first: Mapping[str, str | None], second: Mapping[str, str | None]
) -> tuple[str, ...]:
    """The items that two entries of one sheet differ in, in the first one's order."""
    items = dict.fromkeys((*first, *second))
    return tuple(item for item in items if first.get(item) != second.get(item))


def record(station: OpenStation, new: NewSheet) -> int:
    """Keeps the sheet with its result and alerts, as after a hand-over; the screening.

    Raises FormNotUsableError, AnswersError, PersonIncompleteError for what is missing,
    BirthDateError, AlreadyClosedError.
    """
    raise NotImplementedError
