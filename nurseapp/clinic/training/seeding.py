"""Fills a training station with synthetic people, through the ordinary use cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from nurseapp.clinic.followup.today import plan_visit
from nurseapp.clinic.handover.handover import hand_over, not_now, take_in_answers
from nurseapp.clinic.people.people import birth, register
from nurseapp.clinic.sheets.results import assess
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.practice_clock import PracticeClock
from nurseapp.clinic.training.families import (
    FAMILIES,
    MadeUpAdult,
    MadeUpFamily,
    MadeUpSheet,
)
from nurseapp.clinic.training.paper import MadeUpPaper, enter_paper
from nurseapp.clinic.values.handover import HandOverChoice, NotNow
from nurseapp.clinic.values.people import FamilyLink, PersonDetails, Sex
from nurseapp.clinic.values.result import NewAssessment, PlannedStep
from nurseapp.outbox.answer import Answered, Started
from nurseapp.outbox.ticket import SealTicket
from nurseapp.people.national_number import synthetic_number

_SECONDS_AN_ITEM: Final = 27.0
_TALK_SECONDS: Final = 1500.0
_MET_BEFORE_DAYS: Final = 40  # when the clinic first met a woman who is still pregnant
_WEEKS_40: Final = 280

People = dict[str, int]
Happening = Callable[[OpenStation, People], None]


def seed_training_station(station: OpenStation) -> dict[str, int]:
    """Gives an empty training station its people, and returns their numbers by name.

    Oldest happenings come first, each recorded on its own day. TypeError for a station that is
    not for training.
    """
    clock = station.clock
    if not isinstance(clock, PracticeClock):
        raise TypeError("only a training station can be filled")
    now = clock.now()
    people: People = {}
    happenings = [each for family in FAMILIES for each in _happenings(family, now.date())]
    for days_ago, happen in sorted(happenings, key=lambda each: -each[0]):
        clock.set_to(_at(now, days_ago))
        happen(station, people)
    clock.set_to(None)
    for family in FAMILIES:
        if family.visit:
            _plan_visit(station, people, family)
    station.idle()
    return people


def _happenings(family: MadeUpFamily, day: date) -> Iterator[tuple[int, Happening]]:
    """What happened in one family, with how many days ago."""
    met = family.child_age_days or _MET_BEFORE_DAYS
    if family.pregnant_days_ago is not None:
        term = day + timedelta(days=_WEEKS_40 - (family.gestation_weeks or 40) * 7)
        due = term - timedelta(days=family.child_age_days)
        yield family.pregnant_days_ago, partial(_register_pregnancy, family, day, due)
        yield family.child_age_days, partial(_give_birth, family, day)
    else:
        yield met, partial(_register, family, day)
    for sheet in family.sheets:
        yield sheet.days_ago, partial(_answer, family, sheet)
    for paper in family.papers:
        yield paper.days_ago, partial(_enter, family, paper)
    if family.talk_without_form_days_ago is not None:
        yield family.talk_without_form_days_ago, partial(_talk, family)


def _at(now: datetime, days_ago: int) -> datetime:
    """Half past nine on that day, but never in the last quarter of an hour."""
    morning = now.replace(hour=9, minute=36, second=12) - timedelta(days=days_ago)
    return min(morning, now - timedelta(minutes=15))


def _register(family: MadeUpFamily, day: date, station: OpenStation, people: People) -> None:
    links = _register_adults(family, day, station, people)
    for name in [name for name in (family.child, family.twin) if name] or [""]:
        people[_called(name, family)] = register(station, _child(family, name, day), links)


def _register_pregnancy(
    family: MadeUpFamily, day: date, due: date, station: OpenStation, people: People
) -> None:
    links = _register_adults(family, day, station, people)
    expected = PersonDetails(kind="pregnancy", due_date=due)
    people[family.name] = register(station, expected, links)


def _give_birth(family: MadeUpFamily, day: date, station: OpenStation, people: People) -> None:
    (child,) = birth(station, people[family.name], [_child(family, family.child, day)])
    people[_called(family.child, family)] = child


def _register_adults(
    family: MadeUpFamily, day: date, station: OpenStation, people: People
) -> list[FamilyLink]:
    links = []
    for adult in family.adults:
        number = register(station, _adult(family, adult, day))
        people[_called(adult.given, family)] = number
        links.append(FamilyLink(adult=number, child=0, role=adult.role))
    return links


def _called(given: str, family: MadeUpFamily) -> str:
    return f"{given} {family.name}".strip()


def _adult(family: MadeUpFamily, adult: MadeUpAdult, day: date) -> PersonDetails:
    birth = day - timedelta(days=adult.age_days)
    return PersonDetails(
        kind="adult",
        given_name=adult.given,
        family_name=family.name,
        birth_date=birth,
        national_number=_number(birth, adult.sex),
        sex=adult.sex,
        language=adult.language,
        interpreter=adult.interpreter,
        general_practitioner="Torget legesenter",
        phone="00 00 00 00",
    )


def _child(family: MadeUpFamily, name: str, day: date) -> PersonDetails:
    if family.due_in_days is not None:
        return PersonDetails(kind="pregnancy", due_date=day + timedelta(days=family.due_in_days))
    birth = day - timedelta(days=family.child_age_days)
    serial = 1 if name == family.twin else 0
    return PersonDetails(
        kind="child",
        given_name=name,
        family_name=family.name,
        birth_date=birth,
        national_number=_number(birth, family.child_sex, serial),
        sex=family.child_sex,
        gestation_weeks=family.gestation_weeks,
    )


def _number(birth: date, sex: Sex, serial: int = 0) -> str:
    return synthetic_number(birth, "male" if sex == "male" else "female", serial)


def _answer(family: MadeUpFamily, sheet: MadeUpSheet, station: OpenStation, people: People) -> None:
    adult = people[_called(family.adults[sheet.adult].given, family)]
    screening = answer(station, adult, sheet.points)
    if sheet.assessment:
        _let_pass(station, _TALK_SECONDS)
        _assess(station, screening, sheet)


def _enter(family: MadeUpFamily, paper: MadeUpPaper, station: OpenStation, people: People) -> None:
    adult = people[_called(family.adults[paper.adult].given, family)]
    enter_paper(station, people[_called(family.child, family)], adult, paper)


def answer(station: OpenStation, adult: int, points: tuple[int, ...], form: str = "epds") -> int:
    """Lets an adult answer a form with so many points for each item; returns the screening."""
    from nurseapp.outbox.writer import OutboxWriter

    choice = HandOverChoice(
        subject=adult,
        form=form,
        language="nb",
        layout="one_at_a_time",
        how="self",
        interpreter="none",
        interpreter_name="",
        alone=True,
        informed=True,
    )
    ticket = hand_over(station, choice)
    items = station.library.form(form).form.items
    seal = msgspec.convert(ticket["seal"], SealTicket)
    writer = OutboxWriter(Path(ticket["outbox"]), seal, clock=station.clock)
    writer.append(Started(language="nb", layout="one_at_a_time"))
    for item, wanted in zip(items, points, strict=True):
        _let_pass(station, _SECONDS_AN_ITEM)
        option = next(each.id for each in item.options if each.points == wanted)
        writer.append(Answered(item=item.id, value=option))
    writer.finish()
    writer.close()
    (taken,) = take_in_answers(station)
    return taken.screening


def _let_pass(station: OpenStation, seconds: float) -> None:
    if isinstance(station.clock, PracticeClock):
        station.clock.let_pass(seconds)


def _assess(station: OpenStation, screening: int, sheet: MadeUpSheet) -> None:
    steps = [PlannedStep(code="talk-today", due=station.day, done=True)]
    if sheet.repeat_in_days is not None:
        due = station.day + timedelta(days=sheet.repeat_in_days)
        steps.append(PlannedStep(code="screen-again", due=due, done=sheet.repeat_done))
    if sheet.support_talk:
        due = station.day + timedelta(days=7)
        steps.append(PlannedStep(code="support-talk", due=due, done=True))
    assess(
        station,
        NewAssessment(screening=screening, text=sheet.assessment, steps=tuple(steps)),
    )


def _talk(family: MadeUpFamily, station: OpenStation, people: People) -> None:
    adult = people[_called(family.adults[0].given, family)]
    not_now(station, NotNow(subject=adult, form="epds", outcome="talk_without_form"))


def _plan_visit(station: OpenStation, people: People, family: MadeUpFamily) -> None:
    person = people[_called(family.child, family)]
    respondent = None
    if family.visit_adult is not None:
        respondent = people[_called(family.adults[family.visit_adult].given, family)]
    plan_visit(
        station,
        person,
        station.day,
        family.visit_form,
        respondent,
        reason=family.visit_reason,
    )
