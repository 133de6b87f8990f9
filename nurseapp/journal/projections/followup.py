"""Alerts, assessments, steps and papers, as tables."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.followup import (
    AlertClosed,
    AlertRaised,
    AssessmentWritten,
    PaperMade,
    StepFinished,
    StepPlanned,
)
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections.table_projection import TableProjection


def _raised(cursor: Cursor, recorded: Recorded, body: AlertRaised) -> None:
    cursor.execute(
        "INSERT INTO alert (alert, kind, subject, screening, item, guide, points, answers,"
        " raised_at, closed_at, closed_by, action, next_contact, next_contact_words,"
        " duty_to_notify) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', NULL, '', '')",
        (
            recorded.ref,
            body.kind,
            recorded.subject,
            body.screening,
            body.item,
            body.guide,
            body.points,
            body.answers,
            recorded.at,
        ),
    )


def _closed(cursor: Cursor, _recorded: Recorded, body: AlertClosed) -> None:
    cursor.execute(
        "UPDATE alert SET closed_at = ?, closed_by = ?, action = ?, next_contact = ?,"
        " next_contact_words = ?, duty_to_notify = ? WHERE alert = ?",
        (
            body.at,
            body.by,
            body.action,
            body.next_contact,
            body.next_contact_words,
            body.duty_to_notify,
            body.alert,
        ),
    )


def _assessed(cursor: Cursor, recorded: Recorded, body: AssessmentWritten) -> None:
    cursor.execute(
        "INSERT INTO assessment (assessment, subject, screening, text, author, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            recorded.ref,
            recorded.subject,
            body.screening,
            body.text,
            recorded.author,
            recorded.at,
        ),
    )


def _planned(cursor: Cursor, recorded: Recorded, body: StepPlanned) -> None:
    cursor.execute(
        "INSERT INTO step (step, subject, screening, code, words, due_day, author, at, done_at,"
        " outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
        (
            recorded.ref,
            recorded.subject,
            body.screening,
            body.code,
            body.words,
            body.due_day,
            recorded.author,
            recorded.at,
        ),
    )


def _finished(cursor: Cursor, recorded: Recorded, body: StepFinished) -> None:
    cursor.execute(
        "UPDATE step SET done_at = ?, outcome = ? WHERE step = ?",
        (recorded.at, body.outcome, body.step),
    )


def _paper(cursor: Cursor, recorded: Recorded, body: PaperMade) -> None:
    cursor.execute(
        "INSERT INTO paper (document, subject, screening, paper, author, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            body.document,
            recorded.subject,
            body.screening,
            body.paper,
            recorded.author,
            recorded.at,
        ),
    )


FOLLOWUP: Final = TableProjection(
    name="followup",
    version=1,
    tables=("alert", "assessment", "step", "paper"),
    follows={
        Kind.ALERT_RAISED: _raised,
        Kind.ALERT_CLOSED: _closed,
        Kind.ASSESSMENT_WRITTEN: _assessed,
        Kind.STEP_PLANNED: _planned,
        Kind.STEP_FINISHED: _finished,
        Kind.PAPER_MADE: _paper,
    },
)
