"""One answer among several: a bordered row, filled and bold when chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QStylePainter, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import BY_KEYBOARD, LEADING, MIDDLE
from nurseapp.look.icons import draw_icon
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.words_inside import WordsInside
from nurseapp.look.wrapping import draw

_SIDE: Final = 26


class ChoiceRow(WordsInside, QRadioButton):
    """Chosen by a press, by space or by return; arrow keys only move along the list.

    Moving does not choose, so that a parent on the way down the list answers nothing.
    """

    WIDEST = 640

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.fit_to_words()

    def hitButton(self, _point: QPoint) -> bool:
        """The whole row is the target."""
        return True

    def setChecked(self, chosen: bool) -> None:
        """Shows it as chosen or not; unlike Qt's own, a list may go back to none chosen."""
        if chosen != self.isChecked():
            self.setAutoExclusive(False)
            super().setChecked(chosen)
            self.setAutoExclusive(True)

    def let_tab_in(self) -> None:
        """The tab key may come here first; Qt leads it to the row that had the focus last."""
        self.setProperty("focusPolicy", BY_KEYBOARD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the list and past its ends; return chooses as space does."""
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Right}:
            _move(self, 1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            _move(self, -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, words, and a tick when chosen."""
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
        right_to_left = self.isRightToLeft()
        mark = self._mark()
        end = _SIDE + mark
        place = self.rect().adjusted(*((end, 0, -_SIDE, 0) if right_to_left
                                       else (_SIDE, 0, -end, 0)))  # fmt: skip
        painter.setFont(self.bold_font() if on else self.font())
        ink = tokens.INK if self.isEnabled() else tokens.MUTED
        draw(painter, place, self.text(), ink, LEADING | MIDDLE, mirrored=right_to_left)
        if on:
            start = _SIDE - 6 if right_to_left else self.width() - end + 6
            top = (self.height() - mark) / 2
            draw_icon(painter, "check", QRectF(start, top, mark, mark), tokens.TEAL)
        if self.hasFocus():
            draw_focus(painter, self.rect(), corner=tokens.CARD_CORNER)

    def _mark(self) -> int:
        return self.fontMetrics().ascent()

    def beside_words(self) -> int:
        """The sides, and the tick."""
        return 2 * _SIDE + self._mark()


def _move(row: ChoiceRow, step: int) -> None:
    """Gives the focus to the next row of the list, or to what lies beyond its end."""
    beside = row.parentWidget()
    rows = beside.findChildren(ChoiceRow) if beside is not None else [row]
    seen = sorted((one for one in rows if one.isVisible()), key=lambda one: one.y())
    there = seen.index(row) + step
    if 0 <= there < len(seen):
        seen[there].setFocus()
    elif step > 0:
        row.focusNextChild()
    else:
        row.focusPreviousChild()
