"""Opens the encrypted database, or says why not; plain SQLite is never an answer."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, cast

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from nurseapp.base.errors import NoStationError, ReadOnlyError, StationDamagedError
from nurseapp.base.text import _
from nurseapp.journal.faults import Translated

KEY_BYTES: Final = 32
_PLAIN_HEADER: Final = b"SQLite format 3\0"
_OLDEST_SQLITE: Final = (3, 51, 3)  # older ones can lose a write-ahead log that is being reset
_PAGES_A_STEP: Final = 200  # at 256 and more the copy took many times longer
_LOCKED: Final = 6  # a cursor of this very connection is in the way

Value = str | int | float | bytes | None


class Cursor(Protocol):
    """What queries and projections may do with the database."""

    rowcount: int

    def execute(self, sql: str, values: Sequence[Value] | Mapping[str, Value] = ..., /) -> Cursor:
        """Runs one statement; the text is prepared once and kept."""
        ...

    def executemany(self, sql: str, rows: Any, /) -> Cursor:
        """Runs one statement for each row."""
        ...

    def fetchone(self) -> Any:
        """The next row as a tuple, or None."""
        ...

    def fetchmany(self, size: int = ..., /) -> list[Any]:
        """At most `size` more rows."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows left."""
        ...

    def close(self) -> None:
        """Lets go of the statement; an open one holds up checkpoints."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """One open database."""

    in_transaction: bool

    def cursor(self) -> Cursor:
        """A new cursor."""
        ...

    def execute(self, sql: str, values: Sequence[Value] = ..., /) -> Cursor:
        """Runs one statement on a new cursor."""
        ...

    def backup(self, target: Connection, *, pages: int) -> None:
        """Copies everything into `target`, `pages` at a time."""
        ...

    def close(self) -> None:
        """Ends it; what is not committed is gone."""
        ...


def open_connection(path: Path, key: bytes, *, memory_security: bool = True) -> Connection:
    """The existing database at `path`, for this process alone.

    `key` is the raw 32-byte key. Raises NoStationError, StationDamagedError (wrong key, plain
    SQLite, empty or broken file), StationInUseError, ReadOnlyError or another DiskError.
    `memory_security=False` is for bulk work in a process of its own: the switch is the process's,
    and once on it stays on.
    """
    _refuse_other_file(path)
    return _open(path, key, memory_security=memory_security)


def create_connection(path: Path, key: bytes, *, memory_security: bool = True) -> Connection:
    """A new, empty database at `path`, which must not exist; raises like open_connection."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise ReadOnlyError(folder=path.parent) from error
    return _open(path, key, memory_security=memory_security)


def _refuse_other_file(path: Path) -> None:
    # Read before SQLite opens it: closing any handle of this file later would drop its locks.
    try:
        with path.open("r+b") as file:  # writable, or SQLite would open it for reading alone
            header = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError as error:
        raise NoStationError(folder=path.parent) from error
    except OSError as error:
        raise ReadOnlyError(folder=path.parent) from error
    if not header:
        raise StationDamagedError(what=_("filen er tom"))
    if header == _PLAIN_HEADER:
        raise StationDamagedError(what=_("filen er ikke kryptert"))


def _open(path: Path, key: bytes, *, memory_security: bool) -> Connection:
    if len(key) != KEY_BYTES:
        raise ValueError("the key is 32 bytes")
    with Translated(path):
        connection = dbapi2.connect(
            path.absolute().as_uri() + "?mode=rw",
            uri=True,
            timeout=0,
            isolation_level=None,
            cached_statements=512,
        )
        try:
            _unlock(connection, key, memory_security=memory_security)
        except BaseException:
            connection.close()
            raise
    return cast("Connection", connection)


def _unlock(connection: Any, key: bytes, *, memory_security: bool) -> None:
    connection.enable_load_extension(False)
    connection.execute("PRAGMA cipher_log = off")
    connection.execute(f"PRAGMA cipher_memory_security = {'ON' if memory_security else 'OFF'}")
    set_key(connection, "key", key)
    _refuse_plain_library(connection)
    for pragma in (
        "cipher_compatibility = 4",
        "locking_mode = EXCLUSIVE",  # before the first read: then no shared-memory file is made
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "temp_store = MEMORY",
        "cache_size = -16000",
    ):
        connection.execute(f"PRAGMA {pragma}").close()
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    for pragma, expected in (
        ("journal_mode = WAL", "wal"),
        ("wal_autocheckpoint = 0", 0),
        ("secure_delete = ON", 1),
    ):
        _require(connection.execute(f"PRAGMA {pragma}").fetchone() == (expected,), pragma)
    for name, value in (("synchronous", 2), ("foreign_keys", 1)):
        connection.execute(f"PRAGMA {name} = {value}")
        _require(connection.execute(f"PRAGMA {name}").fetchone() == (value,), name)


def set_key(connection: Any, pragma: str, key: bytes) -> None:
    """Runs `PRAGMA key` or `PRAGMA rekey` with the raw key."""
    connection.execute(f"PRAGMA {pragma} = \"x'{key.hex()}'\"").close()


def truncate_log(connection: Connection) -> bool:
    """Moves the write-ahead log into the file and empties it; False while a cursor is open."""
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except dbapi2.OperationalError as fault:
        if fault.sqlite_errorcode & 0xFF == _LOCKED:
            return False
        raise
    return bool(busy == 0)


def copy_database(source: Connection, target: Path, key: bytes) -> None:
    """Writes a copy of `source`, encrypted with `key`, to the new file `target`.

    Not synced: it is for taking from there into a backup. Raises DiskError.
    """
    with Translated(target):
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        copy = dbapi2.connect(str(target), timeout=0, isolation_level=None)
        try:
            set_key(copy, "key", key)
            copy.execute("PRAGMA cipher_compatibility = 4")
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=_PAGES_A_STEP)
        finally:
            copy.close()


def _refuse_plain_library(connection: Any) -> None:
    version = connection.execute("PRAGMA cipher_version").fetchone()
    _require(bool(version and version[0]), "cipher_version is empty: this is not SQLCipher")
    _require(dbapi2.sqlite_version_info >= _OLDEST_SQLITE, "SQLite is older than 3.51.3")


def _require(held: bool, what: str) -> None:
    if not held:
        raise RuntimeError(f"the database library did not do as told: {what}")
