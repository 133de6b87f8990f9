"""Alerts, assessments, steps and papers."""

from __future__ import annotations

from typing import Final, NamedTuple

from nurseapp.journal.connection import Cursor


class Alert(NamedTuple):
    """Something that calls for a nurse; open while `closed_at` is 0."""

    alert: int
    kind: str
    subject: int
    screening: int
    item: str
    guide: str
    points: int
    answers: int
    raised_at: int
    closed_at: int
    closed_by: str
    action: str
    next_contact: int | None
    next_contact_words: str
    duty_to_notify: str


class Written(NamedTuple):
    """A nurse's assessment."""

    screening: int
    text: str
    author: int
    at: int


class Step(NamedTuple):
    """A planned step; open while `done_at` is 0."""

    step: int
    subject: int
    screening: int
    code: str
    words: str
    due_day: int | None
    author: int
    at: int
    done_at: int
    outcome: str


class PaperRow(NamedTuple):
    """A paper that was made."""

    document: str
    subject: int
    screening: int
    paper: str
    author: int
    at: int


_ALERT: Final = f"SELECT {', '.join(Alert._fields)} FROM alert"  # noqa: S608 - our names
_STEP: Final = f"SELECT {', '.join(Step._fields)} FROM step"  # noqa: S608 - our names
_WRITTEN: Final = "SELECT screening, text, author, at FROM assessment"


def alert(cursor: Cursor, number: int) -> Alert | None:
    """One alert."""
    row = cursor.execute(_ALERT + " WHERE alert = ?", (number,)).fetchone()
    return Alert(*row) if row else None


def open_alerts(cursor: Cursor) -> tuple[Alert, ...]:
    """What is unresolved in the clinic: critical first, and the oldest first."""
    rows = cursor.execute(
        _ALERT + " WHERE closed_at = 0 ORDER BY kind <> 'critical', raised_at, alert"
    ).fetchall()
    return tuple(Alert(*row) for row in rows)


def alerts_on(cursor: Cursor, screening: int) -> tuple[Alert, ...]:
    """A sheet's alerts, open and closed, in the order they were raised."""
    rows = cursor.execute(_ALERT + " WHERE screening = ? ORDER BY alert", (screening,)).fetchall()
    return tuple(Alert(*row) for row in rows)


def alerts_of(cursor: Cursor, subject: int) -> tuple[Alert, ...]:
    """A person's alerts, open and closed, in the order they were raised."""
    rows = cursor.execute(_ALERT + " WHERE subject = ? ORDER BY alert", (subject,)).fetchall()
    return tuple(Alert(*row) for row in rows)


def assessments_on(cursor: Cursor, screening: int) -> tuple[Written, ...]:
    """A sheet's assessments, newest first."""
    rows = cursor.execute(
        _WRITTEN + " WHERE screening = ? ORDER BY assessment DESC", (screening,)
    ).fetchall()
    return tuple(Written(*row) for row in rows)


def assessments_of(cursor: Cursor, subject: int) -> tuple[Written, ...]:
    """A person's assessments, newest first."""
    rows = cursor.execute(
        _WRITTEN + " WHERE subject = ? ORDER BY assessment DESC", (subject,)
    ).fetchall()
    return tuple(Written(*row) for row in rows)


def step(cursor: Cursor, number: int) -> Step | None:
    """One step."""
    row = cursor.execute(_STEP + " WHERE step = ?", (number,)).fetchone()
    return Step(*row) if row else None


def open_steps(cursor: Cursor) -> tuple[Step, ...]:
    """All that the clinic has planned, by due day; without a day last."""
    rows = cursor.execute(
        _STEP + " WHERE done_at = 0 ORDER BY due_day IS NULL, due_day, step"
    ).fetchall()
    return tuple(Step(*row) for row in rows)


def overdue_steps(cursor: Cursor, day: int) -> tuple[Step, ...]:
    """What should have been done before `day`, the oldest first."""
    rows = cursor.execute(
        _STEP + " WHERE done_at = 0 AND due_day < ? ORDER BY due_day, step", (day,)
    ).fetchall()
    return tuple(Step(*row) for row in rows)


def done_steps(cursor: Cursor, limit: int) -> tuple[Step, ...]:
    """What was done lately, newest first."""
    rows = cursor.execute(
        _STEP + " WHERE done_at > 0 ORDER BY done_at DESC LIMIT ?", (limit,)
    ).fetchall()
    return tuple(Step(*row) for row in rows)


def steps_on(cursor: Cursor, screening: int) -> tuple[Step, ...]:
    """A sheet's steps in the order they were planned."""
    rows = cursor.execute(_STEP + " WHERE screening = ? ORDER BY step", (screening,)).fetchall()
    return tuple(Step(*row) for row in rows)


def steps_of(cursor: Cursor, subject: int) -> tuple[Step, ...]:
    """A person's steps in the order they were planned."""
    rows = cursor.execute(_STEP + " WHERE subject = ? ORDER BY step", (subject,)).fetchall()
    return tuple(Step(*row) for row in rows)


def papers_of(cursor: Cursor, subject: int) -> tuple[PaperRow, ...]:
    """The papers about a person, in the order they were made."""
    rows = cursor.execute(
        "SELECT document, subject, screening, paper, author, at FROM paper WHERE subject = ?"
        " ORDER BY at, document",
        (subject,),
    ).fetchall()
    return tuple(PaperRow(*row) for row in rows)


def paper(cursor: Cursor, document: str) -> PaperRow | None:
    """One paper."""
    row = cursor.execute(
        "SELECT document, subject, screening, paper, author, at FROM paper WHERE document = ?",
        (document,),
    ).fetchone()
    return PaperRow(*row) if row else None
