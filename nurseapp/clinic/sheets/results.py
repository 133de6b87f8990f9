"""One sheet's result: reading it, judging it, correcting it."""

from __future__ import annotations

from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.errors import AlreadyClosedError, FormNotUsableError, PersonIncompleteError
from nurseapp.base.text import _, language
from nurseapp.clinic.people.naming import age_words, place_in_family
from nurseapp.clinic.sheets.consequences import consequences, form_of
from nurseapp.clinic.sheets.entered_words import answered_by_words, entered_lines
from nurseapp.clinic.sheets.item_rows import item_rows, left_open_rows
from nurseapp.clinic.sheets.result_view import (
    assessments,
    critical_cards,
    second_stage_words,
    step_offers,
    unverified_words,
)
from nurseapp.clinic.sheets.scale_views import scale_views, summary, unlicensed_words
from nurseapp.clinic.sheets.second_stage import is_due
from nurseapp.clinic.sheets.sheet_record import SheetRecord, sheet_record
from nurseapp.clinic.sheets.sheet_wording import sheet_wording
from nurseapp.clinic.sheets.sheet_words import (
    answered_words,
    how_words,
    quick_words,
    respondent_words,
)
from nurseapp.clinic.station.moments import day_of, moment
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.result import NewAssessment, PlannedStep, ResultView
from nurseapp.forms.library import LoadedForm
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.followup import (
    AlertClosed,
    AssessmentWritten,
    StepFinished,
    StepPlanned,
)
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.entries.screening import AnswerCorrected
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries.families import Circle, circle
from nurseapp.journal.queries.record import taking_back_of
from nurseapp.journal.queries.screenings import Screening
from nurseapp.people.typed import plain_text

_CLOSED_BY_ASSESSMENT = frozenset({"over_cut_off", "incomplete", "damaged"})


def result(station: OpenStation, screening: int) -> ResultView:
    """The result as it was saved; writes that the user read it."""
    record = station.journal.read(lambda cursor: sheet_record(cursor, screening))
    subject = record.sheet.subject
    read = Entry(subject=subject, body=RecordRead("result", screening))
    station.journal.append(station.author, [read])
    return station.journal.read(lambda cursor: _view(station, cursor, record))


def assess(station: OpenStation, new: NewAssessment) -> None:
    """Writes the nurse's assessment and plan; that closes every alert but a critical one.

    Raises PersonIncompleteError when there is neither text nor step.
    """
    record = station.journal.read(lambda cursor: sheet_record(cursor, new.screening))
    text = plain_text(new.text)
    if not text and not new.steps:
        raise PersonIncompleteError(missing=_("vurderingen"))
    subject = record.sheet.subject
    loaded = form_of(station, record.sheet)
    with station.journal.write(station.author) as unit:
        if text:
            unit.add(Entry(subject=subject, body=AssessmentWritten(new.screening, text)))
        for step in new.steps:
            number = _open_step(record, step.code)
            if number is None:
                number = unit.add(Entry(subject=subject, body=_planned(record, loaded, step))).ref
            if step.done:
                unit.add(Entry(subject=subject, body=StepFinished(number, "")))
        for closing in _closings(station, record, new, text):
            unit.add(Entry(subject=subject, body=closing))


def correct_answer(
    station: OpenStation, screening: int, item: str, option: str | None, why: str
) -> None:
    """Holds another answer right, and scores the sheet anew; the old one stays readable.

    A critical answer that is corrected away keeps its alert until somebody closes it; one that
    comes in raises one. Raises AnswersError, PersonIncompleteError without a reason,
    FormNotUsableError when the form has changed since, AlreadyClosedError for a withdrawn sheet.
    """
    reason = plain_text(why)
    if not reason:
        raise PersonIncompleteError(missing=_("hvorfor det rettes"))
    record = station.journal.read(lambda cursor: sheet_record(cursor, screening))
    sheet = record.sheet
    if sheet.state == "withdrawn":
        raise AlreadyClosedError
    loaded = form_of(station, sheet)
    if loaded is None:
        raise FormNotUsableError(form=sheet.form_title, why=_("skjemaet er endret siden"))
    corrected = record.answers | {item: option}
    ended = sheet.state in {"finished", "abandoned"}
    result = consequences(loaded, sheet, corrected, record.alerts, ended=ended)
    bodies = (AnswerCorrected(screening, item, option, reason), *result.bodies)
    station.journal.append(
        station.author, [Entry(subject=sheet.subject, body=body) for body in bodies]
    )


def _view(station: OpenStation, cursor: Cursor, record: SheetRecord) -> ResultView:
    sheet = record.sheet
    loaded = form_of(station, sheet)
    family = circle(cursor, [sheet.subject])
    person = family.people.get(sheet.subject)
    answered = sum(option is not None for option in record.answers.values())
    resumable = sheet.state in {"open", "unfinished"}
    return ResultView(
        screening=sheet.screening,
        subject=sheet.subject,
        subject_name=person.name if person is not None else "",
        subject_words=_subject_words(family, sheet, station.day),
        form=sheet.form,
        form_title=sheet.form_title,
        version=sheet.version,
        sha256=sheet.sha256,
        answered_at=moment(sheet.answered_at),
        how_words=how_words(sheet),
        training=bool(sheet.training),
        complete=bool(sheet.complete),
        withdrawn=_withdrawn_words(cursor, record),
        quick_note=quick_words(sheet, answered),
        critical=critical_cards(record, loaded),
        scales=scale_views(record, loaded),
        items=item_rows(record, loaded, sheet_wording(cursor, sheet, loaded)),
        left_open=left_open_rows(record, loaded, sheet_wording(cursor, sheet, loaded)),
        steps=step_offers(record, loaded, station.day),
        assessments=assessments(record),
        open_alerts=tuple(alert.alert for alert in record.alerts if not alert.closed_at),
        can_resume=resumable,
        answered_words=answered_words(sheet),
        entered=entered_lines(record),
        respondent_words=answered_by_words(record),
        age_words=sheet.age_words,
        summary=tuple(line for line in (*summary(record), unlicensed_words(loaded)) if line),
        second_stage=second_stage_words(record),
        unverified=unverified_words(loaded),
        resume_alone=resumable and loaded is not None and loaded.form.alone_required,
    )


def _subject_words(family: Circle, sheet: Screening, day: date) -> str:
    """An adult's place in the family; a child's age on the day it was answered."""
    person = family.people.get(sheet.subject)
    if person is not None and person.kind == "child":
        return age_words(person, day_of(sheet.answered_at))
    return place_in_family(family, sheet.subject, day) or respondent_words(sheet.role)


def _withdrawn_words(cursor: Cursor, record: SheetRecord) -> str:
    sheet = record.sheet
    if sheet.state != "withdrawn":
        return ""
    taken = taking_back_of(cursor, sheet.subject, sheet.screening)
    said = _("Trukket tilbake")
    if taken is not None:  # the law may have had it erased
        said = _("Trukket tilbake {day} av {who}: {why}").format(
            day=short_date(taken.moment), who=record.users.get(taken.author, ""), why=sheet.why
        )
    return f"{said.rstrip(' :.')}. {_('Svarene teller ikke, og blir stående i journalen.')}"


def _open_step(record: SheetRecord, code: str) -> int | None:
    return next(
        (step.step for step in record.steps if step.code == code and not step.done_at), None
    )


def _planned(record: SheetRecord, loaded: LoadedForm | None, step: PlannedStep) -> StepPlanned:
    words = step.code
    if loaded is not None and any(each.id == step.code for each in loaded.form.steps):
        words = loaded.form.step(step.code).name.said(language())
    due: date | None = step.due
    return StepPlanned(
        screening=record.sheet.screening,
        code=step.code,
        words=words,
        due_day=None if due is None else due.toordinal(),
    )


def _closings(
    station: OpenStation, record: SheetRecord, new: NewAssessment, text: str
) -> list[AlertClosed]:
    """What the assessment closes: never a critical alert, which asks for more.

    That a second stage is due is let go only when something else is planned, so that it stays
    on the clinic's list; or when a correction has taken away what called for it.
    """
    let_go = bool(new.steps) or not is_due(record.sheet)
    closed = _CLOSED_BY_ASSESSMENT | ({"second_stage"} if let_go else set())
    return [
        AlertClosed(
            alert=alert.alert,
            action=text or _("Plan lagt"),
            by=station.user.name,
            at=int(station.clock.now().timestamp()),
            next_contact=None,
            next_contact_words="",
            duty_to_notify="",
        )
        for alert in record.alerts
        if not alert.closed_at and alert.kind in closed
    ]
