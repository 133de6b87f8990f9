"""The text for the municipality's own record system, to read and to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.clipboard import SECONDS, BriefClipboard
from nurseapp.desk.result.ehr_flow import EhrFlow, EhrState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.theme import scaled


class EhrPart(Screen):
    """Shown while the text is open."""

    def __init__(self, flow: EhrFlow, clipboard: BriefClipboard) -> None:
        super().__init__()
        self._flow = flow
        self._clipboard = clipboard
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Tekst til EPJ"))
        self.text.setMinimumHeight(scaled(260))
        self._message = MessageBar()
        self._note = muted("")
        self.copy = primary(_("Kopier"))
        self.put_away = quiet(_("Lukk"), icon="cross")
        self._card = Card(spacing=12)
        self._lay_out()
        self.setFocusProxy(self.copy)
        self.copy.clicked.connect(self._copy)
        self.put_away.clicked.connect(flow.put_away)
        clipboard.emptied.connect(flow.emptied)
        flow.observe(self.render)

    def render(self, state: EhrState) -> None:  # type: ignore[override]
        """Shows the text, and what has become of the copy."""
        self.setVisible(bool(state.text or state.problem))
        self._card.setVisible(bool(state.text))
        if self.text.toPlainText() != state.text:
            self.text.setPlainText(state.text)
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self._message.show_outcome(state.problem)

    def _lay_out(self) -> None:
        top = GiveWay()
        top.add(title(_("Tekst til EPJ")), stretches=True)
        top.add(self.put_away)
        self._card.add(top)
        self._card.add(self.text)
        row = GiveWay()
        row.add(self.copy)
        row.add(self._note, stretches=True)
        self._card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._message)
        column.addWidget(self._card)

    def _copy(self) -> None:
        self._clipboard.copy(self._flow.state.text)
        self._flow.copied(SECONDS)
