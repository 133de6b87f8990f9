"""The only module that knows which operating system it stands on."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final

from nurseapp.base.errors import ReadOnlyError, StationInUseError, UnsafeFolderError
from nurseapp.base.text import _

if TYPE_CHECKING:
    from pathlib import Path

ON_LINUX: Final = sys.platform.startswith("linux")
ON_WINDOWS: Final = sys.platform == "win32"

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_DUMPABLE: Final = 4
_SIGKILL: Final = 9

_REMOTE: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "davfs", "ncpfs", "afs"}
)
_SYNCHRONISED: Final = ("onedrive", "dropbox", "google drive", "googledrive", "nextcloud", "icloud")


def protect_process() -> tuple[str, ...]:
    """Keeps this process's memory out of dumps and debuggers of the same user; call it first.

    Returns the names of the protections that are now on. `exec` resets them, so each program
    calls this itself.
    """
    on: list[str] = []
    if not ON_WINDOWS:
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            on.append("no core dump")
    if ON_LINUX and _prctl(_PR_SET_DUMPABLE, 0):
        on.append("memory closed to other programs")
    return tuple(on)


def die_with_parent(parent: int) -> None:
    """Ends this process when the one that started it ends; at once if it is gone already.

    The kernel binds this to the thread that started us, so the launcher starts its children
    from its main thread (prctl(2), PR_SET_PDEATHSIG).
    """
    if ON_LINUX:
        _prctl(_PR_SET_PDEATHSIG, _SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def sync_folder(folder: Path) -> None:
    """Makes a rename or a new file in `folder` survive a power cut."""
    if ON_WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_data(handle: int) -> None:
    """Returns when everything written to `handle` is on the disk."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def private_folder(folder: Path) -> None:
    """Makes `folder` and gives it to this user alone; raises ReadOnlyError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise ReadOnlyError(folder=folder) from error


def refuse_unsafe_folder(folder: Path) -> None:
    """Raises UnsafeFolderError for network drives and folders that a cloud service copies."""
    lowered = str(folder.absolute()).casefold()
    if any(name in lowered for name in _SYNCHRONISED):
        raise UnsafeFolderError(folder=folder, why=_("en skytjeneste kopierer den"))
    if _file_system(folder) in _REMOTE:
        raise UnsafeFolderError(folder=folder, why=_("den ligger på en nettverksdisk"))


class OneStart:
    """A lock file: free only when its holder and all that inherited it are gone."""

    def __init__(self, path: Path, holder: str) -> None:
        """Takes the lock, or raises StationInUseError with the holder's own words."""
        self._path = path
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise ReadOnlyError(folder=path.parent) from error
        if not _lock(self._handle):
            told = os.pread(self._handle, 200, 1) if hasattr(os, "pread") else b""
            os.close(self._handle)
            raise StationInUseError(holder=told.decode(errors="replace") or _("ukjent"))
        os.ftruncate(self._handle, 0)
        os.write(self._handle, b"\n" + holder.encode()[:200])

    def let_children_hold(self) -> int:
        """Lets programs started from here hold the lock as well; returns the handle to pass on."""
        os.set_inheritable(self._handle, True)
        return self._handle

    def release(self) -> None:
        """Lets go; the file stays, since removing it would let two starts lock two files."""
        os.close(self._handle)


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _prctl(option: int, value: int) -> bool:
    import ctypes

    try:
        return bool(ctypes.CDLL(None).prctl(option, value, 0, 0, 0) == 0)
    except (OSError, AttributeError):
        return False


def _file_system(folder: Path) -> str:
    """The kind of file system below `folder` on Linux; elsewhere an empty string."""
    if not ON_LINUX:
        return ""
    best, kind = "", ""
    place = str(folder.absolute())
    with open("/proc/self/mounts", encoding="utf-8", errors="replace") as mounts:  # noqa: PTH123
        for line in mounts:
            _device, point, name, *_rest = line.split(" ")
            inside = place == point or place.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best):
                best, kind = point, name
    return kind
