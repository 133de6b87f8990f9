"""Watches over an open station while nobody touches it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from nurseapp.base.clock import Clock
from nurseapp.clinic.values.station import StationCard
from nurseapp.desk.window import DeskWindow
from nurseapp.look.idle import IdleWatch

TIDY_EVERY: Final = 20_000
"""Milliseconds between the moments when the station may tidy its files up."""


class Guard(QObject):
    """Covers the window after a while, asks for the lock after a longer one."""

    lock_wanted = Signal(str)
    """The reason."""
    tidy = Signal()

    def __init__(self, window: DeskWindow, card: StationCard, clock: Clock) -> None:
        super().__init__()
        self._idle = IdleWatch(
            blank_after=card.blank_after_seconds,
            lock_after=card.lock_after_seconds,
            now=clock.monotonic,
            parent=self,
        )
        self._idle.blanked.connect(window.hide_content)
        self._idle.woke.connect(window.lift_cover)
        self._idle.locked.connect(self._lock)
        self._tidy = QTimer(self)
        self._tidy.setInterval(TIDY_EVERY)
        self._tidy.timeout.connect(self.tidy)
        handle = window.windowHandle()
        if handle is not None:
            self._idle.start(handle)
        self._tidy.start()

    def look(self) -> None:
        """Compares the clock with the last sign of life."""
        self._idle.look()

    def stop(self) -> None:
        """Stops watching."""
        self._idle.stop()
        self._tidy.stop()

    def _lock(self) -> None:
        self.lock_wanted.emit("idle")
