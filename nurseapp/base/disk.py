"""The few calls by which a file reaches the disk for good, so that tests can let each of them fail.

The lock screen's list of names comes through here, so it imports next to nothing.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.system import sync_data, sync_folder

if TYPE_CHECKING:
    from nurseapp.base.errors import DiskError

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REFUSED: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR})
"""Also where the folder is gone, as a memory stick that was pulled out."""
_BINARY: Final = getattr(os, "O_BINARY", 0)


class Disk:
    """The machine's own disk; each call raises OSError as the system does."""

    def create(self, path: Path) -> int:
        """Opens a new file that grows at its end, for this user alone before data goes in."""
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
        """Puts `source` in the place of `target` in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Removes the file if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Returns when new, renamed and removed files in `folder` are on the disk."""
        sync_folder(folder)


REAL_DISK: Final = Disk()


def disk_error(error: OSError, folder: Path) -> DiskError:
    """What people are told when the system refused to write in `folder`."""
    from nurseapp.base.errors import DiskFailedError, DiskFullError, ReadOnlyError

    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _REFUSED:
        return ReadOnlyError(folder=folder)
    return DiskFailedError()


def replace_file(
    path: Path, data: bytes, *, disk: Disk = REAL_DISK, keep: Path | None = None
) -> None:
    """Puts `data` in the place of `path`, durably; what stood there becomes `keep`.

    Raises DiskError; then `path` holds what it held before, if `keep` was given or nothing
    stood there; a file without `keep` may hold either.
    """
    fresh = path.with_name(path.name + ".new")
    undo: list[Callable[[], None]] = [lambda: disk.remove(fresh)]
    try:
        _write_synced(fresh, data, disk)
        if not path.exists():
            undo.append(lambda: disk.remove(path))
        elif keep is not None:
            disk.rename(path, keep)
            undo.append(lambda: disk.rename(keep, path))
        disk.rename(fresh, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        for step in undo:
            with contextlib.suppress(OSError):
                step()
        raise disk_error(error, path.parent) from error


def _write_synced(path: Path, data: bytes, disk: Disk) -> None:
    disk.remove(path)  # a crash may have left one
    handle = disk.create(path)
    try:
        written = 0
        while written < len(data):
            written += disk.write(handle, data[written:])
        disk.sync(handle)
    finally:
        disk.close(handle)
