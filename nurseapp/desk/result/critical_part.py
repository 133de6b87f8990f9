"""What calls for a talk now: first on the page, with its guide and how it was closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.result import CriticalCard, ResultView
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.section import empty


class CriticalPart(QWidget):
    """A card for each critical answer, open or closed."""

    guide_wanted = Signal(str)
    closing_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.guides: list[Button] = []
        self.closings: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_view(self, view: ResultView) -> None:
        """Shows what must be done, or how it was done."""
        empty(self._column)
        self.guides, self.closings = [], []
        for critical in view.critical:
            self._column.addWidget(self._critical(critical))
        self.setVisible(bool(view.critical))

    def _critical(self, critical: CriticalCard) -> Card:
        card = Card(tone="plain" if critical.closed else "red", spacing=10)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title(critical.title))
        words.addWidget(body(critical.closed or critical.text))
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        guide = primary(_("Åpne samtaleguide"))
        if critical.closed:
            guide.set_role("secondary")
        guide.setProperty("guide", critical.guide)
        guide.clicked.connect(self._guide)
        self.guides.append(guide)
        buttons.addWidget(guide)
        if not critical.closed:
            buttons.addWidget(self._closing(critical.alert, _("Registrer hva som er gjort")))
        row = GiveWay(spacing=20)
        row.add(words, stretches=True)
        row.add(buttons)
        card.add(row)
        return card

    def _closing(self, alert: int, words: str) -> Button:
        close = secondary(words)
        close.setProperty("alert", alert)
        close.clicked.connect(self._close)
        self.closings.append(close)
        return close

    def _guide(self) -> None:
        self.guide_wanted.emit(str(self.sender().property("guide")))

    def _close(self) -> None:
        self.closing_wanted.emit(int(self.sender().property("alert")))
