"""Anonymous answers: the keys that are in use, and what was counted."""

from __future__ import annotations

from typing import NamedTuple

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.feedback import FeedbackKeys
from nurseapp.journal.reading import entry_at


class Month(NamedTuple):
    """One form's sheets of one month; `month` is 12 times the year and the month from 0."""

    form: str
    form_title: str
    version: int
    sha256: str
    month: int
    sheets: int


def keys_in_use(cursor: Cursor) -> dict[int, FeedbackKeys]:
    """The keys of the batches that are being gathered, by their number in the journal."""
    rows = cursor.execute("SELECT keys_seq FROM feedback_keys ORDER BY keys_seq").fetchall()
    found = ((seq, entry_at(cursor, seq)) for (seq,) in rows)
    return {
        seq: recorded.body
        for seq, recorded in found
        if recorded is not None and isinstance(recorded.body, FeedbackKeys)
    }


def months(cursor: Cursor) -> tuple[Month, ...]:
    """What was counted, newest month first."""
    rows = cursor.execute(
        "SELECT form, max(form_title), version, sha256, month, sum(sheets) FROM feedback_batch"
        " GROUP BY form, version, sha256, month ORDER BY month DESC, form, version DESC"
    ).fetchall()
    return tuple(Month(*row) for row in rows)


def counts(cursor: Cursor, month: Month) -> dict[tuple[str, str], int]:
    """How many chose each option of each item in that month."""
    rows = cursor.execute(
        "SELECT item, option, sum(c.sheets) FROM feedback_count AS c"
        " JOIN feedback_batch AS b ON b.batch = c.batch"
        " WHERE b.form = ? AND b.version = ? AND b.sha256 = ? AND b.month = ?"
        " GROUP BY item, option",
        (month.form, month.version, month.sha256, month.month),
    ).fetchall()
    return {(item, option): sheets for item, option, sheets in rows}
