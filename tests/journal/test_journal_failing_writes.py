"""The Nth write, sync or cut of the database fails: a sentence, and nothing confirmed is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from failing_database import FULL, IOERR_WRITE, FailingDatabase
from trial_station import KEY, MEETINGS, NURSE, filled, meet, reopen, rows

from nurseapp.base.errors import DiskError, SituationError
from nurseapp.journal.backup import SUFFIX
from nurseapp.journal.health import check
from nurseapp.journal.journal import Journal
from nurseapp.journal.station_files import JOURNAL

BEFORE = 20
"""Meetings that stand in the station before anything fails."""
MEETINGS_TRIED = 7
FEWEST_CALLS = 60


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mould") / "station"
    filled(folder, BEFORE)
    return folder


class Day:
    """A day's work on a failing disk: what was confirmed, and what the nurse was told."""

    def __init__(self, folder: Path, disk: FailingDatabase) -> None:
        self.confirmed = BEFORE
        self.told: list[SituationError] = []
        with disk.installed():
            self._journal = self._opened(folder)
            for number in range(MEETINGS_TRIED):
                self._try(self._meet)
                if number == MEETINGS_TRIED - 3:
                    self._try(self._tidy)
            self._try(self._close)

    def _opened(self, folder: Path) -> Journal | None:
        """A nurse who is refused tries once more."""
        for _attempt in range(2):
            try:
                return reopen(folder)
            except SituationError as error:
                self.told.append(error)
        return None

    def _try(self, work: Callable[[Journal], None]) -> None:
        if self._journal is not None:
            try:
                work(self._journal)
            except SituationError as error:
                self.told.append(error)

    def _meet(self, journal: Journal) -> None:
        try:
            with journal.write(NURSE) as unit:
                meet(unit, "Blid Bjørk " * 30)
            self.confirmed += 1
        finally:
            seq = journal.head().seq
            assert rows(journal, "SELECT max(seq) FROM journal") == [(seq,)]
            assert rows(journal, "SELECT count(*), sum(spoken) FROM trial_meeting") == [
                (seq // 2, seq // 2)
            ]

    def _tidy(self, journal: Journal) -> None:
        journal.checkpoint_when_idle()

    def _close(self, journal: Journal) -> None:
        journal.close()


def meetings_in(folder: Path) -> int:
    """How many stand there on a disk that works; fails if anything is half or out of order."""
    assert check(folder / JOURNAL, KEY, projections=(MEETINGS,)).ok
    journal = reopen(folder)
    ((count, spoken),) = rows(journal, "SELECT count(*), sum(spoken) FROM trial_meeting")
    journal.close()
    assert count == spoken
    return int(count)


def calls_of_a_day(mould: Path, folder: Path) -> int:
    disk = FailingDatabase()
    shutil.copytree(mould, folder)
    day = Day(folder, disk)
    assert (day.told, day.confirmed) == ([], BEFORE + MEETINGS_TRIED)
    assert disk.calls > FEWEST_CALLS
    return disk.calls


def lives_through(mould: Path, folder: Path, step: int, **kind: bool | int) -> None:
    """Lets each `step`-th call of a day fail, each on a station of its own."""
    for fail_at in range(1, calls_of_a_day(mould, folder / "0") + 1, step):
        station = folder / str(fail_at)
        shutil.copytree(mould, station)
        day = Day(station, FailingDatabase(fail_at, **kind))  # type: ignore[arg-type] # by name
        assert day.told, f"call {fail_at} failed and nobody was told"
        for error in day.told:
            assert isinstance(error, DiskError)
            assert "Alt som var bekreftet, er lagret." in str(error)
        found = meetings_in(station)
        if kind.get("lasting"):
            assert day.confirmed <= found <= day.confirmed + 1
        else:
            assert day.confirmed >= BEFORE + MEETINGS_TRIED - 1, "the next write works again"
            assert found == day.confirmed
        shutil.rmtree(station)


@pytest.mark.parametrize("kind", [{}, {"code": FULL}, {"torn": True}, {"lasting": True}], ids=str)
def test_a_failing_write_loses_nothing_confirmed(
    mould: Path, tmp_path: Path, kind: dict[str, bool | int]
) -> None:
    lives_through(mould, tmp_path, 17, **kind)


@pytest.mark.slow
@pytest.mark.parametrize("torn", [False, True])
@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("code", [IOERR_WRITE, FULL])
def test_every_failing_write_loses_nothing_confirmed(
    mould: Path, tmp_path: Path, code: int, lasting: bool, torn: bool
) -> None:
    lives_through(mould, tmp_path, 1, code=code, lasting=lasting, torn=torn)


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.slow)])
def test_a_backup_whose_write_fails_leaves_nothing_behind(
    mould: Path, tmp_path: Path, step: int
) -> None:
    station = Path(shutil.copytree(mould, tmp_path / "station"))
    target = tmp_path / f"kopi{SUFFIX}"
    fail_at, calls = 1, 2
    while fail_at <= calls:
        disk = FailingDatabase(fail_at)
        journal = reopen(station)
        with disk.installed():
            try:
                journal.back_up(target)
            except DiskError:
                assert {path.name for path in tmp_path.iterdir()} == {"station"}
                assert not list(station.glob("journal.copy*"))
                calls = disk.calls + step
            else:
                target.unlink()
                assert disk.calls < fail_at, "a failure was swallowed"
        journal.close()
        fail_at += step
    assert fail_at > 10
    assert meetings_in(station) == BEFORE


def test_a_check_that_the_disk_stops_is_no_damage(mould: Path, tmp_path: Path) -> None:
    station = Path(shutil.copytree(mould, tmp_path / "station"))
    with FailingDatabase(1, lasting=True).installed(), pytest.raises(DiskError):
        check(station / JOURNAL, KEY, projections=(MEETINGS,))
    assert meetings_in(station) == BEFORE
