"""One thing to do, as a card: what it is about, its state in a word, and the button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.clinic.values.people import PillKind
from nurseapp.look.buttons import Button, ButtonRole
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, title
from nurseapp.look.pill import Pill
from nurseapp.look.tokens import Tone

PILL_TONES: Final[dict[PillKind, Tone]] = {
    "calm": "teal",
    "concern": "amber",
    "critical": "red",
    "done": "green",
}


class ActionRow(Card):
    """Title and detail at the start; pill and buttons at the end, or below where it is narrow."""

    acted = Signal(object)
    """The button was pressed; carries what the row was made for."""

    def __init__(
        self,
        about: object,
        name: str,
        detail: str,
        *,
        tone: Tone = "plain",
        pill: str = "",
        pill_tone: Tone = "teal",
        action: str = "",
        role: ButtonRole = "primary",
    ) -> None:
        super().__init__(tone=tone)
        self.column.setContentsMargins(20, 14, 20, 14)
        self._about = about
        self.name = name
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title(name))
        if detail:
            words.addWidget(muted(detail))
        row = GiveWay()
        row.add(words, stretches=True)
        self._ends = GiveWay()
        self.pill = Pill(pill, pill_tone) if pill else None
        if self.pill is not None:
            self._ends.add(self.pill)
        self.button: Button | None = None
        if action:
            self.button = self.add_button(action, role)
            self.button.clicked.connect(self._act)
        row.add(self._ends)
        self.add(row)

    def add_button(self, text: str, role: ButtonRole = "secondary") -> Button:
        """Puts one more button at the end; a screen reader hears whom it is for."""
        button = Button(text, role)
        button.setAccessibleName(f"{text}: {self.name}")
        self._ends.add(button)
        return button

    def _act(self) -> None:
        self.acted.emit(self._about)
