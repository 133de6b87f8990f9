"""Sheets of the whole station by when they were answered, without anybody's name."""

from __future__ import annotations

from typing import Final, NamedTuple

from nurseapp.journal.connection import Cursor


class AnsweredSheetRow(NamedTuple):
    """One sheet; `answered_at` is in seconds since 1970."""

    screening: int
    form: str
    version: int
    state: str
    answered_at: int


_ANSWERED: Final = (
    "SELECT screening, form, version, state, answered_at FROM screening"
    " WHERE state IN ('finished', 'abandoned', 'unfinished') AND answered_at > 0"
    " ORDER BY answered_at DESC, screening DESC LIMIT ?"
)


def answered_sheets(cursor: Cursor, limit: int) -> tuple[AnsweredSheetRow, ...]:
    """The newest sheets that were answered at all, the newest first."""
    return tuple(AnsweredSheetRow(*row) for row in cursor.execute(_ANSWERED, (limit,)).fetchall())
