"""A station, a family and a parent with a pen: what the clinic's tests are about."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.station.access import OpenStation, found_station
from nurseapp.clinic.values.handover import HandOverChoice
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.clinic.values.station import Founded, NewStation, NewUser
from nurseapp.outbox.answer import Answered, Declined, Event, LanguageChosen, Started
from nurseapp.outbox.ticket import SealTicket
from nurseapp.outbox.writer import OutboxWriter
from nurseapp.vault.cost import FLOOR

PASSWORD = "en lang nok setning"
NURSE = "S. Eik"
MORNING = datetime(2026, 11, 21, 9, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)


class HandClock:
    """A clock that moves when a test moves it, and half a minute at each look of the parent."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        self.seconds += 30
        return self.seconds

    def let_pass(self, **time: float) -> None:
        self.moment += timedelta(**time)


def found(folder: Path, clock: HandClock, *, training: bool = True) -> Founded:
    first = NewUser(
        name=NURSE,
        title="helsesykepleier",
        password=PASSWORD,
        phone="00 00 00 00",
        administrator=True,
    )
    new = NewStation(
        name="Solvang helsestasjon",
        municipality="Testvik kommune",
        phone="00 00 00 00",
        training=training,
        language="nb",
        first_user=first,
    )
    return found_station(folder, new, clock=clock, cost=FLOOR)


@dataclasses.dataclass(frozen=True)
class Family:
    mother: int
    father: int
    child: int


def a_family(station: OpenStation) -> Family:
    mother = people.register(station, adult("Rolig", "Bjørk", sex="female"))
    father = people.register(station, adult("Trygg", "Bjørk", sex="male"))
    child = people.register(
        station,
        PersonDetails(
            kind="child",
            given_name="Blid",
            family_name="Bjørk",
            birth_date=TODAY - timedelta(days=44),
        ),
        [
            FamilyLink(adult=mother, child=0, role="mother"),
            FamilyLink(adult=father, child=0, role="father"),
        ],
    )
    return Family(mother, father, child)


def adult(given: str, family: str, **other: Any) -> PersonDetails:
    details: dict[str, Any] = {
        "kind": "adult",
        "given_name": given,
        "family_name": family,
        "birth_date": date(1995, 12, 14),
    }
    return PersonDetails(**(details | other))


def choice(subject: int, form: str = "epds", **other: Any) -> HandOverChoice:
    chosen: dict[str, Any] = {
        "subject": subject,
        "form": form,
        "language": "nb",
        "layout": "one_at_a_time",
        "how": "self",
        "interpreter": "none",
        "interpreter_name": "",
        "alone": True,
        "informed": True,
    }
    return HandOverChoice(**(chosen | other))


def options(station: OpenStation, points: Mapping[int, int], form: str = "epds") -> dict[str, str]:
    """Option ids that are worth these points, by the number of the question."""
    items = {item.id: item for item in station.library.form(form).form.items}
    return {
        str(number): next(each.id for each in items[str(number)].options if each.points == worth)
        for number, worth in points.items()
    }


def worth(total: int, *, tenth: int = 0) -> dict[int, int]:
    """Points for all ten questions that come to `total`, with `tenth` on the last."""
    points, left = {10: tenth}, total - tenth
    for number in range(1, 10):
        points[number] = min(3, left)
        left -= points[number]
    assert left == 0
    return dict(sorted(points.items()))


class Parent:
    """Holds the device: writes with the ticket alone."""

    def __init__(self, ticket: dict[str, Any], clock: HandClock) -> None:
        self.path = Path(ticket["outbox"])
        self.asked = [item["id"] for item in ticket["questionnaire"]["items"]]
        seal = msgspec.convert(ticket["seal"], SealTicket)
        self._writer = OutboxWriter(self.path, seal, clock=clock)
        self._write(Started(language=ticket["languages"][0], layout="one_at_a_time"))

    def answers(self, chosen: Mapping[str, str]) -> None:
        for item, option in chosen.items():
            self._write(Answered(item=item, value=option))

    def turns_to(self, language: str) -> None:
        self._write(LanguageChosen(language=language))

    def declines(self, item: str) -> None:
        self._write(Declined(item=item))

    def finishes(self) -> None:
        self._writer.finish()
        self._writer.close()

    def pauses(self) -> None:
        self._writer.pause()
        self._writer.close()

    def is_gone(self) -> None:
        """The window was killed: nothing more is written."""
        self._writer.close()

    def _write(self, event: Event) -> None:
        self._writer.append(event)


def screened(
    station: OpenStation, subject: int, points: Mapping[int, int], form: str = "epds"
) -> int:
    """Lets somebody answer all of these, and takes the sheet in; the screening."""
    ticket = handover.hand_over(station, choice(subject, form))
    parent = Parent(ticket, HandClock(station.clock.now()))
    parent.answers(options(station, points, form))
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    return taken.screening


def texts(value: object) -> Iterator[str]:
    """Every string anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(key)
            yield from texts(inner)
    elif isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from texts(inner)
