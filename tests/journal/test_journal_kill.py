"""A process killed with -9 at any moment loses nothing that it had confirmed, and leaves no half."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from trial_station import (
    INSTALLATION,
    KEY,
    MEETINGS,
    NURSE,
    StillClock,
    filled,
    found,
    in_child,
    kill,
    meet,
    reopen,
    rows,
)

from nurseapp.base.errors import StationDamagedError
from nurseapp.journal import schema
from nurseapp.journal.backup import SUFFIX, rotate_backups
from nurseapp.journal.backup_file import read
from nurseapp.journal.connection import create_connection, open_connection
from nurseapp.journal.health import check
from nurseapp.journal.journal import Journal
from nurseapp.journal.rebuild import unfaithful
from nurseapp.journal.restore import restore
from nurseapp.journal.station_files import JOURNAL

MANY = pytest.param(500, id="500", marks=pytest.mark.slow)


@contextmanager
def killed_somewhere(
    work: Callable[[int], None], chance: random.Random, *, within: float, signs: int = 0
) -> Iterator[bytes]:
    """Runs `work` in a process, kills it at a random moment, and gives what it confirmed.

    `work` writes single bytes to the handle it is given; the kill comes after a random number of
    them up to `signs`, and a random time up to `within` seconds.
    """
    reading, writing = os.pipe()
    child = in_child(lambda: work(writing))
    os.close(writing)
    seen = os.read(reading, 1)  # the process is ready
    for _sign in range(chance.randint(0, signs)):
        seen += os.read(reading, 1)
    until = time.perf_counter() + chance.random() * within
    while time.perf_counter() < until:
        pass
    kill(child)
    while more := os.read(reading, 4096):
        seen += more
    os.close(reading)
    yield seen[1:]


@pytest.mark.parametrize("rounds", [20, MANY])
def test_killed_while_writing_nothing_confirmed_is_lost_and_nothing_is_half(
    tmp_path: Path, rounds: int
) -> None:
    station, chance = tmp_path / "station", random.Random(rounds)
    found(station).close()
    confirmed = 0

    def write_on(signs: int) -> None:
        journal = reopen(station)
        os.write(signs, b".")
        while True:
            with journal.write(NURSE) as unit:
                meet(unit)
            os.write(signs, b".")
            if journal.head().seq % 14 == 0:
                journal.checkpoint_when_idle()

    for _round in range(rounds):
        with killed_somewhere(write_on, chance, within=0.004, signs=12) as seen:
            confirmed += len(seen)
        journal = reopen(station)
        seq = journal.head().seq
        assert seq % 2 == 0
        assert confirmed <= seq // 2 <= confirmed + 1
        assert rows(journal, "SELECT count(*), sum(spoken) FROM trial_meeting") == [
            (seq // 2, seq // 2)
        ]
        confirmed = seq // 2
        journal.close()
    report = check(station / JOURNAL, KEY, installation_id=INSTALLATION, projections=(MEETINGS,))
    assert report.ok, report


def test_a_log_removed_after_a_kill_is_noticed(tmp_path: Path) -> None:
    station, chance = tmp_path / "station", random.Random(1)
    found(station).close()

    def write_on(signs: int) -> None:
        journal = reopen(station)
        while True:
            with journal.write(NURSE) as unit:
                meet(unit)
            os.write(signs, b".")

    with killed_somewhere(write_on, chance, within=0, signs=5):
        pass
    (station / "journal.db-wal").unlink()
    report = check(station / JOURNAL, KEY)
    assert [finding.name for finding in report.findings if not finding.ok] == ["head"]
    with pytest.raises(StationDamagedError, match="slutten av journalen mangler"):
        reopen(station)


@pytest.mark.parametrize("rounds", [2, MANY])
def test_killed_while_the_key_changes_one_of_two_keys_opens(tmp_path: Path, rounds: int) -> None:
    station, chance = tmp_path / "station", random.Random(rounds)
    filled(station, meetings=60)
    keys = [KEY, bytes(reversed(KEY))]

    def turn(signs: int) -> None:
        journal = reopen(station, key=keys[0])
        os.write(signs, b".")
        journal.rekey(keys[1])
        os.write(signs, b".")
        journal.close()

    for _round in range(rounds):
        with killed_somewhere(turn, chance, within=0.02) as seen:
            changed = len(seen) == 1
        try:
            open_connection(station / JOURNAL, keys[1]).close()
            keys.reverse()
        except StationDamagedError:
            assert not changed
        journal = reopen(station, key=keys[0])
        assert rows(journal, "SELECT count(*) FROM body") == [(120,)]
        journal.close()
    assert check(station / JOURNAL, keys[0], projections=(MEETINGS,)).ok


@pytest.mark.parametrize("rounds", [2, MANY])
def test_killed_while_tables_are_rebuilt_they_are_what_the_journal_gives(
    tmp_path: Path, rounds: int
) -> None:
    station, chance = tmp_path / "station", random.Random(rounds)
    filled(station, meetings=60)
    journal = reopen(station)
    rows(journal, "UPDATE projection SET version = 0")
    journal.close()

    def rebuild_at_opening(signs: int) -> None:
        os.write(signs, b".")
        reopen(station).close()

    for _round in range(rounds):
        with killed_somewhere(rebuild_at_opening, chance, within=0.02):
            pass
        journal = reopen(station)
        assert unfaithful(journal._connection, (MEETINGS,)) == ()
        rows(journal, "UPDATE projection SET version = 0")
        journal.close()


def old_station(folder: Path, migrations: Path) -> Path:
    """A database as the first migration alone leaves it."""
    folder.mkdir(exist_ok=True)
    connection = create_connection(folder / JOURNAL, KEY)
    schema.mark_as_ours(connection)
    schema.migrate(connection, migrations)
    connection.close()
    return folder / JOURNAL


@pytest.mark.parametrize("rounds", [2, MANY])
def test_killed_while_migrating_each_step_is_whole_or_absent(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(rounds)
    first, both = tmp_path / "first", tmp_path / "both"
    for folder in (first, both):
        folder.mkdir()
        shutil.copy(schema.migrations()[0], folder)
    for number in (2, 3):
        tables = "".join(f"CREATE TABLE step{number}_{n} (a);\n" for n in range(30))
        (both / f"000{number}_step.sql").write_text(tables)
    path = old_station(tmp_path / "station", first)
    fresh = path.read_bytes()

    def migrate(signs: int) -> None:
        connection = open_connection(path, KEY)
        os.write(signs, b".")
        schema.migrate(connection, both)
        connection.close()

    for _round in range(rounds):
        path.write_bytes(fresh)
        path.with_name("journal.db-wal").unlink(missing_ok=True)
        with killed_somewhere(migrate, chance, within=0.01):
            pass
        connection = open_connection(path, KEY)
        (done,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name GLOB 'step*'"
        ).fetchone()
        assert tables == 30 * (done - 1)
        schema.migrate(connection, both)
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        connection.close()


def founded(station: Path) -> Journal:
    return Journal.found(
        station / JOURNAL,
        KEY,
        installation_id=INSTALLATION,
        clock=StillClock(),
        projections=(),
    )


@pytest.mark.parametrize("rounds", [2, MANY])
def test_killed_while_founding_there_is_a_whole_station_or_none(
    tmp_path: Path, rounds: int
) -> None:
    chance = random.Random(rounds)
    for number in range(rounds):
        station = tmp_path / str(number)

        def found_one(signs: int, station: Path = station) -> None:
            os.write(signs, b".")
            founded(station).close()

        with killed_somewhere(found_one, chance, within=0.06):
            pass
        if (station / JOURNAL).exists():
            reopen(station, projections=()).close()
        else:
            founded(station).close()
        shutil.rmtree(station)


@pytest.mark.parametrize("rounds", [2, MANY])
def test_killed_while_backing_up_a_backup_is_whole_or_absent(tmp_path: Path, rounds: int) -> None:
    station, chance = tmp_path / "station", random.Random(rounds)
    head = filled(station, meetings=60)
    backups = tmp_path / "backups"
    backups.mkdir()

    def back_up(signs: int) -> None:
        journal = reopen(station)
        os.write(signs, b".")
        journal.back_up(backups / f"kopi{SUFFIX}")
        journal.close()

    for _round in range(rounds):
        with killed_somewhere(back_up, chance, within=0.08):
            pass
        for file in backups.glob(f"*{SUFFIX}"):
            assert read(file).reaches == head
            file.unlink()
    journal = reopen(station)
    journal.back_up(backups / f"kopi{SUFFIX}")
    journal.close()
    rotate_backups(backups, keep=1)
    assert [path.name for path in backups.iterdir()] == [f"kopi{SUFFIX}"]
    assert not (station / "journal.copy").exists()


@pytest.mark.parametrize("rounds", [2, MANY])
def test_killed_while_restoring_the_folder_is_whole_or_empty(tmp_path: Path, rounds: int) -> None:
    station, chance = tmp_path / "station", random.Random(rounds)
    filled(station)
    journal = reopen(station)
    file = tmp_path / f"kopi{SUFFIX}"
    journal.back_up(file)
    journal.close()
    new = tmp_path / "new"

    def bring_back(signs: int) -> None:
        os.write(signs, b".")
        restore(file, new)

    for _round in range(rounds):
        with killed_somewhere(bring_back, chance, within=0.02):
            pass
        if new.exists():
            assert check(new / JOURNAL, KEY).ok
            shutil.rmtree(new)
    restore(file, new)
    assert {path.name for path in tmp_path.iterdir()} == {"station", file.name, "new"}
