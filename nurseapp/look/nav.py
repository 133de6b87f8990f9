"""An entry in the list of places at the side."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStylePainter, QWidget

from nurseapp.base.text import _
from nurseapp.look import tokens
from nurseapp.look.by_value import CENTRE, LEADING, MIDDLE
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.theme import scaled
from nurseapp.look.words_inside import WordsInside
from nurseapp.look.wrapping import draw

_SIDE = 16


class NavItem(WordsInside, QPushButton):
    """Leads to a place; marked when we are there. May carry a count, such as open alerts."""

    AIR = 12
    LEAST_HEIGHT = 52

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._count = 0
        self._here = False
        self.fit_to_words()

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground, the name, the count and the focus ring."""
        painter = QStylePainter(self)
        here = self._here
        if here or self.underMouse():
            fill = tokens.TEAL_SOFT if here else tokens.PAPER
            draw_ground(painter, self.rect(), fill=fill, border=None)
        painter.setFont(self.bold_font() if here else self.font())
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
        painter.setFont(self.bold_font())
        draw(painter, place, str(self._count), tokens.CARD, CENTRE)

    def beside_words(self) -> int:
        """The sides, and the count."""
        return 2 * _SIDE + (scaled(26) if self._count else 0)
