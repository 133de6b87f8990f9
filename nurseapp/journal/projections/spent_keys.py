"""Takes a session's keys out of the journal in the very transaction that takes in its answers.

From then on nothing can open or forge the session's file, and the chain still holds over the
hash of what stood there. Doing it again, as a rebuild does, changes nothing.
"""

from __future__ import annotations

from nurseapp.journal.chain import body_hash
from nurseapp.journal.connection import Cursor


def bury_session_keys(cursor: Cursor, session: str) -> None:
    """Leaves only the salted hash of the session's keys."""
    row = cursor.execute(
        "SELECT body.seq, salt, content FROM session JOIN body ON body.seq = session.keys_seq"
        " WHERE session.session = ? AND content IS NOT NULL",
        (session,),
    ).fetchone()
    if row is not None:
        seq, salt, content = row
        cursor.execute(
            "UPDATE body SET salt = NULL, content = NULL, tombstone_hash = ? WHERE seq = ?",
            (body_hash(salt, content), seq),
        )
