"""How a sheet begins: whose record it belongs in, who answers, and how old a child is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, NoReturn

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _
from nurseapp.clinic.library.child_forms import AgeFit, age_fit, child_sex
from nurseapp.clinic.library.form_choice import Standing, standing_of
from nurseapp.clinic.people.naming import born
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Form
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import ScreeningStarted
from nurseapp.journal.queries import people, screenings
from nurseapp.journal.queries.families import circle
from nurseapp.journal.queries.people import Person
from nurseapp.people.ages import age_on


class Answering(NamedTuple):
    """Whose record (`subject`), which adult answers for a child (0 for nobody), and when."""

    subject: int
    respondent: int
    day: date
    visit: int


def begun(
    station: OpenStation, cursor: Cursor, loaded: LoadedForm, answering: Answering
) -> ScreeningStarted:
    """The entry a sheet begins with; raises FormNotUsableError for whom it is not made for.

    A parent's own answers never get into a child's record, nor answers about a child into
    anybody else's.
    """
    require_own_visit(cursor, answering.visit, answering.subject, answering.respondent)
    subject = people.person(cursor, answering.subject)
    if subject is None or subject.kind != _kind_of(loaded.form):
        _refuse(loaded)
    if loaded.form.subject == "child":
        return _about_child(station, cursor, loaded, answering, subject)
    standing = _own_standing(cursor, loaded, answering)
    return _started(station, loaded, standing, answering)


def require_beside(cursor: Cursor, loaded: LoadedForm, adult: int, child: int) -> None:
    """Raises FormNotUsableError for an adult who has no place beside the child, or no more."""
    beside = circle(cursor, [adult]).children_of(adult)
    if not any(relative.person.person == child for relative in beside):
        _refuse(loaded)


def require_own_visit(cursor: Cursor, visit: int, *whose: int) -> None:
    """Raises FormNotUsableError for a visit (0 for none) that is about none of them or their own.

    What is written about one family would mark another family's visit as done.
    """
    if not visit:
        return
    planned = screenings.visit(cursor, visit)
    family = circle(cursor, whose)
    beside = (family.children_of(each) + family.adults_of(each) for each in family.people)
    known = {*family.people, *(relative.person.person for each in beside for relative in each)}
    if planned is None or known.isdisjoint({planned.person, planned.respondent}):
        raise FormNotUsableError(form=_("Konsultasjonen"), why=_("den gjelder en annen familie"))


def _kind_of(form: Form) -> str:
    return "child" if form.subject == "child" else "adult"


def _own_standing(cursor: Cursor, loaded: LoadedForm, answering: Answering) -> Standing:
    visit = screenings.visit(cursor, answering.visit) if answering.visit else None
    towards = visit.person if visit is not None and visit.person != answering.subject else 0
    standing = standing_of(cursor, answering.subject, answering.day, towards)
    if "observer" in loaded.form.answered_by:
        return standing._replace(role="observer")
    if standing.role not in loaded.form.answered_by:
        _refuse(loaded)
    return standing


def _about_child(
    station: OpenStation,
    cursor: Cursor,
    loaded: LoadedForm,
    answering: Answering,
    child: Person,
) -> ScreeningStarted:
    standing = Standing("observer", None, child.person)
    if "observer" not in loaded.form.answered_by:
        standing = _carer(cursor, loaded, answering)
    fit = age_fit(loaded, child, answering.day)
    if fit.why_not:
        raise FormNotUsableError(form=loaded.form.name, why=fit.why_not)
    return _started(station, loaded, standing, answering, child=child, fit=fit)


def _carer(cursor: Cursor, loaded: LoadedForm, answering: Answering) -> Standing:
    """An adult beside the child, in the role she has there."""
    require_beside(cursor, loaded, answering.respondent, answering.subject)
    standing = standing_of(cursor, answering.respondent, answering.day, answering.subject)
    if standing.role not in loaded.form.answered_by:
        _refuse(loaded)
    return standing


def _started(
    station: OpenStation,
    loaded: LoadedForm,
    standing: Standing,
    answering: Answering,
    *,
    child: Person | None = None,
    fit: AgeFit | None = None,
) -> ScreeningStarted:
    form = loaded.form
    birth = born(child) if child is not None else None
    return ScreeningStarted(
        form=form.id,
        form_title=form.name,
        version=form.version,
        sha256=loaded.sha256,
        role=standing.role,
        week=standing.week,
        towards=standing.towards,
        visit=answering.visit,
        training=station.training,
        respondent=answering.respondent if child is not None else 0,
        child_months=None if birth is None else age_on(birth, answering.day).months,
        child_sex="" if child is None else child_sex(child),
        gestation_days=None if child is None else child.gestation_days,
        chronological=fit.chronological if fit is not None else None,
        corrected=fit.corrected if fit is not None else None,
        age_words=fit.words if fit is not None else "",
        off_hand_outs=form.off_hand_outs,
        family=form.family or "",
    )


def _refuse(loaded: LoadedForm) -> NoReturn:
    why = _("det er ikke laget for den som skal svare")
    raise FormNotUsableError(form=loaded.form.name, why=why)
