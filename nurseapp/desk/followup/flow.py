"""Oppfølging: what the clinic has not closed yet, and finishing a step where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.today import AlertCard, FollowUpView, StepCard
from nurseapp.desk import routes
from nurseapp.desk.routes import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpCases:
    """What Oppfølging asks of the clinic."""

    follow_up: Callable[[], FollowUpView]
    finish_step: Callable[[int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpState:
    """`finishing` is the step whose outcome is being written; `finished` the one just done."""

    view: FollowUpView | None = None
    finishing: int | None = None
    busy: bool = False
    outcome_problem: str = ""
    problem: str = ""
    finished: int | None = None


class FollowUpFlow(Flow[FollowUpState]):
    """Keeps the clinic's list and closes its steps one by one."""

    def __init__(
        self,
        cases: FollowUpCases,
        work: Work,
        go: Callable[[Route], None],
        finishing: int | None = None,
    ) -> None:
        super().__init__(FollowUpState(finishing=finishing))
        self._cases = cases
        self._work = work
        self._go = go

    def refresh(self) -> None:
        """Reads the list again."""
        self._work.run(self._cases.follow_up, self._read, self._failed)

    def open_alert(self, alert: AlertCard) -> None:
        """Opens the answer sheet where the alert is closed."""
        self._go(routes.Result(alert.screening))

    def open_person(self, step: StepCard) -> None:
        """Opens the person the step is for."""
        self._go(routes.PersonPage(step.person))

    def begin(self, step: int) -> None:
        """Opens the line where the step's outcome is written."""
        if not self.state.busy:
            self._show(replace(self.state, finishing=step, outcome_problem="", finished=None))

    def cancel(self) -> None:
        """Closes the line; the step stays open."""
        if not self.state.busy:
            self._show(replace(self.state, finishing=None, outcome_problem=""))

    def finish(self, outcome: str) -> None:
        """Finishes the step with its outcome, which must say something."""
        step = self.state.finishing
        if step is None or self.state.busy:
            return
        words = outcome.strip()
        if not words:
            problem = _("Skriv kort hva som ble gjort, eller velg et av forslagene.")
            self._show(replace(self.state, outcome_problem=problem))
            return
        self._show(replace(self.state, busy=True, outcome_problem=""))
        self._work.run(
            lambda: self._cases.finish_step(step, words),
            lambda _none: self._done(step),
            self._not_done,
        )

    def _done(self, step: int) -> None:
        self._show(replace(self.state, finishing=None, busy=False, finished=step))
        self.refresh()

    def _not_done(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, outcome_problem=str(error)))

    def _read(self, view: FollowUpView) -> None:
        self._show(replace(self.state, view=view, problem=""))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
