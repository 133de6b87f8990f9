"""What a sheet's answers lead to: its result and its alerts, however the answers came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nurseapp.clinic.sheets.alerts import called_for
from nurseapp.clinic.sheets.scoring import outcome_of, scored
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.outcome import Outcome
from nurseapp.journal.entries.followup import AlertRaised
from nurseapp.journal.entries.screening import SheetScored
from nurseapp.journal.queries.followup import Alert
from nurseapp.journal.queries.screenings import Screening


class Consequences(NamedTuple):
    """The result as it is saved, and the alerts that it calls for beside those there are."""

    scored: SheetScored
    alerts: tuple[AlertRaised, ...]
    outcome: Outcome

    @property
    def bodies(self) -> tuple[SheetScored | AlertRaised, ...]:
        """The entries to write, in their order."""
        return (self.scored, *self.alerts)

    @property
    def critical(self) -> bool:
        """Whether an answer calls for a talk now."""
        return any(alert.kind == "critical" for alert in self.alerts)


def consequences(
    loaded: LoadedForm,
    sheet: Screening,
    answers: Mapping[str, str | None],
    before: Sequence[Alert],
    *,
    ended: bool,
) -> Consequences:
    """What all answers of the sheet come to; raises AnswersError.

    No answer (None) means that she would rather not; `ended` that no more will come.
    """
    given = {item: answer for item, answer in answers.items() if answer is not None}
    outcome = outcome_of(loaded, given, sheet)
    return Consequences(
        scored=scored(loaded, outcome, sheet),
        alerts=called_for(sheet.screening, outcome, before, ended=ended),
        outcome=outcome,
    )


def form_of(station: OpenStation, sheet: Screening) -> LoadedForm | None:
    """The very form the sheet was answered on, licensed values and all; None if it is gone."""
    from nurseapp.clinic.station.station_library import form_by_hash

    library = station.library
    return station.journal.read(
        lambda cursor: form_by_hash(cursor, library, sheet.form, sheet.sha256)
    )
