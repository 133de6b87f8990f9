"""The only module that knows which operating system it stands on.

The launcher reads it before the first window is on its way, so it imports next to nothing.
"""

from __future__ import annotations

import os
import sys

Place = str | os.PathLike[str]

ON_LINUX = sys.platform.startswith("linux")
ON_WINDOWS = sys.platform == "win32"

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_SIGKILL = 9

_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "davfs", "ncpfs", "afs"}
)
_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "nextcloud", "icloud")


def protect_process() -> tuple[str, ...]:
    """Keeps this process's memory out of dumps and debuggers of the same user; call it first.

    Returns the names of the protections that are now on. `exec` resets them, so each program
    calls this itself.
    """
    on: list[str] = []
    if not ON_WINDOWS:
        import resource

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


def read_ahead_of_qt() -> None:
    """Has another core read Qt's libraries and the list of fonts while Python reads its own.

    A tenth of the way to the first picture. Where a file lies elsewhere, Qt reads it itself as it
    always does: nothing hangs on this.
    """
    library = "PySide6/Qt/lib/libQt6Widgets.so.6"
    folder = next((place for place in sys.path if os.path.exists(f"{place}/{library}")), None)  # noqa: PTH110
    if ON_LINUX and folder is not None:
        import _thread

        _thread.start_new_thread(_read_ahead, (f"{folder}/{library}",))


def _read_ahead(library: str) -> None:
    import ctypes

    now = 2  # RTLD_NOW
    try:
        ctypes.CDLL(None).dlopen(library.encode(), now)  # unlike CDLL(library), this lets go of
        ctypes.CDLL("libfontconfig.so.1").FcInit()  # Python's lock, and may run on two threads
    except (OSError, AttributeError):
        return


def open_closed_streams() -> None:
    """Puts the system's nothing where a standard stream was closed before the program began.

    Else the next file that is opened gets its number, and what Qt prints would stand in that file.
    """
    for handle, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
            os.set_inheritable(handle, True)
        if getattr(sys, name) is None:
            setattr(sys, name, open(handle, "w" if handle else "r", closefd=False))  # noqa: SIM115


def sync_folder(folder: Place) -> None:
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


def private_folder(folder: Place) -> None:
    """Makes `folder` and gives it to this user alone; raises ReadOnlyError."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - see the module's head
        os.chmod(folder, 0o700)  # noqa: PTH101
    except OSError as error:
        from nurseapp.base.errors import ReadOnlyError

        raise ReadOnlyError(folder=folder) from error


def make_folder_above(folder: Place) -> None:
    """Makes what is missing above `folder`; what is there belongs to others and stays as it is.

    Raises ReadOnlyError.
    """
    try:
        os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
    except OSError as error:
        from nurseapp.base.errors import ReadOnlyError

        raise ReadOnlyError(folder=folder) from error


def refuse_unsafe_folder(folder: Place) -> None:
    """Raises UnsafeFolderError for network drives and folders that a cloud service copies."""
    place = os.path.abspath(folder)  # noqa: PTH100
    if any(name in place.casefold() for name in _SYNCHRONISED):
        _refuse(place, "cloud")
    if _file_system(place) in _REMOTE:
        _refuse(place, "network")


def _refuse(place: str, why: str) -> None:
    from nurseapp.base.errors import UnsafeFolderError
    from nurseapp.base.text import _

    reasons = {
        "cloud": _("en skytjeneste kopierer den"),
        "network": _("den ligger på en nettverksdisk"),
    }
    raise UnsafeFolderError(folder=place, why=reasons[why])


class OneStart:
    """A lock file: free only when its holder and all that inherited it are gone."""

    def __init__(self, path: Place, holder: str) -> None:
        """Takes the lock; raises StationInUseError with the holder's own words."""
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            from nurseapp.base.errors import ReadOnlyError

            raise ReadOnlyError(folder=os.path.dirname(path)) from error  # noqa: PTH120
        if not _lock(self._handle):
            self._give_way()
        os.ftruncate(self._handle, 0)
        os.write(self._handle, b"\n" + holder.encode()[:200])

    def let_children_hold(self) -> int:
        """Lets programs started from here hold the lock as well; returns the handle to pass on."""
        os.set_inheritable(self._handle, True)
        return self._handle

    def release(self) -> None:
        """Lets go; the file stays, since removing it would let two starts lock two files."""
        os.close(self._handle)

    def _give_way(self) -> None:
        from nurseapp.base.errors import StationInUseError
        from nurseapp.base.text import _

        told = os.pread(self._handle, 200, 1) if hasattr(os, "pread") else b""
        os.close(self._handle)
        raise StationInUseError(holder=told.decode(errors="replace") or _("ukjent"))


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


def _file_system(place: str) -> str:
    """The kind of file system below `place` on Linux; elsewhere an empty string."""
    if not ON_LINUX:
        return ""
    best, kind = "", ""
    with open("/proc/self/mounts", encoding="utf-8", errors="replace") as mounts:  # noqa: PTH123
        for line in mounts:
            _device, point, name, *_rest = line.split(" ")
            inside = place == point or place.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best):
                best, kind = point, name
    return kind
