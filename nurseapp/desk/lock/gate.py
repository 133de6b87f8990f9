"""One calm card in the middle of the window: how every page before the login looks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from nurseapp.look.by_value import NO_FOCUS
from nurseapp.look.card import Card
from nurseapp.look.theme import scaled

_WIDTH: Final = 480
_WIDEST: Final = 880
_EDGE: Final = 24


class GatePage(QScrollArea):
    """Scrolls where the window is too low for the text.

    `look`'s ScrollPage asks Qt for its viewport, which makes PySide build 70 enumerations: 8 ms
    before the first paint. Here the viewport is given instead. It is not filled, so the window
    below is painted too and can tell that it was.
    """

    def __init__(self, *, width: int = _WIDTH) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", NO_FOCUS)
        self._card = Card(spacing=12)
        self._card.column.setContentsMargins(34, 30, 34, 30)
        middle = QWidget()
        middle.setMaximumWidth(min(scaled(width), max(width, _WIDEST)))
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.setWidget(ground)
        ground.setAutoFillBackground(False)

    def put(self, part: QWidget | QLayout) -> None:
        """Puts `part` into the card, below what is there."""
        self._card.add(part)

    def put_at(self, place: int, part: QWidget) -> None:
        """Puts `part` into the card, above the part at `place`."""
        self._card.column.insertWidget(place, part)

    def put_below(self, part: QWidget) -> None:
        """Puts `part` under the card, in the middle."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(part)
        row.addStretch(1)
        self._column.insertLayout(self._column.count() - 1, row)

    def to_top(self) -> None:
        """Shows the beginning."""
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """Low: it scrolls."""
        return QSize(320, 120)
