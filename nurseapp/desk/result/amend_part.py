"""The forms for putting a sheet right, in the page."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.result import ItemRow, ResultView
from nurseapp.desk.result.amend_flow import AmendFlow, Amending, AmendState, way_to_amend
from nurseapp.desk.result.items_card import row_name
from nurseapp.desk.result.ticked_amendment import TickedAmendment
from nurseapp.desk.result.typed_amendment import TypedAmendment
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.select_field import SelectField

_UNANSWERED: Final = "-"
_WORDS: Final[dict[Amending, tuple[str, str, str]]] = {
    "": ("", "", ""),
    "answer": (
        mark("Rett et svar"),
        mark("Det gamle svaret blir stående i journalen, sammen med hvem som rettet og hvorfor."),
        mark("Lagre rettelsen"),
    ),
    "withdraw": (
        mark("Trekk tilbake svararket"),
        mark("Arket merkes som trukket og teller ikke. Det slettes ikke."),
        mark("Trekk tilbake"),
    ),
    "abandon": (
        mark("Avslutt det ufullførte arket"),
        mark("Svarene som er gitt, blir stående. Arket kan ikke tas opp igjen."),
        mark("Avslutt arket"),
    ),
}


class AmendPart(Screen):
    """Three quiet ways in, and the form of the one that was chosen."""

    def __init__(self, flow: AmendFlow) -> None:
        super().__init__()
        self._flow = flow
        self._items: tuple[ItemRow, ...] = ()
        self._shown: ItemRow | None = None
        self.begin_answer = quiet(_("Rett et svar"))
        self.begin_withdrawal = quiet(_("Trekk tilbake"))
        self.begin_abandoning = quiet(_("Avslutt uten flere svar"))
        self._ways = QWidget()
        self._card = Card(spacing=12)
        self._title = title("")
        self._words = body("")
        self.item = SelectField(_("Spørsmål"), ())
        self.option = SelectField(_("Nytt svar"), ())
        self.ticks = TickedAmendment()
        self.typed = TypedAmendment()
        self.why = TextField(_("Hvorfor?"))
        self._message = MessageBar()
        self.save = primary("")
        self.cancel = quiet(_("Avbryt"))
        self._lay_out()
        self._listen()
        flow.observe(self.render)

    def show_view(self, view: ResultView) -> None:
        """Fits the ways in to the sheet."""
        rows = (*view.items, *view.left_open)
        self._items = tuple(item for item in rows if way_to_amend(item))
        self.item.edit.clear()
        for item in self._items:
            self.item.edit.addItem(row_name(item), item.item)
        self.begin_answer.setVisible(bool(self._items) and not view.withdrawn)
        self.begin_withdrawal.setVisible(not view.withdrawn)
        self.begin_abandoning.setVisible(view.can_resume)

    def render(self, state: AmendState) -> None:  # type: ignore[override]
        """Shows the form that is open, if any."""
        self._ways.setVisible(not state.amending)
        self._card.setVisible(bool(state.amending))
        name, words, action = _WORDS[state.amending]
        self._title.setText(_(name))
        self._words.setText(_(words))
        self.save.setText(_(action))
        self.save.setEnabled(not state.busy)
        self.item.setVisible(state.item is not None)
        way = "" if state.item is None else way_to_amend(state.item)
        self.option.setVisible(way == "chosen")
        self.ticks.setVisible(way == "ticked")
        self.typed.setVisible(way == "typed")
        if state.item is not None:
            self._show_item(state.item, state.option)
        self.why.set_text(state.why.strip())
        if state.problem:
            self._message.say("warn", state.problem)
        else:
            self._message.clear()

    def _show_item(self, item: ItemRow, option: str | None) -> None:
        if item is not self._shown:
            self._shown = item
            self.typed.show_item(item)
            if way_to_amend(item) == "ticked":
                self.ticks.show_item(item)
            self.option.edit.clear()
            for value, words in (*item.options, (_UNANSWERED, _("Ikke besvart"))):
                self.option.edit.addItem(words, value)
        self.item.set_value(item.item)
        self.option.set_value(_UNANSWERED if option is None else option)

    def _lay_out(self) -> None:
        ways = GiveWay(self._ways)
        for way in (self.begin_answer, self.begin_withdrawal, self.begin_abandoning):
            ways.add(way)
        buttons = GiveWay()
        buttons.add(self.save)
        buttons.add(self.cancel)
        parts: tuple[QWidget, ...] = (
            self._title, self._words, self.item, self.option, self.ticks, self.typed, self.why,
            self._message,
        )  # fmt: skip
        for part in parts:
            self._card.add(part)
        self._card.add(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._ways)
        column.addWidget(self._card)

    def _listen(self) -> None:
        self.begin_answer.clicked.connect(self._begin_answer)
        self.begin_withdrawal.clicked.connect(self._flow.begin_withdrawal)
        self.begin_abandoning.clicked.connect(self._flow.begin_abandoning)
        self.item.changed.connect(self._item_chosen)
        self.option.changed.connect(self._option_chosen)
        self.why.changed.connect(self._why_typed)
        self.ticks.changed.connect(self._flow.choose)
        self.typed.changed.connect(self._flow.choose)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._flow.put_away)

    def _begin_answer(self) -> None:
        self._flow.begin_answer(self._items[0])

    def _item_chosen(self, item: str) -> None:
        self._flow.begin_answer(next(row for row in self._items if row.item == item))

    def _option_chosen(self, option: str) -> None:
        self._flow.choose(None if option == _UNANSWERED else option)

    def _save(self) -> None:
        """Saves once what is typed is an answer, or nothing."""
        if not self.typed.isVisible() or self.typed.settle():
            self._flow.save()

    def _why_typed(self) -> None:
        if self.why.text() != self._flow.state.why.strip():
            self._flow.type_why(self.why.text())
