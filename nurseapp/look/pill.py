"""A word in a soft colour: over the cut-off, done, due."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStylePainter

from nurseapp.look import tokens
from nurseapp.look.by_value import CENTRE, PLAIN_TEXT
from nurseapp.look.drawn import Drawn
from nurseapp.look.surface import draw_ground
from nurseapp.look.theme import scaled
from nurseapp.look.wrapping import draw, height_for, width_of, width_of_longest_word

_SIDE = 14
_TOP = 5


class Pill(Drawn):
    """The word tells the state; the colour only repeats it."""

    def __init__(self, text: str, tone: tokens.Tone = "teal") -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)
        self._text = text
        self._tone: tokens.Tone = tone
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word."""
        return self._text

    def say(self, text: str, tone: tokens.Tone) -> None:
        """Changes word and colour together."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        width = width_of(self._metrics(), self._text) + 2 * _SIDE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        width = width_of_longest_word(self._metrics(), self._text) + 2 * _SIDE
        return QSize(width, scaled(28))

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`."""
        return height_for(self._metrics(), self._text, width - 2 * _SIDE) + 2 * _TOP

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground and word."""
        painter = QStylePainter(self)
        fill, _border, ink = tokens.TONES[self._tone]
        ground = tokens.PAPER if self._tone == "plain" else fill
        draw_ground(painter, self.rect(), fill=ground, border=None)
        painter.setFont(self._bold())
        place = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        draw(painter, place, self._text, ink, CENTRE)

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setPixelSize(scaled(14))
        bold.setBold(True)
        return bold

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._bold())
