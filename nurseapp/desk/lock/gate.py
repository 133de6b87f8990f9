"""One calm card in the middle of the window: how every page before the login looks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from nurseapp.look.card import Card
from nurseapp.look.page import ScrollPage
from nurseapp.look.theme import scaled

_WIDTH: Final = 480
_WIDEST: Final = 880


class GatePage(ScrollPage):
    """Scrolls where the window is too low for the text."""

    def __init__(self, *, width: int = _WIDTH) -> None:
        super().__init__(widest=min(scaled(width), max(width, _WIDEST)))
        self._card = Card(spacing=12)
        self._card.column.setContentsMargins(34, 30, 34, 30)
        self.column.addStretch(1)
        self.column.addWidget(self._card)
        self.column.addStretch(1)

    def put(self, part: QWidget | QLayout) -> None:
        """Puts `part` into the card, below what is there."""
        self._card.add(part)

    def put_below(self, part: QWidget) -> None:
        """Puts `part` under the card, in the middle."""
        self.column.insertWidget(self.column.count() - 1, part, 0, Qt.AlignmentFlag.AlignHCenter)
