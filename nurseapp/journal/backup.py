"""Writes a backup that has been opened and looked over before anybody relies on it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from nurseapp.base.errors import BackupRefusedError, UnreadableError
from nurseapp.base.system import sync_folder
from nurseapp.base.text import _
from nurseapp.journal import backup_file, schema
from nurseapp.journal.backup_file import Manifest
from nurseapp.journal.chain import Head
from nurseapp.journal.connection import (
    Connection,
    copy_database,
    open_connection,
)
from nurseapp.journal.faults import Translated
from nurseapp.journal.health import examine
from nurseapp.journal.station_files import BACKUPS, JOURNAL

SUFFIX: Final = ".nursebackup"
_COPY: Final = "journal.copy"


def back_up(
    connection: Connection, key: bytes, *, head: Head, made_at: int, folder: Path, target: Path
) -> Manifest:
    """Writes the journal of the station in `folder` with its keys of today to the new `target`.

    Encrypted with the same key; the copy has been opened and checked before it gets its name.
    Raises BackupRefusedError when `target` exists, StationDamagedError when the journal itself
    is not whole, UnreadableError when the key or station file is missing, DiskError.
    """
    growing = target.with_name(f".{target.name}.part")
    with Translated(target):
        if target.exists():
            raise BackupRefusedError(
                file=target, why=_("det ligger allerede en fil med dette navnet")
            )
        sources = _sources(folder)
        try:
            with _copied(connection, key, head, folder) as copy:
                growing.unlink(missing_ok=True)
                manifest = _manifest(connection, head, made_at)
                backup_file.write(growing, manifest, {JOURNAL: copy} | sources)
            manifest = backup_file.read(growing)
            growing.rename(target)
        finally:
            growing.unlink(missing_ok=True)
        sync_folder(target.parent)
    return manifest


def automatic_target(folder: Path, head: Head, moment: datetime, why: str = "") -> Path:
    """The name of an automatic backup: sorted by the journal's growth, not by the clock."""
    name = f"{head.seq:012d}-{moment:%Y%m%d-%H%M%S}{'-' if why else ''}{why}{SUFFIX}"
    return folder / BACKUPS / name


def rotate_backups(folder: Path, keep: int) -> tuple[Path, ...]:
    """Removes all but the newest `keep` (at least one) backups, and what a kill left.

    Returns what remains. The one written last stays, even where a restored station has grown
    less than an older backup beside it.
    """
    if keep < 1:
        raise ValueError("at least one backup is kept")
    with Translated(folder / "_"):
        backups = sorted(folder.glob(f"*{SUFFIX}"))
        last = max(backups, key=lambda file: (file.stat().st_mtime_ns, file.name), default=None)
        old = [file for file in backups[:-keep] if file != last]
        for file in (*old, *folder.glob(f".*{SUFFIX}.part")):
            file.unlink(missing_ok=True)
    return tuple(file for file in backups if file not in old)


@contextlib.contextmanager
def _copied(connection: Connection, key: bytes, head: Head, folder: Path) -> Iterator[Path]:
    """A checked copy of the database in the station's folder, gone after the block."""
    copy = folder / _COPY
    leftovers = (copy, copy.with_name(f"{_COPY}-wal"), copy.with_name(f"{_COPY}-journal"))
    try:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        copy_database(connection, copy, key)
        _look_over(copy, key, head, schema.station(connection)[0])
        yield copy
    finally:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)


def _look_over(copy: Path, key: bytes, head: Head, installation_id: str) -> None:
    connection = open_connection(copy, key)
    try:
        examine(connection, (head,), installation_id=installation_id).refuse_damage()
    finally:
        connection.close()


def _manifest(connection: Connection, head: Head, made_at: int) -> Manifest:
    return Manifest(
        format=backup_file.FORMAT,
        made_at=made_at,
        installation_id=schema.station(connection)[0],
        schema=schema.version(connection),
        head=head.token,
        parts={},
    )


def _sources(folder: Path) -> dict[str, Path]:
    sources = {name: folder / name for name in sorted(backup_file.REQUIRED - {JOURNAL})}
    for path in sources.values():
        if not path.is_file():
            raise UnreadableError(file=path)
    optional = {name: folder / name for name in backup_file.OPTIONAL}
    return sources | {name: path for name, path in optional.items() if path.is_file()}
