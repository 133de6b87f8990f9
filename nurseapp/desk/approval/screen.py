"""The place where a form is approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.clock import today
from nurseapp.base.text import _
from nurseapp.clinic.values.library import ApprovalView
from nurseapp.desk.approval.cards import cases_card, changes_card
from nurseapp.desk.approval.flow import ApprovalFlow, ApprovalState
from nurseapp.desk.approval.terms_part import TermsPart
from nurseapp.desk.approval.tick_part import TickRow
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.library.page_cards import history_card
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import FormApproval, Route
from nurseapp.desk.wiring_library import approval_cases
from nurseapp.desk.wording.languages import runs_right_to_left
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(route: Route, desk: DeskContext) -> Place:
    """The approval of the route's form."""
    assert isinstance(route, FormApproval)
    flow = ApprovalFlow(
        route,
        approval_cases(desk.station),
        desk.work,
        desk.go,
        lambda sentence: desk.tell(sentence, "done"),
        approver=desk.user.name,
        clinic=desk.card.name,
        today=today(desk.clock),
    )
    screen = ApprovalScreen(flow, back=desk.back)
    flow.start()
    return screen


class ApprovalScreen(Place):
    """Four things below each other, then one button; what is missing is said beside it."""

    def __init__(self, flow: ApprovalFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: ApprovalView | None = None
        self.ticks: dict[str, TickRow] = {}
        self.terms: TermsPart | None = None
        self.approve: Button | None = None
        self._header = PlaceHeader(_("Godkjenning"), back=back)
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

    def render(self, state: ApprovalState) -> None:  # type: ignore[override]
        """Shows `state`; the rows are made anew only when what must be seen changes."""
        if state.problem:  # beside the button too, which may be far below
            self._message.say("error", state.problem)
        else:
            self._message.clear()
        if state.view is not None and state.view != self._drawn:
            self._drawn = state.view
            self._body.clear()
            self.ticks, self.terms, self.approve = {}, None, None
            self._lacks = MessageBar()
            self._turns.start(self._fill(state.view))
        self._show_typed(state)

    def _show_typed(self, state: ApprovalState) -> None:
        for item, row in self.ticks.items():
            row.show_ticked(item in state.ticked)
        if self.terms is not None:
            self.terms.render(state)
        if state.problem:
            self._lacks.say("error", state.problem)
        elif state.missing:
            says = _("Kan ikke godkjennes ennå.")
            self._lacks.say("warn", "\n".join((says, *state.missing)))
        else:
            self._lacks.clear()
        if self.approve is not None:
            self.approve.setEnabled(not state.busy)

    def _fill(self, view: ApprovalView) -> Iterator[object]:
        on_paper = not view.language
        words = _("Til bruk fra papir") if on_paper else view.language_words
        self._header.say(
            _("Godkjenn {form}").format(form=view.title),
            _("{language} · utgave {version}").format(language=words, version=view.version),
        )
        for part in (changes_card(view), cases_card(view), self._heading(on_paper=on_paper)):
            self._body.add(part)
            yield part
        mirrored = runs_right_to_left(view.language)
        for one in view.rows:
            row = TickRow(one, on_paper=on_paper, mirrored=mirrored)
            row.show_ticked(one.item in self._flow.state.ticked)
            row.ticked.connect(self._tick)
            self.ticks[one.item] = row
            self._body.add(row)
            yield row
        self.terms = TermsPart(self._flow, view, _("4. Lisens og start"))
        self._body.add(self.terms)
        self._body.add(self._end(view))
        self._body.add(history_card(view.earlier, _("Bekreft"), self._flow.confirm))
        self._show_typed(self._flow.state)
        yield self.terms

    def _heading(self, *, on_paper: bool) -> Card:
        card = Card(spacing=4)
        card.add(title(_("3. Hold skjemaet opp mot papiret")))
        card.add(
            body(
                _("Ha papirskjemaet foran deg. Sjekk at svarene står i samme rekkefølge, og huk av "
                  "for hvert spørsmål. Forelderen svarer på arket, og svarene tastes inn etterpå.")
                if on_paper
                else _("Ha papirskjemaet foran deg. Les hvert spørsmål og hvert svar, og huk av når"
                       " det står ordrett likt.")
            )
        )  # fmt: skip
        if not on_paper:
            row = GiveWay()
            self.preview = secondary(_("Se som forelder"))
            self.preview.clicked.connect(self._flow.preview)
            row.add(self.preview)
            card.add(row)
            arrive_at(self, self.preview)
        return card

    def _end(self, view: ApprovalView) -> Card:
        card = Card(spacing=10)
        card.add(self._lacks)
        card.add(
            muted(
                _("Etterpå må en annen logge inn og bekrefte.")
                if view.second_needed
                else _(
                    "Godkjenningen skrives ned med navnet ditt, dagen og ordene slik de står nå."
                )
            )
        )
        self.approve = primary(_("Godkjenn skjemaet"))
        self.approve.clicked.connect(self._flow.approve)
        row = GiveWay()
        row.add(self.approve)
        card.add(row)
        return card

    def _tick(self, item: str, ticked: bool) -> None:
        self._flow.tick(item, ticked=ticked)
