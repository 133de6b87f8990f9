"""Keeps the journal's head in a file beside it, so that a lost tail shows.

A chain proves order, not that its end was not cut off: a removed write-ahead log or an older
database put back is a valid, shorter journal. The witness is written after each commit, unsynced:
it can lag behind after a power cut, but is never ahead of what is safely in the database.
"""

from __future__ import annotations

import contextlib
import os
from hashlib import blake2b
from pathlib import Path
from typing import Final

from nurseapp.base.errors import ReadOnlyError
from nurseapp.base.system import sync_data
from nurseapp.journal.chain import Head, head_from

_SLOT: Final = 128


class Witness:
    """The open head file: two slots, written in turn, so that a torn one leaves the other."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the file; raises ReadOnlyError."""
        slots = _slots(path)
        self.head = max((head for head in slots if head is not None), default=None)
        self._next = 1 if slots[0] == self.head else 0
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise ReadOnlyError(folder=path.parent) from error

    def note(self, head: Head) -> None:
        """Writes the head down; a failure is borne, since the entry itself is safe by now."""
        with contextlib.suppress(OSError):
            os.lseek(self._handle, self._next * _SLOT, os.SEEK_SET)
            os.write(self._handle, _line(head))
            self._next ^= 1

    def sync(self) -> None:
        """Makes the last note survive a power cut, if the disk can."""
        with contextlib.suppress(OSError):
            sync_data(self._handle)

    def close(self) -> None:
        """Syncs and lets go."""
        self.sync()
        os.close(self._handle)


def witnessed(path: Path) -> Head | None:
    """The newest head in the file; None without a file, or with nothing whole in it."""
    return max((head for head in _slots(path) if head is not None), default=None)


def _line(head: Head) -> bytes:
    return f"{head.token} {_check(head.token)}".ljust(_SLOT - 1).encode() + b"\n"


def _check(token: str) -> str:
    return blake2b(token.encode(), digest_size=8).hexdigest()


def _slots(path: Path) -> tuple[Head | None, Head | None]:
    try:
        content = path.read_bytes()
    except OSError:
        return None, None
    return _head(content[:_SLOT]), _head(content[_SLOT : 2 * _SLOT])


def _head(line: bytes) -> Head | None:
    token, _space, check = line.decode("ascii", errors="replace").strip().partition(" ")
    if not token or check != _check(token):
        return None
    return head_from(token)
