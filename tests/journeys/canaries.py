"""A family whose names stand nowhere in the program, so that each trace of them is a trace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from nurseapp.base.clock import SystemClock
from nurseapp.clinic.followup.today import plan_visit
from nurseapp.clinic.people.people import register
from nurseapp.clinic.station.access import OpenStation, open_station
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.people.national_number import synthetic_number
from nurseapp.training_station import PASSWORD, USER

GIVEN, FAMILY, CHILD = "Snill", "Løvetann", "Fornøyd"
MOTHER = f"{GIVEN} {FAMILY}"
_MOTHERS_AGE = timedelta(days=10_111)
_CHILDS_AGE = timedelta(days=47)


@dataclass(frozen=True)
class Canaries:
    """The station in `folder`, the database's key, and what must leave no trace."""

    folder: Path
    key: bytes
    mother: int
    number: str

    def spelled(self) -> dict[str, bytes]:
        return spelled([MOTHER, FAMILY, self.number, PASSWORD])


def spelled(words: Iterable[str]) -> dict[str, bytes]:
    """The words as Python keeps them, as they travel, and as Qt keeps them."""
    encodings = ("latin-1", "utf-8", "utf-16-le")
    return {f"{each} in {code}": each.encode(code) for each in words for code in encodings}


def add_canaries(folder: Path) -> Canaries:
    """Registers mother and child, with a consultation today."""
    station = open_station(folder, USER, PASSWORD, clock=SystemClock())
    try:
        number = synthetic_number(station.day - _MOTHERS_AGE, "female", 3)
        mother, child = _register(station, number)
        plan_visit(station, child, station.day, "epds", mother)
        return Canaries(folder, station.key, mother, number)
    finally:
        station.close()


def _register(station: OpenStation, number: str) -> tuple[int, int]:
    mother = register(
        station,
        PersonDetails(
            kind="adult",
            given_name=GIVEN,
            family_name=FAMILY,
            birth_date=station.day - _MOTHERS_AGE,
            national_number=number,
            sex="female",
        ),
    )
    child = register(
        station,
        PersonDetails(
            kind="child",
            given_name=CHILD,
            family_name=FAMILY,
            birth_date=station.day - _CHILDS_AGE,
        ),
        [FamilyLink(adult=mother, child=0, role="mother")],
    )
    return mother, child
