"""Visits, answer sheets, answers and sessions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from nurseapp.journal.connection import Cursor


class Screening(NamedTuple):
    """One sheet of one person.

    `state`: open, unfinished, finished, abandoned or withdrawn. The columns from `score` to
    `cut_off` are the first scale's, `verdict` is the whole sheet's; the whole result stands in
    the journal's entry `scored_seq` (0 if none). `respondent` answered for the subject (0 for
    herself, or nobody). `by_day` says that of `answered_at` only the day is known. `reached` of
    `scales` scales have reached their cut-off, `concern` is the side on which it lies. No paper
    that leaves with a parent names a sheet that is `off_hand_outs`. `two_stage` is empty, or
    `called_for` or `answered` for a second stage.
    """

    screening: int
    subject: int
    form: str
    form_title: str
    version: int
    sha256: str
    role: str
    week: int | None
    towards: int
    visit: int
    training: int
    author: int
    state: str
    started_at: int
    answered_at: int
    seconds: int
    changes: int
    language: str
    layout: str
    how: str
    interpreter: str
    interpreter_name: str
    why: str
    scored_seq: int
    complete: int
    score: float | None
    lowest: float
    highest: float
    maximum: float
    cut_off: float | None
    verdict: str
    respondent: int
    child_months: int | None
    child_sex: str
    age_words: str
    by_day: int
    scales: int
    reached: int
    concern: str
    off_hand_outs: int
    family: str
    two_stage: str


class Answered(NamedTuple):
    """One item's answer as it is held right now; no option: would rather not answer."""

    item: str
    option: str | None


class Correction(NamedTuple):
    """A corrected answer: what stood before, and who, when and why."""

    item: str
    before: str | None
    option: str | None
    why: str
    author: int
    at: int


class EnteredRow(NamedTuple):
    """A time a nurse entered answers; days are ordinals, `author` did it and `at` is when."""

    how: str
    day: int
    twice: int
    observer: str
    certified_day: int | None
    author: int
    at: int


class Session(NamedTuple):
    """A device that changed hands; `digest` is empty until its file has been taken in."""

    session: str
    screening: int
    keys_seq: int
    state: str
    digest: str


class Visit(NamedTuple):
    """A planned consultation; `respondent` is 0 when no form was chosen for anybody."""

    visit: int
    person: int
    respondent: int
    day: int
    form: str
    form_title: str
    reason: str
    outcome: str


class NotNowRow(NamedTuple):
    """An outcome without a form."""

    form_title: str
    outcome: str
    reason: str
    at: int


_SCREENING: Final = f"SELECT {', '.join(Screening._fields)} FROM screening"  # noqa: S608 - our names
_SESSION: Final = "SELECT session, screening, keys_seq, state, digest FROM session"
_COUNTED: Final = (
    "SELECT screening, count(*) FROM answer WHERE screening IN ({places}) GROUP BY screening"
)
_VISIT: Final = (
    "SELECT visit, person, respondent, day, form, form_title, reason, outcome FROM visit"
)


def screening(cursor: Cursor, number: int) -> Screening | None:
    """One sheet."""
    row = cursor.execute(_SCREENING + " WHERE screening = ?", (number,)).fetchone()
    return Screening(*row) if row else None


def screenings_of(cursor: Cursor, subject: int) -> tuple[Screening, ...]:
    """A person's sheets, oldest first."""
    rows = cursor.execute(
        _SCREENING + " WHERE subject = ? ORDER BY answered_at, screening", (subject,)
    ).fetchall()
    return tuple(Screening(*row) for row in rows)


def screenings_by(cursor: Cursor, respondent: int) -> tuple[Screening, ...]:
    """The sheets about children that this adult answers, oldest first."""
    rows = cursor.execute(
        _SCREENING + " WHERE respondent = ? AND respondent > 0 ORDER BY answered_at, screening",
        (respondent,),
    ).fetchall()
    return tuple(Screening(*row) for row in rows)


def pending(cursor: Cursor) -> tuple[Screening, ...]:
    """Sheets that were begun and not finished, oldest first."""
    rows = cursor.execute(
        _SCREENING + " WHERE state IN ('open', 'unfinished') ORDER BY started_at"
    ).fetchall()
    return tuple(Screening(*row) for row in rows)


def answers_of(cursor: Cursor, number: int) -> tuple[Answered, ...]:
    """The sheet's answers as they are held right now."""
    rows = cursor.execute(
        "SELECT item, option FROM answer WHERE screening = ?", (number,)
    ).fetchall()
    return tuple(Answered(*row) for row in rows)


def corrections_of(cursor: Cursor, number: int) -> tuple[Correction, ...]:
    """The sheet's corrected answers, oldest first."""
    rows = cursor.execute(
        "SELECT item, before, option, why, author, at FROM correction WHERE screening = ?"
        " ORDER BY correction",
        (number,),
    ).fetchall()
    return tuple(Correction(*row) for row in rows)


def entered_on(cursor: Cursor, number: int) -> tuple[EnteredRow, ...]:
    """The times a nurse entered answers on the sheet, oldest first."""
    rows = cursor.execute(
        "SELECT how, day, twice, observer, certified_day, author, at FROM entered"
        " WHERE screening = ? ORDER BY entered",
        (number,),
    ).fetchall()
    return tuple(EnteredRow(*row) for row in rows)


def session(cursor: Cursor, name: str) -> Session | None:
    """The session whose outbox file has this name."""
    row = cursor.execute(_SESSION + " WHERE session = ?", (name,)).fetchone()
    return Session(*row) if row else None


def open_sessions(cursor: Cursor) -> tuple[Session, ...]:
    """Sessions whose answers have not been taken in, in the order they were handed out."""
    rows = cursor.execute(_SESSION + " WHERE state = 'open' ORDER BY keys_seq").fetchall()
    return tuple(Session(*row) for row in rows)


def visits_on(cursor: Cursor, day: int) -> tuple[Visit, ...]:
    """The day's consultations in the order they were planned."""
    rows = cursor.execute(_VISIT + " WHERE day = ? ORDER BY visit", (day,)).fetchall()
    return tuple(Visit(*row) for row in rows)


def visit(cursor: Cursor, number: int) -> Visit | None:
    """One consultation."""
    row = cursor.execute(_VISIT + " WHERE visit = ?", (number,)).fetchone()
    return Visit(*row) if row else None


def not_now_of(cursor: Cursor, subject: int) -> tuple[NotNowRow, ...]:
    """A person's outcomes without a form, oldest first."""
    rows = cursor.execute(
        "SELECT form_title, outcome, reason, at FROM not_now WHERE subject = ? ORDER BY not_now",
        (subject,),
    ).fetchall()
    return tuple(NotNowRow(*row) for row in rows)


def screenings_numbered(cursor: Cursor, numbers: Iterable[int]) -> dict[int, Screening]:
    """Several sheets by number."""
    asked = tuple({*numbers})
    places = ", ".join("?" * len(asked))
    rows = cursor.execute(f"{_SCREENING} WHERE screening IN ({places})", asked).fetchall()
    return {row[0]: Screening(*row) for row in rows}


def answered_counts(cursor: Cursor, numbers: Iterable[int]) -> dict[int, int]:
    """How many items of each sheet have an answer, or were declined."""
    asked = tuple({*numbers})
    counted = _COUNTED.format(places=", ".join("?" * len(asked)))
    return dict(cursor.execute(counted, asked).fetchall())
