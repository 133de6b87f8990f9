"""A paused sheet, taken up again where it stopped."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.handover.flow import HandOverFlow, HandOverState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, strong


class ResumePart(Screen):
    """Shown only when there is a sheet to take up again."""

    def __init__(self, flow: HandOverFlow) -> None:
        super().__init__()
        self._title = strong("")
        self._words = body("")
        self.resume = primary(_("Fortsett der det stoppet"))
        self.resume.clicked.connect(flow.resume)
        self.alone = CheckRow("")
        self.alone.toggled.connect(flow.see_alone)
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = GiveWay()
        row.add(words, stretches=True)
        row.add(self.resume)
        card = Card(tone="teal")
        card.add(row)
        card.add(self.alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def render(self, state: HandOverState) -> None:  # type: ignore[override]
        """Shows what was paused."""
        offer = state.offer
        unfinished = offer is not None and offer.unfinished is not None
        self.setVisible(unfinished)
        if offer is not None and unfinished:
            self._title.setText(_("Et påbegynt skjema venter"))
            self._words.setText(offer.unfinished_words)
            words = _("{name} er alene i rommet nå").format(name=offer.subject_name)
            self.alone.setText(words)
            self.alone.setAccessibleName(words)
            self.alone.setVisible(offer.unfinished_alone)
        self.alone.setChecked(state.resume_alone)
        self.resume.setEnabled(state.may_resume)
