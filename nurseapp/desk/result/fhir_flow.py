"""One sheet as a FHIR file for another record system: what it will hold is said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.result import ResultView


@dataclass(frozen=True, slots=True, kw_only=True)
class FhirState:
    """Whether the part is open, and what came of it."""

    open: bool = False
    said: str = ""
    problem: str = ""
    busy: bool = False


class FhirFlow(Flow[FhirState]):
    """The nurse reads what goes out, and chooses where to."""

    def __init__(self, screening: int, write: Callable[[int, Path], None], work: Work) -> None:
        super().__init__(FhirState())
        self._screening = screening
        self._write = write
        self._work = work

    def open(self) -> None:
        """Shows what the file will hold."""
        self._show(FhirState(open=True))

    def put_away(self) -> None:
        """Hides it again; a file that was written stays."""
        self._show(FhirState())

    def save(self, path: Path) -> None:
        """Writes the file."""
        if self.state.busy:
            return
        self._show(FhirState(open=True, busy=True))
        said = _("Lagret som {file}.").format(file=path)
        self._work.run(
            lambda: self._write(self._screening, path),
            lambda _none: self._show(FhirState(open=True, said=said)),
            self._failed,
        )

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def may_leave(view: ResultView) -> bool:
    """Whether the sheet is one that another system can use: whole, counted and standing."""
    return view.complete and bool(view.scales) and not view.withdrawn
