"""Thousands of made-up people, for trying how the program bears a whole municipality."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Final, NamedTuple

import msgspec

from nurseapp.clinic.people.people import as_written
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.training.seeding import answer
from nurseapp.clinic.values.people import PersonDetails, Sex
from nurseapp.journal.entries.followup import AlertRaised, StepPlanned
from nurseapp.journal.entries.people import FamilyLinked, PersonRegistered
from nurseapp.journal.entries.screening import (
    AnswersTakenIn,
    ScreeningStarted,
    SheetScored,
    VisitPlanned,
)
from nurseapp.journal.entry import ITSELF, Body, Entry
from nurseapp.journal.reading import entries_after
from nurseapp.journal.unit import Unit
from nurseapp.people.national_number import synthetic_number

_GIVEN: Final = (
    "Blid", "Rolig", "Kvikk", "Stille", "Rask", "Lun", "Glad", "Mild", "Frisk", "Klar", "Sval",
    "Myk", "Lys", "Tapper", "Snar", "Stolt", "Munter", "Fin", "Raus", "Sterk", "Trygg", "Varm",
    "Våken", "Klok", "Lett", "Stø", "Jevn", "Ærlig", "Åpen", "Øm",
)  # fmt: skip
_FAMILY: Final = (
    "Bjørk", "Rogn", "Furu", "Selje", "Gran", "Hassel", "Lind", "Osp", "Alm", "Hegg", "Einer",
    "Lønn", "Ask", "Eik", "Bøk", "Or", "Pil", "Barlind", "Kristtorn", "Villeple", "Hagtorn",
    "Søtkirsebær", "Vier", "Kornell",
)  # fmt: skip
_ADULT_DAYS: Final = 7_000  # how many birth dates the adults share
_CHILD_DAYS: Final = 1_800
_SERIALS_BEFORE: Final = 2  # numbers that the training families may have taken
_FAMILIES_AT_ONCE: Final = 250
_LOW: Final = (1, 0, 1, 1, 1, 1, 1, 1, 1, 0)
_SCREENED_EVERY: Final = 3  # one family in three has had a sheet
_VISITS: Final = 20
_ALERTS: Final = 10
_STEPS: Final = 40


class _Pattern(NamedTuple):
    """A sheet that was really answered, to be repeated for others."""

    started: ScreeningStarted
    taken_in: AnswersTakenIn
    scored: SheetScored


def seed_many(station: OpenStation, count: int) -> None:
    """Gives a training station at least `count` more people, with sheets, alerts and visits.

    About 3,000 people a second; written straight into the journal, since the use cases would
    seal and open a file for each sheet.
    """
    if not station.training:
        raise TypeError("only a training station can be filled")
    day = station.day
    wanted = -(-2 * count // 5)  # five people in two families
    pattern = _pattern(station, wanted)
    families = iter(range(wanted))
    while at_once := list(islice(families, _FAMILIES_AT_ONCE)):
        with station.journal.write(station.author) as unit:
            for number in at_once:
                _add_family(unit, number, day, pattern)
        station.idle()


def _pattern(station: OpenStation, number: int) -> _Pattern:
    before = station.journal.head().seq
    with station.journal.write(station.author) as unit:
        mother = unit.add(Entry(subject=ITSELF, body=_adult(number, station.day, "female"))).ref
    answer(station, mother, _LOW)
    bodies = [
        recorded.body for recorded in station.journal.read(lambda c: entries_after(c, before, 20))
    ]
    return _Pattern(
        started=next(body for body in bodies if isinstance(body, ScreeningStarted)),
        taken_in=next(body for body in bodies if isinstance(body, AnswersTakenIn)),
        scored=next(body for body in bodies if isinstance(body, SheetScored)),
    )


def _add_family(unit: Unit, number: int, day: date, pattern: _Pattern) -> None:
    """A mother, her child, and in every second family a father."""
    mother = unit.add(Entry(subject=ITSELF, body=_adult(number, day, "female"))).ref
    child = unit.add(Entry(subject=ITSELF, body=_child(number, day))).ref
    unit.add(Entry(subject=child, body=FamilyLinked(mother, "mother")))
    if number % 2:
        father = unit.add(Entry(subject=ITSELF, body=_adult(number, day, "male"))).ref
        unit.add(Entry(subject=child, body=FamilyLinked(father, "father")))
    if number < _VISITS:
        visit = VisitPlanned(child, day.toordinal(), "epds", "EPDS", "")
        unit.add(Entry(subject=mother, body=visit))
    place, rest = divmod(number, _SCREENED_EVERY)
    if rest == 0:
        started = msgspec.structs.replace(pattern.started, towards=child, role="mother")
        screening = unit.add(Entry(subject=mother, body=started)).ref
        for body in _sheet(pattern, screening, place, day):
            unit.add(Entry(subject=mother, body=body))


def _sheet(pattern: _Pattern, screening: int, place: int, day: date) -> Iterator[Body]:
    """What follows when the `place`-th sheet of the crowd has been answered."""
    change = msgspec.structs.replace
    yield change(pattern.taken_in, screening=screening, session=f"{place:032x}")
    yield change(pattern.scored, screening=screening)
    if place < _ALERTS:
        yield AlertRaised(screening, "critical", "10", "self-harm-talk", 1, 0)
    if place < _STEPS:
        due = day + timedelta(days=place - _STEPS // 4)
        yield StepPlanned(screening, "screen-again", "Ny EPDS om 2–4 uker", due.toordinal())


def _adult(number: int, day: date, sex: Sex) -> PersonRegistered:
    given = _GIVEN[(number * 7 + (sex == "male")) % len(_GIVEN)]
    birth = day - timedelta(days=7_500 + number % _ADULT_DAYS)
    serial = _SERIALS_BEFORE + number // _ADULT_DAYS
    details = PersonDetails(
        kind="adult",
        given_name=given,
        family_name=_FAMILY[number % len(_FAMILY)],
        birth_date=birth,
        national_number=_national_number(birth, sex, serial),
        sex=sex,
    )
    return PersonRegistered(as_written(details))


def _child(number: int, day: date) -> PersonRegistered:
    birth = day - timedelta(days=10 + number % _CHILD_DAYS)
    sex: Sex = "female" if number % 4 < 2 else "male"  # noqa: PLR2004 - two of four
    details = PersonDetails(
        kind="child",
        given_name=_GIVEN[(number * 11 + 5) % len(_GIVEN)],
        family_name=_FAMILY[number % len(_FAMILY)],
        birth_date=birth,
        national_number=_national_number(birth, sex, _SERIALS_BEFORE + number // _CHILD_DAYS),
        sex=sex,
    )
    return PersonRegistered(as_written(details))


def _national_number(birth: date, sex: Sex, serial: int) -> str:
    return synthetic_number(birth, "male" if sex == "male" else "female", serial)
