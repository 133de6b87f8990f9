"""A row of words that leads somewhere when it is pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nurseapp.look import tokens
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import title
from nurseapp.look.return_key import press_by_return
from nurseapp.look.surface import draw_focus, draw_ground

_EDGE: Final = 12


class RowsCard(Card):
    """A card of rows, their words in line with its title and what is put below them."""

    def __init__(self, name: str = "") -> None:
        super().__init__(spacing=0)
        edge = self.column.contentsMargins()
        self.column.setContentsMargins(
            edge.left() - _EDGE, edge.top() - 4, edge.right() - _EDGE, edge.bottom() - 4
        )
        if name:
            self.add_inset(title(name))

    def add_inset(self, part: QWidget) -> None:
        """Puts `part`, which is no row, below what is there."""
        inset = GiveWay()
        inset.setContentsMargins(_EDGE, 4, _EDGE, 4)
        inset.add(part)
        self.add(inset)


class PressRow(QAbstractButton):
    """Holds words and pills; pressed anywhere, or by space or return, it tells its value.

    `name` is what a screen reader says.
    """

    chosen = Signal(object)
    """The value: an int, which may need more than the 32 bits of a signal of `int`."""

    def __init__(self, value: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.row = GiveWay(self, spacing=12)
        self.row.setContentsMargins(_EDGE, 8, _EDGE, 8)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(tokens.TARGET)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        """What its parts need side by side."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return self.row.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it, as the space bar does."""
        if not press_by_return(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Shows that the pointer has gone."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground and the focus ring."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown() or self.isChecked():
            draw_ground(painter, self.rect(), fill=tokens.TEAL_SOFT, border=None)
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def _tell(self) -> None:
        self.chosen.emit(self._value)
