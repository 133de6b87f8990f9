"""Watches over an open station while nobody touches it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from nurseapp.base.clock import Clock
from nurseapp.base.system import ON_LINUX
from nurseapp.clinic.values.card import StationCard
from nurseapp.desk.window import DeskWindow
from nurseapp.look.idle import IdleWatch

TIDY_EVERY: Final = 20_000
"""Milliseconds between the moments when the station may tidy its files up."""
LOOK_EVERY: Final = 1_000
SLEPT_AFTER: Final = 30.0
"""Seconds that the wall clock may run ahead of the other one before it counts as a sleep."""


class Guard(QObject):
    """Covers the window after a while; asks for the lock after a longer one, or after a sleep."""

    lock_wanted = Signal(str)
    """The reason."""
    tidy = Signal()

    def __init__(self, window: DeskWindow, card: StationCard, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._ahead = self._wall_ahead()
        self._idle = IdleWatch(
            blank_after=card.blank_after_seconds,
            lock_after=card.lock_after_seconds,
            now=clock.monotonic,
            parent=self,
        )
        self._idle.blanked.connect(window.hide_content)
        self._idle.woke.connect(window.lift_cover)
        self._idle.locked.connect(self._lock_idle)
        self._look = self._every(LOOK_EVERY)
        self._look.timeout.connect(self.look)
        self._tidy = self._every(TIDY_EVERY)
        self._tidy.timeout.connect(self.tidy)
        if ON_LINUX:
            self._listen_to_system()
        handle = window.windowHandle()
        if handle is not None:
            self._idle.start(handle)

    def look(self) -> None:
        """Compares the clocks: with the last sign of life, and with each other.

        The clock that counts idle time stands still while the machine sleeps (Linux).
        """
        if self._wall_ahead() - self._ahead > SLEPT_AFTER:
            self._lock_with_system()
        else:
            self._ahead = min(self._ahead, self._wall_ahead())
            self._idle.look()

    def stop(self) -> None:
        """Stops watching."""
        for timer in (self._look, self._tidy):
            timer.stop()
        self._idle.stop()

    def _wall_ahead(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic()

    def _every(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.start(milliseconds)
        return timer

    def _listen_to_system(self) -> None:
        from nurseapp.desk.system_lock import SystemLock

        self.system = SystemLock(self)
        self.system.left.connect(self._lock_with_system)

    def _lock_idle(self) -> None:
        self.lock_wanted.emit("idle")

    def _lock_with_system(self) -> None:
        self.lock_wanted.emit("system")
