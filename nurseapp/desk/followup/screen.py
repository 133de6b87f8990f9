"""The place Oppfølging."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.values.today import FollowUpView, StepCard
from nurseapp.desk import routes
from nurseapp.desk.followup.flow import FollowUpFlow, FollowUpState
from nurseapp.desk.followup.outcome import OutcomeEditor
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Route
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.today import sections
from nurseapp.desk.wiring import follow_up_cases
from nurseapp.look.card import Card
from nurseapp.look.labels import body, muted
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(route: Route, desk: DeskContext) -> Place:
    """The clinic's list, read anew, with the route's step ready to be finished."""
    step = route.step if isinstance(route, routes.FollowUp) else None
    flow = FollowUpFlow(follow_up_cases(desk.station), desk.work, desk.go, step)
    place = FollowUpScreen(flow, hide=desk.hide)
    flow.refresh()
    return place


class FollowUpScreen(Place):
    """Open alerts, then steps by their day, then what was done lately."""

    def __init__(self, flow: FollowUpFlow, *, hide: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: tuple[FollowUpView | None, int | None] = (None, None)
        self.editor: OutcomeEditor | None = None
        self._message = MessageBar()
        self._body = Section("", spacing=18)
        self._rows = InTurn(self)
        page = ScrollPage(widest=1100, margin=34)
        page.add(PlaceHeader(_("Oppfølging"), hide=hide))
        page.add(
            muted(_("Hele stasjonens liste: det som ikke er lukket, uansett hvem som begynte."))
        )
        page.add(self._message)
        page.add(self._body)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def render(self, state: FollowUpState) -> None:  # type: ignore[override]
        """Shows `state`; the list is made anew only when it or the open line changes."""
        if state.problem:
            self._message.say("error", state.problem)
        elif state.finished is not None:
            self._message.say("ok", _("Fullført og skrevet i journalen."))
        else:
            self._message.clear()
        if self._drawn != (state.view, state.finishing):
            self._drawn = (state.view, state.finishing)
            self.editor = None
            self._body.clear()
            if state.view is not None:
                self._rows.start(self._list(state.view, state.finishing))
        if self.editor is not None:
            self.editor.show_state(state.outcome_problem, busy=state.busy)

    def unsaved(self) -> bool:
        """Whether an outcome was begun."""
        return self.editor is not None and bool(self.editor.text.text())

    def escape(self) -> bool:
        """Closes the line where an outcome is written."""
        opened = self.editor is not None
        self._flow.cancel()
        return opened

    def _list(self, view: FollowUpView, finishing: int | None) -> Iterator[ActionRow]:
        if view.alerts:
            now = self._section(_("Krever handling nå"))
            for row in sections.alerts(view.alerts):
                row.acted.connect(self._flow.open_alert)
                now.add(row)
                yield row
        steps = self._section(_("Planlagt"))
        if not view.steps:
            steps.add(_nothing_planned())
        for step in view.steps:
            row = self._step(step, opened=step.step == finishing)
            steps.add(row)
            yield row
        done = self._section(_("Nylig fullført")) if view.done else None
        for step in view.done:
            row = ActionRow(step, step.title, step.detail, pill=_("Fullført"), pill_tone="green")
            if done is not None:
                done.add(row)
            yield row

    def _section(self, name: str) -> Section:
        section = Section(name)
        self._body.add(section)
        return section

    def _step(self, step: StepCard, *, opened: bool) -> ActionRow:
        row = ActionRow(
            step.step,
            step.title,
            step.detail,
            pill=_due(step),
            pill_tone="amber" if step.overdue else "teal",
            action="" if opened else _("Fullfør"),
            role="secondary",
        )
        row.acted.connect(self._flow.begin)
        if opened:
            self.editor = OutcomeEditor()
            self.editor.finished.connect(self._flow.finish)
            self.editor.cancelled.connect(self._flow.cancel)
            self.editor.show_state(self._flow.state.outcome_problem, busy=self._flow.state.busy)
            row.add(self.editor)
            self.editor.text.setFocus()
        return row


def _due(step: StepCard) -> str:
    if step.due is None:
        return _("Uten dato")
    words = _("Forfalt {day}") if step.overdue else _("Innen {day}")
    return words.format(day=short_date(step.due))


def _nothing_planned() -> Card:
    card = Card()
    card.add(body(_("Ingen steg er planlagt.")))
    card.add(muted(_("Det som avtales etter en samtale, kommer hit til det er fullført.")))
    return card
