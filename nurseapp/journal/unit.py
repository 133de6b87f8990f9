"""One thing that happened, as a whole: its entries and every table that follows, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from nurseapp.journal.chain import SALT_BYTES, body_hash, next_link
from nurseapp.journal.connection import Connection, Cursor
from nurseapp.journal.entry import ITSELF, EntriesErased, Entry, Recorded, encode, numbers, ref
from nurseapp.journal.faults import DatabaseFault, situation
from nurseapp.journal.projection import Appliers

_HEADER: Final = (
    "INSERT INTO journal (seq, device, n, kind, version, subject, author, at, chain)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_BODY: Final = "INSERT INTO body (seq, salt, content) VALUES (?, ?, ?)"
_CONTENT: Final = "SELECT salt, content FROM body WHERE seq = ?"
_BURY: Final = "UPDATE body SET salt = NULL, content = NULL, tombstone_hash = ? WHERE seq = ?"


class Tail(NamedTuple):
    """Where the next entry goes."""

    seq: int
    n: int
    link: bytes


class Tools(NamedTuple):
    """What a unit writes with."""

    connection: Connection
    cursor: Cursor
    path: Path
    device: int
    appliers: Appliers
    random_bytes: Callable[[int], bytes]


class Unit:
    """Entries added in one `with` block; they stand when the block has ended well.

    Any exception in the block, even one caught inside it when it came from `add`, leaves the
    journal and all its tables as they were.
    """

    __slots__ = ("_at", "_author", "_committed", "_n", "_previous", "_seq", "_tools", "_whole")

    def __init__(
        self, tools: Tools, tail: Tail, author: int, at: int, committed: Callable[[Tail], None]
    ) -> None:
        self._tools = tools
        self._seq, self._n, self._previous = tail
        self._author = author
        self._at = at
        self._committed = committed
        self._whole = True

    def __enter__(self) -> Self:
        try:
            self._tools.cursor.execute("BEGIN IMMEDIATE")
        except DatabaseFault as fault:
            raise situation(fault, self._tools.path) or fault from fault
        return self

    def add(self, entry: Entry) -> Recorded:
        """Writes the entry and what follows from it; its ref can be used at once."""
        self._whole = False
        device, seq, n = self._tools.device, self._seq + 1, self._n + 1
        kind, version = numbers(entry.body)
        subject = ref(device, n) if entry.subject == ITSELF else entry.subject
        author, at = self._author, self._at
        salt, content = self._tools.random_bytes(SALT_BYTES), encode(entry.body)
        hashed = body_hash(salt, content)
        header = (seq, device, n, kind, version, subject, author, at)
        link = next_link(self._previous, header, hashed)
        cursor = self._tools.cursor
        cursor.execute(_HEADER, (*header, link))
        cursor.execute(_BODY, (seq, salt, content))
        recorded = Recorded(seq, device, n, kind, version, subject, author, at, entry.body)
        for apply in self._tools.appliers.get(kind, ()):
            apply(cursor, recorded)
        self._seq, self._n, self._previous = seq, n, link
        self._whole = True
        return recorded

    def erase(self, seqs: Sequence[int], ground: str) -> Recorded:
        """Removes these entries' bodies for good and records it; only their hashes stay.

        For bodies that no table repeats, such as a session's keys (a projection may follow
        ENTRIES_ERASED itself); `Journal.erase` also writes the tables anew. The text leaves the
        file at the next checkpoint. Raises ValueError for a number that does not exist.
        """
        self._whole = False
        cursor = self._tools.cursor
        for seq in seqs:
            row = cursor.execute(_CONTENT, (seq,)).fetchone()
            if row is None:
                raise ValueError(f"there is no entry number {seq}")
            salt, content = row
            if content is not None:
                cursor.execute(_BURY, (body_hash(salt, content), seq))
        return self.add(Entry(subject=None, body=EntriesErased(tuple(seqs), ground)))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None and self._whole:
            self._commit()
            return
        self._roll_back()
        if error is None:
            raise RuntimeError("an entry failed and the failure was swallowed; nothing is written")
        told = situation(error, self._tools.path) if isinstance(error, DatabaseFault) else None
        if told is not None:
            raise told from error

    def _commit(self) -> None:
        cursor = self._tools.cursor
        try:
            cursor.execute("COMMIT")
        except DatabaseFault as fault:
            self._roll_back()
            raise situation(fault, self._tools.path) or fault from fault
        self._committed(Tail(self._seq, self._n, self._previous))

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some faults (full disk, failed write).
        if self._tools.connection.in_transaction:
            self._tools.cursor.execute("ROLLBACK")
