"""The place where several age forms of a family are approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.clock import today
from nurseapp.base.text import _
from nurseapp.clinic.values.approving import AgeFormLine, FamilyApprovalView
from nurseapp.desk.approval.family_flow import FamilyFlow, FamilyState, to_confirm
from nurseapp.desk.approval.family_rows import AgeRow, words_card
from nurseapp.desk.approval.terms_part import TermsPart
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import FamilyApproval, Route
from nurseapp.desk.wiring_library import family_cases
from nurseapp.look.buttons import Button, primary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(route: Route, desk: DeskContext) -> Place:
    """The age forms of the route's family."""
    assert isinstance(route, FamilyApproval)
    flow = FamilyFlow(
        route.family,
        family_cases(desk.station),
        desk.work,
        desk.go,
        lambda sentence: desk.tell(sentence, "done"),
        approver=desk.user.name,
        clinic=desk.card.name,
        today=today(desk.clock),
    )
    screen = FamilyApprovalScreen(flow, back=desk.back)
    flow.start()
    return screen


class FamilyApprovalScreen(Place):
    """The papers of all ages with one button; below them the wordings, each to be read alone."""

    def __init__(self, flow: FamilyFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: FamilyApprovalView | None = None
        self.rows: dict[str, AgeRow] = {}
        self.terms: TermsPart | None = None
        self.approve: Button | None = None
        self.confirm: Button | None = None
        self._header = PlaceHeader(_("Godkjenn flere aldre"), back=back)
        self._message = MessageBar()
        self._lacks = MessageBar()
        self._body = Section("", spacing=16)
        self._turns = InTurn(self)
        page = ScrollPage(widest=1100, margin=34)
        for part in (self._header, self._message, self._body):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether ticks or terms would be lost."""
        return self._flow.state.changed

    def render(self, state: FamilyState) -> None:  # type: ignore[override]
        """Shows `state`; the rows are made anew only when what must be seen changes."""
        self._message.show_outcome(state.problem)
        if state.view is not None and state.view != self._drawn:
            self._drawn = state.view
            self._header.say(_("Godkjenn flere aldre"), state.view.title)
            self._body.clear()
            self.rows, self.terms = {}, None
            self.approve = self.confirm = None
            self._lacks = MessageBar()
            self._turns.start(self._fill(state.view))
        self._show_typed(state)

    def _show_typed(self, state: FamilyState) -> None:
        for form, row in self.rows.items():
            row.show_ticked(form in state.chosen)
        if self.terms is not None:
            self.terms.render(state)
        if state.missing:
            says = _("Kan ikke godkjennes ennå.")
            self._lacks.say("warn", "\n".join((says, *state.missing)))
        else:
            self._lacks.show_outcome(state.problem)
        if self.approve is not None:
            self.approve.setEnabled(not state.busy)
        if self.confirm is not None:
            self.confirm.setEnabled(bool(to_confirm(state)) and not state.busy)

    def _fill(self, view: FamilyApprovalView) -> Iterator[QWidget]:
        waiting = [line for line in view.ages if line.to_confirm]
        if waiting:
            yield from self._fill_waiting(waiting)
        yield self._put(words_card(view.ages, self._read))
        others = [line for line in view.ages if not line.to_confirm]
        if others:
            yield from self._fill_papers(view, others)
        boxes = [row.box for row in self.rows.values() if row.box is not None]
        arrive_at(self, next(iter(boxes), None))
        self._show_typed(self._flow.state)

    def _fill_waiting(self, ages: Sequence[AgeFormLine]) -> Iterator[QWidget]:
        """What another has approved, with the boxes that she had before her."""
        head = Card(tone="teal", spacing=4)
        head.add(title(_("Til bekreftelse")))
        head.add(
            body(_("En annen har godkjent disse til bruk fra papir. Ha papirskjemaene foran deg, "
                   "og huk av for hver alder der svarene står slik."))
        )  # fmt: skip
        yield self._put(head)
        yield from self._fill_rows(ages)
        card = Card(spacing=10)
        card.add(muted(_("Bekreftelsene skrives ned med navnet ditt og dagen, alle på én gang.")))
        self.confirm = primary(_("Bekreft de som er huket av"))
        self.confirm.clicked.connect(self._flow.confirm)
        row = GiveWay()
        row.add(self.confirm)
        card.add(row)
        yield self._put(card)

    def _fill_rows(self, ages: Sequence[AgeFormLine]) -> Iterator[QWidget]:
        for line in ages:
            row = AgeRow(line)
            row.show_ticked(line.form in self._flow.state.chosen)
            row.ticked.connect(self._tick)
            self.rows[line.form] = row
            yield self._put(row)

    def _fill_papers(
        self, view: FamilyApprovalView, ages: Sequence[AgeFormLine]
    ) -> Iterator[QWidget]:
        head = Card(spacing=4)
        head.add(title(_("Til bruk fra papir")))
        head.add(
            body(_("Ha papirskjemaene foran deg. Huk av for hver alder der svarene står slik. "
                   "Godkjenningen skrives ned for hver alder for seg."))
        )  # fmt: skip
        yield self._put(head)
        yield from self._fill_rows(ages)
        self.terms = TermsPart(self._flow, view, _("Lisens og start for alle som er huket av"))
        self._put(self.terms)
        self._put(self._end())
        yield self.terms

    def _put(self, part: QWidget) -> QWidget:
        self._body.add(part)
        return part

    def _end(self) -> Card:
        card = Card(spacing=10)
        card.add(self._lacks)
        card.add(muted(_("Godkjenningene skrives ned med navnet ditt og dagen, alle på én gang.")))
        self.approve = primary(_("Godkjenn de som er huket av"))
        self.approve.clicked.connect(self._flow.approve)
        row = GiveWay()
        row.add(self.approve)
        card.add(row)
        return card

    def _tick(self, form: str, ticked: bool) -> None:
        self._flow.choose(form, chosen=ticked)

    def _read(self, value: object) -> None:
        assert isinstance(value, tuple)
        self._flow.read_words(*value)
