"""A box to tick with its sentence; the whole row can be pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStylePainter, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import BY_KEYBOARD, LEADING, MIDDLE
from nurseapp.look.icons import draw_icon
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.theme import scaled
from nurseapp.look.wrapping import draw, height_for, width_of, width_of_longest_word

_GAP: Final = 12
_EDGE: Final = 6


class CheckRow(QCheckBox):
    """Ticked or not; `toggled` tells."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(checked)
        self.setProperty("focusPolicy", BY_KEYBOARD)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, _point: QPoint) -> bool:
        """The whole row is the target."""
        return True

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        width = min(width_of(self._metrics(), self.text()) + self._before_text(), 640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        word = width_of_longest_word(self._metrics(), self.text())
        return QSize(word + self._before_text(), tokens.TARGET)

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`."""
        lines = height_for(self._metrics(), self.text(), width - self._before_text())
        return max(tokens.TARGET, lines + 2 * _EDGE)

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
        before = self._before_text() - _EDGE
        place = self.rect().adjusted(*((_EDGE, 0, -before, 0) if right_to_left
                                       else (before, 0, -_EDGE, 0)))  # fmt: skip
        ink = tokens.INK if self.isEnabled() else tokens.MUTED
        draw(painter, place, self.text(), ink, LEADING | MIDDLE, mirrored=right_to_left)
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def _before_text(self) -> int:
        return scaled(22) + _GAP + 2 * _EDGE

    def _metrics(self) -> QFontMetrics:
        self.ensurePolished()
        return self.fontMetrics()
