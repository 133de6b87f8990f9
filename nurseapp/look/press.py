"""Presses that come too early go nowhere."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow

SWALLOWED_SECONDS: Final = 0.5

_PRESSES: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletRelease,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Wheel,
    }
)


class SwallowEarlyPresses(QObject):
    """For half a second after the window appears, presses and keys go nowhere.

    The second half of a double tap otherwise presses what has just come up under the finger.
    It listens at the system's own window, before any widget, so it costs nothing while painting.
    """

    def __init__(self, window: QWindow, now: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._now = now
        self._since = now()
        window.installEventFilter(self)

    def again(self) -> None:
        """Starts a new half second."""
        self._since = self._now()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallows early presses; a window shown anew starts a new half second."""
        if event.type() == QEvent.Type.Show:
            self.again()
        return event.type() in _PRESSES and self._now() - self._since < SWALLOWED_SECONDS
