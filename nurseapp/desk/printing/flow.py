"""The choice of a printer, beside whatever is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.desk.printing.printers import Printers


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterState:
    """`found` is None until the print system has answered; `chosen` is empty while none is."""

    found: Printers | None = None
    chosen: str = ""


class PrinterFlow(Flow[PrinterState]):
    """Asks once which printers there are, and keeps the nurse's choice."""

    def __init__(self, find: Callable[[], Printers], work: Work) -> None:
        super().__init__(PrinterState())
        self._find = find
        self._work = work
        self._asked = False

    def look(self) -> None:
        """Asks the print system, unless it has been asked before."""
        if not self._asked:
            self._asked = True
            self._work.run(self._find, self._found, self._not_found)

    def choose(self, printer: str) -> None:
        """Keeps the nurse's choice."""
        self._show(replace(self.state, chosen=printer))

    def _found(self, printers: Printers) -> None:
        self._show(PrinterState(found=printers, chosen=self.state.chosen or printers.chosen))

    def _not_found(self, _error: SituationError) -> None:
        self._found(Printers())
