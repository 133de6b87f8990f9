"""The place Før inn: choose, tap in, check, save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.clock import today
from nurseapp.base.text import _
from nurseapp.desk.entry.choose_part import ChoosePart
from nurseapp.desk.entry.compare_part import ComparePart
from nurseapp.desk.entry.fill_part import FillPart
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.state import EntryState, Stage
from nurseapp.desk.entry.summary_part import SummaryPart
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Entry, Route
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage


class EntryScreen(Place):
    """One stage at a time; the way back leads through them."""

    def __init__(
        self,
        flow: EntryFlow,
        *,
        day: date,
        hide: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(flow)
        self._flow = flow
        self._day = day
        self._leave = back
        self._stage: Stage | None = None
        self._header = PlaceHeader(_("Før inn"), hide=hide, back=self._back)
        self._message = MessageBar()
        self.choosing = ChoosePart(flow)
        self.filling = FillPart(flow)
        self.comparing = ComparePart(flow)
        self.summary = SummaryPart(flow)
        self._page = ScrollPage()
        parts: tuple[QWidget, ...] = (
            self._header, self._message, self.choosing, self.filling, self.comparing, self.summary,
        )  # fmt: skip
        for part in parts:
            self._page.add(part)
        self._page.end()
        self.filling.came_to.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether leaving now would lose what is tapped in."""
        return self._flow.state.typing

    def escape(self) -> bool:
        """One stage back."""
        return self._flow.back()

    def render(self, state: EntryState) -> None:  # type: ignore[override]
        """Shows the stage that the nurse is at."""
        self._message.show_outcome(state.problem)
        self._header.say(_heading(state), state.offer.subject_name if state.offer else "")
        self.choosing.render(state)
        self.choosing.setting.show_errors(self._day)
        self.filling.render(state)
        self.comparing.render(state)
        self.summary.render(state)
        if state.stage != self._stage:
            self._stage = state.stage
            self._page.to_top()
            self._begin_keyboard(state.stage)

    def _begin_keyboard(self, stage: Stage) -> None:
        """Puts the keyboard at the next thing to do; the questions see to it themselves."""
        if stage == "summary":
            self.summary.save.setFocus()
        elif stage == "compare":
            next(iter(self.comparing.choices.values())).rows["first"].setFocus()

    def _follow(self, part: QWidget) -> None:
        """Keeps the question to answer in view, with the next one below it."""
        self._page.ensureWidgetVisible(part, 0, 2 * part.height())

    def _back(self) -> None:
        if not self._flow.back():
            self._leave()


def _heading(state: EntryState) -> str:
    if state.form is None or state.stage == "choose":
        return _("Før inn")
    match state.stage:
        case "again":
            return _("{form}, andre gang").format(form=state.form.title)
        case "summary":
            return _("Stemmer dette?")
        case _:
            return state.form.title


def build(route: Route, desk: DeskContext) -> Place:
    """The entry for the route's person."""
    from nurseapp.desk.wiring_records import entry_cases

    assert isinstance(route, Entry)
    flow = EntryFlow(
        route, entry_cases(desk.station), desk.work, go=desk.go, today=today(desk.clock)
    )
    screen = EntryScreen(flow, day=today(desk.clock), hide=desk.hide, back=desk.back)
    flow.start()
    return screen
