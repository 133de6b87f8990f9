"""A disk that is full or fails stops one write with a sentence, and the next one works again."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from trial_station import (
    KEY,
    MEETINGS,
    NURSE,
    end_of,
    everything,
    filled,
    found,
    in_child,
    meet,
    reopen,
    rows,
)

from nurseapp.base.errors import BackupRefusedError, DiskError, DiskFailedError, DiskFullError
from nurseapp.journal.backup import SUFFIX
from nurseapp.journal.health import check
from nurseapp.journal.journal import Journal
from nurseapp.journal.restore import restore
from nurseapp.journal.station_files import JOURNAL


def fill_up(journal: Journal) -> None:
    """Meets people until the disk refuses."""
    for _number in range(2000):
        with journal.write(NURSE) as unit:
            meet(unit, "Blid Bjørk " * 50)
    raise AssertionError("the disk took everything")


def assert_whole(journal: Journal) -> None:
    seq = journal.head().seq
    assert rows(journal, "SELECT count(*), sum(spoken) FROM trial_meeting") == [
        (seq // 2, seq // 2)
    ]
    assert rows(journal, "SELECT max(seq) FROM journal") == [(seq,)]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_database_refuses_keeps_what_it_has_and_works_again(tmp_path: Path) -> None:
    journal = found(tmp_path / "station")
    with journal.write(NURSE) as unit:
        meet(unit)
    (pages,) = rows(journal, "PRAGMA page_count")[0]
    rows(journal, f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(DiskFullError):
        fill_up(journal)
    assert_whole(journal)
    before = everything(journal)
    with pytest.raises(DiskFullError):
        fill_up(journal)
    assert_whole(journal)
    rows(journal, "PRAGMA max_page_count = 100000")
    with journal.write(NURSE) as unit:
        meet(unit)
    assert_whole(journal)
    assert everything(journal) != before
    journal.close()
    assert check(tmp_path / "station" / JOURNAL, KEY, projections=(MEETINGS,)).ok


def test_a_log_that_cannot_grow_loses_nothing_confirmed(tmp_path: Path) -> None:
    station = tmp_path / "station"
    filled(station)

    def work() -> None:
        journal = reopen(station)
        with files_no_larger_than(400_000), pytest.raises(DiskError):
            fill_up(journal)
        assert journal.head().seq > 40
        assert_whole(journal)
        with journal.write(NURSE) as unit:
            meet(unit)
        assert_whole(journal)
        journal.close()

    assert end_of(in_child(work)) == 0
    assert check(station / JOURNAL, KEY, projections=(MEETINGS,)).ok


def test_a_checkpoint_that_finds_no_room_leaves_the_log_in_charge(tmp_path: Path) -> None:
    station = tmp_path / "station"
    filled(station)

    def work() -> None:
        journal = reopen(station)
        for _number in range(30):
            with journal.write(NURSE) as unit:
                meet(unit, "Blid Bjørk " * 200)
        size = (station / JOURNAL).stat().st_size
        with files_no_larger_than(size + 4096):
            with pytest.raises(DiskFailedError):
                journal.checkpoint_when_idle()
            assert_whole(journal)
            with pytest.raises(DiskFailedError):
                journal.close()

    assert end_of(in_child(work)) == 0
    journal = reopen(station)
    assert journal.head().seq == 100
    assert_whole(journal)
    journal.close()
    assert check(station / JOURNAL, KEY, projections=(MEETINGS,)).ok


def test_a_backup_without_room_leaves_nothing_behind(tmp_path: Path) -> None:
    station = tmp_path / "station"
    filled(station)

    def work() -> None:
        journal = reopen(station)
        for size in (8_000, 60_000, (station / JOURNAL).stat().st_size + 100):
            with files_no_larger_than(size), pytest.raises(DiskError):
                journal.back_up(tmp_path / f"kopi{SUFFIX}")
            assert not (station / "journal.copy").exists()
            assert {path.name for path in tmp_path.iterdir()} == {"station"}
        journal.back_up(tmp_path / f"kopi{SUFFIX}")
        journal.close()

    assert end_of(in_child(work)) == 0


def test_a_restore_without_room_leaves_nothing_behind(tmp_path: Path) -> None:
    station, file = tmp_path / "station", tmp_path / f"kopi{SUFFIX}"
    filled(station)
    journal = reopen(station)
    journal.back_up(file)
    journal.close()

    def work() -> None:
        with files_no_larger_than(20_000), pytest.raises(DiskError):
            restore(file, tmp_path / "new")

    assert end_of(in_child(work)) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"station", file.name}
    with pytest.raises(BackupRefusedError):
        restore(tmp_path / "no such file", tmp_path / "new")


FULL_DISK = """
import sys, pytest
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from nurseapp.base.errors import DiskFullError
from trial_station import NURSE, found, meet, reopen
from test_journal_disk import assert_whole, fill_up
disk = Path(sys.argv[1])
journal = found(disk / "station")
blocker = disk / "blocker"
blocker.write_bytes(bytes(1_000_000))
with pytest.raises(DiskFullError):
    fill_up(journal)
assert_whole(journal)
blocker.unlink()
with journal.write(NURSE) as unit:
    meet(unit)
journal.close()
journal = reopen(disk / "station")
assert_whole(journal)
journal.close()
print("held", journal.head().seq)
"""


def test_a_disk_that_is_really_full_says_so_and_works_again(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=2m tmpfs "$1" && shift && exec "$@"'
    command = ["unshare", "-Urm", "sh", "-c", mount, "sh", str(tmp_path)]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no user mount a small disk")
    here = str(Path(__file__).parent)
    script = [sys.executable, "-c", FULL_DISK, str(tmp_path), here]
    told = subprocess.run(
        [*command, *script], capture_output=True, check=False, text=True, env=dict(os.environ)
    )
    assert told.stdout.startswith("held"), told.stderr
