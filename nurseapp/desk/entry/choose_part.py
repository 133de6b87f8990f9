"""Which sheet, who answered it, and when."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.entry import EntryForm, EntryMode
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.setting_part import SettingPart
from nurseapp.desk.entry.state import EntryState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.section import empty

_HEADINGS: Final[tuple[tuple[EntryMode, str], ...]] = (
    ("second_stage", mark("Oppfølgingssamtale som gjenstår")),
    ("paper", mark("Fra papir")),
    ("observer", mark("Observasjon")),
    ("received", mark("Mottatt fra andre")),
)


class ChoosePart(Screen):
    """All that may be entered; once one is chosen, the others are folded away."""

    def __init__(self, flow: EntryFlow) -> None:
        super().__init__()
        self._flow = flow
        self._forms: tuple[EntryForm, ...] = ()
        self.rows: dict[tuple[str, EntryMode], ChoiceRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._choices = Card(spacing=12)
        self._choices.add(title(_("Hva vil du føre inn?")))
        self._choices.add(self._list)
        self._name = strong("")
        self._about = muted("")
        self.other = quiet(_("Velg et annet"))
        self.other.clicked.connect(self._choose_again)
        self._chosen = self._chosen_card()
        self.setting = SettingPart(flow)
        self.begin = primary(_("Begynn"))
        self.begin.clicked.connect(flow.begin)
        self._blocked = muted("")
        last = GiveWay()
        last.add(self._blocked, stretches=True)
        last.add(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._choices, self._chosen, self.setting):
            column.addWidget(part)
        column.addLayout(last)

    def render(self, state: EntryState) -> None:  # type: ignore[override]
        """Shows the forms, or the chosen one and what must be known about the sheet."""
        self.setVisible(state.stage == "choose" and state.offer is not None)
        if state.forms != self._forms:
            self._forms = state.forms
            self._build(state.forms)
        form = state.form
        self._choices.setVisible(form is None)
        self._chosen.setVisible(form is not None)
        self.setting.setVisible(form is not None)
        for (name, mode), row in self.rows.items():
            row.setChecked(form is not None and (form.form, form.mode) == (name, mode))
        if form is not None:
            self._name.setText(form.title)
            about = (form.age_words, form.training_words)
            self._about.setText("\n".join(words for words in about if words))
            self._about.setVisible(any(about))
        self.setting.render(state)
        self.begin.setVisible(form is not None)
        self.begin.setEnabled(not state.blocked and not state.busy)
        self._blocked.setText(state.blocked if form is not None else "")

    def _build(self, forms: tuple[EntryForm, ...]) -> None:
        empty(self._list)
        self.rows = {}
        for mode, heading in _HEADINGS:
            of_mode = [form for form in forms if form.mode == mode]
            if of_mode:
                self._list.addWidget(muted(_(heading)))
            for form in of_mode:
                self._list.addWidget(self._row(form))
        if not forms:
            self._list.addWidget(body(_("Det er ingenting å føre inn for denne personen nå.")))

    def _row(self, form: EntryForm) -> QWidget:
        row = ChoiceRow(form.title)
        row.setProperty("form", form.form)
        row.setProperty("mode", form.mode)
        row.setEnabled(not form.why_not)
        row.clicked.connect(self._pressed)
        self.rows[form.form, form.mode] = row
        words = form.why_not or form.age_words or form.purpose
        row.setAccessibleDescription(words)
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(row)
        if words:
            column.addWidget(muted(words))
        return together

    def _chosen_card(self) -> Card:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._about)
        row = GiveWay()
        row.add(words, stretches=True)
        row.add(self.other)
        card = Card()
        card.add(row)
        return card

    def _pressed(self) -> None:
        row = self.sender()
        wanted = (row.property("form"), row.property("mode"))
        form = next(each for each in self._forms if (each.form, each.mode) == wanted)
        self._flow.choose(form)

    def _choose_again(self) -> None:
        self._flow.choose(None)
