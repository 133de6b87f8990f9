"""What was entered, before it is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, plural
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.state import EntryState
from nurseapp.desk.entry.typed_sheet import TypedSheet, answer_words, item_name
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.row_table import RowTable


class SummaryPart(Screen):
    """Every answer once more, what is open, and the choice to enter the sheet again."""

    def __init__(self, flow: EntryFlow) -> None:
        super().__init__()
        self._shown: TypedSheet | None = None
        self._title = title("")
        self._facts = muted("")
        self._open = MessageBar()
        self._same = MessageBar()
        self._table = RowTable((_("Tema"), _("Svar")), widths=(3, 4), name=_("Svarene"))
        self.again = secondary(_("Før inn en gang til for å kontrollere"))
        self.save = primary(_("Lagre"))
        self.again.clicked.connect(flow.again)
        self.save.clicked.connect(flow.save)
        card = Card(spacing=12)
        for part in (self._title, self._facts, self._same, self._open, self._table):
            card.add(part)
        buttons = GiveWay()
        buttons.add(self.again)
        buttons.add(body(""), stretches=True)
        buttons.add(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addLayout(buttons)

    def render(self, state: EntryState) -> None:  # type: ignore[override]
        """Shows the sheet as it will be kept."""
        shown = state.stage == "summary" and state.sheet is not None
        self.setVisible(shown)
        if not shown or state.sheet is None or state.form is None:
            return
        self._title.setText(state.form.title)
        self._facts.setText(_facts(state))
        self._say_open(state.sheet)
        if state.twice:
            self._same.say("ok", _("Ført inn to ganger, og nå er begge like."))
        else:
            self._same.clear()
        self.again.setVisible(state.form.twice and not state.twice)
        self.again.setEnabled(not state.busy)
        self.save.setEnabled(not state.busy)
        if state.sheet != self._shown:
            self._shown = state.sheet
            self._table.set_rows(_rows(state.sheet))

    def _say_open(self, sheet: TypedSheet) -> None:
        count = len(sheet.open)
        if not count:
            self._open.clear()
            return
        says = plural("Ett spørsmål står uten svar.", "{count} spørsmål står uten svar.", count)
        topics = ", ".join(map(item_name, sheet.open))
        self._open.say("warn", says, topics)


def _facts(state: EntryState) -> str:
    assert state.offer is not None
    assert state.form is not None
    adults = dict(state.offer.adults)
    who = adults.get(state.setting.respondent or 0, "") if state.form.needs_respondent else ""
    parts = (state.offer.subject_name, who, state.setting.answered_on, state.setting.observer)
    return " · ".join(part for part in parts if part)


def _rows(sheet: TypedSheet) -> list[tuple[str, str]]:
    worded = sheet.questions.worded
    return [
        (
            item_name(item),
            answer_words(item, sheet.answers.get(item.question.id), worded=worded),
        )
        for item in sheet.items
        if item.question.kind != "information"
    ]
