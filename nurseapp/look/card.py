"""A white card with rounded corners; in a tone where its words call for it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from nurseapp.look import tokens
from nurseapp.look.surface import draw_ground


class Card(QFrame):
    """Holds what belongs together, one below the other."""

    def __init__(
        self, *, tone: tokens.Tone = "plain", spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone: tokens.Tone = tone
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 18, 22, 18)
        self.column.setSpacing(spacing)

    def add(self, part: QWidget | QLayout) -> None:
        """Puts `part` below what is there."""
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)

    def set_tone(self, tone: tokens.Tone) -> None:
        """Changes ground and border."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground."""
        fill, border, _ink = tokens.TONES[self._tone]
        draw_ground(
            QPainter(self),
            self.rect(),
            fill=fill,
            border=border,
            thickness=1 if self._tone == "plain" else 2,
            corner=tokens.CARD_CORNER,
        )
