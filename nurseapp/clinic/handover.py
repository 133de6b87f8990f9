"""Hands the device to a parent: who may answer what, and the ticket for the parent's window."""

from __future__ import annotations

import os
from typing import Any

from nurseapp.base.dates import short_date
from nurseapp.base.errors import AlreadyClosedError, FormNotUsableError
from nurseapp.base.system import private_folder
from nurseapp.base.text import _
from nurseapp.clinic.form_choice import Standing, choices_for, standing_of, usable_wordings
from nurseapp.clinic.intake import take_in_answers
from nurseapp.clinic.moments import day_of
from nurseapp.clinic.naming import place_in_family
from nurseapp.clinic.open_station import OpenStation
from nurseapp.clinic.sheet_words import saved_words
from nurseapp.clinic.tickets import Sheet, outbox_file, ticket_for, unanswered
from nurseapp.clinic.values.handover import HandOverChoice, HandOverOffer, NotNow
from nurseapp.forms.library import LoadedForm
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import (
    NotNowRecorded,
    ScreeningStarted,
    SessionKeys,
    SessionOpened,
    SheetAbandoned,
    SheetWithdrawn,
)
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import people, screenings
from nurseapp.journal.queries.families import circle
from nurseapp.outbox.ticket import OpenSession, new_session
from nurseapp.people.roles import Role, role_in_words
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

_RESUMABLE = frozenset({"open", "unfinished"})


def respondents(station: OpenStation, person: int) -> tuple[tuple[int, str], ...]:
    """The adults beside a child or a pregnancy with their place, or the adult herself."""
    family = station.journal.read(lambda cursor: circle(cursor, [person]))
    if family.people[person].kind == "adult":
        return ((person, family.people[person].name),)
    return tuple(
        (adult.person, f"{adult.name} ({role_in_words(Role(role))})")
        for adult, role in family.adults_of(person)
    )


def offer(station: OpenStation, person: int, *, visit: int | None = None) -> HandOverOffer:
    """What may be handed to this adult now; for a child, to the one whose answers the visit wants.

    Without a visit, or one that names nobody, that is the first adult beside the child.
    """

    def offered(cursor: Cursor) -> HandOverOffer:
        family = circle(cursor, [person])
        adult = family.people[person]
        planned = screenings.visit(cursor, visit) if visit else None
        standing = standing_of(cursor, person, station.day)
        forms = choices_for(station, standing) if adult.kind == "adult" else ()
        wanted = planned.form if planned is not None else ""
        usable = [choice.form for choice in forms if not choice.why_not]
        first = usable or [choice.form for choice in forms] or [""]
        unfinished = _unfinished_of(cursor, person)
        return HandOverOffer(
            subject=person,
            subject_name=adult.name,
            subject_words=place_in_family(family, person, station.day),
            forms=forms,
            default_form=wanted if any(wanted == each.form for each in forms) else first[0],
            interpreter_need=adult.interpreter,  # type: ignore[arg-type] # from PersonDetails
            visit=visit,
            unfinished=unfinished.screening if unfinished else None,
            unfinished_words=_unfinished_words(station, cursor, unfinished) if unfinished else "",
            unfinished_form=unfinished.form if unfinished else "",
        )

    choices = respondents(station, person)
    if choices and choices[0][0] != person:
        return offer(station, _expected(station, visit, choices), visit=visit)
    return station.journal.read(offered)


def _expected(station: OpenStation, visit: int | None, choices: tuple[tuple[int, str], ...]) -> int:
    planned = (
        station.journal.read(lambda cursor: screenings.visit(cursor, visit)) if visit else None
    )
    named = planned.respondent if planned is not None else 0
    return named if any(named == adult for adult, _words in choices) else choices[0][0]


def hand_over(station: OpenStation, choice: HandOverChoice) -> dict[str, Any]:
    """Records that the device changes hands, and gives the ticket for the launcher.

    The ticket can seal answers and open none. Raises FormNotUsableError, UnknownFormError,
    FormProblemsError, DiskError.
    """
    loaded = station.library.form(choice.form)
    _refuse_unready(loaded, choice)
    sheet = _blank_sheet(station, loaded, choice)
    standing = station.journal.read(lambda cursor: _standing(station, cursor, choice))
    if standing is None or standing.role not in loaded.form.answered_by:
        why = _("det er ikke laget for den som skal svare")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    started = ScreeningStarted(
        form=loaded.form.id,
        form_title=loaded.form.name,
        version=loaded.form.version,
        sha256=loaded.sha256,
        role=standing.role,
        week=standing.week,
        towards=standing.towards,
        visit=choice.visit or 0,
        training=station.training,
    )
    return _open_session(station, sheet, choice, started)


def resume(station: OpenStation, screening: int, *, alone: bool = False) -> dict[str, Any]:
    """A ticket with only the items that have no answer; the answers join the same sheet.

    Raises AlreadyClosedError for a sheet that is finished, FormNotUsableError when the form has
    changed since, or asks that the nurse has seen again that the parent is `alone`.
    """

    def paused(cursor: Cursor) -> tuple[screenings.Screening, dict[str, str | None]]:
        sheet = screenings.screening(cursor, screening)
        if sheet is None or sheet.state not in _RESUMABLE:
            raise AlreadyClosedError
        answers = screenings.answers_of(cursor, screening)
        return sheet, {each.item: each.option for each in answers}

    before, answers = station.journal.read(paused)
    loaded = station.library.form(before.form)
    if loaded.sha256 != before.sha256:
        why = _("skjemaet er endret siden arket ble påbegynt")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    choice = HandOverChoice(
        subject=before.subject,
        form=before.form,
        language=before.language,
        layout=before.layout,  # type: ignore[arg-type] # from a HandOverChoice
        how=before.how,  # type: ignore[arg-type] # from a HandOverChoice
        interpreter=before.interpreter,  # type: ignore[arg-type] # from a HandOverChoice
        interpreter_name=before.interpreter_name,
        alone=alone,
        informed=True,  # before the sheet was begun
    )
    _refuse_unready(loaded, choice)
    sheet = unanswered(_blank_sheet(station, loaded, choice), answers)
    return _open_session(station, sheet, choice, None, screening)


def not_now(station: OpenStation, noted: NotNow) -> None:
    """Records an outcome without a form; the reason may be empty."""
    title = station.library.form(noted.form).form.name if noted.form else ""
    body = NotNowRecorded(
        noted.form, title, noted.outcome, plain_text(noted.reason), noted.visit or 0
    )
    station.journal.append(station.author, [Entry(subject=noted.subject, body=body)])


def withdraw(station: OpenStation, screening: int, why: str) -> None:
    """The person takes the answers back: they no longer count, and stay readable in the record."""
    _end(station, screening, SheetWithdrawn(screening, plain_text(why)))


def abandon_unfinished(station: OpenStation, screening: int, why: str) -> None:
    """Lets an unfinished sheet stay as it is: incomplete, and not to be taken up again."""
    _end(station, screening, SheetAbandoned(screening, plain_text(why)))


def _refuse_unready(loaded: LoadedForm, choice: HandOverChoice) -> None:
    """Consent and privacy are asked here too, whatever the screen did."""
    if not choice.informed:
        why = _("den som svarer, må vite at det er frivillig og hvem som ser svarene")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    if loaded.form.alone_required and not choice.alone:
        why = _("den som svarer, må være alene i rommet")
        raise FormNotUsableError(form=loaded.form.name, why=why)


def _end(station: OpenStation, screening: int, body: SheetWithdrawn | SheetAbandoned) -> None:
    sheet = station.journal.read(lambda cursor: screenings.screening(cursor, screening))
    if sheet is None or sheet.state in {"withdrawn", "abandoned"}:
        raise AlreadyClosedError
    station.journal.append(station.author, [Entry(subject=sheet.subject, body=body)])


def _standing(station: OpenStation, cursor: Cursor, choice: HandOverChoice) -> Standing | None:
    """None for whoever cannot answer for herself: a parent's answers are no child's record."""
    subject = people.person(cursor, choice.subject)
    if subject is None or subject.kind != "adult":
        return None
    visit = screenings.visit(cursor, choice.visit) if choice.visit else None
    towards = visit.person if visit is not None and visit.person != choice.subject else 0
    return standing_of(cursor, choice.subject, station.day, towards)


def _blank_sheet(station: OpenStation, loaded: LoadedForm, choice: HandOverChoice) -> Sheet:
    from nurseapp.forms.questionnaire import questionnaire_for

    wordings = usable_wordings(station, loaded)
    languages = [wording.language for wording in wordings]
    if choice.language not in languages:
        why = _("det finnes ikke på dette språket")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    others = [each for each in languages if each != choice.language]
    return Sheet(
        questionnaire=questionnaire_for(loaded, wordings, choice.layout),
        languages=(choice.language, *others),
        resumed=False,
    )


def _open_session(
    station: OpenStation,
    sheet: Sheet,
    choice: HandOverChoice,
    started: ScreeningStarted | None,
    screening: int = 0,
) -> dict[str, Any]:
    """Writes the session with its keys, and gives the ticket."""
    private_folder(station.outbox)
    seal, opened = new_session(sheet.questionnaire.sha256, os.urandom)
    with station.journal.write(station.author) as unit:
        if started is not None:
            screening = unit.add(Entry(subject=choice.subject, body=started)).ref
        session = _session(sheet, choice, screening, opened)
        unit.add(Entry(subject=choice.subject, body=session))
        unit.add(Entry(subject=choice.subject, body=_keys(opened)))
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
    )


def _keys(opened: OpenSession) -> SessionKeys:
    return SessionKeys(
        session=opened.session,
        form_sha256=opened.form_sha256,
        private_key=opened.private_key,
        mac_key=opened.mac_key,
    )


def _unfinished_of(cursor: Cursor, person: int) -> screenings.Screening | None:
    sheets = screenings.screenings_of(cursor, person)
    return next((each for each in reversed(sheets) if each.state in _RESUMABLE), None)


def _unfinished_words(station: OpenStation, cursor: Cursor, sheet: screenings.Screening) -> str:
    answered = len(screenings.answers_of(cursor, sheet.screening))
    saved = saved_words(answered)
    words = _("{form} er ikke fullført. {saved}.").format(form=sheet.form_title, saved=saved)
    begun = day_of(sheet.started_at)
    if begun < station.day:
        words += " " + _(
            "Arket ble påbegynt {day}, og spørsmålene gjelder tiden før det. Begynn helst på nytt."
        ).format(day=short_date(begun))
    return words
