"""The parent's program: waits hidden, takes one sheet, keeps each answer, tells how it ended."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from nurseapp.base.clock import Clock, SystemClock
from nurseapp.base.errors import SituationError
from nurseapp.look.theme import apply_theme
from nurseapp.outbox.answer import Event
from nurseapp.outbox.writer import OutboxWriter
from nurseapp.parent.flow import ParentFlow
from nurseapp.parent.keeping import Recorder
from nurseapp.parent.ticket import ParentTicket
from nurseapp.parent.window import ParentWindow
from nurseapp.sheet.measures import step_for


class ParentProgram(QObject):
    """Serves one hand-over; the next one gets a fresh process."""

    painted = Signal()
    """The opening page is on the screen."""
    ended = Signal(str)
    """The nurse asked for the lock screen after "finished" or "paused"."""
    crashed = Signal()
    """Our own bug: the process is to end, and the nurse takes the sheet up again."""

    def __init__(
        self, application: QApplication, *, windowed: bool = False, clock: Clock | None = None
    ) -> None:
        super().__init__()
        apply_theme(application)
        self._windowed = windowed
        self._clock = clock or SystemClock()
        self._writer: OutboxWriter | None = None
        self._flow: ParentFlow | None = None
        self.window = ParentWindow()
        self.window.painted.connect(self.painted)
        self.window.left.connect(self._left)

    def prepare(self) -> None:
        """Does ahead of time, hidden, what would be felt at the hand-over."""
        self.window.resize(self.window.screen().size())
        self.window.guard()
        self.window.grab()

    def take_json(self, ticket: object) -> None:
        """Takes a ticket as it came through the launcher; raises msgspec.ValidationError."""
        self.take(msgspec.convert(ticket, ParentTicket))

    def take(self, ticket: ParentTicket) -> None:
        """Shows the sheet; where its file cannot be made, says so and lets nobody answer."""
        recorder: Recorder
        try:
            self._writer = recorder = OutboxWriter(
                Path(ticket.outbox), ticket.seal, clock=self._clock
            )
        except SituationError as error:
            recorder = _Refusing(error)
        self._flow = ParentFlow(
            ticket.questionnaire,
            recorder,
            language=ticket.languages[0],
            text_step=step_for(ticket.text_scale),
        )
        self.window.load(ticket, self._flow)
        if self._windowed:
            self.window.show()
        else:
            self.window.showFullScreen()

    def answer_for_bugs(self, folder: Path) -> None:
        """From now on a bug of ours is printed nowhere and ends the sheet with its answers kept.

        What Python would print may hold what the parent wrote; she would be left with a window
        that does not answer. `folder` is the station's, where a trace without a word is kept.
        """
        sys.excepthook = lambda _kind, error, _trace: self._crash(folder, error)

    def close(self) -> None:
        """Lets go of the file; every answer is on the disk already."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _crash(self, folder: Path, error: BaseException) -> None:
        from nurseapp.base.trace import keep_trace

        keep_trace(folder, error, self._clock)
        self.crashed.emit()

    def _left(self) -> None:
        assert self._flow is not None
        self.ended.emit("finished" if self._flow.state.place == "thanks" else "paused")


class _Refusing:
    """Keeps nothing, and says why each time."""

    def __init__(self, error: SituationError) -> None:
        self._error = error

    def append(self, _event: Event) -> None:
        raise self._error

    def pause(self) -> None:
        """There is nothing to keep: the parent may hand the device back."""

    def finish(self) -> None:
        raise self._error
