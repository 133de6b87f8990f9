"""One answer sheet: what it calls for, the nurse's assessment, and the next steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_day
from nurseapp.clinic.values.result import NewAssessment, PlannedStep, ResultView, StepOffer
from nurseapp.desk.routes import Entry, HandOver, Referral, Route, TakeHome


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCases:
    """What the clinic does for a result; reading it writes that it was read."""

    result: Callable[[int], ResultView]
    assess: Callable[[NewAssessment], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStep:
    """A step as it stands on the screen; `due` is text until it is saved."""

    offer: StepOffer
    ticked: bool
    due: str
    problem: str = ""

    @property
    def new(self) -> bool:
        """Whether it is ticked now and was not planned before."""
        return self.ticked and self.offer.planned is None and not self.offer.done


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultState:
    """The sheet, once it is read, and what the nurse has written about it so far."""

    view: ResultView | None = None
    steps: tuple[TypedStep, ...] = ()
    text: str = ""
    busy: bool = False
    problem: str = ""

    @property
    def changed(self) -> bool:
        """Whether leaving now would lose something."""
        return bool(self.text.strip()) or any(step.new for step in self.steps)


class ResultFlow(Flow[ResultState]):
    """Reads the sheet and keeps what the nurse writes; an open critical answer holds it open."""

    def __init__(
        self,
        screening: int,
        cases: ResultCases,
        work: Work,
        *,
        go: Callable[[Route], None],
        back: Callable[[str], None],
        today: date,
    ) -> None:
        super().__init__(ResultState())
        self._screening = screening
        self._cases = cases
        self._work = work
        self._go = go
        self._back = back
        self._today = today

    def start(self) -> None:
        """Reads the sheet, again after every change; what is being written stays."""
        self._work.run(lambda: self._cases.result(self._screening), self._read, self._failed)

    def tick(self, code: str, ticked: bool) -> None:
        """Plans a step, or takes it back before it is saved."""
        self._change(code, lambda step: replace(step, ticked=ticked))

    def type_due(self, code: str, text: str) -> None:
        """Keeps the day by which a step is due."""
        self._change(code, lambda step: replace(step, due=text, problem=""))

    def type_text(self, text: str) -> None:
        """Keeps the assessment as it is being written."""
        self._show(replace(self.state, text=text, problem=""))

    def save_and_close(self) -> None:
        """Saves and leaves; refused while a critical answer stands without a recorded action."""
        view = self.state.view
        if view is None or self.state.busy:
            return
        problem = _still_open(self.state)
        if problem:
            self._show(replace(self.state, problem=problem))
            return
        sentence = _("Lagret.") if self.state.changed else ""
        self._save_then(lambda: self._back(sentence))

    def finish_later(self) -> None:
        """Saves what is written and leaves; what is open stays on the clinic's list."""
        view = self.state.view
        if view is None or self.state.busy:
            return
        sentence = _("Det som er åpent, blir stående på listen.") if view.open_alerts else ""
        self._save_then(lambda: self._back(sentence))

    def refer(self) -> None:
        """Saves what is written and goes to the referral summary."""
        self._save_then(lambda: self._go(Referral(self._screening)))

    def take_home(self) -> None:
        """Saves what is written and goes to the sheet that the parent carries home."""
        self._save_then(lambda: self._go(TakeHome(self._screening)))

    def resume(self) -> None:
        """Goes to the hand-over, where a paused sheet is taken up again."""
        view = self.state.view
        if view is not None:
            self._save_then(lambda: self._go(HandOver(view.subject)))

    def second_stage(self) -> None:
        """Saves what is written and goes to where the follow-up interview is entered."""
        view = self.state.view
        if view is not None:
            stage = Entry(view.subject, view.form, mode="second_stage", continues=view.screening)
            self._save_then(lambda: self._go(stage))

    def _save_then(self, leave: Callable[[], None]) -> None:
        if not self.state.changed:
            leave()
            return
        steps = tuple(_read_due(step, self._today) for step in self.state.steps)
        if any(step.problem for step in steps):
            sentence = _("En dato i neste steg kan ikke leses.")
            self._show(replace(self.state, steps=steps, problem=sentence))
            return
        written = NewAssessment(
            screening=self._screening,
            text=self.state.text.strip(),
            steps=tuple(_planned(step, self._today) for step in steps if step.new),
        )
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(lambda: self._cases.assess(written), lambda _nothing: leave(), self._failed)

    def _change(self, code: str, change: Callable[[TypedStep], TypedStep]) -> None:
        steps = tuple(
            change(step) if step.offer.code == code else step for step in self.state.steps
        )
        self._show(replace(self.state, steps=steps, problem=""))

    def _read(self, view: ResultView) -> None:
        known = {step.offer.code: step for step in self.state.steps}
        steps = tuple(_typed(offer, known.get(offer.code)) for offer in view.steps)
        self._show(replace(self.state, view=view, steps=steps, busy=False, problem=""))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _typed(offer: StepOffer, known: TypedStep | None) -> TypedStep:
    fixed = offer.planned is not None or offer.done
    if known is not None and known.new and not fixed:
        return replace(known, offer=offer)
    return TypedStep(offer=offer, ticked=fixed, due=short_date(offer.due) if offer.due else "")


def _read_due(step: TypedStep, today: date) -> TypedStep:
    typed = typed_day(step.due, today=today)
    if typed.day is not None and typed.day < today:
        problem = _("Datoen er passert.")
    elif typed.day is None and not typed.problem and step.offer.due is not None:
        problem = _("Skriv en dato.")
    else:
        problem = typed.problem
    return replace(step, problem=problem if step.new else "")


def _planned(step: TypedStep, today: date) -> PlannedStep:
    due = typed_day(step.due, today=today).day
    return PlannedStep(code=step.offer.code, due=due, done=due is None)


def _still_open(state: ResultState) -> str:
    """Why the result cannot be closed yet, as a sentence; empty when it can."""
    view = state.view
    if view is None:
        return ""
    if any(not card.closed for card in view.critical):
        return _(
            "Det kritiske svaret er ikke fulgt opp ennå. Registrer hva som er gjort, "
            "eller velg «Fullfør senere»: da blir det stående øverst på listen."
        )
    if view.open_alerts and not state.changed:
        return _("Skriv en vurdering eller velg et neste steg, eller velg «Fullfør senere».")
    return ""
