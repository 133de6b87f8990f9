"""The strip that says on every page that this is practice."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStylePainter

from nurseapp.base.text import _
from nurseapp.look import theme, tokens
from nurseapp.look.by_value import CENTRE
from nurseapp.look.drawn import Drawn
from nurseapp.look.surface import brush
from nurseapp.look.wrapping import draw, height_for, width_of_longest_word
from nurseapp.sheet.measures import Measures


class PracticeBanner(Drawn):
    """Cannot be taken away while practice words are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._words = ""
        self._measures: Measures | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, measures: Measures) -> None:
        """Says it in the interface language and text size now in use."""
        words = _("Øving – ikke ekte svar")
        if (words, measures) == (self._words, self._measures):
            return
        self._words, self._measures = words, measures
        self.setAccessibleName(self._words)
        self.setFont(theme.font(measures.points(12), bold=True))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is given."""
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return QSize(width_of_longest_word(self.fontMetrics(), self._words) + 32, 0)

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`."""
        return height_for(self.fontMetrics(), self._words, width - 32) + 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the strip."""
        painter = QStylePainter(self)
        painter.fillRect(self.rect(), brush(tokens.AMBER_SOFT))
        painter.setFont(self.font())
        draw(painter, self.rect().adjusted(16, 0, -16, 0), self._words, tokens.INK, CENTRE)
