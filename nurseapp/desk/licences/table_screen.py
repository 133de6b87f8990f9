"""The place where the values of a licence are typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, plural
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.licences.table_flow import TableFlow, TableState
from nurseapp.desk.licences.table_part import AgeCard, TableField
from nurseapp.desk.licences.typed_table import TableView
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import LicensedTable, Route
from nurseapp.desk.wiring_library import table_cases
from nurseapp.look.buttons import Button, primary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(route: Route, desk: DeskContext) -> Place:
    """The table of the route's form or family."""
    assert isinstance(route, LicensedTable)
    flow = TableFlow(
        route.form,
        table_cases(desk.station),
        desk.work,
        desk.go,
        lambda words: desk.tell(words, "done"),
    )
    screen = TableScreen(flow, back=desk.back)
    flow.start()
    return screen


class TableScreen(Place):
    """One card for each age form, in the order of the paper; what is wrong is said beside it."""

    def __init__(self, flow: TableFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: TableView | None = None
        self.fields: dict[str, TableField] = {}
        self.save: Button | None = None
        self._header = PlaceHeader(_("Verdier fra lisensen"), back=back)
        self._message = MessageBar()
        self._end = MessageBar()
        self._body = Section("", spacing=16)
        self._turns = InTurn(self)
        self._page = ScrollPage(widest=1000, margin=34)
        for part in (self._header, self._message, self._body):
            self._page.add(part)
        self._page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether typed values would be lost."""
        return self._flow.state.changed

    def render(self, state: TableState) -> None:  # type: ignore[override]
        """Shows `state`; the fields are made once."""
        self._message.show_outcome(state.problem)
        if state.view is not None and state.view is not self._drawn:
            self._drawn = state.view
            self._header.say(_("Verdier fra lisensen"), state.view.name)
            self._body.clear()
            self.fields = {}
            self._turns.start(self._fill(state.view))
        for place, field in self.fields.items():
            if field.error() != state.problems.get(place, ""):
                field.set_error(state.problems.get(place, ""))
        self._say_end(state)

    def _say_end(self, state: TableState) -> None:
        count = len(state.problems) + len(state.others)
        if count:
            says = plural("Ikke lagret: {count} ting må rettes.",
                          "Ikke lagret: {count} ting må rettes.", count)  # fmt: skip
            self._end.say("warn", "\n".join((says, *state.others)))
        else:
            self._end.clear()
        if self.save is not None:
            self.save.setEnabled(not state.busy)

    def _fill(self, view: TableView) -> Iterator[object]:
        head = Card(spacing=10)
        head.add(
            body(_("Disse verdiene eies av forlaget, og følger ikke med programmet. Skriv dem av "
                   "fra tabellen dere har lisens til. De lagres kryptert på denne stasjonen."))
        )  # fmt: skip
        source = TableField("source", _("Hvilken utgave er tabellen fra?"), _("Kilde"))
        head.add(source)
        self._body.add(head)
        self._take({"source": source})
        arrive_at(self, source)
        yield head
        for age in view.ages:
            card = AgeCard(view, age)
            self._body.add(card)
            self._take(card.fields)
            yield card
        self._body.add(self._last())
        yield self._end

    def _take(self, fields: dict[str, TableField]) -> None:
        for place, field in fields.items():
            field.set_text(self._flow.state.texts.get(place, ""))
            field.typed.connect(self._flow.write)
            self.fields[place] = field

    def _last(self) -> Card:
        card = Card(spacing=10)
        self._end = MessageBar()
        card.add(self._end)
        self.save = primary(_("Lagre verdiene"))
        self.save.clicked.connect(self._flow.save)
        row = GiveWay()
        row.add(self.save)
        card.add(row)
        return card
