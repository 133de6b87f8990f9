"""A box to tick with its sentence; the whole row can be pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStylePainter, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import LEADING, MIDDLE
from nurseapp.look.icons import draw_icon
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.theme import scaled
from nurseapp.look.words_inside import WordsInside
from nurseapp.look.wrapping import draw

_GAP: Final = 12
_EDGE: Final = 6


class CheckRow(WordsInside, QCheckBox):
    """Ticked or not; `toggled` tells."""

    AIR = 6
    WIDEST = 640

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(checked)
        self.fit_to_words()

    def hitButton(self, _point: QPoint) -> bool:
        """The whole row is the target."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws box, tick and sentence."""
        painter = QStylePainter(self)
        side = scaled(22)
        right_to_left = self.isRightToLeft()
        start = self.width() - _EDGE - side if right_to_left else _EDGE
        box = QRect(start, (self.height() - side) // 2, side, side)
        on = self.isChecked()
        border = tokens.TEAL if on else tokens.CONTROL
        fill = tokens.TEAL if on else tokens.CARD
        draw_ground(painter, box, fill=fill, border=border, thickness=2, corner=5)
        if on:
            draw_icon(painter, "check", QRectF(box).adjusted(3, 3, -3, -3), tokens.CARD)
        before = self.beside_words() - _EDGE
        place = self.rect().adjusted(*((_EDGE, 0, -before, 0) if right_to_left
                                       else (before, 0, -_EDGE, 0)))  # fmt: skip
        ink = tokens.INK if self.isEnabled() else tokens.MUTED
        draw(painter, place, self.text(), ink, LEADING | MIDDLE, mirrored=right_to_left)
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def beside_words(self) -> int:
        """The box, the gap and the edges."""
        return scaled(22) + _GAP + 2 * _EDGE

    def measured_font(self) -> QFont:
        """Ticked or not, the sentence looks the same."""
        return self.font()
