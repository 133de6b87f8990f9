"""An open station: let in, watched over, closed again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from nurseapp.base.clock import Clock
from nurseapp.base.errors import SituationError
from nurseapp.base.text import _
from nurseapp.desk.clipboard import brief_clipboard
from nurseapp.desk.guard import Guard
from nurseapp.desk.place import Build
from nurseapp.desk.session import Session
from nurseapp.desk.window import DeskWindow
from nurseapp.look.work import Worker

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation
    from nurseapp.clinic.values.handover import TakenIn
    from nurseapp.desk.doors import Copy, StationDoors


class Inside(QObject):
    """From the login until the station is closed; covers the window before it closes it."""

    ended = Signal(str)
    """The station is closed; why."""
    handed_over = Signal(dict)
    """Everything is covered; the ticket for the parent's window. The station closes meanwhile."""
    text_size_wanted = Signal(int)

    def __init__(
        self, station: OpenStation, *, window: DeskWindow, worker: Worker, doors: StationDoors,
        clock: Clock, build: Build,
    ) -> None:  # fmt: skip
        super().__init__()
        self._station = station
        self._window = window
        self._doors = doors
        self._work = worker.for_screen()
        self._open = True
        self._clock = clock
        self._guard: Guard | None = None
        self._clipboard = brief_clipboard()
        self.session = Session(station, worker, clock, build)
        self.session.lock_wanted.connect(self._lock)
        self.session.hand_over_wanted.connect(self._hand_over)
        self.session.hide_wanted.connect(window.hide_content)
        self.session.text_size_wanted.connect(self.text_size_wanted)

    def enter(self) -> None:
        """Takes in what parents have answered, then shows it, or I dag."""
        self._work.run(self._arrive, self._begin, self._begin_without)

    def rebuild(self) -> None:
        """Draws the place anew, for another text size."""
        if self._guard is not None:
            self._window.put(self.session.rebuild())

    def end(self, why: str) -> None:
        """Hides everything at once, closes the station, then tells `ended`."""
        self._close(_("Lukker …"), lambda: self.ended.emit(why), copy="always")

    def abandon(self) -> None:
        """Closes the station and tells nobody."""
        if self._guard is not None:
            self._guard.stop()
        self.session.end()
        self._clipboard.empty()
        if self._open:
            self._shut(_nothing, copy="once_a_day")

    def _arrive(self) -> tuple[tuple[TakenIn, ...], str]:
        return self._doors.take_in_answers(self._station), self._doors.copies_notice()

    def _begin(self, arrived: tuple[tuple[TakenIn, ...], str]) -> None:
        if not self._open:
            return
        self.session.begin(*arrived)
        self._window.put(self.session.home)
        self._guard = Guard(self._window, self._station.card, self._clock)
        self._guard.lock_wanted.connect(self._lock)
        self._guard.tidy.connect(self._tidy)

    def _begin_without(self, error: SituationError) -> None:
        """The answers could not be taken in now; they stay where they are."""
        self._begin(((), ""))
        self.session.tell(str(error), "concern")

    def _lock(self, reason: str) -> None:
        """Only a nurse who pressed the button waits for the lock screen."""
        copy: Copy = "once_a_day" if reason in {"button", "switch_user"} else "always"
        why = "switched" if reason == "switch_user" else "locked"
        self._close(_("Låser …"), lambda: self.ended.emit(why), copy=copy)

    def _hand_over(self, ticket: dict[str, Any]) -> None:
        """The ticket is in the journal by now: the parent need not wait for the closing."""
        self._cover(_("Gjør klart …"))
        self.handed_over.emit(ticket)
        self._shut(_nothing, copy="never")  # the key leaves this machine's memory at once

    def _close(self, words: str, then: Callable[[], None], *, copy: Copy) -> None:
        if self._open:
            self._cover(words)
            self._shut(then, copy=copy)

    def _cover(self, words: str) -> None:
        """Nothing of anybody is on the screen or the clipboard any more."""
        if self._guard is not None:
            self._guard.stop()
        self._window.close_off(words)
        self.session.end()
        self._clipboard.empty()  # nobody would do it later: this process ends

    def _shut(self, then: Callable[[], None], *, copy: Copy) -> None:
        self._open = False
        self._work.run(
            lambda: self._doors.close(self._station, copy=copy),
            lambda _none: then(),
            lambda _error: then(),
        )

    def _tidy(self) -> None:
        self._work.run(lambda: self._doors.idle(self._station), _pass, _pass)


def _pass(_outcome: object) -> None:
    """What the world did here changes nothing: it is tried again, or the process ends."""


def _nothing() -> None:
    """Nobody waits for the end."""
