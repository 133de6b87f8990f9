"""The place Skjema: the list of all forms."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.library.flow import LibraryFlow, LibraryState
from nurseapp.desk.library.form_row import FormRow
from nurseapp.desk.library.grouping import Group, groups
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.press_row import RowsCard
from nurseapp.desk.routes import Route
from nurseapp.desk.wiring_library import library_cases
from nurseapp.look.buttons import quiet, secondary
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.nav import NavItem
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(_route: Route, desk: DeskContext) -> Place:
    """The library of this station."""
    flow = LibraryFlow(library_cases(desk.station), desk.work, desk.go)
    return LibraryScreen(flow, training=desk.card.training, may_change=desk.user.administrator)


class LibraryScreen(Place):
    """What runs out and what is broken first; then the forms, each leading to its page."""

    def __init__(self, flow: LibraryFlow, *, training: bool, may_change: bool) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: tuple[Group, ...] | None = None
        self.rows: list[FormRow] = []
        self._message = MessageBar()
        self._warnings = MessageBar()
        self.search = TextField("", placeholder=_("Søk etter skjema, formål eller alder"))
        self.search.edit.setAccessibleName(_("Søk etter skjema"))
        self.by_topic, self.by_status = NavItem(_("Etter tema")), NavItem(_("Etter status"))
        self.licences = quiet(_("Lisenser"), icon="paper")
        self.new_form = secondary(_("Nytt skjema fra fil"), icon="plus")
        self.pack = secondary(_("Hent fra en annen stasjon"))
        for button in (self.new_form, self.pack):
            button.setVisible(may_change)
        self._body = Section("", spacing=20)
        self._turns = InTurn(self)
        self._lay_out(training=training)
        self._connect()
        arrive_at(self, self.search)
        flow.observe(self.render)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the forms now: the place before has kept what was written in it by then."""
        super().showEvent(event)
        self._flow.refresh()

    def render(self, state: LibraryState) -> None:  # type: ignore[override]
        """Shows `state`; the rows are made anew only when they change."""
        self._say(state)
        self.by_topic.set_here(state.by == "topic")
        self.by_status.set_here(state.by == "status")
        if state.view is None:
            return
        shown = groups(state)
        if shown != self._drawn:
            self._drawn = shown
            self._body.clear()
            self.rows = []
            self._turns.start(self._fill(shown))

    def focus_search(self) -> bool:
        """Puts the cursor into the search field."""
        self.search.setFocus()
        return True

    def _say(self, state: LibraryState) -> None:
        broken = state.view.problems if state.view else ()
        if state.problem:
            self._message.say("error", state.problem)
        elif broken:
            says = _("Disse skjemaene har feil og kan ikke brukes. De andre virker som før.")
            self._message.say("warn", "\n".join((says, *broken)))
        else:
            self._message.clear()
        if state.view and state.view.warnings:
            self._warnings.say("warn", "\n".join(state.view.warnings), action=_("Se lisensene"))
        else:
            self._warnings.clear()

    def _fill(self, shown: tuple[Group, ...]) -> Iterator[object]:
        if not shown:
            self._body.add(body(_("Ingen skjemaer passer med søket.")))
        for name, cards in shown:
            holder = RowsCard(name)
            self._body.add(holder)
            for card in cards:
                row = FormRow(card)
                row.opened.connect(self._flow.open)
                holder.add(row)
                self.rows.append(row)
                yield row

    def _lay_out(self, *, training: bool) -> None:
        header = PlaceHeader(_("Skjemaer"))
        header.add(self.licences)
        words = (
            _("Øvingsstasjon: øvingstekster kan brukes, på oppdiktede personer.")
            if training
            else _("Bare tekster som kommunen har godkjent, kan brukes.")
        )
        ways, files = GiveWay(spacing=8), GiveWay(spacing=12)
        for tab in (self.by_topic, self.by_status):
            ways.add(tab)
        for button in (self.new_form, self.pack):
            files.add(button)
        page = ScrollPage(widest=1100, margin=34)
        for part in (header, muted(words), self._warnings, self._message, self.search, ways,
                     self._body, files):  # fmt: skip
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self.search.changed.connect(self._flow.search)
        self.by_topic.clicked.connect(self._by_topic)
        self.by_status.clicked.connect(self._by_status)
        self.licences.clicked.connect(self._flow.open_licences)
        self._warnings.acted.connect(self._flow.open_licences)
        self.new_form.clicked.connect(self._flow.open_file)
        self.pack.clicked.connect(self._flow.open_pack)

    def _by_topic(self) -> None:
        self._flow.group("topic")

    def _by_status(self) -> None:
        self._flow.group("status")
