"""The desk as the launcher sees it: prepared hidden, shown, ended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from nurseapp.base.clock import Clock
from nurseapp.base.errors import SituationError
from nurseapp.base.text import _, mark
from nurseapp.desk import display, warm_up
from nurseapp.desk.doors import StationDoors
from nurseapp.desk.gates import Gates
from nurseapp.desk.later_worker import LaterWorker
from nurseapp.desk.window import DeskWindow
from nurseapp.look.theme import choose_type, dress

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation
    from nurseapp.desk.inside import Inside
    from nurseapp.desk.place import Build

REHEARSE_AFTER: Final = 50
"""Milliseconds; the first key after the first paint is not kept waiting."""
_NOTICES: Final = {
    "crash": mark("Programmet måtte starte på nytt. Alt som var bekreftet, er lagret."),
    "finished": mark("Svarene er lagret. Logg inn for å se dem."),
    "paused": mark("Svarene så langt er lagret. Logg inn for å fortsette."),
}


class DeskProgram(QObject):
    """Runs the desk's window; the process that had the key ends after `ended`.

    `ended` tells why: `locked`, `switched` (somebody else wants in), `quit` or `crash`. At
    `hand_over_requested` the window is covered and the station closes; that lasts until the
    process is ended or `hand_over_failed` is told.
    """

    painted = Signal()
    hand_over_requested = Signal(dict)
    ended = Signal(str)

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        clock: Clock,
        *,
        windowed: bool = False,
        doors: StationDoors | None = None,
        build: Build | None = None,
    ) -> None:
        """`doors` and `build` are the real ones unless a test gives others."""
        super().__init__()
        self._app = app
        self._folder = folder
        self._clock = clock
        self._doors = doors or StationDoors(folder, clock)
        self._build = build
        self._work = LaterWorker(self.crashed)
        self._percent = 0
        self._warm = False
        self._inside: Inside | None = None
        self._size_text()
        self.window = DeskWindow(windowed=windowed)
        self._gates = Gates(self._doors, self._work, clock)
        self._rehearsal = QTimer(self.window)
        self._rehearsal.setSingleShot(True)
        self._connect()

    def prepare(self) -> None:
        """Builds the first page, hidden, and draws it once, so that showing it is quick."""
        self._build_gate()
        self.window.grab()
        self._warm_up()

    def show(self, why: str = "") -> None:
        """Comes up with the first page; `why` is what ended the window before this one."""
        if self._size_text() or self._gates.stale():
            self._build_gate()
        notice = _(_NOTICES[why]) if why in _NOTICES else ""
        last = display.read_display(self._folder).last_user
        self._gates.greet(notice, "" if why == "switched" else last)
        self.window.appear()

    def hand_over_failed(self, sentence: str = "") -> None:
        """The parent's window did not come up; nothing is open here any more."""
        self.window.close_off(
            sentence or _("Vinduet til forelderen kom ikke opp."),
            _("Ingenting er tapt. Logg inn og prøv en gang til."),
            action=_("Til låseskjermen"),
            why="locked",
        )

    def close(self) -> None:
        """Closes the station, if one is open, and waits for it: the last thing before leaving."""
        if self._inside is not None:
            self._inside.abandon()
        self._work.close()

    def answer_for_bugs(self) -> None:
        """From now on no bug of ours is printed: what Python would print may hold a name."""
        sys.excepthook = lambda _kind, error, _trace: self.crashed(error)

    def crashed(self, error: BaseException) -> None:
        """Our own bug: a trace without personal data is kept, and the program starts again."""
        from nurseapp.base.trace import keep_trace

        keep_trace(self._folder, error, self._clock)
        if self._inside is not None:
            self._inside.abandon()
        self.window.close_off(
            _("Noe gikk galt i programmet."),
            _("Alt som var bekreftet, er lagret. Programmet starter på nytt."),
            action=_("Start på nytt"),
            why="crash",
        )

    def _build_gate(self) -> None:
        self.window.put(self._gates.build())
        dress(self._app)
        self._gates.focus_first()

    def _connect(self) -> None:
        self.window.painted.connect(self.painted)
        self.window.painted.connect(self._warm_up)
        self._rehearsal.timeout.connect(self._rehearse)
        self.window.close_wanted.connect(self._quit)
        self.window.left.connect(self.ended)
        self._gates.replaced.connect(self.window.put)
        self._gates.left.connect(self.ended)
        self._gates.entered.connect(self._enter)

    def _size_text(self) -> bool:
        """Draws all text in the size that was chosen; True if that is another than before."""
        before, self._percent = self._percent, display.read_display(self._folder).text_percent
        if self._percent != before:
            choose_type(self._app, self._percent / 100)
        return self._percent != before

    def _warm_up(self) -> None:
        """What the login needs is got ready while the nurse types, or while the window waits."""
        if not self._warm:
            self._warm = True
            self._work.run(warm_up.import_clinic, _pass, _pass)
            self._rehearsal.start(REHEARSE_AFTER)

    def _rehearse(self) -> None:
        if self._inside is None:
            warm_up.rehearse(self.window.size())

    def _enter(self, station: OpenStation) -> None:
        from nurseapp.desk.inside import Inside
        from nurseapp.desk.places import build

        self._inside = Inside(
            station,
            window=self.window,
            worker=self._work.worker(),
            doors=self._doors,
            clock=self._clock,
            build=self._build or build,
        )
        self._inside.ended.connect(self.ended)
        self._inside.handed_over.connect(self.hand_over_requested)
        self._inside.text_size_wanted.connect(self._keep_text_size)
        self._inside.enter()
        name = station.user.name
        self._work.run(lambda: display.keep_last_user(self._folder, name), _pass, _pass)

    def _keep_text_size(self, percent: int) -> None:
        assert self._inside is not None  # only a place inside asks for another size
        try:
            display.keep_text_percent(self._folder, percent)
        except SituationError as error:
            self._inside.session.tell(str(error), "concern")
        if self._size_text():
            dress(self._app)
            self._inside.rebuild()

    def _quit(self) -> None:
        if self._inside is not None:
            self._inside.end("quit")
        else:
            self.ended.emit("quit")


def _pass(_outcome: object) -> None:
    """Nothing hangs on a warm-up, nor on a name that must be typed again."""
