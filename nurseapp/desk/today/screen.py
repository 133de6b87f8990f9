"""The place I dag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base import clock
from nurseapp.base.dates import long_day
from nurseapp.base.text import _
from nurseapp.clinic.values.people import PersonRow
from nurseapp.clinic.values.today import TodayView
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.people.flow import Hit, hints
from nurseapp.desk.people.screen import hit_row
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.press_row import PressRow, RowsCard
from nurseapp.desk.routes import Route
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.today import sections
from nurseapp.desk.today.flow import TodayFlow, TodayState
from nurseapp.desk.wiring import today_cases
from nurseapp.look.buttons import secondary
from nurseapp.look.fields import TextField
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(_route: Route, desk: DeskContext) -> Place:
    """I dag, read anew."""
    flow = TodayFlow(today_cases(desk.station), desk.work, desk.go)
    place = TodayScreen(flow, day=clock.today(desk.clock), hide=desk.hide)
    flow.refresh()
    return place


class TodayScreen(Place):
    """What needs action first, then who is due; search above both."""

    def __init__(self, flow: TodayFlow, *, day: date, hide: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: TodayState | None = None
        self._problem = MessageBar()
        self.header = PlaceHeader(_("I dag · {day}").format(day=long_day(day)), hide=hide)
        self.new_person = secondary(_("Ny person"))
        self.header.add(self.new_person)
        self.search = TextField(
            "", placeholder=_("Søk på navn, fødselsdato eller fødselsnummer   (Ctrl+K)")
        )
        self.search.edit.setAccessibleName(_("Søk etter person"))
        self._body = Section("", spacing=18)
        self._rows = InTurn(self)
        self._lay_out()
        self.new_person.clicked.connect(flow.register)
        self.search.changed.connect(flow.search)
        self.search.finished.connect(flow.choose_only)
        flow.observe(self.render)

    def render(self, state: TodayState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        drawn, self._drawn = self._drawn, state
        self._problem.show_outcome(state.problem)
        if drawn is not None and (drawn.view, drawn.hits) == (state.view, state.hits):
            return
        self._body.clear()
        if state.hits is not None:
            self._rows.start(self._hits(state.hits))
        elif state.view is not None:
            self._rows.start(self._day(state.view))

    def focus_search(self) -> bool:
        """Puts the cursor into the search field."""
        self.search.setFocus()
        self.search.edit.selectAll()
        return True

    def escape(self) -> bool:
        """Ends a search."""
        searching = bool(self.search.edit.text())
        self.search.edit.clear()
        return searching

    def _lay_out(self) -> None:
        page = ScrollPage(widest=1100, margin=34)
        for part in (self.header, self.search, self._problem, self._body):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.setFocusProxy(self.search)

    def _hits(self, rows: tuple[PersonRow, ...]) -> Iterator[PressRow]:
        found = Section(_("Treff"))
        self._body.add(found)
        if not rows:
            found.add(sections.nobody_found())
            return
        card = RowsCard()
        found.add(card)
        for row, hint in zip(rows, hints(rows), strict=True):
            line = hit_row(Hit(row=row, hint=hint))
            line.chosen.connect(self._flow.choose)
            card.add(line)
            yield line

    def _day(self, view: TodayView) -> Iterator[ActionRow]:
        flow = self._flow
        if view.alerts:
            now = self._section(_("Krever handling nå"))
            yield from _filled(now, sections.alerts(view.alerts), flow.follow_up)
        if view.unfinished or view.overdue:
            waiting = self._section(_("Ikke fullført"))
            yield from _filled(waiting, sections.unfinished(view.unfinished), flow.follow_up)
            yield from _filled(waiting, sections.overdue(view.overdue), flow.open_step)
        due = self._section(_("Konsultasjoner i dag"))
        if not view.visits:
            due.add(sections.no_visits())
        yield from _filled(due, sections.visits(view.visits, flow.enter_paper), flow.start)

    def _section(self, name: str) -> Section:
        section = Section(name)
        self._body.add(section)
        return section


def _filled(
    section: Section, rows: Iterable[ActionRow], acted: Callable[[Any], None]
) -> Iterator[ActionRow]:
    for row in rows:
        row.acted.connect(acted)
        section.add(row)
        yield row
