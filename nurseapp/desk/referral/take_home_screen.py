"""The sheet that the parent carries home; no field of it takes a score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nurseapp.base.text import _
from nurseapp.desk.field_rows import low_note
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.referral.paper_place import PaperPlace, paper_flow
from nurseapp.desk.referral.take_home_flow import TakeHomeFlow, TakeHomeState
from nurseapp.desk.routes import Route, TakeHome
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.labels import muted
from nurseapp.look.select_field import SelectField


class TakeHomeScreen(PaperPlace):
    """Four fields and the sheet they make."""

    def __init__(
        self, flow: TakeHomeFlow, *, hide: Callable[[], None], back: Callable[[], None]
    ) -> None:
        card = Card(spacing=14)
        super().__init__(flow, _("Ark til å ta med hjem"), card, hide=hide, back=back)
        self._flow = flow
        self._showing = False
        self.talked_about = low_note(_("Dette snakket vi om"), lines=4)
        self.next_step = TextField(_("Neste steg"))
        self.next_date = TextField(_("Når"), longest=60)
        self.contact = TextField(_("Hvem du kan kontakte"))
        self.language = SelectField(
            _("Språk"), (("nb", _("bokmål")), ("nn", _("nynorsk")), ("en", _("engelsk")))
        )
        self._fill(card)
        flow.observe(self.render)

    def render(self, state: TakeHomeState) -> None:  # type: ignore[override]
        """Shows the draft, and the sheet it would become."""
        draft = state.draft
        if draft is not None:
            self._showing = True
            self.talked_about.set_text(draft.talked_about)
            self.next_step.set_text(draft.next_step)
            self.next_date.set_text(draft.next_date)
            self.contact.set_text(draft.contact)
            self.language.set_value(draft.language)
            self._showing = False
        self.paper.render(state)

    def _fill(self, card: Card) -> None:
        card.add(
            muted(
                _(
                    "Arket kan bli lest av andre hjemme. Skår, og det som handler om vold, rus "
                    "eller selvskading, hører ikke hjemme her."
                )
            )
        )
        for field in (self.talked_about, self.next_step, self.next_date, self.contact):
            card.add(field)
            field.changed.connect(self._typed)
        card.add(self.language)
        self.language.changed.connect(self._typed)
        card.column.addStretch(1)

    def _typed(self) -> None:
        draft = self._flow.state.draft
        if draft is None or self._showing:
            return
        self._flow.type(
            replace(
                draft,
                talked_about=self.talked_about.text(),
                next_step=self.next_step.text(),
                next_date=self.next_date.text(),
                contact=self.contact.text(),
                language=self.language.value(),
            )
        )
        self.paper.typed()


def build(route: Route, desk: DeskContext) -> Place:
    """The take-home sheet of the route's answer sheet."""
    from nurseapp.desk.wiring_records import take_home_cases

    assert isinstance(route, TakeHome)
    flow = paper_flow(route.screening, take_home_cases(desk.station), desk)
    screen = TakeHomeScreen(flow, hide=desk.hide, back=desk.back)
    flow.start()
    return screen
