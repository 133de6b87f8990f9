"""What stands before the login: the lock screen, the recovery, and the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nurseapp.base.clock import Clock
from nurseapp.base.errors import NoStationError, SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _, use_language
from nurseapp.desk.lock.flow import LockFlow, LockState
from nurseapp.desk.lock.screen import LockScreen

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation
    from nurseapp.clinic.values.card import StationCard
    from nurseapp.desk.doors import StationDoors


class Gates(QObject):
    """Builds the page that fits the folder, and tells who came in."""

    entered = Signal(object)
    """An open station."""
    replaced = Signal(QWidget)
    """Another page to show."""
    left = Signal(str)
    """Nobody came in, and the window is to end: `quit`, or `locked` when a station was founded.

    The process that has held a new station's keys ends like one that had a station open.
    """

    def __init__(self, doors: StationDoors, work: Work, clock: Clock) -> None:
        super().__init__()
        self._doors = doors
        self._work = work
        self._clock = clock
        self._card: StationCard | None = None
        self._names: tuple[str, ...] = ()
        self._flow: Flow[Any] | None = None
        self._page: QWidget | None = None

    def build(self) -> QWidget:
        """The lock screen, or the first start where there is no station yet."""
        try:
            self._card, self._names = self._read()
        except SituationError as error:
            return self._trouble(error)
        if self._card is None:
            return self._first_start()
        use_language(self._card.language)
        return self._lock_screen(self._card)

    def stale(self) -> bool:
        """Whether no page is built, or the card or the names have changed since."""
        try:
            return self._page is None or self._read() != (self._card, self._names)
        except SituationError:
            return True

    def greet(self, notice: str, expected: str) -> None:
        """Shows a calm sentence on the lock screen, and names whoever probably comes in."""
        if isinstance(self._flow, LockFlow):
            self._flow.tell(notice)
            self._flow.expect(expected)
            self.focus_first()

    def focus_first(self) -> None:
        """Puts the cursor where the nurse types first."""
        if isinstance(self._page, LockScreen):
            self._page.focus_first()

    def _read(self) -> tuple[StationCard | None, tuple[str, ...]]:
        try:
            return self._doors.card(), self._doors.names()
        except NoStationError:
            return None, ()

    def _trouble(self, error: SituationError) -> QWidget:
        """The station's open files cannot be read: says so, and changes nothing."""
        from nurseapp.desk.cover import Cover

        page = Cover()
        page.say(error.sentence, error.hint, action=_("Avslutt programmet"), why="quit")
        page.left.connect(self.left)
        self._page = page
        return page

    def _hold(self, flow: Flow[Any], page: QWidget) -> QWidget:
        if self._flow is not None:
            self._flow.forget()
        self._flow, self._page = flow, page
        return page

    def _lock_screen(self, card: StationCard) -> QWidget:
        flow = LockFlow(
            LockState(station_name=card.name, training=card.training, names=self._names),
            self._doors.open_station,
            self._work,
            self._clock,
            self._enter,
        )
        page = LockScreen(flow)
        page.recovery_wanted.connect(self._recover)
        page.quit_wanted.connect(self._quit)
        return self._hold(flow, page)

    def _recover(self) -> None:
        from nurseapp.desk.lock.recovery_flow import RecoveryFlow
        from nurseapp.desk.lock.recovery_screen import RecoveryScreen

        flow = RecoveryFlow(self._names, self._doors.open_by_recovery, self._work, self._enter)
        page = RecoveryScreen(flow)
        page.cancelled.connect(self._return)
        self.replaced.emit(self._hold(flow, page))
        page.key.setFocus()

    def _first_start(self) -> QWidget:
        from nurseapp.desk.firststart.flow import FirstStartCases, FirstStartFlow
        from nurseapp.desk.firststart.screen import FirstStartScreen
        from nurseapp.desk.printing.printers import find_printers

        cases = FirstStartCases(
            found=self._doors.found,
            save_sheet=self._doors.save_recovery_sheet,
            print_sheet=self._doors.print_recovery_sheet,
            printers=find_printers,
        )
        flow = FirstStartFlow(cases, self._work, _choose_two)
        page = FirstStartScreen(flow)
        page.finished.connect(self._founded)
        page.quit_wanted.connect(self._quit)
        return self._hold(flow, page)

    def _quit(self) -> None:
        self.left.emit("quit")

    def _founded(self) -> None:
        self.left.emit("locked")

    def _return(self) -> None:
        self.replaced.emit(self.build())
        self.focus_first()

    def _enter(self, station: OpenStation) -> None:
        self.entered.emit(station)


def _choose_two(count: int) -> tuple[int, int]:
    """Two different places below `count`, the earlier first."""
    import secrets

    first, second = sorted(secrets.SystemRandom().sample(range(count), 2))
    return first, second
