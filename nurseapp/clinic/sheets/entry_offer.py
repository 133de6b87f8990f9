"""What a nurse may enter in a person's record, and what is asked of her for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, language
from nurseapp.clinic.library.child_forms import AgeFit, fits
from nurseapp.clinic.library.form_choice import standing_of
from nurseapp.clinic.library.usable_forms import require_usable_on_paper
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.second_stage import is_due
from nurseapp.clinic.sheets.sheet_words import answered_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.entry import EntryForm, EntryMode, EntryOffer
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Form
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import screenings
from nurseapp.journal.queries.families import circle
from nurseapp.journal.queries.people import Person
from nurseapp.journal.queries.screenings import Screening
from nurseapp.people.roles import Role, respondent, role_in_words


def offer(station: OpenStation, person: int, *, on: date | None = None) -> EntryOffer:
    """What may be entered for this person, with the age forms that fit on that day (today)."""
    day = on or station.day
    return station.journal.read(lambda cursor: _offered(station, cursor, person, day))


def mode_of(form: Form) -> EntryMode | None:
    """How the form is entered; None for one whose answers are anonymous."""
    if form.anonymous:
        return None
    if form.not_scored is not None:
        return "received"
    return "observer" if "observer" in form.answered_by else "paper"


def needs_certificate(form: Form) -> bool:
    """Whether an observer must tell of her certificate: where her score counts as one."""
    return mode_of(form) == "observer" and form.about.training is not None and bool(form.scales)


def _offered(station: OpenStation, cursor: Cursor, number: int, day: date) -> EntryOffer:
    family = circle(cursor, [number])
    person = family.people[number]
    if person.kind == "child":
        adults = family.adults_of(number)
        roles = frozenset(respondent(Role(role)) for _adult, role in adults)
        forms = tuple(_about_child(station, person, day, roles))
    elif person.kind == "adult":
        role = standing_of(cursor, number, day).role
        forms = tuple(_about_adult(station, role))
    else:
        forms = ()
    sheets = screenings.screenings_of(cursor, number)
    stages = tuple(_second_stage(station, sheet) for sheet in sheets if is_due(sheet))
    return EntryOffer(
        subject=number,
        subject_name=person.name,
        forms=(*stages, *forms),
        adults=tuple(
            (adult.person, f"{adult.name} ({role_in_words(Role(role))})")
            for adult, role in family.adults_of(number)
        ),
    )


def _about_adult(station: OpenStation, role: str) -> Iterator[EntryForm]:
    for loaded in station.library.forms:
        form = loaded.form
        made_for = role in form.answered_by or "observer" in form.answered_by
        if form.subject == "respondent" and made_for and mode_of(form) is not None:
            yield _entry_form(station, loaded)


def _about_child(
    station: OpenStation, child: Person, day: date, roles: frozenset[str]
) -> Iterator[EntryForm]:
    """`roles` are those of the adults beside the child."""
    for fit in fits(station, child, day):
        form = fit.loaded.form
        answering = {"observer", *roles}.intersection(form.answered_by)
        if mode_of(form) is not None and answering:
            yield _entry_form(station, fit.loaded, fit)


def _entry_form(station: OpenStation, loaded: LoadedForm, fit: AgeFit | None = None) -> EntryForm:
    form, mode = loaded.form, mode_of(loaded.form)
    assert mode is not None
    training = form.about.training
    return EntryForm(
        form=form.id,
        title=form.name,
        mode=mode,
        purpose=form.about.purpose.said(language()),
        alone_required=form.alone_required,
        needs_respondent=mode == "paper" and form.subject == "child",
        needs_certificate=needs_certificate(form),
        training_words="" if training is None else training.said(language()),
        age_words="" if fit is None else fit.words,
        twice=mode == "paper",
        why_not=_why_not(station, loaded, fit),
    )


def _why_not(station: OpenStation, loaded: LoadedForm, fit: AgeFit | None) -> str:
    if fit is not None and fit.why_not:
        return FormNotUsableError(form=loaded.form.name, why=fit.why_not).sentence
    try:
        require_usable_on_paper(station, loaded)
    except FormNotUsableError as error:
        return error.sentence
    return ""


def _second_stage(station: OpenStation, sheet: Screening) -> EntryForm:
    """The interview that goes on with a sheet; only the very form it was answered on will do."""
    loaded = form_of(station, sheet)
    changed = FormNotUsableError(
        form=sheet.form_title, why=_("skjemaet er endret siden arket ble besvart")
    )
    return EntryForm(
        form=sheet.form,
        title=_("{form}: oppfølgingssamtale").format(form=sheet.form_title),
        mode="second_stage",
        purpose=_("Besvart {day}").format(day=answered_words(sheet)),
        alone_required=False,
        needs_respondent=False,
        needs_certificate=False,
        continues=sheet.screening,
        why_not="" if loaded is not None else changed.sentence,
    )
