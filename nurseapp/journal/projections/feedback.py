"""Anonymous answers as counts; the keys of a batch are buried when it has been counted."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.feedback import FeedbackCounted, FeedbackKeys
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections.spent_keys import bury_body
from nurseapp.journal.projections.table_projection import TableProjection


def _keys(cursor: Cursor, recorded: Recorded, body: FeedbackKeys) -> None:
    cursor.execute(
        "INSERT INTO feedback_keys (sha256, keys_seq) VALUES (?, ?)"
        " ON CONFLICT (sha256) DO UPDATE SET keys_seq = excluded.keys_seq",
        (body.form_sha256, recorded.seq),
    )


def _counted(cursor: Cursor, recorded: Recorded, body: FeedbackCounted) -> None:
    row = cursor.execute(
        "SELECT keys_seq FROM feedback_keys WHERE sha256 = ?", (body.form_sha256,)
    ).fetchone()
    if row is not None:
        bury_body(cursor, row[0])
        cursor.execute("DELETE FROM feedback_keys WHERE sha256 = ?", (body.form_sha256,))
    cursor.execute(
        "INSERT INTO feedback_batch (batch, form, form_title, version, sha256, month, sheets)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            recorded.ref,
            body.form,
            body.form_title,
            body.version,
            body.form_sha256,
            body.month,
            body.sheets,
        ),
    )
    cursor.executemany(
        "INSERT INTO feedback_count (batch, item, option, sheets) VALUES (?, ?, ?, ?)",
        [(recorded.ref, *count) for count in body.counts],
    )


FEEDBACK: Final = TableProjection(
    name="feedback",
    version=1,
    tables=("feedback_keys", "feedback_batch", "feedback_count"),
    follows={Kind.FEEDBACK_KEYS: _keys, Kind.FEEDBACK_COUNTED: _counted},
)
