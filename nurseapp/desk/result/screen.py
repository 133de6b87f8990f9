"""The place Resultat: what calls for a talk first, the nurse's words next, then the score."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.dates import date_and_time
from nurseapp.base.text import _
from nurseapp.clinic.values.result import Assessment, ResultView
from nurseapp.desk.clipboard import BriefClipboard, brief_clipboard
from nurseapp.desk.columns import Columns
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.opened_in_page import OpenedInPage
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.result.amend_part import AmendPart
from nurseapp.desk.result.closing_part import ClosingPart
from nurseapp.desk.result.critical_part import CriticalPart
from nurseapp.desk.result.ehr_part import EhrPart
from nurseapp.desk.result.fhir_flow import may_leave
from nurseapp.desk.result.fhir_part import FhirPart
from nurseapp.desk.result.flow import ResultState
from nurseapp.desk.result.guide_part import GuidePart
from nurseapp.desk.result.items_card import items_card
from nurseapp.desk.result.parts import ResultFlows
from nurseapp.desk.result.plan_part import PlanPart
from nurseapp.desk.result.score_card import score_card
from nurseapp.desk.routes import Result, Route
from nurseapp.look.card import Card
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import empty


class ResultScreen(Place):
    """The cards of the sheet are made anew when it is read; what is being written stays."""

    def __init__(
        self,
        flows: ResultFlows,
        clipboard: BriefClipboard,
        *,
        hide: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(flows.main)
        self._flows = flows
        self._built: ResultView | None = None
        self._header = PlaceHeader(_("Resultat"), hide=hide, back=back)
        self._message = MessageBar()
        self._notice = MessageBar()
        self._stage = MessageBar()
        self.critical = CriticalPart()
        self.guide = GuidePart(flows.guide)
        self.closing = ClosingPart(flows.closing)
        self._sheet = QVBoxLayout()
        self._sheet.setSpacing(16)
        self.plan = PlanPart(flows.main)
        self.ehr = EhrPart(flows.ehr, clipboard)
        self.fhir = FhirPart(flows.fhir)
        self.amend = AmendPart(flows.amend)
        self._page = ScrollPage()
        self._columns = QWidget()
        self._build()
        self.critical.guide_wanted.connect(flows.guide.open)
        self.critical.closing_wanted.connect(flows.closing.open)
        self.plan.ehr.clicked.connect(flows.ehr.open)
        self.plan.fhir.clicked.connect(flows.fhir.open)
        self._notice.acted.connect(flows.main.resume)
        self._stage.acted.connect(flows.main.second_stage)
        flows.main.observe(self.render)

    def unsaved(self) -> bool:
        """Whether an assessment, a step or a closing is written and not saved."""
        main, closing = self._flows.main.state, self._flows.closing.state
        return (main.changed and not main.busy) or bool(closing.typed.action and not closing.busy)

    def escape(self) -> bool:
        """Closes what is open in the page."""
        return self._flows.put_away()

    def leave(self) -> None:
        """Lets go of every flow of the page."""
        super().leave()
        self._flows.forget()

    def render(self, state: ResultState) -> None:  # type: ignore[override]
        """Shows the sheet, and what is written about it."""
        view = state.view
        self._columns.setVisible(view is not None)
        self.amend.setVisible(view is not None)
        if view is None:
            if state.problem:
                self._message.say("error", state.problem)
            return
        if view is not self._built:
            self._built = view
            self._show_view(view)
        self.plan.render(state)

    def _show_view(self, view: ResultView) -> None:
        self.critical.show_view(view)
        self.amend.show_view(view)
        self._say_notice(view)
        if view.second_stage and not view.withdrawn:
            action = _("Før inn oppfølgingssamtalen")
            self._stage.say("warn", view.second_stage, action=action)
        else:
            self._stage.clear()
        empty(self._sheet)
        for assessment in view.assessments:
            self._sheet.addWidget(_assessment_card(assessment))
        self._sheet.addWidget(score_card(view))
        self._sheet.addWidget(items_card(view))
        self._sheet.addWidget(_provenance(view))
        self._sheet.addStretch(1)
        self.plan.setVisible(not view.withdrawn)
        self.plan.fhir.setVisible(may_leave(view))

    def _say_notice(self, view: ResultView) -> None:
        if view.withdrawn:
            self._notice.say("warn", view.withdrawn)
        elif view.can_resume:
            self._notice.say(
                "warn",
                _("Arket er ikke fullført."),
                _("Svarene som er gitt, er tatt vare på."),
                action=_("Fortsett utfyllingen"),
            )
        elif view.quick_note:
            self._notice.say("info", view.quick_note)
        else:
            self._notice.clear()

    def _build(self) -> None:
        columns = Columns(self._columns, least=300)
        columns.add_column(self._sheet, share=7)
        columns.add_column(self.plan, share=4)
        parts: tuple[QWidget, ...] = (
            self._header, self._message, self.critical, self.guide, self.closing, self._notice,
            self._stage, self.ehr, self.fhir, self._columns, self.amend,
        )  # fmt: skip
        for part in parts:
            self._page.add(part)
        self._page.end()
        OpenedInPage(self._page, (self.guide, self.closing, self.ehr, self.fhir))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)


def _assessment_card(assessment: Assessment) -> Card:
    card = Card(tone="teal", spacing=6)
    card.add(title(_("Helsesykepleierens vurdering")))
    card.add(body(assessment.text))
    when = date_and_time(assessment.at)
    card.add(muted(f"{assessment.author} · {when}"))
    return card


def _provenance(view: ResultView) -> QWidget:
    """Which version of the form the score comes from."""
    words = _("{form} versjon {version} · {hash} · skår er støtte til vurdering, ikke diagnose")
    return muted(words.format(form=view.form_title, version=view.version, hash=view.sha256[:8]))


def build(route: Route, desk: DeskContext) -> Place:
    """The result of the route's answer sheet."""
    from nurseapp.desk.result.making import result_flows

    assert isinstance(route, Result)
    flows = result_flows(route.screening, desk)
    screen = ResultScreen(flows, brief_clipboard(), hide=desk.hide, back=desk.back)
    flows.main.start()
    return screen
