"""What is done at the end of a page stands below it, in sight however long the page is."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nurseapp.look import tokens
from nurseapp.look.give_way import GiveWay
from nurseapp.look.page import ScrollPage
from nurseapp.look.surface import brush

_SIDE: Final = 24
_ABOVE: Final = 10
_BELOW: Final = 16


class PinnedBar(QWidget):
    """A row of buttons in line with the page's column; `row` takes them."""

    def __init__(self, page: ScrollPage, *, widest: int) -> None:
        super().__init__()
        self.row = GiveWay()
        self._page = page
        middle = QWidget()
        middle.setMaximumWidth(widest)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self.row)
        self._line = QHBoxLayout(self)
        self._line.addStretch(1)
        self._line.addWidget(middle, 1000)
        self._line.addStretch(1)
        self._align()
        page.verticalScrollBar().rangeChanged.connect(self._align)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws a line above while there is more of the page than is seen."""
        if self._page.verticalScrollBar().maximum() > 0:
            QPainter(self).fillRect(0, 0, self.width(), 1, brush(tokens.LINE))

    def _align(self) -> None:
        """Keeps the row in line with the page, whether or not the page has a scroll bar."""
        scroll_bar = self._page.verticalScrollBar()
        beside = scroll_bar.sizeHint().width() if scroll_bar.maximum() > 0 else 0
        left, right = (beside, 0) if self.isRightToLeft() else (0, beside)
        self._line.setContentsMargins(_SIDE + left, _ABOVE, _SIDE + right, _BELOW)
        self.update()


def above(page: ScrollPage, bar: PinnedBar, place: QWidget) -> None:
    """Fills `place` with `page` and, below it, `bar`."""
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(page, 1)
    column.addWidget(bar)
