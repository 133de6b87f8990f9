"""Makes a station's journal file, and opens it when everything about it is in order."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nurseapp.base.errors import StationDamagedError, StationExistsError
from nurseapp.base.system import OneStart, private_folder, refuse_unsafe_folder, sync_folder
from nurseapp.base.text import _
from nurseapp.journal import schema
from nurseapp.journal.chain import Head, genesis
from nurseapp.journal.connection import (
    Connection,
    create_connection,
    open_connection,
    truncate_log,
)
from nurseapp.journal.faults import Translated
from nurseapp.journal.keeper import keep
from nurseapp.journal.links import refuse_older
from nurseapp.journal.projection import Projection, forget_unattended, stale
from nurseapp.journal.rebuild import rebuild
from nurseapp.journal.station_files import HEAD
from nurseapp.journal.unit import Tail
from nurseapp.journal.witness import Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What an open journal holds on to."""

    path: Path
    key: bytes = field(repr=False)
    connection: Connection
    lock: OneStart
    witness: Witness
    installation_id: str
    device: int
    tail: Tail

    def close(self) -> None:
        """Lets go of all of it; the lock last."""
        self.witness.close()
        self.connection.close()
        self.lock.release()


def found_file(
    path: Path,
    key: bytes,
    installation_id: str,
    *,
    device: int,
    at: int,
    holder: str,
    memory_security: bool = True,
) -> None:
    """Makes an empty journal under another name and renames it when it is whole."""
    private_folder(path.parent)
    refuse_unsafe_folder(path.parent)
    lock = keep(path.parent, holder)
    try:
        if path.exists():
            raise StationExistsError(folder=path.parent)
        growing = path.with_name(path.name + ".new")
        for leftover in (growing, growing.with_name(growing.name + "-wal"), path.parent / HEAD):
            leftover.unlink(missing_ok=True)
        with Translated(growing):
            connection = create_connection(growing, key, memory_security=memory_security)
            try:
                _fill(connection, (installation_id, device, at))
            finally:
                connection.close()
            growing.rename(path)
        sync_folder(path.parent)
    finally:
        lock.release()


def _fill(connection: Connection, station: tuple[str, int, int]) -> None:
    schema.mark_as_ours(connection)
    schema.migrate(connection)
    connection.execute(
        "INSERT INTO station (one, installation, device, founded_at) VALUES (1, ?, ?, ?)", station
    )
    truncate_log(connection)


def open_file(
    path: Path,
    key: bytes,
    installation_id: str,
    projections: Sequence[Projection],
    *,
    expected_head: Head | None,
    holder: str,
    moment: datetime,
    memory_security: bool,
) -> Opened:
    """Everything an open journal needs, checked; lets go of all of it if anything is wrong."""
    refuse_unsafe_folder(path.parent)
    with ExitStack() as undo, Translated(path):
        lock = keep(path.parent, holder)
        undo.callback(lock.release)
        connection = open_connection(path, key, memory_security=memory_security)
        undo.callback(connection.close)
        device = _own_device(connection, installation_id)
        tail = _tail(connection, installation_id, device)
        witness = Witness(path.parent / HEAD)
        undo.callback(witness.close)
        for head in (witness.head, expected_head):
            refuse_older(connection, head)
        if schema.version(connection) < schema.newest():
            _upgrade(connection, key, Head(tail.seq, tail.link), path.parent, moment)
        _attend(connection, projections)
        opened = Opened(
            path=path,
            key=key,
            connection=connection,
            lock=lock,
            witness=witness,
            installation_id=installation_id,
            device=device,
            tail=tail,
        )
        undo.pop_all()
    return opened


def _own_device(connection: Connection, installation_id: str) -> int:
    """This device's number in the station; refuses any other file."""
    schema.version(connection)
    installation, device = schema.station(connection)
    if installation != installation_id:
        raise StationDamagedError(what=_("filen hører til en annen stasjon"))
    return device


def _upgrade(
    connection: Connection, key: bytes, head: Head, folder: Path, moment: datetime
) -> None:
    """Brings an older schema up to date, with a backup of how it was."""
    from nurseapp.journal.backup import automatic_target, back_up

    target = automatic_target(folder, head, moment, why=f"schema{schema.version(connection)}")
    private_folder(target.parent)
    if not target.exists():
        made_at = int(moment.timestamp())
        back_up(connection, key, head=head, made_at=made_at, folder=folder, target=target)
    schema.migrate(connection)


def _attend(connection: Connection, projections: Sequence[Projection]) -> None:
    """From here on these projections follow every entry, and no others do."""
    cursor = connection.cursor()
    forget_unattended(cursor, projections)
    outdated = stale(cursor, projections)
    cursor.close()
    if outdated:
        rebuild(connection, outdated)


def _tail(connection: Connection, installation_id: str, device: int) -> Tail:
    own = connection.execute(
        "SELECT n FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,)
    ).fetchone()
    last = connection.execute("SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, link = last or (0, genesis(installation_id))
    return Tail(seq, own[0] if own else 0, link)
