"""Which language is written in: from a list, or any other by its code."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.screen import Screen
from nurseapp.desk.wording.flow import WordingFlow, WordingState
from nurseapp.desk.wording.languages import OTHER, language_choices
from nurseapp.look.buttons import primary
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import title
from nurseapp.look.select_field import SelectField


class LanguagePart(Screen):
    """Asked first where no language is given; away once one is open."""

    def __init__(self, flow: WordingFlow) -> None:
        super().__init__()
        self._flow = flow
        self.language = SelectField(_("Språk"), language_choices())
        self.code = TextField(
            _("Språkets kode"),
            hint=_("To eller tre bokstaver etter ISO 639, for eksempel «so» for somali."),
            longest=3,
        )
        self.go_on = primary(_("Skriv på dette språket"))
        card = Card(spacing=12)
        card.add(title(_("Hvilket språk er teksten på?")))
        card.add(self.language)
        card.add(self.code)
        row = GiveWay()
        row.add(self.go_on)
        card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.code.hide()
        self.language.changed.connect(self._chosen)
        self.go_on.clicked.connect(self._go_on)
        self.code.finished.connect(self._go_on)

    def render(self, state: WordingState) -> None:  # type: ignore[override]
        """Shows the question, or nothing."""
        self.setVisible(not state.language)
        self.code.set_error(state.language_problem)

    def _chosen(self, value: str) -> None:
        self.code.setVisible(value == OTHER)

    def _go_on(self) -> None:
        chosen = self.language.value()
        self._flow.choose_language(self.code.text() if chosen == OTHER else chosen)
