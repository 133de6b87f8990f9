"""The machine locks, sleeps or changes user: the station locks with it.

Told over the desktop's own message bus on Linux (login1, ScreenSaver). Where there is none, the
guard still notices a sleep by the clocks.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SLEEP: Final = ("org.freedesktop.login1.Manager", "PrepareForSleep")
_LOCK: Final = ("org.freedesktop.login1.Session", "Lock")
_SCREEN_SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "ActiveChanged"),
)


class SystemLock(QObject):
    """Tells when the machine is being left."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._listen(system, _SLEEP, "turned(bool)")
        self._listen(system, _LOCK, "told()")
        for saver in _SCREEN_SAVERS:
            self._listen(session, saver, "turned(bool)")

    @Slot(bool)
    def turned(self, on: bool) -> None:
        """Sleep is about to begin, or the screen saver came on; and the reverse."""
        if on:
            self.left.emit()

    @Slot()
    def told(self) -> None:
        """The session is to be locked."""
        self.left.emit()

    def _listen(self, bus: QDBusConnection, signal: tuple[str, str], slot: str) -> None:
        """From any sender and path: a lock too many harms nobody."""
        if bus.isConnected():
            interface, name = signal
            # The stub asks for bytes; only a str works (PySide6 6.11.3).
            bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]
