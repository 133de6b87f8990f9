"""Writes a parent's answers: each is on the disk before `append` returns, and none can be read."""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

from nacl.public import PublicKey, SealedBox

from nurseapp.base.clock import Clock
from nurseapp.base.disk import REAL_DISK, Disk, disk_error
from nurseapp.outbox.answer import Event, Finished, Paused, Record, padded
from nurseapp.outbox.chain import Chain
from nurseapp.outbox.ticket import SealTicket


class OutboxWriter:
    """One session's file, from its first record to its last.

    It holds the ticket's keys, no answer and nothing that could open one.
    """

    def __init__(
        self, path: Path, ticket: SealTicket, *, clock: Clock, disk: Disk = REAL_DISK
    ) -> None:
        """Makes the file; raises DiskError, and FileExistsError since a ticket is used once."""
        self._path = path
        self._clock = clock
        self._disk = disk
        self._box = SealedBox(PublicKey(ticket.public_key))
        self._chain = Chain(ticket.session, ticket.form_sha256, ticket.mac_key)
        self._length = 0
        self._whole = True
        self._folder_synced = False
        self._last: float | None = None
        try:
            self._handle = disk.create(path)
        except FileExistsError:
            raise  # no situation to be solved at the station: the same ticket was given twice
        except OSError as error:
            raise disk_error(error, path.parent) from error

    @property
    def count(self) -> int:
        """How many records are on the disk."""
        return self._chain.count

    def append(self, event: Event) -> None:
        """Seals the event with its time and returns when it is on the disk.

        Raises DiskError; then the file holds what it held before, and the next try may work.
        """
        now = self._clock.monotonic()
        elapsed = 0.0 if self._last is None else max(now - self._last, 0.0)
        record = Record(
            event=event,
            at=self._clock.now().isoformat(),
            elapsed_ms=round(elapsed * 1000),
        )
        sealed = self._chain.record(bytes(self._box.encrypt(padded(record))))
        try:
            self._put(sealed)
        except OSError as error:
            raise disk_error(error, self._path.parent) from error
        self._length += len(sealed)
        self._chain.follow(sealed)
        self._last = now

    def pause(self) -> None:
        """Appends that the parent stopped for now; raises DiskError."""
        self.append(Paused(records=self.count))

    def finish(self) -> None:
        """Appends that the parent is done; raises DiskError."""
        self.append(Finished(records=self.count))

    def close(self) -> None:
        """Lets go of the file; every record is on the disk already."""
        self._disk.close(self._handle)

    def _put(self, sealed: bytes) -> None:
        """Puts one record on the disk, or raises OSError with the file cut back if it can be."""
        self._cut_back()
        self._whole = False
        try:
            self._write(sealed)
            self._disk.sync(self._handle)
            if not self._folder_synced:
                self._disk.sync_folder(self._path.parent)
                self._folder_synced = True
        except OSError:
            with contextlib.suppress(OSError):
                self._cut_back()
            raise
        self._whole = True

    def _write(self, sealed: bytes) -> None:
        if self._disk.write(self._handle, sealed) != len(sealed):
            raise OSError(errno.ENOSPC, "the record did not fit")

    def _cut_back(self) -> None:
        """Leaves whole records only, so that the next one is not read as part of a torn one."""
        if not self._whole:
            self._disk.cut(self._handle, self._length)
            self._disk.sync(self._handle)
            self._whole = True
