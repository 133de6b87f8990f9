"""A consultation as I dag shows it: who comes, whose answers are wanted, what to prepare."""

from __future__ import annotations

from datetime import date
from typing import Final

from nurseapp.base.text import _, mark
from nurseapp.clinic.people.naming import (
    born,
    gestation,
    language_words,
    place_in_family,
    title_of,
)
from nurseapp.clinic.values.people import PillKind
from nurseapp.clinic.values.today import VisitCard
from nurseapp.journal.queries.families import Circle, Relative
from nurseapp.journal.queries.people import Person
from nurseapp.journal.queries.screenings import Visit
from nurseapp.people.ages import corrected_birth
from nurseapp.people.roles import Role, role_in_words

_SHORT_INTERPRETERS: Final = {
    "on_site": mark("til stede"),
    "phone": mark("telefon"),
    "video": mark("video"),
}
_OUTCOMES: Final[dict[str, tuple[str, PillKind]]] = {
    "screened": (mark("Besvart"), "done"),
    "talk_without_form": (mark("Samtale uten skjema"), "done"),
    "deferred": (mark("Utsatt"), "calm"),
    "declined": (mark("Ville ikke svare"), "calm"),
}


def still_due(visit: Visit, family: Circle) -> bool:
    """Whether the visit may be shown: never one about a pregnancy that has ended."""
    person = family.people.get(visit.person)
    return person is not None and not person.ended


def visit_card(visit: Visit, family: Circle, day: date) -> VisitCard:
    """The card of a consultation; `family` holds its person and its respondent."""
    person = family.people[visit.person]
    respondent = family.people.get(visit.respondent)
    pill, kind = _visit_pill(visit)
    return VisitCard(
        visit=visit.visit,
        title=_visit_title(family, person, day),
        detail=_visit_detail(visit, family, person, respondent, day),
        pill=pill,
        pill_kind=kind,
        person=visit.person,
        respondent=visit.respondent or None,
        form=visit.form,
    )


def _visit_title(family: Circle, person: Person, day: date) -> str:
    if person.kind == "adult":
        place = place_in_family(family, person.person, day)
        return f"{person.name} · {place}" if place else person.name
    return title_of(family, person.person, day)


def _visit_pill(visit: Visit) -> tuple[str, PillKind]:
    if visit.outcome:
        words, kind = _OUTCOMES[visit.outcome]
        return _(words), kind
    if visit.reason == "repeat_overdue":
        return _("Ny kartlegging forfalt"), "concern"
    if visit.reason == "alone":
        return _("Kartlegging alene"), "concern"
    if visit.form_title:
        return _("{form} skal tilbys").format(form=visit.form_title), "calm"
    return _("Konsultasjon"), "calm"


def _visit_detail(
    visit: Visit, family: Circle, person: Person, respondent: Person | None, day: date
) -> str:
    """Whose answers are wanted, or who may come along; an interpreter, a preterm birth."""
    parts = []
    along: list[Relative] = []
    if person.kind == "child":
        parts.append(_preterm(person, day))
        along = family.adults_of(person.person) if respondent is None else []
    if respondent is not None:
        parts.append(_asked(visit, family, person, respondent))
    parts += [_named(Role(each.role), each.person) for each in along]
    for each in (respondent, person, *(adult for adult, _role in along)):
        if each is not None and each.interpreter != "none":
            parts.append(_interpreter(each))
            break
    return " · ".join(part for part in parts if part)


def _asked(visit: Visit, family: Circle, person: Person, respondent: Person) -> str:
    roles = {adult.person: role for adult, role in family.adults_of(person.person)}
    role = roles.get(respondent.person)
    named = _named(Role(role), respondent) if role is not None else respondent.name
    if person.kind == "pregnancy":
        return named if len(roles) > 1 else ""
    if not visit.form_title or visit.outcome:
        return named
    return f"{named} · " + _("{form} skal tilbys").format(form=visit.form_title)


def _named(role: Role, adult: Person) -> str:
    words = role_in_words(role)
    return f"{words[:1].upper()}{words[1:]}: {adult.name}"


def _interpreter(person: Person) -> str:
    return _("Tolk: {language} ({how})").format(
        language=language_words(person.language), how=_(_SHORT_INTERPRETERS[person.interpreter])
    )


def _preterm(child: Person, day: date) -> str:
    birth, weeks = born(child), gestation(child)
    if birth is None or weeks is None or corrected_birth(birth, weeks, day) is None:
        return ""
    return _("Født uke {week}").format(week=weeks.weeks)
