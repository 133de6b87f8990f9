"""Hands over a form whose answers nobody can trace; it asks for nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.clinic.values.feedback import FeedbackForm


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackCases:
    """What the clinic does around anonymous feedback."""

    offer: Callable[[], tuple[FeedbackForm, ...]]
    hand_over: Callable[[str, str], dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackState:
    """The form that may be handed over, if there is any."""

    form: FeedbackForm | None = None
    busy: bool = False
    problem: str = ""


class FeedbackFlow(Flow[FeedbackState]):
    """From a press to a ticket."""

    def __init__(
        self, cases: FeedbackCases, work: Work, *, give: Callable[[dict[str, Any]], None]
    ) -> None:
        super().__init__(FeedbackState())
        self._cases = cases
        self._work = work
        self._give = give

    def start(self) -> None:
        """Asks which form may be used."""
        self._work.run(self._cases.offer, self._offered, self._failed)

    def hand_over(self, language: str) -> None:
        """Asks for the ticket, in that language if the form has it."""
        form = self.state.form
        if form is None or self.state.busy:
            return
        codes = [code for code, _words in form.languages]
        spoken = language if language in codes else codes[0]
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(lambda: self._cases.hand_over(form.form, spoken), self._give, self._failed)

    def _offered(self, forms: tuple[FeedbackForm, ...]) -> None:
        usable = (form for form in forms if form.languages and not form.why_not)
        self._show(replace(self.state, form=next(usable, None)))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
