"""Reads entries back, a page at a time."""

from __future__ import annotations

from typing import Any, Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entry import Erased, Recorded, decode

_COLUMNS: Final = (
    "SELECT journal.seq, device, n, kind, version, subject, author, at, content"
    " FROM journal JOIN body ON body.seq = journal.seq"
)
_AFTER: Final = _COLUMNS + " WHERE journal.seq > ? ORDER BY journal.seq LIMIT ?"
_ABOUT: Final = _COLUMNS + " WHERE subject = ? ORDER BY journal.seq"
_ONE: Final = _COLUMNS + " WHERE journal.seq = ?"
_ERASED: Final = Erased()


def entries_after(cursor: Cursor, seq: int, limit: int) -> tuple[Recorded, ...]:
    """At most `limit` entries after `seq`, oldest first; an erased body reads as Erased."""
    return tuple(_recorded(row) for row in cursor.execute(_AFTER, (seq, limit)).fetchall())


def history(cursor: Cursor, subject: int) -> tuple[Recorded, ...]:
    """Everything recorded about `subject`, oldest first."""
    return tuple(_recorded(row) for row in cursor.execute(_ABOUT, (subject,)).fetchall())


def entry_at(cursor: Cursor, seq: int) -> Recorded | None:
    """The entry with this number, if there is one."""
    row = cursor.execute(_ONE, (seq,)).fetchone()
    return None if row is None else _recorded(row)


def _recorded(row: tuple[Any, ...]) -> Recorded:
    seq, device, n, kind, version, subject, author, at, content = row
    body = _ERASED if content is None else decode(kind, version, content)
    return Recorded(seq, device, n, kind, version, subject, author, at, body)
