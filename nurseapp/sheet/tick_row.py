"""One of several answers that may all be chosen: a bordered row with a box to tick."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStylePainter, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import BY_KEYBOARD, LEADING, MIDDLE
from nurseapp.look.icons import draw_icon
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.wrapping import draw, height_for, width_of, width_of_longest_word

_SIDE: Final = 26
_TOP: Final = 10
_GAP: Final = 16


class TickRow(QCheckBox):
    """Ticked by a press, by space or by return; arrow keys move along the list.

    The box tells it from a list where only one can be chosen.
    """

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._least_height = tokens.TARGET
        self.setProperty("focusPolicy", BY_KEYBOARD)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Changes the words, for the eye and for a screen reader."""
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_least_height(self, pixels: int) -> None:
        """Never lower than `pixels`, nor than 44."""
        self._least_height = max(pixels, tokens.TARGET)
        self.updateGeometry()

    def hitButton(self, _point: QPoint) -> bool:
        """The whole row is the target."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ticks as space does; up and down move along."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        width = min(width_of(self._metrics(), self.text()) + self._beside_text(), 640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        word = width_of_longest_word(self._metrics(), self.text())
        return QSize(word + self._beside_text(), self._least_height)

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`, ticked or not."""
        lines = height_for(self._metrics(), self.text(), width - self._beside_text())
        return max(self._least_height, lines + 2 * _TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, box, tick and words."""
        painter = QStylePainter(self)
        on = self.isChecked()
        draw_ground(
            painter,
            self.rect(),
            fill=tokens.TEAL_SOFT if on or self.isDown() else tokens.CARD,
            border=tokens.TEAL if on else tokens.CONTROL,
            thickness=3 if on else 1.5,
            corner=tokens.CARD_CORNER,
        )
        mirrored = self.isRightToLeft()
        self._draw_box(painter, on=on, mirrored=mirrored)
        before = _SIDE + self._box() + _GAP
        edges = (_SIDE, 0, -before, 0) if mirrored else (before, 0, -_SIDE, 0)
        painter.setFont(self._bold() if on else self.font())
        ink = tokens.INK if self.isEnabled() else tokens.MUTED
        place = self.rect().adjusted(*edges)
        draw(painter, place, self.text(), ink, LEADING | MIDDLE, mirrored=mirrored)
        if self.hasFocus():
            draw_focus(painter, self.rect(), corner=tokens.CARD_CORNER)

    def _draw_box(self, painter: QStylePainter, *, on: bool, mirrored: bool) -> None:
        side = self._box()
        start = self.width() - _SIDE - side if mirrored else _SIDE
        box = QRect(start, (self.height() - side) // 2, side, side)
        border = tokens.TEAL if on else tokens.CONTROL
        fill = tokens.TEAL if on else tokens.CARD
        draw_ground(painter, box, fill=fill, border=border, thickness=2, corner=6)
        if on:
            draw_icon(painter, "check", QRectF(box).adjusted(4, 4, -4, -4), tokens.CARD)

    def _box(self) -> int:
        return round(1.3 * self.fontMetrics().ascent())

    def _beside_text(self) -> int:
        return 2 * _SIDE + self._box() + _GAP

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def _metrics(self) -> QFontMetrics:
        self.ensurePolished()
        return QFontMetrics(self._bold())
