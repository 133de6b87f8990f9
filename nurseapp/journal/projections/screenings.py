"""Visits, answer sheets and what was answered, as tables."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import (
    Answer,
    AnswerCorrected,
    AnswersTakenIn,
    NotNowRecorded,
    ScreeningStarted,
    SessionKeys,
    SessionOpened,
    SheetAbandoned,
    SheetEntered,
    SheetScored,
    SheetWithdrawn,
    VisitPlanned,
)
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections.spent_keys import bury_session_keys
from nurseapp.journal.projections.table_projection import TableProjection


def _visit(cursor: Cursor, recorded: Recorded, body: VisitPlanned) -> None:
    respondent = 0 if recorded.subject == body.person else recorded.subject
    cursor.execute(
        "INSERT INTO visit (visit, person, respondent, day, form, form_title, reason, outcome)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, '')",
        (
            recorded.ref,
            body.person,
            respondent,
            body.day,
            body.form,
            body.form_title,
            body.reason,
        ),
    )


def _started(cursor: Cursor, recorded: Recorded, body: ScreeningStarted) -> None:
    cursor.execute(
        "INSERT INTO screening (screening, subject, form, form_title, version, sha256, role,"
        " week, towards, visit, training, author, state, started_at, answered_at, seconds,"
        " changes, language, layout, how, interpreter, interpreter_name, why, scored_seq,"
        " complete, score, lowest, highest, maximum, cut_off, verdict, respondent, child_months,"
        " child_sex, age_words, by_day, scales, reached, concern, off_hand_outs,"
        " family, two_stage)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, 0, 0, '', '', '', '', '', '',"
        " 0, 0, NULL, 0, 0, 0, NULL, '', ?, ?, ?, ?, 0, 0, 0, '', ?, ?, '')",
        (
            recorded.ref,
            recorded.subject,
            body.form,
            body.form_title,
            body.version,
            body.sha256,
            body.role,
            body.week,
            body.towards,
            body.visit,
            body.training,
            recorded.author,
            recorded.at,
            recorded.at,
            body.respondent,
            body.child_months,
            body.child_sex,
            body.age_words,
            body.off_hand_outs,
            body.family,
        ),
    )


def _opened(cursor: Cursor, _recorded: Recorded, body: SessionOpened) -> None:
    cursor.execute(
        "INSERT INTO session (session, screening, keys_seq, state, digest)"
        " VALUES (?, ?, 0, 'open', '')",
        (body.session, body.screening),
    )
    cursor.execute(
        "UPDATE screening SET state = 'open', language = ?, layout = ?, how = ?, interpreter = ?,"
        " interpreter_name = ? WHERE screening = ?",
        (
            body.language,
            body.layout,
            body.how,
            body.interpreter,
            body.interpreter_name,
            body.screening,
        ),
    )


def _keys(cursor: Cursor, recorded: Recorded, body: SessionKeys) -> None:
    cursor.execute(
        "UPDATE session SET keys_seq = ? WHERE session = ?", (recorded.seq, body.session)
    )


def _taken_in(cursor: Cursor, _recorded: Recorded, body: AnswersTakenIn) -> None:
    """Answers that come in late leave a sheet that was taken back, or let be, as it is."""
    if body.state != "forged":  # what was set aside can be looked into with its keys
        bury_session_keys(cursor, body.session)
        cursor.execute("UPDATE session SET keys_seq = 0 WHERE session = ?", (body.session,))
    cursor.execute(
        "UPDATE session SET state = ?, digest = ? WHERE session = ?",
        (body.state, body.digest, body.session),
    )
    _keep_answers(cursor, body.screening, body.answers)
    cursor.execute(
        "UPDATE screening SET"
        " state = CASE WHEN state IN ('withdrawn', 'abandoned') THEN state ELSE ? END,"
        " answered_at = max(answered_at, ?), seconds = seconds + ?,"
        " changes = changes + ?, language = coalesce(nullif(?, ''), language) WHERE screening = ?",
        (
            "finished" if body.state == "finished" else "unfinished",
            body.answered_at,
            body.seconds,
            body.changes,
            body.languages[-1] if body.languages else "",
            body.screening,
        ),
    )
    if body.state == "finished":
        _visit_done(cursor, body.screening)


def _entered(cursor: Cursor, recorded: Recorded, body: SheetEntered) -> None:
    cursor.execute(
        "INSERT INTO entered (entered, screening, how, day, twice, observer, certified_day,"
        " author, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            recorded.ref,
            body.screening,
            body.how,
            body.day,
            body.twice,
            body.observer,
            body.certified_day,
            recorded.author,
            recorded.at,
        ),
    )
    _keep_answers(cursor, body.screening, body.answers)
    if body.how == "second_stage":  # goes on with a sheet that was finished before
        return
    cursor.execute(
        "UPDATE screening SET state = 'finished', answered_at = ?, by_day = 1, how = ?"
        " WHERE screening = ?",
        (body.answered_at, body.how, body.screening),
    )
    _visit_done(cursor, body.screening)


def _keep_answers(cursor: Cursor, screening: int, answers: tuple[Answer, ...]) -> None:
    cursor.executemany(
        "INSERT INTO answer (screening, item, option) VALUES (?, ?, ?)"
        " ON CONFLICT (screening, item) DO UPDATE SET option = excluded.option",
        [(screening, answer.item, answer.option) for answer in answers],
    )


def _visit_done(cursor: Cursor, screening: int) -> None:
    cursor.execute(
        "UPDATE visit SET outcome = 'screened' WHERE visit ="
        " (SELECT visit FROM screening WHERE screening = ?)",
        (screening,),
    )


def _scored(cursor: Cursor, recorded: Recorded, body: SheetScored) -> None:
    first = body.scales[0] if body.scales else None
    reached = [scale for scale in body.scales if scale.verdict == "over"]
    cursor.execute(
        "UPDATE screening SET scored_seq = ?, complete = ?, score = ?, lowest = ?, highest = ?,"
        " maximum = ?, cut_off = ?, verdict = ?, scales = ?, reached = ?, concern = ?,"
        " two_stage = ?"
        " WHERE screening = ?",
        (
            recorded.seq,
            body.complete,
            first.score if first else None,
            first.lowest if first else 0,
            first.highest if first else 0,
            first.maximum if first else 0,
            first.cut_off.value if first and first.cut_off else None,
            body.verdict or (first.verdict if first else "unscored"),
            len(body.scales),
            len(reached),
            next((scale.concern for scale in (*reached, *body.scales)), "high"),
            body.two_stage,
            body.screening,
        ),
    )


def _corrected(cursor: Cursor, recorded: Recorded, body: AnswerCorrected) -> None:
    row = cursor.execute(
        "SELECT option FROM answer WHERE screening = ? AND item = ?", (body.screening, body.item)
    ).fetchone()
    cursor.execute(
        "INSERT INTO correction (correction, screening, item, before, option, why, author, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            recorded.ref,
            body.screening,
            body.item,
            row[0] if row else None,
            body.option,
            body.why,
            recorded.author,
            recorded.at,
        ),
    )
    cursor.execute(
        "INSERT INTO answer (screening, item, option) VALUES (?, ?, ?)"
        " ON CONFLICT (screening, item) DO UPDATE SET option = excluded.option",
        (body.screening, body.item, body.option),
    )


def _withdrawn(cursor: Cursor, _recorded: Recorded, body: SheetWithdrawn) -> None:
    cursor.execute(
        "UPDATE screening SET state = 'withdrawn', why = ? WHERE screening = ?",
        (body.why, body.screening),
    )


def _abandoned(cursor: Cursor, _recorded: Recorded, body: SheetAbandoned) -> None:
    cursor.execute(
        "UPDATE screening SET state = 'abandoned', why = ? WHERE screening = ?",
        (body.why, body.screening),
    )


def _not_now(cursor: Cursor, recorded: Recorded, body: NotNowRecorded) -> None:
    cursor.execute(
        "INSERT INTO not_now (not_now, subject, form, form_title, outcome, reason, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            recorded.ref,
            recorded.subject,
            body.form,
            body.form_title,
            body.outcome,
            body.reason,
            recorded.at,
        ),
    )
    cursor.execute("UPDATE visit SET outcome = ? WHERE visit = ?", (body.outcome, body.visit))


SCREENINGS: Final = TableProjection(
    name="screenings",
    version=2,
    tables=("visit", "screening", "entered", "answer", "correction", "session", "not_now"),
    follows={
        Kind.VISIT_PLANNED: _visit,
        Kind.SCREENING_STARTED: _started,
        Kind.SESSION_OPENED: _opened,
        Kind.SESSION_KEYS: _keys,
        Kind.ANSWERS_TAKEN_IN: _taken_in,
        Kind.SHEET_SCORED: _scored,
        Kind.ANSWER_CORRECTED: _corrected,
        Kind.SHEET_WITHDRAWN: _withdrawn,
        Kind.SHEET_ABANDONED: _abandoned,
        Kind.NOT_NOW: _not_now,
        Kind.SHEET_ENTERED: _entered,
    },
)
