"""What calls for a talk now: first on the page, with its guide and how it was closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.result import CriticalCard, ResultView
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.section import empty


class CriticalPart(QWidget):
    """A card for each critical answer, then one for every other alert that is open."""

    guide_wanted = Signal(str)
    closing_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.guides: list[Button] = []
        self.closings: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_view(self, view: ResultView) -> None:
        """Shows what is open, and what was closed and how."""
        empty(self._column)
        self.guides, self.closings = [], []
        for critical in view.critical:
            self._column.addWidget(self._critical(critical))
        known = {critical.alert for critical in view.critical}
        for alert in view.open_alerts:
            if alert not in known:
                self._column.addWidget(self._other(alert))
        self.setVisible(self._column.count() > 0)

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

    def _other(self, alert: int) -> Card:
        card = Card(tone="amber")
        row = GiveWay(spacing=20)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title(_("Oppfølgingen er ikke avsluttet")))
        words.addWidget(
            muted(_("Den står på klinikkens liste til noen har registrert hva som er gjort."))
        )
        row.add(words, stretches=True)
        row.add(self._closing(alert, _("Registrer hva som er gjort")))
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
