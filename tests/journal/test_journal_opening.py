"""A journal opens for the right key, station, program and process; anything else is told why not."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]
from trial_station import (
    INSTALLATION,
    KEY,
    NURSE,
    StillClock,
    filled,
    in_child,
    kill,
    meet,
    reopen,
    rows,
)

from nurseapp.base.errors import (
    NoStationError,
    StationDamagedError,
    StationExistsError,
    StationInUseError,
    StationTooNewError,
    UnsafeFolderError,
)
from nurseapp.journal import connection as connecting
from nurseapp.journal.connection import open_connection
from nurseapp.journal.health import check
from nurseapp.journal.journal import Journal
from nurseapp.journal.station_files import JOURNAL


@pytest.fixture
def station(tmp_path: Path) -> Path:
    filled(tmp_path / "station")
    return tmp_path / "station"


def test_the_key_is_raw_and_every_safeguard_is_on(station: Path) -> None:
    connection = open_connection(station / JOURNAL, KEY)
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode",
            "locking_mode",
            "synchronous",
            "secure_delete",
            "foreign_keys",
            "mmap_size",
            "wal_autocheckpoint",
            "cipher_memory_security",
            "trusted_schema",
            "temp_store",
        )
    }
    connection.close()
    assert {name: str(value) for name, value in found.items()} == {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": "2",
        "secure_delete": "1",
        "foreign_keys": "1",
        "mmap_size": "0",
        "wal_autocheckpoint": "0",
        "cipher_memory_security": "1",
        "trusted_schema": "0",
        "temp_store": "2",
    }


def test_extensions_cannot_be_loaded(station: Path) -> None:
    connection = open_connection(station / JOURNAL, KEY)
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        connection.execute("SELECT load_extension('nothing')")
    connection.close()


def test_the_library_says_nothing_on_stderr(
    station: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StationDamagedError):
        reopen(station, key=bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_library_without_encryption_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(RuntimeError, match="not SQLCipher"):
        connecting._refuse_plain_library(connection)
    connection.close()


def test_an_old_library_is_refused(station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="older than"):
        open_connection(station / JOURNAL, KEY)


def test_a_wrong_key_is_refused_and_changes_nothing(station: Path) -> None:
    before = (station / JOURNAL).read_bytes()
    with pytest.raises(StationDamagedError, match="nøkkelen passer ikke"):
        reopen(station, key=bytes(32))
    assert (station / JOURNAL).read_bytes() == before
    reopen(station).close()


def test_a_key_of_another_length_is_our_own_bug(station: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_connection(station / JOURNAL, b"short")


def test_a_plain_database_is_refused(station: Path) -> None:
    (station / JOURNAL).unlink()
    plain = sqlite3.connect(station / JOURNAL)
    plain.execute("CREATE TABLE journal (seq)")
    plain.close()
    with pytest.raises(StationDamagedError, match="ikke kryptert"):
        reopen(station)


def test_an_empty_file_is_refused(station: Path) -> None:
    (station / JOURNAL).write_bytes(b"")
    with pytest.raises(StationDamagedError, match="tom"):
        reopen(station)
    assert (station / JOURNAL).read_bytes() == b""


def test_a_folder_without_a_station_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(NoStationError):
        reopen(tmp_path / "nothing here")
    with pytest.raises(NoStationError):
        reopen(tmp_path)


def test_an_encrypted_database_of_another_program_is_refused(station: Path) -> None:
    (station / JOURNAL).unlink()
    other = connecting.create_connection(station / JOURNAL, KEY)
    other.execute("CREATE TABLE something (a)")
    other.close()
    with pytest.raises(StationDamagedError, match="ikke til dette programmet"):
        reopen(station)


def test_another_stations_journal_is_refused_though_the_key_fits(station: Path) -> None:
    with pytest.raises(StationDamagedError, match="en annen stasjon"):
        reopen(station, installation="en annen")


def test_a_newer_schema_is_refused_and_left_alone(station: Path) -> None:
    connection = open_connection(station / JOURNAL, KEY)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = (station / JOURNAL).read_bytes()
    with pytest.raises(StationTooNewError):
        reopen(station)
    assert (station / JOURNAL).read_bytes() == before


def test_an_existing_station_is_never_founded_over(station: Path) -> None:
    before = (station / JOURNAL).read_bytes()
    with pytest.raises(StationExistsError):
        Journal.found(
            station / JOURNAL, KEY, installation_id="x", clock=StillClock(), projections=()
        )
    assert (station / JOURNAL).read_bytes() == before


def test_a_folder_that_a_cloud_service_copies_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "station"
    with pytest.raises(UnsafeFolderError):
        Journal.found(
            folder / JOURNAL, KEY, installation_id="x", clock=StillClock(), projections=()
        )
    assert not list(folder.iterdir())


def test_a_second_process_is_told_who_has_the_journal(station: Path) -> None:
    reading, writing = os.pipe()

    def hold() -> None:
        journal = Journal.open(
            station / JOURNAL,
            KEY,
            installation_id=INSTALLATION,
            clock=StillClock(),
            projections=(),
            holder="maskinen på rom 3",
        )
        os.write(writing, b"open")
        os.read(os.pipe()[0], 1)
        journal.close()

    child = in_child(hold)
    assert os.read(reading, 4) == b"open"
    with pytest.raises(StationInUseError, match="maskinen på rom 3"):
        reopen(station)
    with pytest.raises(StationInUseError, match="maskinen på rom 3"):
        check(station / JOURNAL, KEY)
    kill(child)
    reopen(station).close()
    os.close(reading)
    os.close(writing)


def test_without_a_name_the_holder_is_told_by_process_number(station: Path) -> None:
    journal = reopen(station)
    with pytest.raises(StationInUseError, match=str(os.getpid())):
        reopen(station)
    journal.close()


def test_a_database_locked_by_something_else_is_in_use(station: Path) -> None:
    reading, writing = os.pipe()

    def hold() -> None:
        connection = open_connection(station / JOURNAL, KEY)
        os.write(writing, b"open")
        os.read(os.pipe()[0], 1)
        connection.close()

    child = in_child(hold)
    os.read(reading, 4)
    with pytest.raises(StationInUseError):
        reopen(station)
    kill(child)
    os.close(reading)
    os.close(writing)


def test_a_refused_opening_lets_go_of_everything(station: Path) -> None:
    handles = len(list(Path("/proc/self/fd").iterdir()))
    for _number in range(3):
        with pytest.raises(StationDamagedError):
            reopen(station, installation="en annen")
        with pytest.raises(StationDamagedError):
            reopen(station, key=bytes(32))
    assert len(list(Path("/proc/self/fd").iterdir())) == handles


def test_rekeying_shuts_out_the_old_key(station: Path) -> None:
    new_key = bytes(reversed(KEY))
    journal = reopen(station)
    journal.rekey(new_key)
    with journal.write(NURSE) as unit:
        meet(unit)
    journal.close()
    with pytest.raises(StationDamagedError):
        reopen(station)
    journal = reopen(station, key=new_key)
    assert rows(journal, "SELECT count(*) FROM journal") == [(42,)]
    journal.close()
    assert check(station / JOURNAL, new_key).ok
