"""All that the journal holds about one sheet, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import ScaleScored, SheetScored
from nurseapp.journal.queries import followup, people, screenings, users
from nurseapp.journal.queries.followup import Alert
from nurseapp.journal.queries.screenings import Correction, EnteredRow, Screening
from nurseapp.journal.reading import entry_at


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRecord:
    """One sheet; `respondent_name` is who answered for a child, `users` are names by number."""

    sheet: Screening
    answers: dict[str, str | None]
    corrections: tuple[Correction, ...]
    entered: tuple[EnteredRow, ...]
    scored: SheetScored | None
    alerts: tuple[Alert, ...]
    steps: tuple[followup.Step, ...]
    assessments: tuple[followup.Written, ...]
    respondent_name: str
    users: dict[int, str]

    @property
    def given(self) -> dict[str, str]:
        """The answers, without the questions that she would rather not answer."""
        return {item: answer for item, answer in self.answers.items() if answer is not None}

    @property
    def scales(self) -> tuple[ScaleScored, ...]:
        """The scales as they were scored; none for a sheet that was not."""
        return self.scored.scales if self.scored is not None else ()


def sheet_record(cursor: Cursor, screening: int) -> SheetRecord:
    """The sheet with everything about it; LookupError for a number that no sheet has."""
    sheet = screenings.screening(cursor, screening)
    if sheet is None:
        raise LookupError("no sheet has this number")
    recorded = entry_at(cursor, sheet.scored_seq) if sheet.scored_seq else None
    scored = recorded.body if recorded is not None else None
    respondent = people.person(cursor, sheet.respondent) if sheet.respondent else None
    return SheetRecord(
        sheet=sheet,
        answers={each.item: each.option for each in screenings.answers_of(cursor, screening)},
        corrections=screenings.corrections_of(cursor, screening),
        entered=screenings.entered_on(cursor, screening),
        scored=scored if isinstance(scored, SheetScored) else None,
        alerts=followup.alerts_on(cursor, screening),
        steps=followup.steps_on(cursor, screening),
        assessments=followup.assessments_on(cursor, screening),
        respondent_name=respondent.name if respondent is not None else "",
        users={user.user: user.name for user in users.users(cursor)},
    )


def counting_record(cursor: Cursor, screening: int) -> SheetRecord:
    """As `sheet_record`, for a paper; raises FormNotUsableError for a sheet that was withdrawn."""
    record = sheet_record(cursor, screening)
    if record.sheet.state == "withdrawn":
        why = _("svarene er trukket tilbake")
        raise FormNotUsableError(form=record.sheet.form_title, why=why)
    return record
