"""One person's record as one page; opening it is itself recorded."""

from __future__ import annotations

from datetime import date
from typing import cast

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.people.naming import (
    age_words,
    born,
    due,
    language_words,
    name_and_age,
    place_in_family,
    title_of,
)
from nurseapp.clinic.record.series import series_of
from nurseapp.clinic.record.timeline import timeline_of
from nurseapp.clinic.record.trends import trends_of
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.people import (
    FamilyMember,
    Interpreter,
    PersonDetails,
    PersonKind,
    PersonPage,
    Sex,
)
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import people, screenings
from nurseapp.journal.queries.families import Circle, circle
from nurseapp.journal.queries.people import Person
from nurseapp.people import roles
from nurseapp.people.roles import Role, role_in_words

_ENDED_STATES = frozenset({"withdrawn", "finished", "abandoned"})


def person_page(station: OpenStation, person: int) -> PersonPage:
    """The record of this person alone; writes that the user read it."""
    read = Entry(subject=person, body=RecordRead("person", 0))
    station.journal.append(station.author, [read])
    return station.journal.read(lambda cursor: _page(station, cursor, person))


def details_of(person: Person) -> PersonDetails:
    """What is recorded about a person, as it can be edited."""
    weeks, days = (None, 0)
    if person.gestation_days is not None:
        weeks, days = divmod(person.gestation_days, 7)
    return PersonDetails(
        kind=cast("PersonKind", person.kind),
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=born(person),
        national_number=person.national_number,
        sex=cast("Sex", person.sex),
        language=person.language,
        interpreter=cast("Interpreter", person.interpreter),
        gestation_weeks=weeks,
        gestation_days=days,
        due_date=due(person),
        shielded_address=bool(person.shielded_address),
        address=person.address,
        phone=person.phone,
        general_practitioner=person.general_practitioner,
        next_of_kin=person.next_of_kin,
    )


def _page(station: OpenStation, cursor: Cursor, number: int) -> PersonPage:
    circled = circle(cursor, [number])
    person = circled.people[number]
    day = station.day
    sheets = screenings.screenings_of(cursor, number)
    family = _family(circled, person, day)
    unfinished = [each.screening for each in sheets if each.state not in _ENDED_STATES]
    return PersonPage(
        person=number,
        name=person.name or title_of(circled, number, day),
        kind=cast("PersonKind", person.kind),
        subtitle=_subtitle(circled, person, day),
        details=details_of(person),
        facts=_facts(person, day),
        family=family,
        trends=trends_of(station, cursor, sheets),
        series=series_of(station, cursor, sheets),
        timeline=timeline_of(cursor, number),
        nurse_lines=_nurse_lines(cursor, number),
        open_screening=unfinished[-1] if unfinished else None,
        can_be_screened=not person.ended and (person.kind == "adult" or bool(family)),
    )


def _subtitle(circled: Circle, person: Person, day: date) -> str:
    if person.kind != "adult":
        return age_words(person, day)
    place = place_in_family(circled, person.person, day)
    parts = [place[:1].upper() + place[1:]] if place else []
    parts.append(language_words(person.language))
    if place:
        parts.append(_("egen journal, vises aldri i barnets"))
    return " · ".join(parts)


def _facts(person: Person, day: date) -> tuple[tuple[str, str], ...]:
    birth, term = born(person), due(person)
    interpreter = roles.Interpreter(person.interpreter)
    needs = interpreter is not roles.Interpreter.NONE
    shielded = bool(person.shielded_address)
    facts = (
        (_("Født"), "" if birth is None else short_date(birth)),
        (_("Alder"), age_words(person, day) if person.kind == "child" else ""),
        (_("Termin"), "" if term is None else short_date(term)),
        (_("Fødselsnummer"), person.national_number),
        (_("Språk"), "" if person.kind == "pregnancy" else language_words(person.language)),
        (_("Tolk"), roles.interpreter_in_words(interpreter) if needs else ""),
        (_("Adresse"), _("skjermet") if shielded else person.address),
        (_("Telefon"), "" if shielded else person.phone),
        (_("Fastlege"), person.general_practitioner),
        (_("Pårørende"), "" if shielded else person.next_of_kin),
    )
    return tuple(fact for fact in facts if fact[1])


def _family(circled: Circle, person: Person, day: date) -> tuple[FamilyMember, ...]:
    """The closest family by name alone; nothing that tells of anybody's answers."""
    number = person.person
    adults = [
        FamilyMember(person=each.person, name=each.name, relation=role_in_words(Role(role)))
        for each, role in circled.adults_of(number)
    ]
    children = [
        FamilyMember(
            person=each.person,
            name=name_and_age(each, day),
            relation=_("barn") if each.kind == "child" else _("svangerskap"),
        )
        for each, _role in circled.children_of(number)
    ]
    return (*adults, *children)


def _nurse_lines(cursor: Cursor, number: int) -> tuple[str, ...]:
    return tuple(
        f"{short_date(moment(line.at))}: {line.text}" for line in people.nurse_lines(cursor, number)
    )
