"""A record's own history: how its details came about, and who took a sheet back."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import SheetWithdrawn
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.reading import entry_at

_DETAILS: Final = (
    int(Kind.PERSON_REGISTERED),
    int(Kind.PERSON_CORRECTED),
    int(Kind.PREGNANCY_ENDED),
    int(Kind.FAMILY_UNLINKED),
)


def taking_back_of(cursor: Cursor, subject: int, screening: int) -> Recorded | None:
    """The entry by which this sheet about `subject` was taken back; None while it counts."""
    seqs = cursor.execute(
        "SELECT seq FROM journal WHERE subject = ? AND kind = ?",
        (subject, int(Kind.SHEET_WITHDRAWN)),
    ).fetchall()
    for recorded in (entry_at(cursor, seq) for (seq,) in seqs):
        body = recorded.body if recorded is not None else None
        if isinstance(body, SheetWithdrawn) and body.screening == screening:
            return recorded
    return None


def versions_of(cursor: Cursor, person: int) -> tuple[Recorded, ...]:
    """The registration, corrections, links taken away, a pregnancy's end; oldest first."""
    seqs = cursor.execute(
        "SELECT seq FROM journal WHERE subject = ? AND kind IN (?, ?, ?, ?) ORDER BY seq",
        (person, *_DETAILS),
    ).fetchall()
    found = (entry_at(cursor, seq) for (seq,) in seqs)
    return tuple(recorded for recorded in found if recorded is not None)
