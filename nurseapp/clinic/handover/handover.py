"""Hands the device to a parent: who may answer what, and the ticket for the parent's window."""

from __future__ import annotations

import os
from typing import Any

from nurseapp.base.errors import AlreadyClosedError, FormNotUsableError
from nurseapp.base.system import private_folder
from nurseapp.base.text import _
from nurseapp.clinic.handover.hand_over_offer import RESUMABLE, offer, respondents
from nurseapp.clinic.handover.intake import take_in_answers
from nurseapp.clinic.handover.tickets import Sheet, blank_sheet, outbox_file, ticket_for, unanswered
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.sheets.beginnings import Answering, begun, require_beside, require_own_visit
from nurseapp.clinic.sheets.sheet_wording import words_begun_with, words_to_keep
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.handover import HandOverChoice, NotNow
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.followup import AlertClosed
from nurseapp.journal.entries.screening import (
    NotNowRecorded,
    ScreeningStarted,
    SessionKeys,
    SessionOpened,
    SheetAbandoned,
    SheetWithdrawn,
)
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup, screenings
from nurseapp.outbox.ticket import OpenSession, new_session
from nurseapp.people.typed import one_line, plain_text

__all__ = [
    "abandon_unfinished",
    "hand_over",
    "not_now",
    "offer",
    "respondents",
    "resume",
    "take_in_answers",
    "withdraw",
]


def hand_over(station: OpenStation, choice: HandOverChoice) -> dict[str, Any]:
    """Records that the device changes hands, and gives the ticket for the launcher.

    The ticket can seal answers and open none. Raises FormNotUsableError, UnknownFormError,
    FormProblemsError, DiskError.
    """
    loaded = station.library.form(choice.form)
    _refuse_unready(loaded, choice)
    sheet = _blank_sheet(station, loaded, choice)
    answering = Answering(
        subject=choice.about or choice.subject,
        respondent=choice.subject if choice.about else 0,
        day=station.day,
        visit=choice.visit or 0,
    )
    started = station.journal.read(lambda cursor: begun(station, cursor, loaded, answering))
    return _open_session(station, sheet, choice, started)


def resume(station: OpenStation, screening: int, *, alone: bool = False) -> dict[str, Any]:
    """A ticket with only the items that have no answer; the answers join the same sheet.

    It goes on in the very words it was begun in, whatever was approved since. Raises
    AlreadyClosedError for a sheet that is finished, FormNotUsableError when the form has changed
    since or its words are not kept, when it asks that the nurse has seen again that the parent
    is `alone`, or is about a child the parent has no place beside any more.
    """

    def paused(cursor: Cursor) -> tuple[screenings.Screening, dict[str, str | None]]:
        sheet = screenings.screening(cursor, screening)
        if sheet is None or sheet.state not in RESUMABLE:
            raise AlreadyClosedError
        answers = screenings.answers_of(cursor, screening)
        return sheet, {each.item: each.option for each in answers}

    before, answers = station.journal.read(paused)
    loaded = station.library.form(before.form)
    if loaded.sha256 != before.sha256:
        why = _("skjemaet er endret siden arket ble påbegynt")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    choice = _begun_as(before, alone=alone)
    _refuse_unready(loaded, choice)
    if choice.about:
        station.journal.read(
            lambda cursor: require_beside(cursor, loaded, choice.subject, choice.about)
        )
    usable_wordings(station, loaded)  # a form that was withdrawn is not gone on with
    words = station.journal.read(lambda cursor: words_begun_with(cursor, before, loaded))
    sheet = unanswered(blank_sheet(loaded, words, choice.language, choice.layout), answers)
    return _open_session(station, sheet, choice, None, screening)


def _begun_as(before: screenings.Screening, *, alone: bool) -> HandOverChoice:
    """What the nurse decided when the sheet was begun."""
    return HandOverChoice(
        subject=before.respondent or before.subject,
        about=before.subject if before.respondent else 0,
        form=before.form,
        language=before.language,
        layout=before.layout,  # type: ignore[arg-type] # from a HandOverChoice
        how=before.how,  # type: ignore[arg-type] # from a HandOverChoice
        interpreter=before.interpreter,  # type: ignore[arg-type] # from a HandOverChoice
        interpreter_name=before.interpreter_name,
        alone=alone,
        informed=True,  # before the sheet was begun
    )


def not_now(station: OpenStation, noted: NotNow) -> None:
    """Records an outcome without a form; the reason may be empty. Raises FormNotUsableError."""
    visit = noted.visit or 0
    station.journal.read(lambda cursor: require_own_visit(cursor, visit, noted.subject))
    title = station.library.form(noted.form).form.name if noted.form else ""
    body = NotNowRecorded(noted.form, title, noted.outcome, plain_text(noted.reason), visit)
    station.journal.append(station.author, [Entry(subject=noted.subject, body=body)])


def withdraw(station: OpenStation, screening: int, why: str) -> None:
    """The person takes the answers back: they no longer count, and stay readable in the record.

    What they called for is put away with them, except a critical answer, which somebody closes.
    Raises AlreadyClosedError for a sheet that was taken back before.
    """
    reason = plain_text(why)
    alerts = station.journal.read(lambda cursor: followup.alerts_on(cursor, screening))
    put_away = [
        AlertClosed(
            alert=alert.alert,
            action=_("Svarene er trukket tilbake"),
            by=station.user.name,
            at=int(station.clock.now().timestamp()),
            next_contact=None,
            next_contact_words="",
            duty_to_notify="",
        )
        for alert in alerts
        if not alert.closed_at and alert.kind != "critical"
    ]
    _end(station, screening, SheetWithdrawn(screening, reason), *put_away, unless={"withdrawn"})


def abandon_unfinished(station: OpenStation, screening: int, why: str) -> None:
    """Lets an unfinished sheet stay as it is: incomplete, and not to be taken up again.

    Raises AlreadyClosedError for any other sheet.
    """
    body = SheetAbandoned(screening, plain_text(why))
    _end(station, screening, body, unless={"finished", "abandoned", "withdrawn"})


def _refuse_unready(loaded: LoadedForm, choice: HandOverChoice) -> None:
    """Consent and privacy are asked here too, whatever the screen did."""
    _refuse_professionals(loaded)
    if not choice.informed:
        why = _("den som svarer, må vite at det er frivillig og hvem som ser svarene")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    if loaded.form.alone_required and not choice.alone:
        why = _("den som svarer, må være alene i rommet")
        raise FormNotUsableError(form=loaded.form.name, why=why)


def _refuse_professionals(loaded: LoadedForm) -> None:
    """What a professional fills in never leaves her hands, nor does what must stay anonymous."""
    form = loaded.form
    if "observer" in form.answered_by or form.not_scored is not None:
        why = _("det fylles ut av helsepersonell og overleveres aldri")
        raise FormNotUsableError(form=form.name, why=why)
    if form.anonymous:
        why = _("svarene er anonyme og hører ikke til i noen journal")
        raise FormNotUsableError(form=form.name, why=why)


def _end(
    station: OpenStation,
    screening: int,
    body: SheetWithdrawn | SheetAbandoned,
    *more: AlertClosed,
    unless: set[str],
) -> None:
    sheet = station.journal.read(lambda cursor: screenings.screening(cursor, screening))
    if sheet is None or sheet.state in unless:
        raise AlreadyClosedError
    entries = [Entry(subject=sheet.subject, body=each) for each in (body, *more)]
    station.journal.append(station.author, entries)


def _blank_sheet(station: OpenStation, loaded: LoadedForm, choice: HandOverChoice) -> Sheet:
    return blank_sheet(loaded, usable_wordings(station, loaded), choice.language, choice.layout)


def _open_session(
    station: OpenStation,
    sheet: Sheet,
    choice: HandOverChoice,
    started: ScreeningStarted | None,
    screening: int = 0,
) -> dict[str, Any]:
    """Writes the session with its keys, and gives the ticket."""
    private_folder(station.outbox)
    subject = choice.about or choice.subject
    seal, opened = new_session(sheet.questionnaire.sha256, os.urandom)
    with station.journal.write(station.author) as unit:
        if started is not None:
            screening = unit.add(Entry(subject=subject, body=started)).ref
        for words in station.journal.read(lambda cursor: words_to_keep(cursor, sheet.words)):
            unit.add(Entry(subject=None, body=words))
        session = _session(sheet, choice, screening, opened)
        unit.add(Entry(subject=subject, body=session))
        unit.add(Entry(subject=subject, body=_keys(opened)))
    return ticket_for(station, sheet, seal, outbox_file(station.outbox, seal.session))


def _session(
    sheet: Sheet, choice: HandOverChoice, screening: int, opened: OpenSession
) -> SessionOpened:
    return SessionOpened(
        screening=screening,
        session=opened.session,
        language=choice.language,
        layout=choice.layout,
        how=choice.how,
        interpreter=choice.interpreter,
        interpreter_name=one_line(choice.interpreter_name),
        alone=choice.alone,
        asked=tuple(item.id for item in sheet.questionnaire.items),
        wordings=tuple((each.language, wording_sha256(each)) for each in sheet.words),
    )


def _keys(opened: OpenSession) -> SessionKeys:
    return SessionKeys(
        session=opened.session,
        form_sha256=opened.form_sha256,
        private_key=opened.private_key,
        mac_key=opened.mac_key,
    )
