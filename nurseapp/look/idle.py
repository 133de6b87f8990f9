"""Nobody there: the screen goes blank, and later the station locks."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS_OF_LIFE: Final = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched the window for a while; by a clock that cannot be set back."""

    blanked = Signal()
    """Cover the screen now."""
    woke = Signal()
    """Somebody is back before the lock; the touch that told so went nowhere."""
    locked = Signal()
    """Lock now; told once."""

    def __init__(
        self,
        *,
        blank_after: float,
        lock_after: float,
        now: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Both in seconds since the last sign of life."""
        super().__init__(parent)
        self._blank_after = blank_after
        self._lock_after = lock_after
        self._now = now
        self._since = now()
        self._blank = False
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)

    def start(self, window: QWindow) -> None:
        """Watches `window`, and every window that comes to the front after it."""
        self._since = self._now()
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._timer.start()

    def stop(self) -> None:
        """Stops watching, in every window; touches go where they were meant to."""
        self._stopped = True
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Compares the clock with the last sign of life; called each second."""
        quiet = self._now() - self._since
        if quiet >= self._lock_after:
            self.stop()
            self.locked.emit()
        elif quiet >= self._blank_after and not self._blank:
            self._blank = True
            self.blanked.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notes signs of life; the one that wakes a blank screen goes no further."""
        if event.type() not in _SIGNS_OF_LIFE or self._stopped:
            return False
        if self._now() - self._since >= self._lock_after:
            self.look()
            return True
        self._since = self._now()
        if not self._blank:
            return False
        self._blank = False
        self.woke.emit()
        return True

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
