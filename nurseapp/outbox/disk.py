"""The few calls by which an answer reaches the disk, so that tests can let each of them fail."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from nurseapp.base.errors import DiskError, DiskFailedError, DiskFullError, ReadOnlyError
from nurseapp.base.system import sync_data, sync_folder

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REFUSED: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_BINARY: Final = getattr(os, "O_BINARY", 0)


class Disk:
    """The machine's own disk; each call raises OSError as the system does."""

    def create(self, path: Path) -> int:
        """Opens a new file that only grows at its end, for this user alone."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY
        return os.open(path, flags, 0o600)

    def write(self, handle: int, data: bytes) -> int:
        """Appends what fits and returns how many bytes that were."""
        return os.write(handle, data)

    def cut(self, handle: int, length: int) -> None:
        """Makes the file `length` bytes long."""
        os.ftruncate(handle, length)

    def sync(self, handle: int) -> None:
        """Returns when the file's data and size are on the disk."""
        sync_data(handle)

    def close(self, handle: int) -> None:
        """Lets go of the file."""
        os.close(handle)

    def rename(self, source: Path, target: Path) -> None:
        """Gives the file another name in the same folder."""
        source.rename(target)

    def remove(self, path: Path) -> None:
        """Removes the file if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Returns when new, renamed and removed files in `folder` are on the disk."""
        sync_folder(folder)


REAL_DISK: Final = Disk()


def disk_error(error: OSError, folder: Path) -> DiskError:
    """What people are told when the system refused to write in `folder`."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _REFUSED:
        return ReadOnlyError(folder=folder)
    return DiskFailedError()
