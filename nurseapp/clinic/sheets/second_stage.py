"""The second stage of a sheet: the nurse asks what the first calls for, and it decides."""

from __future__ import annotations

from collections.abc import Mapping

from nurseapp.base.errors import AlreadyClosedError, AnswersError, FormNotUsableError
from nurseapp.base.text import _
from nurseapp.clinic.sheets.consequences import consequences, form_of
from nurseapp.clinic.sheets.sheet_record import SheetRecord, sheet_record
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Form
from nurseapp.forms.question import Question, questions_of
from nurseapp.forms.visibility import visibility
from nurseapp.journal.entries.followup import AlertClosed
from nurseapp.journal.entries.screening import SheetEntered
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries.screenings import Screening


def is_due(sheet: Screening) -> bool:
    """Whether the first stage calls for the second, and not all of it is answered."""
    return sheet.two_stage == "called_for" and sheet.state == "finished"


def due(station: OpenStation, screening: int, form: str) -> tuple[SheetRecord, LoadedForm]:
    """The sheet whose second stage is due, and the very form its first was answered on.

    Raises AlreadyClosedError where none is, FormNotUsableError when that form is not here any
    more.
    """
    record = station.journal.read(lambda cursor: sheet_record(cursor, screening))
    if not is_due(record.sheet) or record.sheet.form != form:
        raise AlreadyClosedError
    loaded = form_of(station, record.sheet)
    if loaded is None:
        why = _("skjemaet er endret siden arket ble besvart")
        raise FormNotUsableError(form=record.sheet.form_title, why=why)
    return record, loaded


def questions_due(form: Form, answers: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions of stage 2 that these answers call for, each by itself."""
    shown = visibility(questions_of(form, None), answers)
    return tuple(each for each in questions_of(form, 2) if shown[each.id] is not False)


def go_on(station: OpenStation, form: str, subject: int, body: SheetEntered) -> int:
    """Adds the answers to the sheet and scores it anew; the alert closes when all are there.

    Raises AlreadyClosedError, FormNotUsableError, AnswersError for answers to other questions and
    for a day before the first stage's.
    """
    record, loaded = due(station, body.screening, form)
    if record.sheet.subject != subject:
        raise AlreadyClosedError
    if body.day < day_of(record.sheet.answered_at).toordinal():
        raise AnswersError(why=_("oppfølgingssamtalen ligger før dagen arket ble besvart"))
    asked = {question.id for question in questions_due(loaded.form, record.given)}
    if any(answer.item not in asked for answer in body.answers):
        raise AnswersError(why=_("oppfølgingssamtalen gjelder bare punktene som ga poeng"))
    answers = record.answers | {answer.item: answer.option for answer in body.answers}
    result = consequences(loaded, record.sheet, answers, record.alerts, ended=False)
    closings = _closings(station, record) if result.scored.two_stage == "answered" else []
    bodies = (body, *result.bodies, *closings)
    station.journal.append(station.author, [Entry(subject=subject, body=each) for each in bodies])
    return body.screening


def _closings(station: OpenStation, record: SheetRecord) -> list[AlertClosed]:
    return [
        AlertClosed(
            alert=alert.alert,
            action=_("Oppfølgingssamtalen er gjort"),
            by=station.user.name,
            at=int(station.clock.now().timestamp()),
            next_contact=None,
            next_contact_words="",
            duty_to_notify="",
        )
        for alert in record.alerts
        if alert.kind == "second_stage" and not alert.closed_at
    ]
