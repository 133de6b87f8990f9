"""Makes a station's journal file, and opens it when everything about it is in order."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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
from nurseapp.journal.projection import Projection, stale
from nurseapp.journal.rebuild import rebuild
from nurseapp.journal.station_files import HEAD
from nurseapp.journal.unit import Tail
from nurseapp.journal.witness import Witness

_STATION: Final = "SELECT installation, device FROM station"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What an open journal holds on to."""

    path: Path
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
    path: Path, key: bytes, installation_id: str, device: int, at: int, *, holder: str
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
            _fill(growing, key, installation_id, device, at)
            growing.rename(path)
        sync_folder(path.parent)
    finally:
        lock.release()


def _fill(path: Path, key: bytes, installation_id: str, device: int, at: int) -> None:
    connection = create_connection(path, key)
    try:
        schema.mark_as_ours(connection)
        schema.migrate(connection)
        connection.execute(
            "INSERT INTO station (one, installation, device, founded_at) VALUES (1, ?, ?, ?)",
            (installation_id, device, at),
        )
        truncate_log(connection)
    finally:
        connection.close()


def open_file(
    path: Path,
    key: bytes,
    installation_id: str,
    projections: Sequence[Projection],
    *,
    expected_head: Head | None,
    holder: str,
    memory_security: bool,
) -> Opened:
    """Everything an open journal needs, checked; lets go of all of it if anything is wrong."""
    refuse_unsafe_folder(path.parent)
    with ExitStack() as undo, Translated(path):
        lock = keep(path.parent, holder)
        undo.callback(lock.release)
        connection = open_connection(path, key, memory_security=memory_security)
        undo.callback(connection.close)
        device = _bring_up_to_date(connection, installation_id)
        witness = Witness(path.parent / HEAD)
        undo.callback(witness.close)
        for head in (witness.head, expected_head):
            refuse_older(connection, head)
        outdated = stale(connection.cursor(), projections)
        if outdated:
            rebuild(connection, outdated)
        opened = Opened(
            path=path,
            connection=connection,
            lock=lock,
            witness=witness,
            installation_id=installation_id,
            device=device,
            tail=_tail(connection, installation_id, device),
        )
        undo.pop_all()
    return opened


def _bring_up_to_date(connection: Connection, installation_id: str) -> int:
    """Refuses another station's file, migrates an old one; returns this device's number."""
    version = schema.version(connection)
    installation, device = connection.execute(_STATION).fetchone()
    if installation != installation_id:
        raise StationDamagedError(what=_("filen hører til en annen stasjon"))
    if version < schema.newest():
        schema.migrate(connection)
    return int(device)


def _tail(connection: Connection, installation_id: str, device: int) -> Tail:
    n = connection.execute("SELECT max(n) FROM journal WHERE device = ?", (device,)).fetchone()[0]
    last = connection.execute("SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, link = last or (0, genesis(installation_id))
    return Tail(seq, n or 0, link)


def refuse_older(connection: Connection, head: Head | None) -> None:
    """Raises StationDamagedError unless the journal once had this head, and has grown since."""
    if head is None or head.seq == 0:
        return
    row = connection.execute("SELECT chain FROM journal WHERE seq = ?", (head.seq,)).fetchone()
    if row is None:
        raise StationDamagedError(what=_("slutten av journalen mangler"))
    if row[0] != head.link:
        raise StationDamagedError(what=_("journalen er en annen enn den som sist var i bruk"))
