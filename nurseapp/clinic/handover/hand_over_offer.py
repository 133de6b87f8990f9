"""Who may be handed what now: the forms about herself, and those about a child beside her."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nurseapp.base.dates import short_date
from nurseapp.base.errors import FormError, FormNotUsableError
from nurseapp.base.text import _
from nurseapp.clinic.library.child_forms import fits
from nurseapp.clinic.library.form_choice import choice_of, choices_for, standing_of
from nurseapp.clinic.people.naming import place_in_family
from nurseapp.clinic.sheets.sheet_words import saved_words
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.handover import FormChoice, HandOverOffer
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import screenings
from nurseapp.journal.queries.families import Circle, circle
from nurseapp.journal.queries.people import Person
from nurseapp.journal.queries.screenings import Screening, Visit
from nurseapp.people.roles import Role, respondent, role_in_words

RESUMABLE: Final = frozenset({"open", "unfinished"})


def respondents(station: OpenStation, person: int) -> tuple[tuple[int, str], ...]:
    """The adults beside a child or a pregnancy with their place, or the adult herself."""
    family = station.journal.read(lambda cursor: circle(cursor, [person]))
    if family.people[person].kind == "adult":
        return ((person, family.people[person].name),)
    return tuple(
        (adult.person, f"{adult.name} ({role_in_words(Role(role))})")
        for adult, role in family.adults_of(person)
    )


def offer(
    station: OpenStation, person: int, *, visit: int | None = None, about: int = 0
) -> HandOverOffer:
    """What may be handed to this adult now; for a child, to the one whose answers the visit wants.

    Without a visit, or one that names nobody, that is the first adult beside the child. `about`
    is the child the nurse has in mind: of her, forms that do not fit her age are offered too,
    with the reason; of other children those that fit.
    """
    choices = respondents(station, person)
    if choices and choices[0][0] != person:
        adult = _expected(station, visit, choices)
        return offer(station, adult, visit=visit, about=about or person)
    return station.journal.read(lambda cursor: _offered(station, cursor, person, visit, about))


def _expected(station: OpenStation, visit: int | None, choices: tuple[tuple[int, str], ...]) -> int:
    planned = (
        station.journal.read(lambda cursor: screenings.visit(cursor, visit)) if visit else None
    )
    named = planned.respondent if planned is not None else 0
    return named if any(named == adult for adult, _words in choices) else choices[0][0]


def _offered(
    station: OpenStation, cursor: Cursor, person: int, visit: int | None, about: int
) -> HandOverOffer:
    family = circle(cursor, [person])
    adult = family.people[person]
    planned = screenings.visit(cursor, visit) if visit else None
    forms = _forms(station, cursor, family, adult, about)
    forms = (*_broken(station, planned), *forms)
    unfinished = _unfinished_of(cursor, family, person)
    return HandOverOffer(
        subject=person,
        subject_name=adult.name,
        subject_words=place_in_family(family, person, station.day),
        forms=forms,
        default_form=_first(forms, planned),
        interpreter_need=adult.interpreter,  # type: ignore[arg-type] # from PersonDetails
        visit=visit,
        unfinished=unfinished.screening if unfinished else None,
        unfinished_words=_unfinished_words(station, cursor, unfinished) if unfinished else "",
        unfinished_form=unfinished.form if unfinished else "",
        unfinished_alone=unfinished is not None and _asks_for_privacy(station, unfinished),
    )


def _forms(
    station: OpenStation, cursor: Cursor, family: Circle, adult: Person, about: int
) -> tuple[FormChoice, ...]:
    if adult.kind != "adult":
        return ()
    own = choices_for(station, standing_of(cursor, adult.person, station.day))
    of_children = (
        choice
        for child, role in family.children_of(adult.person)
        if child.kind == "child"
        for choice in _about_child(station, child, Role(role), asked=child.person == about)
    )
    return (*own, *of_children)


def _about_child(
    station: OpenStation, child: Person, role: Role, *, asked: bool
) -> Iterator[FormChoice]:
    for fit in fits(station, child, station.day):
        form = fit.loaded.form
        if respondent(role) not in form.answered_by or (fit.why_not and not asked):
            continue
        why_not = FormNotUsableError(form=form.name, why=fit.why_not).sentence
        choice = choice_of(station, fit.loaded, why_not if fit.why_not else "")
        yield replace(choice, about=child.person, about_name=child.name, age_words=fit.words)


def _broken(station: OpenStation, planned: Visit | None) -> tuple[FormChoice, ...]:
    """The visit's form when it cannot be read: it is told of, never left out."""
    if planned is None or not planned.form:
        return ()
    try:
        station.library.form(planned.form)
    except FormError as error:
        choice = FormChoice(
            form=planned.form,
            title=planned.form_title,
            minutes=0,
            languages=(),
            layouts=("one_at_a_time",),
            training=station.training,
            alone_required=False,
            why_not=error.sentence,
        )
        return (choice,)
    return ()


def _first(forms: tuple[FormChoice, ...], planned: Visit | None) -> str:
    """The key of the visit's form, else of the first that may be used."""
    wanted = [choice for choice in forms if planned is not None and choice.form == planned.form]
    wanted.sort(key=lambda choice: planned is not None and choice.about != planned.person)
    usable = [choice for choice in forms if not choice.why_not]
    return next((choice.key for choice in (*wanted, *usable, *forms)), "")


def _unfinished_of(cursor: Cursor, family: Circle, person: int) -> Screening | None:
    """The newest sheet she began, about herself or about a child she still stands beside."""
    sheets = (
        *screenings.screenings_of(cursor, person),
        *screenings.screenings_by(cursor, person),
    )
    known = {person, *(child.person for child, _role in family.children_of(person))}
    begun = [sheet for sheet in sheets if sheet.state in RESUMABLE and sheet.subject in known]
    return max(begun, key=lambda sheet: sheet.started_at, default=None)


def _asks_for_privacy(station: OpenStation, sheet: Screening) -> bool:
    try:
        return station.library.form(sheet.form).form.alone_required
    except FormError:
        return False


def _unfinished_words(station: OpenStation, cursor: Cursor, sheet: Screening) -> str:
    answered = len(screenings.answers_of(cursor, sheet.screening))
    saved = saved_words(answered)
    words = _("{form} er ikke fullført. {saved}.").format(form=sheet.form_title, saved=saved)
    begun = day_of(sheet.started_at)
    if begun < station.day:
        words += " " + _(
            "Arket ble påbegynt {day}, og spørsmålene gjelder tiden før det. Begynn helst på nytt."
        ).format(day=short_date(begun))
    return words
