"""Takes a session's keys out of the journal in the very transaction that takes in its answers.

From then on nothing can open or forge the session's file, and the chain still holds over the
hash of what stood there. Doing it again, as a rebuild does, changes nothing.
"""

from __future__ import annotations

from nurseapp.journal.chain import body_hash
from nurseapp.journal.connection import Cursor


def bury_session_keys(cursor: Cursor, session: str) -> None:
    """Leaves only the salted hash of the session's keys."""
    row = cursor.execute("SELECT keys_seq FROM session WHERE session = ?", (session,)).fetchone()
    if row is not None:
        bury_body(cursor, row[0])


def bury_body(cursor: Cursor, seq: int) -> None:
    """Leaves only the salted hash of what the entry with this number said."""
    row = cursor.execute(
        "SELECT salt, content FROM body WHERE seq = ? AND content IS NOT NULL", (seq,)
    ).fetchone()
    if row is not None:
        salt, content = row
        cursor.execute(
            "UPDATE body SET salt = NULL, content = NULL, tombstone_hash = ? WHERE seq = ?",
            (body_hash(salt, content), seq),
        )
