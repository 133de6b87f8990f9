"""Closes alerts and steps; an alert only with what was done, by whom, when, and what comes next."""

from __future__ import annotations

from nurseapp.base.errors import AlreadyClosedError, ClosingIncompleteError
from nurseapp.base.text import _
from nurseapp.clinic.papers.guides import talk_guide
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.result import Closing
from nurseapp.journal.entries.followup import AlertClosed, StepFinished
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup as queries
from nurseapp.people.typed import one_line, plain_text

__all__ = ["close_alert", "finish_step", "talk_guide"]


def close_alert(station: OpenStation, closing: Closing) -> None:
    """Closes an alert for the whole clinic.

    Raises ClosingIncompleteError with all that is missing, AlreadyClosedError.
    """
    alert = station.journal.read(lambda cursor: queries.alert(cursor, closing.alert))
    if alert is None or alert.closed_at:
        raise AlreadyClosedError
    missing = _missing(station, closing)
    if missing:
        raise ClosingIncompleteError(missing=", ".join(missing))
    assert closing.at is not None
    assert closing.next_contact is not None
    body = AlertClosed(
        alert=closing.alert,
        action=plain_text(closing.action),
        by=one_line(closing.by),
        at=int(closing.at.timestamp()),
        next_contact=closing.next_contact.toordinal(),
        next_contact_words=plain_text(closing.next_contact_words),
        duty_to_notify=closing.discussed_duty_to_notify,
    )
    station.journal.append(station.author, [Entry(subject=alert.subject, body=body)])


def finish_step(station: OpenStation, step: int, outcome: str) -> None:
    """Records that a step was done, and how it went; raises AlreadyClosedError."""
    planned = station.journal.read(lambda cursor: queries.step(cursor, step))
    if planned is None or planned.done_at:
        raise AlreadyClosedError
    body = StepFinished(step, plain_text(outcome))
    station.journal.append(station.author, [Entry(subject=planned.subject, body=body)])


def _missing(station: OpenStation, closing: Closing) -> list[str]:
    missing = []
    if not plain_text(closing.action):
        missing.append(_("hva som ble gjort"))
    if not one_line(closing.by):
        missing.append(_("hvem som gjorde det"))
    if closing.at is None:
        missing.append(_("når det ble gjort"))
    elif closing.at > station.clock.now():
        missing.append(_("et tidspunkt som ikke er fram i tid"))
    if closing.next_contact is None:
        missing.append(_("neste kontakt"))
    elif closing.at is not None and closing.next_contact < closing.at.date():
        missing.append(_("en neste kontakt som ikke ligger før samtalen"))
    return missing
