"""One form in the list: what it is for, its state in a word, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, plural
from nurseapp.clinic.values.library import FormCard
from nurseapp.desk.library.grouping import TONES
from nurseapp.desk.press_row import PressRow
from nurseapp.look.labels import body, muted, title
from nurseapp.look.pill import Pill


class FormRow(PressRow):
    """Pressed anywhere, it tells the form's or the family's id in `opened`."""

    opened = Signal(str)

    def __init__(self, card: FormCard) -> None:
        super().__init__(0, ". ".join(filter(None, (card.name, card.purpose, card.status_words))))
        self.card = card
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(title(card.name))
        words.addWidget(body(card.purpose))
        words.addWidget(muted(facts(card)))
        if card.why_not:
            words.addWidget(muted(card.why_not))
        self.row.add(words, stretches=True)
        self.row.add(Pill(card.status_words, TONES[card.status]))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self.card.form)


def facts(card: FormCard) -> str:
    """`Mor · omtrent 5 minutter · fra 4 uker`."""
    minutes = plural("omtrent {count} minutt", "omtrent {count} minutter", card.minutes)
    by = _("svares av {whom}").format(whom=card.answered_by) if card.answered_by else ""
    return " · ".join(filter(None, (by, minutes, card.ages)))
