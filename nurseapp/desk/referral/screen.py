"""The place Henvisningsgrunnlag: the fields to the left, the paper they make to the right."""

from __future__ import annotations

from collections.abc import Callable

from nurseapp.base.text import _
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.referral.draft_fields import DraftFields
from nurseapp.desk.referral.flow import ReferralFlow, ReferralState, is_about_child
from nurseapp.desk.referral.paper_place import PaperPlace, paper_flow
from nurseapp.desk.routes import Referral, Route


class ReferralScreen(PaperPlace):
    """The fields of the referral summary, and the summary."""

    def __init__(
        self, flow: ReferralFlow, *, hide: Callable[[], None], back: Callable[[], None]
    ) -> None:
        self.fields = DraftFields()
        super().__init__(flow, _("Henvisningsgrunnlag"), self.fields, hide=hide, back=back)
        self._flow = flow
        self.fields.typed.connect(self._typed)
        flow.observe(self.render)

    def render(self, state: ReferralState) -> None:  # type: ignore[override]
        """Shows the draft, and the paper it would become."""
        draft = state.draft
        self.fields.setVisible(draft is not None)
        if draft is not None:
            self.header.say(_("Henvisningsgrunnlag"), draft.subject_name)
            self.fields.show_draft(draft, child=is_about_child(draft))
        self.paper.render(state)

    def _typed(self) -> None:
        draft = self._flow.state.draft
        if draft is not None:
            self._flow.type(self.fields.read(draft))
            self.paper.typed()


def build(route: Route, desk: DeskContext) -> Place:
    """The referral summary of the route's answer sheet."""
    from nurseapp.desk.wiring_records import referral_cases

    assert isinstance(route, Referral)
    flow = paper_flow(route.screening, referral_cases(desk.station), desk)
    screen = ReferralScreen(flow, hide=desk.hide, back=desk.back)
    flow.start()
    return screen
