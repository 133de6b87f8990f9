"""The place where the device changes hands: whose answers, which form, and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.handover import HandOverOffer
from nurseapp.desk.handover.conditions_part import ConditionsPart
from nurseapp.desk.handover.feedback_flow import FeedbackFlow, FeedbackState
from nurseapp.desk.handover.flow import HandOverFlow, HandOverState
from nurseapp.desk.handover.not_now_part import NotNowPart
from nurseapp.desk.handover.respondent_part import RespondentPart, SubjectBar
from nurseapp.desk.handover.resume_part import ResumePart
from nurseapp.desk.pinned_bar import PinnedBar, above
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Entry, HandOver, Route
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.keyboard_order import lead_keyboard
from nurseapp.look.labels import heading, muted
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.theme import scaled

_WIDEST: Final = 660
_LOCKS: Final = mark(
    "Når du trykker Overlevér, låses alle journaler. Bare svarene skrives, og "
    "ingenting kan leses før du logger inn igjen."
)


class HandOverScreen(Place):
    """One card in the middle of the page; the buttons, and what is missing, always in sight."""

    def __init__(
        self,
        flow: HandOverFlow,
        feedback: FeedbackFlow,
        *,
        back: Callable[[], None],
        go: Callable[[Route], None],
        visit: int | None = None,
    ) -> None:
        super().__init__(flow)
        self._flow = flow
        self._feedback = feedback
        self._go = go
        self._visit = visit
        self._page = ScrollPage(widest=scaled(_WIDEST), spacing=12, top=12)
        self._bar = PinnedBar(self._page, widest=scaled(_WIDEST))
        self.respondents = RespondentPart(flow)
        self._card = Card(spacing=14)
        self._band = SubjectBar()
        self._heading = heading("")
        self._words = muted("")
        self.unfinished = ResumePart(flow)
        self.conditions = ConditionsPart(flow)
        self._message = MessageBar()
        self._blocked = muted("")
        self.not_now = secondary(_("Ikke nå"), icon="down")
        self.cancel = quiet(_("Tilbake"), icon="back")
        self.hand_over = primary(_("Overlevér"))
        self.paper = quiet(_("Har du fått arket på papir?"), icon="paper")
        self.feedback = quiet(_("Anonym tilbakemelding"), icon="person")
        self.outcomes = NotNowPart(flow)
        self._show_outcomes = QTimer(self, interval=0, singleShot=True)
        self._build()
        self.not_now.clicked.connect(self._toggle_not_now)
        self.cancel.clicked.connect(back)
        self.hand_over.clicked.connect(flow.hand_over)
        self.paper.clicked.connect(self._to_paper)
        self.feedback.clicked.connect(self._to_feedback)
        feedback.observe(self._render_feedback)
        flow.observe(self.render)

    def escape(self) -> bool:
        """Closes the outcomes without a form."""
        was_open = self._flow.state.not_now_open
        self._flow.open_not_now(False)
        return was_open

    def render(self, state: HandOverState) -> None:  # type: ignore[override]
        """Shows what has been chosen, and what is missing."""
        rows = self.respondents.rows
        self.respondents.render(state)
        if self.respondents.rows is not rows:
            self._order_keyboard()
        self._card.setVisible(state.offer is not None)
        self._bar.setVisible(state.offer is not None)
        self.paper.setVisible(state.offer is not None)
        self._message.show_outcome(state.problem)
        if state.offer is None:
            return
        self._show_subject(state, state.offer)
        self.unfinished.render(state)
        self.conditions.render(state)
        self.outcomes.render(state)
        self._blocked.setText(state.blocked)
        self.hand_over.setEnabled(not state.blocked and not state.busy)
        self.not_now.setEnabled(not state.busy)

    def _render_feedback(self, state: FeedbackState) -> None:
        """The anonymous form, if there is one that may be used."""
        self.feedback.setVisible(state.form is not None)
        self.feedback.setEnabled(not state.busy)
        if state.problem:
            self._message.say("error", state.problem)

    def leave(self) -> None:
        """Lets go of both flows."""
        super().leave()
        self._feedback.forget()

    def _show_subject(self, state: HandOverState, offer: HandOverOffer) -> None:
        self._heading.setText(_("Gi nettbrettet til {name}").format(name=offer.subject_name))
        self._words.setText(offer.subject_words)
        self._words.setVisible(bool(offer.subject_words))
        people = [person for person, _words in state.respondents]
        place = people.index(offer.subject) if offer.subject in people else 0
        self._band.belong_to(place)

    def _build(self) -> None:
        self._show_outcomes.timeout.connect(self._to_outcomes)
        parts: tuple[QWidget, ...] = (
            self._band,
            self._heading,
            self._words,
            self.unfinished,
            self.conditions,
            muted(_(_LOCKS)),
            self.outcomes,
        )
        for part in parts:
            self._card.add(part)
        aside = GiveWay()
        aside.add(self.paper)
        aside.add(self.feedback)
        top = GiveWay()
        top.add(self.cancel)
        page = self._page
        page.add(top)
        page.column.addStretch(1)
        page.add(self.respondents)
        page.add(self._message)
        page.add(self._card)
        page.add(aside)
        page.end()
        for part, wide in ((self.not_now, False), (self._blocked, True), (self.hand_over, False)):
            self._bar.row.add(part, stretches=wide)
        above(page, self._bar, self)
        self._order_keyboard()

    def _order_keyboard(self) -> None:
        """Whose answers comes first; the two ways aside come last."""
        parts = (self.respondents, self._card, self._bar, self.paper, self.feedback)
        lead_keyboard((self.cancel, *parts))

    def _to_paper(self) -> None:
        """To where the same form is tapped in, in the record it belongs in."""
        form, offer = self._flow.state.form, self._flow.state.offer
        if offer is not None:
            person = (form.about if form is not None else 0) or offer.subject
            name = form.form if form is not None else ""
            self._go(Entry(person, name, mode="paper", visit=self._visit or offer.visit))

    def _to_feedback(self) -> None:
        self._feedback.hand_over(self._flow.state.conditions.language)

    def _toggle_not_now(self) -> None:
        self._flow.open_not_now(not self._flow.state.not_now_open)
        if self._flow.state.not_now_open:
            self._show_outcomes.start()

    def _to_outcomes(self) -> None:
        """Once they have got their place."""
        self._page.ensureWidgetVisible(self.outcomes, 0, 24)


def build(route: Route, desk: DeskContext) -> Place:
    """The hand-over for the route's person; the ticket goes to the desk."""
    from nurseapp.desk.wiring_records import feedback_cases, hand_over_cases

    assert isinstance(route, HandOver)

    def give(ticket: dict[str, Any]) -> None:
        desk.hand_over(ticket)

    def tell(sentence: str) -> None:
        desk.tell(sentence, "done")

    flow = HandOverFlow(
        hand_over_cases(desk.station),
        desk.work,
        give=give,
        go=desk.go,
        tell=tell,
        visit=route.visit,
    )
    feedback = FeedbackFlow(feedback_cases(desk.station), desk.work, give=give)
    screen = HandOverScreen(flow, feedback, back=desk.back, go=desk.go, visit=route.visit)
    flow.start(route.person)
    feedback.start()
    return screen
