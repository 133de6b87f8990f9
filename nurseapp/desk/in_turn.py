"""Fills a long page bit by bit, so that its beginning is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, QTimer

AT_ONCE: Final = 9
"""Steps taken before anything is painted: about a screenful of rows at 100 % text."""
EACH_TURN: Final = 6
BETWEEN: Final = 30
"""Milliseconds between the turns: Qt waits 5 before it paints what has changed."""


class InTurn(QObject):
    """Takes the first steps at once and the rest between the window's other work."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN)
        self._timer.timeout.connect(self._go_on)

    def start(self, steps: Iterator[object]) -> None:
        """Begins with `steps` and forgets those that were left of the page before."""
        self._steps = steps
        self._take(AT_ONCE)

    def _go_on(self) -> None:
        self._take(EACH_TURN)

    def _take(self, count: int) -> None:
        taken = sum(1 for _step in islice(self._steps, count))
        if taken < count:
            self._timer.stop()
        else:
            self._timer.start()
