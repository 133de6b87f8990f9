"""Registers, corrects and finds people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from nurseapp.base.dates import short_date
from nurseapp.base.errors import (
    AlreadyClosedError,
    AlreadyRegisteredError,
    BirthDateError,
    NationalNumberError,
    PersonIncompleteError,
)
from nurseapp.base.text import _
from nurseapp.clinic.people.family_links import link, require_reason, unlink
from nurseapp.clinic.people.naming import born, place_in_family
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.people import FamilyLink, PersonDetails, PersonKind, PersonRow
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.people import (
    FamilyLinked,
    NurseLineWritten,
    PersonCorrected,
    PersonRegistered,
    PersonWritten,
    PregnancyEnded,
)
from nurseapp.journal.entry import ITSELF, Entry
from nurseapp.journal.queries import people as queries
from nurseapp.journal.queries.families import Circle, circle
from nurseapp.people.ages import Gestation, days_early, gestation_today
from nurseapp.people.names import search_prefixes
from nurseapp.people.national_number import read_national_number
from nurseapp.people.typed import one_line, plain_text

__all__ = [
    "birth",
    "correct",
    "link",
    "loss",
    "national_number_problem",
    "register",
    "search",
    "unlink",
    "write_nurse_line",
]

_OLDEST_YEARS: Final = 110
_DATE: Final = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_DIGITS_APART: Final = re.compile(r"(?<=\d)[ \u00a0](?=\d)")


def register(station: OpenStation, details: PersonDetails, links: Sequence[FamilyLink] = ()) -> int:
    """Makes a record and ties it to the family; in `links`, 0 stands for the new person.

    Raises PersonIncompleteError, BirthDateError, DueDateError, NationalNumberError (also for a
    real number in a training station, and the other way round), AlreadyRegisteredError.
    """
    written = _written(station, details, person=0)
    with station.journal.write(station.author) as unit:
        new = unit.add(Entry(subject=ITSELF, body=PersonRegistered(written))).ref
        for each in links:
            body = FamilyLinked(adult=each.adult or new, role=each.role)
            unit.add(Entry(subject=each.child or new, body=body))
    return new


def correct(station: OpenStation, person: int, details: PersonDetails, why: str) -> None:
    """Writes what is held right now, and why; what stood before stays in the record's history.

    Raises like `register`, and PersonIncompleteError without a reason.
    """
    written = _written(station, details, person=person)
    body = PersonCorrected(written, require_reason(why))
    station.journal.append(station.author, [Entry(subject=person, body=body)])


def search(station: OpenStation, text: str, limit: int = 30) -> tuple[PersonRow, ...]:
    """People by the beginnings of names, birth date or number, in the names' order.

    Nothing typed gives those whom the clinic met last.
    """
    day = station.day
    prefixes = search_prefixes(_typed_dates(text, day))

    def found(cursor: Cursor) -> tuple[PersonRow, ...]:
        if not prefixes:
            hits = queries.lately_seen(cursor, limit)
        else:
            hits = tuple(
                sorted(queries.found_by(cursor, prefixes, limit), key=lambda hit: hit.sort_name)
            )
        family = circle(cursor, [hit.person for hit in hits])
        return tuple(_row(family, hit, day) for hit in hits)

    return station.journal.read(found)


def birth(
    station: OpenStation, pregnancy: int, children: Sequence[PersonDetails]
) -> tuple[int, ...]:
    """Ends a pregnancy in one or more children, who get the same family.

    Raises like `register`, and AlreadyClosedError if it has ended: two nurses may do it.
    """
    written = [_written(station, details, person=0) for details in children]
    family = _going_on(station, pregnancy)
    with station.journal.write(station.author) as unit:
        born_now = []
        for each in written:
            child = unit.add(Entry(subject=ITSELF, body=PersonRegistered(each))).ref
            born_now.append(child)
            for adult, role in family.adults_of(pregnancy):
                unit.add(Entry(subject=child, body=FamilyLinked(adult.person, role)))
        ended = PregnancyEnded("birth", tuple(born_now))
        unit.add(Entry(subject=pregnancy, body=ended))
    return tuple(born_now)


def loss(station: OpenStation, pregnancy: int) -> None:
    """Records that a pregnancy ended; it is not shown anywhere again. Raises AlreadyClosedError."""
    _going_on(station, pregnancy)
    station.journal.append(
        station.author, [Entry(subject=pregnancy, body=PregnancyEnded("loss", ()))]
    )


def _going_on(station: OpenStation, pregnancy: int) -> Circle:
    family = station.journal.read(lambda cursor: circle(cursor, [pregnancy]))
    if family.people[pregnancy].ended:
        raise AlreadyClosedError
    return family


def write_nurse_line(station: OpenStation, person: int, text: str) -> None:
    """Writes a line of the nurse's own into a record; raises PersonIncompleteError if empty."""
    line = plain_text(text)
    if not line:
        raise PersonIncompleteError(missing=_("teksten"))
    station.journal.append(station.author, [Entry(subject=person, body=NurseLineWritten(line))])


def national_number_problem(text: str, *, training: bool, today: date) -> str:
    """What is wrong with a number while it is typed; empty if nothing is, or nothing is typed."""
    if not text.strip():
        return ""
    try:
        read_national_number(text, training=training, today=today)
    except NationalNumberError as error:
        return error.sentence
    return ""


def _written(station: OpenStation, details: PersonDetails, *, person: int) -> PersonWritten:
    """The details, tidied and checked against each other and against everybody else's."""
    day = station.day
    _require_whole(details)
    if details.kind == "pregnancy" and details.due_date is not None:
        gestation_today(details.due_date, day)
    if details.birth_date is not None:
        _require_birth_date(details.birth_date, day)
    number = _number(station, details, person)
    return as_written(replace(details, national_number=number))


def as_written(details: PersonDetails) -> PersonWritten:
    """The details as they stand in the journal; the number is taken as it is."""
    birth_date, due_date = details.birth_date, details.due_date
    return PersonWritten(
        kind=details.kind,
        given_name=one_line(details.given_name),
        family_name=one_line(details.family_name),
        birth_day=None if birth_date is None else birth_date.toordinal(),
        national_number=details.national_number,
        sex=details.sex,
        language=details.language,
        interpreter=details.interpreter,
        gestation_days=_gestation_days(details),
        due_day=None if due_date is None else due_date.toordinal(),
        shielded_address=details.shielded_address,
        address=plain_text(details.address),
        phone=one_line(details.phone),
        general_practitioner=one_line(details.general_practitioner),
        next_of_kin=one_line(details.next_of_kin),
    )


_WANTED: Final[dict[PersonKind, tuple[str, ...]]] = {
    "adult": ("given_name", "family_name"),
    "child": ("given_name", "family_name", "birth_date"),
    "pregnancy": ("due_date",),
}


def _require_whole(details: PersonDetails) -> None:
    words = {
        "given_name": _("fornavn"),
        "family_name": _("etternavn"),
        "birth_date": _("fødselsdato"),
        "due_date": _("termindato"),
    }
    missing = []
    for field in _WANTED[details.kind]:
        value = getattr(details, field)
        if value is None or (isinstance(value, str) and not one_line(value)):
            missing.append(words[field])
    if missing:
        raise PersonIncompleteError(missing=", ".join(missing))


def _require_birth_date(birth_date: date, day: date) -> None:
    if birth_date > day:
        raise BirthDateError(why=_("den er fram i tid"))
    if day.year - birth_date.year > _OLDEST_YEARS:
        raise BirthDateError(why=_("den er for langt tilbake i tid"))


def _number(station: OpenStation, details: PersonDetails, person: int) -> str:
    if not details.national_number.strip():
        return ""
    number = read_national_number(
        details.national_number, training=station.training, today=station.day
    )
    holder = station.journal.read(lambda cursor: queries.person_with_number(cursor, number.digits))
    if holder not in {None, person}:
        raise AlreadyRegisteredError
    return number.digits


def _gestation_days(details: PersonDetails) -> int | None:
    if details.gestation_weeks is None:
        return None
    days_early(Gestation(details.gestation_weeks, details.gestation_days))
    return details.gestation_weeks * 7 + details.gestation_days


def _typed_dates(text: str, day: date) -> str:
    """Dates as they are kept for searching, and a number's digits pushed together."""

    def digits(hit: re.Match[str]) -> str:
        year = hit[3] if len(hit[3]) == len("2026") else f"{_century(int(hit[3]), day)}{hit[3]}"
        return f"{int(hit[1]):02}{int(hit[2]):02}{year}"

    dated = _DATE.sub(digits, text)
    return _DIGITS_APART.sub("", dated)


def _century(year: int, day: date) -> int:
    """The century of a birth year typed with two digits: the latest that is not ahead."""
    return day.year // 100 if year <= day.year % 100 else day.year // 100 - 1


def _row(family: Circle, hit: queries.Person, day: date) -> PersonRow:
    birth_date = born(hit)
    return PersonRow(
        person=hit.person,
        name=hit.name,
        kind=hit.kind,  # type: ignore[arg-type] # written from a PersonDetails
        born="" if birth_date is None else short_date(birth_date),
        context=_context(family, hit, day),
        last_seen=short_date(day_of(hit.seen_at)),
        shielded=bool(hit.shielded_address),
    )


def _context(family: Circle, hit: queries.Person, day: date) -> str:
    """What tells people of the same name apart: her child, or the child's parents."""
    if hit.kind == "adult":
        return place_in_family(family, hit.person, day)
    names = [adult.person.name for adult in family.adults_of(hit.person)]
    return _("barn av {names}").format(names=_(" og ").join(names)) if names else ""
