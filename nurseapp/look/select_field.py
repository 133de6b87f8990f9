"""A field that offers a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from nurseapp.look import tokens
from nurseapp.look.fields import Field
from nurseapp.look.icons import draw_icon
from nurseapp.look.theme import scaled

_BESIDE_TEXT: Final = 76  # the edges and the arrow
_WIDEST: Final = 320


class SelectField(Field):
    """One of a list that is too long to show whole."""

    edit: QComboBox

    def __init__(
        self, label: str, choices: Iterable[tuple[str, str]], *, hint: str = "", value: str = ""
    ) -> None:
        edit = _Select()
        super().__init__(label, edit, hint=hint)
        for one, words in choices:
            edit.addItem(words, one)
        self.set_value(value)
        edit.activated.connect(self._tell)

    def value(self) -> str:
        """The chosen value; the first one until somebody chooses."""
        return str(self.edit.currentData() or "")

    def set_value(self, value: str) -> None:
        """Shows `value` as chosen without telling anybody."""
        self.edit.setCurrentIndex(max(0, self.edit.findData(value)))

    def _tell(self) -> None:
        self.changed.emit(self.value())


class _Select(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        # Qt's own for lists like this knows no style sheet, and its rows are too low for a finger.
        self.setItemDelegate(QStyledItemDelegate(self))

    def minimumSizeHint(self) -> QSize:
        """The widest choice is whole, up to what a narrow window has room for."""
        least = super().minimumSizeHint()
        words = (
            self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())
        )
        wished = max(words, default=0) + _BESIDE_TEXT
        return QSize(max(least.width(), min(wished, scaled(_WIDEST))), least.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page: scrolling past a list must not choose another of its words."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(16)
        right_to_left = self.isRightToLeft()
        start = 16 if right_to_left else self.width() - 16 - side
        place = QRectF(start, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "down", place, tokens.INK)
