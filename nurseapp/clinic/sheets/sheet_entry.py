"""Enters a sheet that was not answered on the device: scored, flagged and followed up alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Final

from nurseapp.base.errors import AnswersError, FormNotUsableError, PersonIncompleteError
from nurseapp.base.text import _
from nurseapp.clinic.library.usable_forms import require_usable_on_paper
from nurseapp.clinic.sheets.beginnings import Answering, begun
from nurseapp.clinic.sheets.consequences import consequences
from nurseapp.clinic.sheets.entry_offer import mode_of, needs_certificate, offer
from nurseapp.clinic.sheets.entry_questions import questions
from nurseapp.clinic.sheets.second_stage import go_on
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.entry import NewSheet
from nurseapp.forms.loaded import LoadedForm
from nurseapp.journal.entries.screening import Answer, ScreeningStarted, SheetEntered
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import screenings
from nurseapp.people.typed import one_line

__all__ = ["differences", "offer", "questions", "record"]

_HOW: Final = {"paper": "paper", "observer": "observed", "received": "received"}
_NOON: Final = time(12)  # stands for a day of which the time is not known


def differences(
    first: Mapping[str, str | None], second: Mapping[str, str | None]
) -> tuple[str, ...]:
    """The items that two entries of one sheet differ in, in the first one's order."""
    items = dict.fromkeys((*first, *second))
    return tuple(item for item in items if first.get(item) != second.get(item))


def record(station: OpenStation, new: NewSheet) -> int:
    """Keeps the sheet with its result and alerts, as after a hand-over; the screening.

    Raises FormNotUsableError, AnswersError, PersonIncompleteError for what is missing, and
    AlreadyClosedError for a second stage that nothing calls for.
    """
    loaded = station.library.form(new.form)
    _refuse_unready(station, loaded, new)
    if new.mode == "second_stage":
        return go_on(station, loaded.form.id, new.subject, _entered(new, new.continues or 0))
    answering = Answering(
        subject=new.subject,
        respondent=new.respondent or 0 if loaded.form.subject == "child" else 0,
        day=new.answered_on,
        visit=new.visit or 0,
    )
    started = station.journal.read(lambda cursor: begun(station, cursor, loaded, answering))
    return _write(station, loaded, new, started)


def _entered(new: NewSheet, screening: int) -> SheetEntered:
    return SheetEntered(
        screening=screening,
        how=_HOW.get(new.mode, new.mode),
        answers=tuple(Answer(item, option) for item, option in new.answers.items()),
        day=new.answered_on.toordinal(),
        answered_at=int(datetime.combine(new.answered_on, _NOON).astimezone().timestamp()),
        twice=new.second_entry,
        observer=one_line(new.observer),
        certified_day=None if new.certified_on is None else new.certified_on.toordinal(),
        alone=new.alone,
    )


def _write(
    station: OpenStation, loaded: LoadedForm, new: NewSheet, started: ScreeningStarted
) -> int:
    """One transaction: nothing of a sheet that cannot be scored stays."""
    with station.journal.write(station.author) as unit:
        number = unit.add(Entry(subject=new.subject, body=started)).ref
        unit.add(Entry(subject=new.subject, body=_entered(new, number)))
        sheet = station.journal.read(lambda cursor: screenings.screening(cursor, number))
        assert sheet is not None
        result = consequences(loaded, sheet, new.answers, (), ended=True)
        for body in result.bodies:
            unit.add(Entry(subject=new.subject, body=body))
    return number


def _refuse_unready(station: OpenStation, loaded: LoadedForm, new: NewSheet) -> None:
    """What the screen asks for is asked here too."""
    form = loaded.form
    if new.mode != "second_stage":  # which follows up what was approved when it began
        if mode_of(form) != new.mode:
            why = _("det føres ikke inn på denne måten")
            raise FormNotUsableError(form=form.name, why=why)
        require_usable_on_paper(station, loaded)
    if form.alone_required and not new.alone:
        why = _("den som svarer, må være alene i rommet")
        raise FormNotUsableError(form=form.name, why=why)
    if new.answered_on > station.day:
        raise AnswersError(why=_("dagen ligger fram i tid"))
    missing = _missing(loaded, new)
    if missing:
        raise PersonIncompleteError(missing=", ".join(missing))


def _missing(loaded: LoadedForm, new: NewSheet) -> list[str]:
    missing = []
    if not any(answer is not None for answer in new.answers.values()):
        missing.append(_("svarene"))
    if new.mode == "paper" and loaded.form.subject == "child" and not new.respondent:
        missing.append(_("hvem som fylte ut arket"))
    if new.mode == "observer" and needs_certificate(loaded.form):
        if not one_line(new.observer):
            missing.append(_("hvem som observerte"))
        if new.certified_on is None:
            missing.append(_("når observatøren ble sertifisert"))
        elif new.certified_on > new.answered_on:
            missing.append(_("et sertifikat fra før observasjonen"))
    return missing
