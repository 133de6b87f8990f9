"""What the nurse decides before the device changes hands, or that it does not now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.handover import (
    FormChoice,
    HandOverChoice,
    HandOverOffer,
    HowFilled,
    InterpreterKind,
    Layout,
    NotNow,
    NotNowOutcome,
)
from nurseapp.desk.routes import Route, Today


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCases:
    """What the clinic does around a hand-over; the tickets are for the launcher."""

    respondents: Callable[[int], tuple[tuple[int, str], ...]]
    offer: Callable[[int, int | None], HandOverOffer]
    hand_over: Callable[[HandOverChoice], dict[str, Any]]
    resume: Callable[[int], dict[str, Any]]
    not_now: Callable[[NotNow], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How the form will be filled in, and what the nurse has made sure of."""

    form: str = ""
    language: str = ""
    layout: Layout = "one_at_a_time"
    how: HowFilled = "self"
    interpreter: InterpreterKind = "none"
    interpreter_name: str = ""
    alone: bool = False
    informed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverState:
    """Whose answers, which form, how; `blocked` says what is missing before the hand-over.

    The choices stay folded as one line of words until the nurse wants another, or must choose.
    """

    respondents: tuple[tuple[int, str], ...] = ()
    respondent: int | None = None
    offer: HandOverOffer | None = None
    conditions: Conditions = Conditions()
    blocked: str = ""
    choices_open: bool = False
    not_now_open: bool = False
    reason: str = ""
    busy: bool = False
    problem: str = ""

    @property
    def form(self) -> FormChoice | None:
        """The form that is chosen."""
        return None if self.offer is None else _form(self.offer, self.conditions.form)


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

    def start(self, person: int) -> None:
        """Asks whose answers it is about; skips the question when only one can answer."""
        self._work.run(
            lambda: self._cases.respondents(person),
            lambda respondents: self._ask(person, respondents),
            self._failed,
        )

    def answer_for(self, respondent: int) -> None:
        """Chooses whose answers the sheet will hold; what was ticked for another is forgotten."""
        self._show(replace(self.state, respondent=respondent, offer=None, problem=""))
        self._work.run(
            lambda: self._cases.offer(respondent, self._visit),
            lambda offer: self._offered(respondent, offer),
            self._failed,
        )

    def choose(self, conditions: Conditions) -> None:
        """Keeps what was chosen; a language or layout the form lacks falls back to its first."""
        if self.state.offer is None:
            return
        if conditions.form != self.state.conditions.form:
            conditions = _as_validated(self.state.offer, conditions)
        fitting = _fitting(self.state.offer, conditions)
        self._show(
            replace(
                self.state,
                conditions=fitting,
                blocked=_blocked(self.state.offer, fitting),
                problem="",
            )
        )

    def hand_over(self) -> None:
        """Asks for the ticket and gives it on; does nothing while something is missing."""
        state = self.state
        if state.offer is None or state.blocked or state.busy:
            return
        choice = _choice(state.offer, state.conditions, self._visit)
        self._show(replace(state, busy=True, problem=""))
        self._work.run(lambda: self._cases.hand_over(choice), self._give, self._failed)

    def resume(self) -> None:
        """Takes the paused sheet up again where it stopped."""
        offer = self.state.offer
        if offer is None or offer.unfinished is None or self.state.busy:
            return
        screening = offer.unfinished
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(lambda: self._cases.resume(screening), self._give, self._failed)

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
        noted = NotNow(
            subject=offer.subject,
            form=self.state.conditions.form,
            outcome=outcome,
            reason=self.state.reason.strip(),
            visit=self._visit if self._visit is not None else offer.visit,
        )
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(
            lambda: self._cases.not_now(noted), lambda _nothing: self._noted(noted), self._failed
        )

    def _ask(self, person: int, respondents: tuple[tuple[int, str], ...]) -> None:
        problem = "" if respondents else _(
            "Ingen voksne er registrert ved siden av barnet. Registrer forelderen først."
        )  # fmt: skip
        self._show(replace(self.state, respondents=respondents, problem=problem))
        if len(respondents) == 1:
            self.answer_for(respondents[0][0])
        elif respondents and self._visit is not None:
            self._work.run(
                lambda: self._cases.offer(person, self._visit), self._expected, self._failed
            )

    def _expected(self, offer: HandOverOffer) -> None:
        """The visit says who is expected to answer; the nurse sees it and can choose another."""
        if self.state.respondent is None:
            self._show(replace(self.state, respondent=offer.subject))
            self._offered(offer.subject, offer)

    def _offered(self, respondent: int, offer: HandOverOffer) -> None:
        if respondent != self.state.respondent:
            return
        helped: HowFilled = "self" if offer.interpreter_need == "none" else "interpreter"
        first = Conditions(form=offer.default_form, how=helped, interpreter=offer.interpreter_need)
        conditions = _fitting(offer, _as_validated(offer, first))
        form = _form(offer, conditions.form)
        must_choose = helped == "interpreter" or form is None or bool(form.why_not)
        self._show(
            replace(
                self.state,
                offer=offer,
                conditions=conditions,
                blocked=_blocked(offer, conditions),
                choices_open=must_choose,
            )
        )

    def _noted(self, noted: NotNow) -> None:
        self._tell(_NOTED_WORDS[noted.outcome]())
        self._go(Today())

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


_NOTED_WORDS: dict[NotNowOutcome, Callable[[], str]] = {
    "talk_without_form": lambda: _("Notert: samtale uten skjema."),
    "deferred": lambda: _("Notert: utsatt til et bedre tidspunkt."),
    "declined": lambda: _("Notert: vil ikke svare. Det er et gyldig svar."),
}


def _form(offer: HandOverOffer, form: str) -> FormChoice | None:
    return next((choice for choice in offer.forms if choice.form == form), None)


def _as_validated(offer: HandOverOffer, conditions: Conditions) -> Conditions:
    """In the form's own layout: another one shifts scores, so it is a choice and no leftover."""
    form = _form(offer, conditions.form)
    return conditions if form is None else replace(conditions, layout=form.layouts[0])


def _fitting(offer: HandOverOffer, conditions: Conditions) -> Conditions:
    form = _form(offer, conditions.form)
    if form is None:
        return conditions
    languages = dict(form.languages)
    language = (
        conditions.language if conditions.language in languages else next(iter(languages), "")
    )
    layout = conditions.layout if conditions.layout in form.layouts else form.layouts[0]
    with_interpreter = conditions.how == "interpreter"
    return replace(
        conditions,
        language=language,
        layout=layout,
        interpreter=conditions.interpreter if with_interpreter else "none",
        interpreter_name=conditions.interpreter_name if with_interpreter else "",
    )


def _blocked(offer: HandOverOffer, conditions: Conditions) -> str:
    """Why the device may not change hands yet, as a sentence; empty when it may."""
    form = _form(offer, conditions.form)
    if form is None:
        return _("Velg et skjema.")
    if form.why_not:
        return form.why_not
    interpreter = _interpreter_missing(conditions)
    if interpreter:
        return interpreter
    if form.alone_required and not conditions.alone:
        return _("Dette skjemaet krever at den som svarer, er alene i rommet.")
    if not conditions.informed:
        return _("Si først at det er frivillig, og hvem som ser svarene.")
    return ""


def _interpreter_missing(conditions: Conditions) -> str:
    if conditions.how == "interpreter" and conditions.interpreter == "none":
        return _("Velg hva slags tolk.")
    if conditions.interpreter == "relative" and not conditions.interpreter_name.strip():
        return _("Skriv hvem som tolker, og hvorfor.")
    return ""


def _choice(offer: HandOverOffer, conditions: Conditions, visit: int | None) -> HandOverChoice:
    return HandOverChoice(
        subject=offer.subject,
        form=conditions.form,
        language=conditions.language,
        layout=conditions.layout,
        how=conditions.how,
        interpreter=conditions.interpreter,
        interpreter_name=conditions.interpreter_name.strip(),
        alone=conditions.alone,
        informed=conditions.informed,
        visit=visit if visit is not None else offer.visit,
    )
