"""The journal of one station: what was recorded, in order, and the tables that follow from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, TypeVar

from nurseapp.base.clock import Clock
from nurseapp.journal.chain import Head
from nurseapp.journal.connection import Cursor, set_key, truncate_log
from nurseapp.journal.entry import Entry, Recorded
from nurseapp.journal.faults import Translated
from nurseapp.journal.opening import Opened, found_file, open_file
from nurseapp.journal.projection import Projection, appliers
from nurseapp.journal.reading import entries_after, history
from nurseapp.journal.unit import Tail, Tools, Unit

if TYPE_CHECKING:
    from nurseapp.journal.backup_file import Manifest

Answer = TypeVar("Answer")

_PAGE: Final = 1_000


class Journal:
    """An open journal; used by one process, from one thread."""

    def __init__(
        self,
        opened: Opened,
        clock: Clock,
        projections: Sequence[Projection],
        random_bytes: Callable[[int], bytes],
    ) -> None:
        self.path = opened.path
        self.installation_id = opened.installation_id
        self.projections = tuple(projections)
        self._opened = opened
        self._connection = opened.connection
        self._key = opened.key
        self._clock = clock
        self._tail = opened.tail
        self._tools = Tools(
            connection=opened.connection,
            cursor=opened.connection.cursor(),
            path=opened.path,
            device=opened.device,
            appliers=appliers(projections),
            random_bytes=random_bytes,
        )
        self._settled = False
        self._closed = False

    @classmethod
    def found(
        cls,
        path: Path,
        key: bytes,
        *,
        installation_id: str,
        clock: Clock,
        projections: Sequence[Projection],
        device: int = 1,
        holder: str = "",
        random_bytes: Callable[[int], bytes] = os.urandom,
        memory_security: bool = True,
    ) -> Self:
        """Makes an empty journal at `path` and opens it; a kill leaves either none or a whole one.

        Raises StationExistsError, UnsafeFolderError, StationInUseError or a DiskError.
        """
        founded_at = int(clock.now().timestamp())
        found_file(
            path,
            key,
            installation_id,
            device=device,
            at=founded_at,
            holder=holder,
            memory_security=memory_security,
        )
        return cls.open(
            path,
            key,
            installation_id=installation_id,
            clock=clock,
            projections=projections,
            holder=holder,
            random_bytes=random_bytes,
            memory_security=memory_security,
        )

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        installation_id: str,
        clock: Clock,
        projections: Sequence[Projection],
        expected_head: Head | None = None,
        holder: str = "",
        random_bytes: Callable[[int], bytes] = os.urandom,
        memory_security: bool = True,
    ) -> Self:
        """Opens the station's journal, backing it up and bringing it up to date first if it is old.

        Raises NoStationError, StationInUseError, StationTooNewError, UnsafeFolderError,
        StationDamagedError (wrong key, broken, another station's, or older than `expected_head`
        and the head file beside it say) or a DiskError.
        """
        opened = open_file(
            path,
            key,
            installation_id,
            projections,
            expected_head=expected_head,
            holder=holder,
            moment=clock.now(),
            memory_security=memory_security,
        )
        return cls(opened, clock, projections, random_bytes)

    def write(self, author: int) -> Unit:
        """One thing that happened: `with journal.write(author) as unit: unit.add(...)`.

        Everything added stands on disk when the block has ended; otherwise nothing of it does.
        Raises DiskFullError, DiskFailedError, ReadOnlyError or StationDamagedError.
        """
        at = int(self._clock.now().timestamp())
        return Unit(self._tools, self._tail, author, at, self._committed)

    def append(self, author: int, entries: Iterable[Entry]) -> tuple[Recorded, ...]:
        """Writes the entries as one thing that happened."""
        with self.write(author) as unit:
            return tuple(unit.add(entry) for entry in entries)

    def read(self, query: Callable[[Cursor], Answer]) -> Answer:
        """What `query` makes of the tables; it fetches its rows itself and keeps no cursor."""
        cursor = self._connection.cursor()
        with Translated(self.path):
            try:
                return query(cursor)
            finally:
                cursor.close()

    def history(self, subject: int) -> tuple[Recorded, ...]:
        """Everything recorded about `subject` (a ref), oldest first."""
        return self.read(lambda cursor: history(cursor, subject))

    def entries_after(self, seq: int, limit: int = _PAGE) -> tuple[Recorded, ...]:
        """The next entries after `seq`, at most `limit`; empty at the end."""
        return self.read(lambda cursor: entries_after(cursor, seq, limit))

    def head(self) -> Head:
        """The newest entry's number and link."""
        return Head(self._tail.seq, self._tail.link)

    def checkpoint_when_idle(self) -> bool:
        """Moves what was written into the database file, so that no later commit is slow.

        True when all of it was; False while a cursor is open. Costs milliseconds: call it when
        nobody waits.
        """
        if not self._settled:
            with Translated(self.path):
                self._settled = truncate_log(self._connection)
            self._opened.witness.sync()
        return self._settled

    def rekey(self, new_key: bytes) -> None:
        """Encrypts the whole file anew; killed anywhere, either the old or the new key opens it."""
        with Translated(self.path):
            set_key(self._connection, "rekey", new_key)
            self._key = new_key
            if not truncate_log(self._connection):
                raise RuntimeError("a cursor is open while the key is changed")

    def erase(self, author: int, seqs: Sequence[int], ground: str) -> None:
        """Removes the bodies of these entries for good, as the law may order; see `erasure`."""
        with Translated(self.path):
            from nurseapp.journal.erasure import erase

            erase(self._connection, self.write(author), self.projections, seqs, ground)
            self._settled = False
            self.checkpoint_when_idle()

    def back_up(self, target: Path) -> Manifest:
        """Writes a checked backup of the station to the new file `target`; see `backup`."""
        from nurseapp.journal.backup import back_up

        made_at = int(self._clock.now().timestamp())
        return back_up(
            self._connection,
            self._key,
            head=self.head(),
            made_at=made_at,
            folder=self.path.parent,
            target=target,
        )

    def close(self) -> None:
        """Moves everything into the database file and lets go of it; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            self.checkpoint_when_idle()
        finally:
            self._tools.cursor.close()
            self._opened.close()

    def _committed(self, tail: Tail) -> None:
        self._tail = tail
        self._settled = False
        self._opened.witness.note(Head(tail.seq, tail.link))
