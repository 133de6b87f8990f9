"""One person's page: trend, timeline, facts and family of her own record, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.clock import today
from nurseapp.base.text import _
from nurseapp.clinic.values import people
from nurseapp.desk.columns import Columns
from nurseapp.desk.field_rows import low_note
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.people.page_cards import (
    facts_card,
    family_row,
    series_card,
    timeline_row,
    trend_card,
)
from nurseapp.desk.people.page_flow import PageFlow, PageState
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.press_row import RowsCard
from nurseapp.desk.routes import PersonPage, Route
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import empty


class PageScreen(Place):
    """The page is built when it is read; while a line is typed only the field changes."""

    def __init__(
        self, flow: PageFlow, *, day: date, hide: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__(flow)
        self._flow = flow
        self._day = day
        self._hide = hide
        self._back = back
        self._built: people.PersonPage | None = None
        self._message = MessageBar()
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self.line = low_note("", lines=2)
        page = ScrollPage()
        page.add(self._message)
        page.add(self._content)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether a line is written and not saved."""
        return bool(self._flow.state.line.strip())

    def render(self, state: PageState) -> None:  # type: ignore[override]
        """Shows the page, or why it cannot be shown."""
        self._message.show_outcome(state.problem)
        if state.page is not None and state.page is not self._built:
            self._built = state.page
            self._build(state.page)
        self.line.set_text(state.line.strip())

    def _build(self, page: people.PersonPage) -> None:
        empty(self._content)
        self._content.addWidget(self._top(page))
        columns = Columns(least=340)
        columns.add_column(self._left(page), share=10)
        columns.add_column(self._right(page), share=9)
        self._content.addLayout(columns)

    def _top(self, page: people.PersonPage) -> Card:
        header = PlaceHeader(page.name, hide=self._hide, back=self._back)
        header.say(page.name, page.subtitle)
        if page.can_be_screened:
            self.start = primary(_("Start kartlegging"))
            self.start.clicked.connect(self._flow.screen)
            header.add(self.start)
        if page.kind == "pregnancy":
            self.birth = secondary(_("Fødsel eller tap"))
            self.birth.clicked.connect(self._flow.register_birth)
            header.add(self.birth)
        card = Card(spacing=12)
        card.add(header)
        if page.can_be_screened and page.kind != "pregnancy":
            card.add(self._other_ways())
        return card

    def _other_ways(self) -> GiveWay:
        """What is entered without handing the device over."""
        self.paper = quiet(_("Før inn fra papir"), icon="paper")
        self.paper.clicked.connect(self._flow.enter_paper)
        self.observation = quiet(_("Observasjon"), icon="eye")
        self.observation.clicked.connect(self._flow.observe_or_receive)
        ways = GiveWay()
        ways.add(QWidget(), stretches=True)
        ways.add(self.paper)
        ways.add(self.observation)
        return ways

    def _left(self, page: people.PersonPage) -> QVBoxLayout:
        column = _column()
        for trend in page.trends:
            column.addWidget(trend_card(trend))
        for series in page.series:
            column.addWidget(series_card(series))
        if page.kind == "child":
            column.addWidget(self._lines(page))
        facts = facts_card(page)
        self.correct = secondary(_("Rett opplysninger"))
        self.correct.clicked.connect(self._flow.correct)
        facts.add(_at_start(self.correct))
        column.addWidget(facts)
        column.addStretch(1)
        return column

    def _right(self, page: people.PersonPage) -> QVBoxLayout:
        column = _column()
        column.addWidget(self._timeline(page))
        column.addWidget(self._family(page))
        column.addStretch(1)
        return column

    def _timeline(self, page: people.PersonPage) -> Card:
        card = RowsCard(_("Tidslinje"))
        for happened in page.timeline:
            row = timeline_row(happened, self._day.year)
            row.chosen.connect(self._flow.open_screening)
            card.add(row)
        if not page.timeline:
            card.add_inset(muted(_("Ingenting er registrert ennå.")))
        return card

    def _family(self, page: people.PersonPage) -> Card:
        card = RowsCard(_("Familie"))
        for member in page.family:
            row = family_row(member)
            row.chosen.connect(self._flow.open_person)
            card.add(row)
        relative = secondary(_("Registrer i familien"), icon="plus")
        relative.clicked.connect(self._flow.register_relative)
        card.add_inset(relative)
        return card

    def _lines(self, page: people.PersonPage) -> Card:
        """What a nurse has written about the parents' situation, where it matters for the child."""
        card = Card(spacing=10)
        card.add(title(_("Helsesykepleierens linje")))
        for line in page.nurse_lines:
            card.add(body(line))
        card.add(muted(_("Svar og skår fra foreldre står aldri her.")))
        self.line = low_note(_("Skriv en linje i barnets journal"), lines=2)
        self.line.changed.connect(self._flow.type_line)
        self.write = secondary(_("Lagre linjen"))
        self.write.clicked.connect(self._flow.write_line)
        card.add(self.line)
        card.add(_at_start(self.write))
        return card


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column


def _at_start(part: QWidget) -> GiveWay:
    row = GiveWay()
    row.add(part)
    return row


def build(route: Route, desk: DeskContext) -> Place:
    """The page of the route's person."""
    from nurseapp.desk.wiring_records import page_cases

    assert isinstance(route, PersonPage)
    flow = PageFlow(route.person, page_cases(desk.station), desk.work, desk.go)
    screen = PageScreen(flow, day=today(desk.clock), hide=desk.hide, back=desk.back)
    flow.start()
    return screen
