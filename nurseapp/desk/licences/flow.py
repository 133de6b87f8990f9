"""The ledger of licences: who holds what until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_day
from nurseapp.clinic.values.library import LicenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCases:
    """What the ledger asks of the clinic; a licence is renewed with holder, number and end."""

    ledger: Callable[[], tuple[LicenceRow, ...]]
    renew: Callable[[str, str, str, date | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerState:
    """`rows` is None until they have been read; `renewing` is the licence that is open."""

    rows: tuple[LicenceRow, ...] | None = None
    administrator: bool = False
    renewing: str = ""
    until_problem: str = ""
    said: str = ""
    problem: str = ""


class LedgerFlow(Flow[LedgerState]):
    """Warns and never stops anything; a licence is renewed without a new approval."""

    def __init__(self, cases: LedgerCases, work: Work, *, administrator: bool, today: date) -> None:
        super().__init__(LedgerState(administrator=administrator))
        self._cases = cases
        self._work = work
        self._today = today

    def refresh(self) -> None:
        """Reads the ledger."""
        self._work.run(self._cases.ledger, self._read, self._failed)

    def begin(self, licence_of: str) -> None:
        """Opens one to be renewed."""
        self._show(replace(self.state, renewing=licence_of, said="", problem="", until_problem=""))

    def cancel(self) -> None:
        """Closes it again."""
        self._show(replace(self.state, renewing="", problem="", until_problem=""))

    def renew(self, holder: str, number: str, until: str) -> None:
        """Writes the licence as it is now; `until` as it is typed, empty without end."""
        typed = typed_day(until, today=self._today)
        if typed.problem:
            self._show(replace(self.state, until_problem=typed.problem))
            return
        licence_of, day = self.state.renewing, typed.day
        self._work.run(
            lambda: self._cases.renew(licence_of, holder, number, day), self._renewed, self._failed
        )

    def _renewed(self, _none: None) -> None:
        said = _("Lisensen er skrevet ned.")
        self._show(replace(self.state, renewing="", said=said, problem="", until_problem=""))
        self.refresh()

    def _read(self, rows: tuple[LicenceRow, ...]) -> None:
        self._show(replace(self.state, rows=rows))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
