"""Says in the program's own errors what SQLCipher and the operating system complain about."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from types import TracebackType
from typing import Final

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from nurseapp.base.disk import disk_error
from nurseapp.base.errors import (
    DiskFailedError,
    DiskFullError,
    NoStationError,
    ReadOnlyError,
    SituationError,
    StationDamagedError,
    StationInUseError,
    UnreadableError,
)
from nurseapp.base.text import _

DatabaseFault: Final = dbapi2.Error


class _Code(IntEnum):
    """Primary result codes, https://sqlite.org/rescode.html."""

    PERM = 3
    BUSY = 5
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    NOTADB = 26


# The backup call gives SQLite's words alone, without a code (sqlite3_errstr).
_CODES: Final = {
    "disk I/O error": _Code.IOERR,
    "database or disk is full": _Code.FULL,
    "database disk image is malformed": _Code.CORRUPT,
    "file is not a database": _Code.NOTADB,
    "attempt to write a readonly database": _Code.READONLY,
}


def situation(fault: BaseException, path: Path) -> SituationError | None:
    """What `fault` means for the file at `path`; None when it is a bug of ours."""
    code = getattr(fault, "sqlite_errorcode", _CODES.get(str(fault)))
    if code is None:
        return None
    # The low byte is the primary code, should a later driver hand out extended ones.
    says = _MEANINGS.get(code & 0xFF)
    return says(path) if says is not None else None


def _cannot_open(path: Path) -> SituationError:
    if not path.exists():
        return NoStationError(folder=path.parent)
    if path.is_file():
        return ReadOnlyError(folder=path.parent)
    return UnreadableError(file=path)


_MEANINGS: Final[dict[int, Callable[[Path], SituationError]]] = {
    _Code.FULL: lambda _path: DiskFullError(),
    _Code.IOERR: lambda _path: DiskFailedError(),
    _Code.READONLY: lambda path: ReadOnlyError(folder=path.parent),
    _Code.PERM: lambda path: ReadOnlyError(folder=path.parent),
    _Code.BUSY: lambda _path: StationInUseError(holder=_("et annet program")),
    _Code.CORRUPT: lambda _path: StationDamagedError(what=_("innholdet henger ikke sammen")),
    _Code.NOTADB: lambda _path: StationDamagedError(
        what=_("nøkkelen passer ikke, eller filen er ødelagt")
    ),
    _Code.CANTOPEN: _cannot_open,
}


class Translated:
    """Within the block, what the database or the disk complains of becomes what it means."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(fault, DatabaseFault):
            told = situation(fault, self._path)
            if told is not None:
                raise told from fault
        if isinstance(fault, OSError):
            raise disk_error(fault, self._path.parent) from fault
