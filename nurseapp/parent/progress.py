"""How far the parent has come: one segment a question."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nurseapp.look import tokens
from nurseapp.look.surface import draw_ground

_HEIGHT: Final = 8
_GAP: Final = 6
_MOST_SEGMENTS: Final = 40


class Progress(QWidget):
    """Says the same as the words below it, so it has none of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._position = 0
        self._count = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_position(self, position: int, count: int) -> None:
        """The question in view is number `position` of `count`."""
        if (position, count) != (self._position, self._count):
            self._position, self._count = position, max(1, count)
            self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the segments; one line when there are very many."""
        painter = QPainter(self)
        segments = min(self._count, _MOST_SEGMENTS)
        filled = round(self._position * segments / self._count)
        step = (self.width() + _GAP) / segments
        for segment in range(segments):
            at = segments - 1 - segment if self.isRightToLeft() else segment
            start, end = round(at * step), round((at + 1) * step) - _GAP
            colour = tokens.TEAL if segment < filled else tokens.LINE
            place = QRect(start, 0, end - start, _HEIGHT)
            draw_ground(painter, place, fill=colour, border=None, corner=_HEIGHT / 2)
