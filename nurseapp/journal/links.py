"""Recomputes the whole chain, and compares how far it reaches with what is known elsewhere."""

from __future__ import annotations

from typing import Any, Final

from nurseapp.base.errors import StationDamagedError
from nurseapp.base.text import _
from nurseapp.journal.chain import Head, body_hash, genesis, next_link
from nurseapp.journal.connection import Connection, Cursor
from nurseapp.journal.schema import station

_PAGE: Final = 5_000
_ROWS: Final = (
    "SELECT journal.seq, device, n, kind, version, subject, author, at, chain,"
    " salt, content, tombstone_hash"
    " FROM journal LEFT JOIN body ON body.seq = journal.seq"
    " WHERE journal.seq > ? ORDER BY journal.seq LIMIT ?"
)


def first_break(connection: Connection) -> int | None:
    """The number of the first entry that does not follow from all before it; None if whole.

    240,000 entries a second; reads pages, so that no cursor stays open.
    """
    cursor = connection.cursor()
    installation, _device = station(connection)
    link = genesis(installation)
    counts: dict[int, int] = {}
    seq = 0
    while rows := cursor.execute(_ROWS, (seq, _PAGE)).fetchall():
        for row in rows:
            seq += 1
            link = _link(link, row)
            counts[row[1]] = counts.get(row[1], 0) + 1
            if row[0] != seq or row[2] != counts[row[1]] or row[8] != link:
                return seq
    return _orphan(cursor, seq)


def _link(previous: bytes, row: tuple[Any, ...]) -> bytes:
    """The link this row ought to have; empty when its body is neither there nor erased."""
    salt, content, tombstone = row[9:]
    if content is None and tombstone is None:
        return b""
    hashed = tombstone if content is None else body_hash(salt, content)
    header = (row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7])
    return next_link(previous, header, hashed)


def _orphan(cursor: Cursor, last: int) -> int | None:
    """A body beyond the last entry: its header was taken away."""
    row = cursor.execute("SELECT min(seq) FROM body WHERE seq > ?", (last,)).fetchone()
    return None if row[0] is None else int(row[0])


def refuse_older(connection: Connection, head: Head | None) -> None:
    """Raises StationDamagedError unless the journal once had this head, and has grown since."""
    if head is None or head.seq == 0:
        return
    row = connection.execute("SELECT chain FROM journal WHERE seq = ?", (head.seq,)).fetchone()
    if row is None:
        raise StationDamagedError(what=_("slutten av journalen mangler"))
    if row[0] != head.link:
        raise StationDamagedError(what=_("journalen er en annen enn den som sist var i bruk"))
