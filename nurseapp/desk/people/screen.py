"""The place Personer: search as you type, the people seen last while nothing is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.people.flow import Hit, PeopleFlow, PeopleState
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.press_row import PressRow, RowsCard
from nurseapp.desk.routes import People, Route
from nurseapp.look import tokens
from nurseapp.look.buttons import primary
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.pill import Pill
from nurseapp.look.section import empty


class PeopleScreen(Place):
    """A search field, and under it who was found."""

    def __init__(self, flow: PeopleFlow, *, hide: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._hide = hide
        self._shown: tuple[Hit, ...] | None = None
        self.search = TextField(
            _("Søk"), placeholder=_("Navn, fødselsdato eller fødselsnummer"), longest=100
        )
        self.register = primary(_("Registrer ny person"), icon="plus")
        self._message = MessageBar()
        self._heading = title("")
        self._card = RowsCard()
        self._build()
        self.search.changed.connect(self._typed)
        self.search.finished.connect(flow.open_first)
        self.register.clicked.connect(flow.register)
        flow.observe(self.render)
        self.setFocusProxy(self.search)

    def render(self, state: PeopleState) -> None:  # type: ignore[override]
        """Shows the hits; the rows are made anew only when they change."""
        self.search.set_text(state.text.strip())
        self._message.show_outcome(state.problem)
        self._heading.setText(state.heading)
        self._card.setVisible(bool(state.hits))
        if state.hits != self._shown:
            self._shown = state.hits
            empty(self._card.column)
            for hit in state.hits:
                self._card.add(self._row(hit))

    def focus_search(self) -> bool:
        """Puts the cursor into the search field."""
        self.search.setFocus()
        return True

    def _build(self) -> None:
        page = ScrollPage()
        header = PlaceHeader(_("Personer"), hide=self._hide)
        header.add(self.register)
        for part in (header, self.search, self._message, self._heading, self._card):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _row(self, hit: Hit) -> PressRow:
        row = hit_row(hit)
        row.chosen.connect(self._flow.open)
        return row

    def _typed(self) -> None:
        self._flow.type(self.search.text())


def hit_row(hit: Hit) -> PressRow:
    """One person found: what tells her apart from others of the same name."""
    found = hit.row
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(strong(found.name))
    if found.context:
        words.addWidget(body(found.context))
    if hit.hint:
        warning = GiveWay(spacing=6)
        warning.add(Icon("warning", tokens.AMBER, pixels=18))
        warning.add(muted(hit.hint), stretches=True)
        words.addLayout(warning)
    facts = QVBoxLayout()
    facts.setSpacing(2)
    for fact in (found.born, _("sist sett {day}").format(day=found.last_seen)):
        facts.addWidget(muted(fact))
    row = PressRow(found.person, _("Åpne {name}").format(name=found.name))
    row.row.add(words, stretches=True)
    if found.shielded:
        row.row.add(Pill(_("Skjermet"), "amber"))
    row.row.add(facts)
    return row


def build(route: Route, desk: DeskContext) -> Place:
    """The place Personer, searching at once for the route's text."""
    from nurseapp.desk.wiring_records import people_cases

    text = route.text if isinstance(route, People) else ""
    flow = PeopleFlow(people_cases(desk.station), desk.work, desk.go, text=text)
    screen = PeopleScreen(flow, hide=desk.hide)
    flow.start()
    return screen
