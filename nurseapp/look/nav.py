"""An entry in the list of places at the side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStylePainter, QWidget

from nurseapp.base.text import _
from nurseapp.look import tokens
from nurseapp.look.by_value import BY_KEYBOARD, CENTRE, LEADING, MIDDLE
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.theme import scaled
from nurseapp.look.wrapping import draw, height_for, width_of, width_of_longest_word

_SIDE = 16


class NavItem(QPushButton):
    """Leads to a place; marked when we are there. May carry a count, such as open alerts."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._count = 0
        self._here = False
        self.setProperty("focusPolicy", BY_KEYBOARD)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_here(self, here: bool) -> None:
        """Marks it as the place where we are."""
        self._here = here
        self.setAccessibleDescription(_("Her er du nå") if here else "")
        self.update()

    def set_count(self, count: int) -> None:
        """Shows `count` at the end of the line; nothing when it is 0."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        width = width_of(self._metrics(), self.text()) + self._beside_text()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        width = width_of_longest_word(self._metrics(), self.text()) + self._beside_text()
        return QSize(width, tokens.TARGET)

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`."""
        lines = height_for(self._metrics(), self.text(), width - self._beside_text())
        return max(52, lines + 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground, the name, the count and the focus ring."""
        painter = QStylePainter(self)
        here = self._here
        if here or self.underMouse():
            fill = tokens.TEAL_SOFT if here else tokens.PAPER
            draw_ground(painter, self.rect(), fill=fill, border=None)
        painter.setFont(self._bold() if here else self.font())
        ink = tokens.TEAL if here else tokens.INK
        draw(
            painter,
            self.rect().adjusted(_SIDE, 0, -_SIDE, 0),
            self.text(),
            ink,
            LEADING | MIDDLE,
            mirrored=self.isRightToLeft(),
        )
        if self._count:
            self._draw_count(painter)
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def _draw_count(self, painter: QStylePainter) -> None:
        side = scaled(26)
        right_to_left = self.isRightToLeft()
        start = 10 if right_to_left else self.width() - side - 10
        place = QRect(start, (self.height() - side) // 2, side, side)
        draw_ground(painter, place, fill=tokens.RED, border=None, corner=side / 2)
        painter.setFont(self._bold())
        draw(painter, place, str(self._count), tokens.CARD, CENTRE)

    def _beside_text(self) -> int:
        return 2 * _SIDE + (scaled(26) if self._count else 0)

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def _metrics(self) -> QFontMetrics:
        self.ensurePolished()
        return QFontMetrics(self._bold())
