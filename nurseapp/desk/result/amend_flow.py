"""Putting a sheet right, with a reason: one answer, or the whole of it. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.result import ItemRow

Amending = Literal["", "answer", "withdraw", "abandon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendCases:
    """What the clinic does; the last argument is always the reason."""

    correct_answer: Callable[[int, str, str | None, str], None]
    withdraw: Callable[[int, str], None]
    abandon: Callable[[int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendState:
    """What is being put right; `option` is the new answer, None for one that was not given."""

    amending: Amending = ""
    item: ItemRow | None = None
    option: str | None = None
    why: str = ""
    problem: str = ""
    busy: bool = False


class AmendFlow(Flow[AmendState]):
    """One thing is put right at a time; `amended` is called when it is done."""

    def __init__(
        self, screening: int, cases: AmendCases, work: Work, *, amended: Callable[[], None]
    ) -> None:
        super().__init__(AmendState())
        self._screening = screening
        self._cases = cases
        self._work = work
        self._amended = amended

    def begin_answer(self, item: ItemRow) -> None:
        """Shows the answer of one question; a reason written already stays."""
        self._show(
            AmendState(amending="answer", item=item, option=standing(item), why=self.state.why)
        )

    def begin_withdrawal(self) -> None:
        """Asks why the whole sheet is withdrawn."""
        self._show(AmendState(amending="withdraw"))

    def begin_abandoning(self) -> None:
        """Asks why an unfinished sheet ends as it is."""
        self._show(AmendState(amending="abandon"))

    def put_away(self) -> None:
        """Changes nothing."""
        self._show(AmendState())

    def choose(self, option: str | None) -> None:
        """Chooses what the answer should be."""
        self._show(replace(self.state, option=option, problem=""))

    def type_why(self, why: str) -> None:
        """Keeps the reason."""
        self._show(replace(self.state, why=why, problem=""))

    def save(self) -> None:
        """Writes the correction as a new entry; the old one stays readable."""
        if self.state.busy or not self.state.amending:
            return
        problem = _problem(self.state)
        if problem:
            self._show(replace(self.state, problem=problem))
            return
        state = self.state
        self._show(replace(state, busy=True, problem=""))
        self._work.run(lambda: self._write(state), lambda _nothing: self._done(), self._failed)

    def _write(self, state: AmendState) -> None:
        why = state.why.strip()
        if state.amending == "withdraw":
            self._cases.withdraw(self._screening, why)
        elif state.amending == "abandon":
            self._cases.abandon(self._screening, why)
        elif state.item is not None:
            self._cases.correct_answer(self._screening, state.item.item, state.option, why)

    def _done(self) -> None:
        self._show(AmendState())
        self._amended()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def standing(item: ItemRow) -> str | None:
    """The answer that stands, chosen or typed."""
    return item.option if item.value is None else item.value


def way_to_amend(item: ItemRow) -> Literal["", "chosen", "ticked", "typed"]:
    """How another answer is given to the question; empty where none can be."""
    if item.options:
        return "ticked" if item.kind == "multiple" else "chosen"
    return "typed" if item.kind in {"number", "date", "text"} else ""


def _problem(state: AmendState) -> str:
    if state.item is not None and state.option == standing(state.item):
        return _("Velg et annet svar enn det som står der.")
    return "" if state.why.strip() else _("Skriv hvorfor.")
