"""One nurse's time at the desk, from the login to the lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nurseapp.base.clock import Clock
from nurseapp.base.text import _
from nurseapp.clinic.values.handover import TakenIn
from nurseapp.desk import routes
from nurseapp.desk.home import Home
from nurseapp.desk.place import Build, DeskContext, Tone
from nurseapp.desk.routes import Route
from nurseapp.desk.trail import Trail
from nurseapp.look.work import ScreenWork, Worker

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation


class Session(QObject):
    """Leads from place to place; when it ends nothing of any person is left in it."""

    lock_wanted = Signal(str)
    """The reason."""
    hand_over_wanted = Signal(dict)
    """The ticket."""
    hide_wanted = Signal()
    text_size_wanted = Signal(int)
    """Per cent."""

    def __init__(self, station: OpenStation, worker: Worker, clock: Clock, build: Build) -> None:
        super().__init__()
        self._station = station
        self._worker = worker
        self._clock = clock
        self._build = build
        self._work: ScreenWork | None = None
        self._trail = Trail()
        self._leaving_for: Callable[[], None] | None = None
        self.home = self._new_home()

    def begin(self, taken: tuple[TakenIn, ...], aside: str = "") -> None:
        """Goes straight to what a parent has just answered, the critical first; else to I dag.

        `aside` is said only where nothing about a person is.
        """
        said = [self._station.notice, *(one.problem for one in taken)]
        problems = [sentence for sentence in said if sentence]
        sheets = [one for one in taken if one.screening]  # a file that nobody knows has none
        answered = sorted(sheets, key=lambda one: (not one.critical, not one.finished))
        self._arrive(routes.Today())
        if answered:
            self._arrive(routes.Result(answered[0].screening))
        if problems:
            self.tell(" ".join(problems), "concern")
        elif len(answered) > 1:
            self.tell(_("Flere svar kom inn. Resten ligger under I dag."), "calm")
        elif not answered:
            self.tell(aside, "calm")

    def go(self, route: Route) -> None:
        """Leaves this place for `route`, unless something here is not saved."""
        self._leave(lambda: self._arrive(route))

    def back(self) -> None:
        """Leads to the place before this one; from the first to I dag."""
        self._leave(self._step_back)

    def tell(self, sentence: str, tone: Tone) -> None:
        """Shows a sentence above the place, through the next change of place."""
        self.home.tell(sentence, tone)

    def end(self) -> None:
        """Drops the place, its work and the trail; the station is still open."""
        self._drop_work()
        self.home.drop_place()
        self._trail.clear()

    def rebuild(self) -> Home:
        """Makes the home and its place anew, for another text size; gives the new home."""
        place, here = self.home.place, self._trail.here
        route = here if place is None else place.stands_at(here)
        self.home.drop_place()
        self.home = self._new_home()
        self._show(route)
        return self.home

    def _new_home(self) -> Home:
        home = Home(self._station.card, self._station.user.name)
        home.go_wanted.connect(self.go)
        home.back_wanted.connect(self.back)
        home.lock_wanted.connect(self.lock_wanted)
        home.leave_anyway.connect(self._leave_anyway)
        return home

    def _leave(self, then: Callable[[], None]) -> None:
        place = self.home.place
        if place is not None and place.unsaved() and self._leaving_for is None:
            self._leaving_for = then
            self.home.ask_to_leave()
        else:
            self._leaving_for = None
            then()

    def _leave_anyway(self) -> None:
        then, self._leaving_for = self._leaving_for, None
        self.home.tell("", "calm")
        if then is not None:
            then()

    def _arrive(self, route: Route) -> None:
        self._trail.arrive(route)
        self._show(route)

    def _step_back(self) -> None:
        self._show(self._trail.step_back())

    def _show(self, route: Route) -> None:
        self._drop_work()
        self._work = self._worker.for_screen()
        self.home.age_message()
        self.home.show_place(self._build(route, self._context(self._work)), route)

    def _drop_work(self) -> None:
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _context(self, work: ScreenWork) -> DeskContext:
        return DeskContext(
            work=work,
            station=self._station,
            card=self._station.card,
            user=self._station.user,
            clock=self._clock,
            go=self.go,
            back=self.back,
            lock=self.lock_wanted.emit,
            hand_over=self.hand_over_wanted.emit,
            tell=self.tell,
            hide=self.hide_wanted.emit,
            size_text=self.text_size_wanted.emit,
        )
