"""Closing an alert: what was done, by whom, when, and the next contact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from nurseapp.base.dates import date_and_time, short_date
from nurseapp.base.errors import ClosingIncompleteError, SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_day, typed_moment
from nurseapp.clinic.values.result import Closing

Discussed = Literal["", "yes", "no", "discussed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedClosing:
    """The form as it stands; times are text until they are read."""

    action: str = ""
    by: str = ""
    at: str = ""
    next_contact: str = ""
    next_contact_words: str = ""
    discussed: Discussed = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingState:
    """The alert whose form is open, if any, and what is written in it."""

    alert: int | None = None
    typed: TypedClosing = TypedClosing()
    problem: str = ""
    busy: bool = False


class ClosingFlow(Flow[ClosingState]):
    """Closes one alert at a time; `closed` is called when it is done."""

    def __init__(
        self,
        close_alert: Callable[[Closing], None],
        work: Work,
        *,
        by: str,
        now: Callable[[], datetime],
        closed: Callable[[], None],
    ) -> None:
        super().__init__(ClosingState())
        self._close_alert = close_alert
        self._work = work
        self._by = by
        self._now = now
        self._closed = closed

    def open(self, alert: int) -> None:
        """Shows the form, with the nurse and the moment filled in."""
        if self.state.alert != alert:
            typed = TypedClosing(by=self._by, at=date_and_time(self._now()))
            self._show(ClosingState(alert=alert, typed=typed))

    def put_away(self) -> None:
        """Hides the form; the alert stays open."""
        self._show(ClosingState())

    def type(self, typed: TypedClosing) -> None:
        """Keeps what is being written."""
        self._show(replace(self.state, typed=typed, problem=""))

    def next_contact_in(self, days: int) -> None:
        """Fills in the next contact: 0 for today, 1 for tomorrow."""
        day = self._now().date() + timedelta(days=days)
        self.type(replace(self.state.typed, next_contact=short_date(day)))

    def close(self) -> None:
        """Closes the alert; names what is missing in one sentence."""
        alert = self.state.alert
        if alert is None or self.state.busy:
            return
        closing = self._read(alert)
        problem = self._problem(closing)
        if problem:
            self._show(replace(self.state, problem=problem))
            return
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(
            lambda: self._close_alert(closing), lambda _nothing: self._done(), self._failed
        )

    def _read(self, alert: int) -> Closing:
        typed, now = self.state.typed, self._now()
        return Closing(
            alert=alert,
            action=typed.action.strip(),
            by=typed.by.strip(),
            at=typed_moment(typed.at, now=now),
            next_contact=typed_day(typed.next_contact, today=now.date()).day,
            next_contact_words=typed.next_contact_words.strip(),
            discussed_duty_to_notify=typed.discussed,
        )

    def _problem(self, closing: Closing) -> str:
        typed, now = self.state.typed, self._now()
        unreadable = typed_day(typed.next_contact, today=now.date()).problem
        if typed.at.strip() and closing.at is None:
            return _("Skriv tidspunktet som dag.måned.år og klokkeslett: 21.11.2026 kl. 10:12.")
        if closing.at is not None and closing.at > now + timedelta(minutes=1):
            return _("Tidspunktet er fram i tid. Skriv når det ble gjort.")
        if unreadable:
            return unreadable
        if closing.next_contact is not None and closing.next_contact < now.date():
            return _("Neste kontakt er en dag som er passert.")
        missing = _missing(closing)
        return str(ClosingIncompleteError(missing=", ".join(missing))) if missing else ""

    def _done(self) -> None:
        self._show(ClosingState())
        self._closed()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _missing(closing: Closing) -> tuple[str, ...]:
    needed = (
        (closing.action, _("hva som er gjort")),
        (closing.by, _("hvem som gjorde det")),
        (closing.at, _("når det ble gjort")),
        (closing.next_contact, _("neste kontakt")),
        (closing.discussed_duty_to_notify, _("om meldeplikten er vurdert")),
    )
    return tuple(words for value, words in needed if not value)
