"""What the nurse decides before the device changes hands, or that it does not now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.handover import (
    FormChoice,
    HandOverChoice,
    HandOverOffer,
    HowFilled,
    NotNow,
    NotNowOutcome,
)
from nurseapp.desk.handover.conditions import (
    Conditions,
    as_validated,
    blocked,
    choice_made,
    chosen,
    fitting,
)
from nurseapp.desk.routes import Route, Today


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCases:
    """What the clinic does around a hand-over; the tickets are for the launcher."""

    respondents: Callable[[int], tuple[tuple[int, str], ...]]
    offer: Callable[[int, int | None, int], HandOverOffer]
    hand_over: Callable[[HandOverChoice], dict[str, Any]]
    resume: Callable[[int, bool], dict[str, Any]]
    not_now: Callable[[NotNow], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverState:
    """Whose answers, which form, how; `blocked` says what is missing before the hand-over.

    The choices stay folded as one line of words until the nurse wants another, or must choose.
    """

    respondents: tuple[tuple[int, str], ...] = ()
    respondent: int | None = None
    offer: HandOverOffer | None = None
    conditions: Conditions = field(default_factory=Conditions)
    blocked: str = ""
    choices_open: bool = False
    not_now_open: bool = False
    reason: str = ""
    resume_alone: bool = False
    busy: bool = False
    problem: str = ""

    @property
    def may_resume(self) -> bool:
        """Whether the paused sheet may be taken up again: some only by who is seen to be alone."""
        private = self.offer is not None and self.offer.unfinished_alone
        return not self.busy and (self.resume_alone or not private)

    @property
    def form(self) -> FormChoice | None:
        """The form that is chosen."""
        return None if self.offer is None else chosen(self.offer, self.conditions.form)


class HandOverFlow(Flow[HandOverState]):
    """Leads from a person, who may be a child, to a ticket for the parent's window."""

    def __init__(
        self,
        cases: HandOverCases,
        work: Work,
        *,
        give: Callable[[dict[str, Any]], None],
        go: Callable[[Route], None],
        tell: Callable[[str], None],
        visit: int | None = None,
    ) -> None:
        super().__init__(HandOverState())
        self._cases = cases
        self._work = work
        self._give = give
        self._go = go
        self._tell = tell
        self._visit = visit
        self._person = 0

    def start(self, person: int) -> None:
        """Asks who will answer; skips the question when only one can."""
        self._person = person
        self._work.run(
            lambda: self._cases.respondents(person),
            lambda respondents: self._ask(person, respondents),
            self._failed,
        )

    def answer_for(self, respondent: int) -> None:
        """Chooses whose answers the sheet will hold; what was ticked for another is forgotten."""
        self._show(
            replace(self.state, respondent=respondent, offer=None, resume_alone=False, problem="")
        )
        self._work.run(
            lambda: self._cases.offer(respondent, self._visit, self._person),
            lambda offer: self._offered(respondent, offer),
            self._failed,
        )

    def choose(self, conditions: Conditions) -> None:
        """Keeps what was chosen; a language or layout the form lacks falls back to its first."""
        if self.state.offer is None:
            return
        if conditions.form != self.state.conditions.form:
            conditions = as_validated(self.state.offer, conditions)
        fit = fitting(self.state.offer, conditions)
        self._show(
            replace(
                self.state,
                conditions=fit,
                blocked=blocked(self.state.offer, fit),
                problem="",
            )
        )

    def hand_over(self) -> None:
        """Asks for the ticket and gives it on; does nothing while something is missing."""
        state = self.state
        if state.offer is None or state.blocked or state.busy:
            return
        choice = choice_made(state.offer, state.conditions, self._visit)
        self._show(replace(state, busy=True, problem=""))
        self._work.run(lambda: self._cases.hand_over(choice), self._give, self._failed)

    def resume(self) -> None:
        """Takes the paused sheet up again where it stopped."""
        offer = self.state.offer
        if offer is None or offer.unfinished is None or not self.state.may_resume:
            return
        screening, alone = offer.unfinished, self.state.resume_alone
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(lambda: self._cases.resume(screening, alone), self._give, self._failed)

    def see_alone(self, alone: bool) -> None:
        """Keeps that the nurse has seen, now, that whoever goes on with the sheet is alone."""
        self._show(replace(self.state, resume_alone=alone))

    def open_choices(self) -> None:
        """Unfolds form, language and how it is filled in."""
        self._show(replace(self.state, choices_open=True))

    def open_not_now(self, open_: bool) -> None:
        """Shows or hides the three outcomes without a form."""
        self._show(replace(self.state, not_now_open=open_))

    def type_reason(self, reason: str) -> None:
        """Keeps the reason, which nobody has to give."""
        self._show(replace(self.state, reason=reason))

    def not_now(self, outcome: NotNowOutcome) -> None:
        """Notes the outcome; it counts as one."""
        offer = self.state.offer
        if offer is None or self.state.busy:
            return
        form = self.state.form
        noted = NotNow(
            subject=(form.about if form else 0) or offer.subject,
            form=form.form if form else "",
            outcome=outcome,
            reason=self.state.reason.strip(),
            visit=self._visit if self._visit is not None else offer.visit,
        )

        def say_so(_nothing: None) -> None:
            self._tell(_NOTED_WORDS[outcome]())
            self._go(Today())

        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(lambda: self._cases.not_now(noted), say_so, self._failed)

    def _ask(self, person: int, respondents: tuple[tuple[int, str], ...]) -> None:
        problem = "" if respondents else _(
            "Ingen voksne er registrert ved siden av barnet. Registrer forelderen først."
        )  # fmt: skip
        self._show(replace(self.state, respondents=respondents, problem=problem))
        if len(respondents) == 1:
            self.answer_for(respondents[0][0])
        elif respondents and self._visit is not None:
            self._work.run(
                lambda: self._cases.offer(person, self._visit, person),
                lambda offer: self._offered(None, offer),
                self._failed,
            )

    def _offered(self, asked: int | None, offer: HandOverOffer) -> None:
        """For whom it was asked; None while the visit says who is expected, and nobody else is."""
        if asked != self.state.respondent:
            return
        helped: HowFilled = "self" if offer.interpreter_need == "none" else "interpreter"
        first = Conditions(form=offer.default_form, how=helped, interpreter=offer.interpreter_need)
        conditions = fitting(offer, as_validated(offer, first))
        form = chosen(offer, conditions.form)
        must_choose = helped == "interpreter" or form is None or bool(form.why_not)
        self._show(
            replace(
                self.state,
                respondent=offer.subject,
                offer=offer,
                conditions=conditions,
                blocked=blocked(offer, conditions),
                choices_open=must_choose,
            )
        )

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


_NOTED_WORDS: dict[NotNowOutcome, Callable[[], str]] = {
    "talk_without_form": lambda: _("Notert: samtale uten skjema."),
    "deferred": lambda: _("Notert: utsatt til et bedre tidspunkt."),
    "declined": lambda: _("Notert: vil ikke svare. Det er et gyldig svar."),
}
