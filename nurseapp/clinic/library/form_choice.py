"""Which forms may be handed to whom now, in which words, and why others may not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.people.naming import born, due, gestation, language_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.handover import FormChoice
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.vocabulary import Role as FormRole
from nurseapp.forms.wording import Wording
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries.families import circle
from nurseapp.journal.queries.people import Person
from nurseapp.people.ages import TERM_DAYS, days_early, gestation_today
from nurseapp.people.roles import Role, respondent


class Standing(NamedTuple):
    """Who answers: the role cut-offs are chosen by, the week, and whom it is about (or 0)."""

    role: FormRole
    week: int | None
    towards: int


def standing_of(cursor: Cursor, adult: int, day: date, towards: int = 0) -> Standing:
    """An adult's standing on that day beside `towards`, or the youngest child or the pregnancy.

    On a day before the birth she expected the child that has been born since.
    """
    for child, place in circle(cursor, [adult]).children_of(adult):
        if towards and child.person != towards:
            continue
        term = _term_on(child, day)
        if term is not None and (term - day).days > TERM_DAYS:
            continue  # nobody was expected yet
        role = respondent(Role(place), pregnant=child.kind == "pregnancy" or term is not None)
        week = gestation_today(term, day).weeks if role == "pregnant" and term else None
        return Standing(role, week, child.person)
    return Standing("other_carer", None, 0)


def _term_on(child: Person, day: date) -> date | None:
    """When a child who was not born on that day was due; None for one who was, or not known."""
    if child.kind == "pregnancy":
        return due(child)
    birth, weeks = born(child), gestation(child)
    if birth is None or birth <= day:
        return None
    return birth + timedelta(days=0 if weeks is None else days_early(weeks))


def choices_for(station: OpenStation, standing: Standing) -> tuple[FormChoice, ...]:
    """The forms about this respondent herself, usable or with the reason why not.

    Those that ask for a room of her own stand last, so that none of them is chosen by default.
    """
    made_for = [
        loaded
        for loaded in station.library.forms
        if standing.role in loaded.form.answered_by
        and loaded.form.subject == "respondent"
        and not loaded.form.anonymous
    ]
    made_for.sort(key=lambda loaded: loaded.form.alone_required)
    return tuple(choice_of(station, loaded) for loaded in made_for)


def choice_of(station: OpenStation, loaded: LoadedForm, why_not: str = "") -> FormChoice:
    """One form as it is offered; `why_not` is a sentence if it may not be used anyway."""
    form = loaded.form
    try:
        wordings = usable_wordings(station, loaded)
    except FormNotUsableError as error:
        wordings, why_not = (), why_not or error.sentence
    layouts = (form.layout, *(each for each in form.layouts if each != form.layout))
    return FormChoice(
        form=form.id,
        title=form.name,
        minutes=form.minutes,
        languages=tuple(
            (wording.language, language_words(wording.language)) for wording in _sorted(wordings)
        ),
        layouts=layouts,
        training=station.training,
        alone_required=form.alone_required,
        why_not=why_not,
        family=form.family or "",
    )


def _sorted(wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """Bokmål first, then nynorsk, then the others."""
    order = {"nb": 0, "nn": 1}
    return tuple(
        sorted(wordings, key=lambda wording: (order.get(wording.language, 2), wording.language))
    )
