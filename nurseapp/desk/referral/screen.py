"""The place Henvisningsgrunnlag: the fields to the left, the paper they make to the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.columns import Columns
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.referral.draft_fields import DraftFields
from nurseapp.desk.referral.flow import ReferralFlow, ReferralState, is_about_child
from nurseapp.desk.referral.paper_part import PaperPart, papers_folder
from nurseapp.desk.routes import Referral, Route
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage


class ReferralScreen(Place):
    """Fields and paper side by side, the paper below where there is no room."""

    def __init__(
        self, flow: ReferralFlow, *, hide: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__(flow)
        self._flow = flow
        self._header = PlaceHeader(_("Henvisningsgrunnlag"), hide=hide, back=back)
        self._message = MessageBar()
        self.fields = DraftFields()
        self.paper = PaperPart(flow)
        page = ScrollPage(widest=1400)
        page.add(self._header)
        columns = Columns(least=340)
        columns.add_column(self.fields)
        columns.add_column(self.paper)
        page.add(self._message)
        page.add(columns)
        self.paper.stay_in_view(page)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.fields.typed.connect(self._typed)
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether something is typed that stands on no paper yet."""
        state = self._flow.state
        return state.changed and state.made is None

    def render(self, state: ReferralState) -> None:  # type: ignore[override]
        """Shows the draft, and the paper it would become."""
        draft = state.draft
        self.fields.setVisible(draft is not None)
        if draft is not None:
            self._header.say(_("Henvisningsgrunnlag"), draft.subject_name)
            self.fields.show_draft(draft, child=is_about_child(draft))
        self.paper.render(state)

    def _typed(self) -> None:
        draft = self._flow.state.draft
        if draft is not None:
            self._flow.type(self.fields.read(draft))
            self.paper.typed()


def build(route: Route, desk: DeskContext) -> Place:
    """The referral summary of the route's answer sheet."""
    from nurseapp.desk.wiring_records import paper_ways, referral_cases

    assert isinstance(route, Referral)
    cases = referral_cases(desk.station)
    flow = ReferralFlow(
        route.screening, cases, paper_ways(desk.station), desk.work, folder=papers_folder()
    )
    screen = ReferralScreen(flow, hide=desk.hide, back=desk.back)
    flow.start()
    return screen
