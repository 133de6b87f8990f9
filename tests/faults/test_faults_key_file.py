"""The key file when the disk fails, loses power, or the program is killed while it writes."""

from __future__ import annotations

import errno
import os
import random
import signal
from pathlib import Path

import pytest
from faulty_disks import FailingDisk, RecordingDisk, TornDisk, acknowledged, after_power_cut

from nurseapp.base.disk import REAL_DISK, Disk
from nurseapp.base.errors import (
    DiskFailedError,
    DiskFullError,
    KeyFileError,
    NoStationError,
    ReadOnlyError,
)
from nurseapp.vault.generations import CURRENT, DAMAGED, PREVIOUS, newest, put_in_force

NAMED = {errno.ENOSPC: DiskFullError, errno.EIO: DiskFailedError, errno.EACCES: ReadOnlyError}
CALLS = 6  # create, write, sync, two renames, folder sync


def body(number: int) -> bytes:
    return b'{"number":%d}' % number * 40


@pytest.mark.parametrize("code", NAMED)
@pytest.mark.parametrize("kind", [FailingDisk, TornDisk])
@pytest.mark.parametrize("failing", range(1, CALLS + 1))
def test_key_file_a_failing_call_is_named_and_leaves_the_old_one_in_force(
    tmp_path: Path, code: int, kind: type[FailingDisk], failing: int
) -> None:
    put_in_force(tmp_path, body(1), REAL_DISK)
    put_in_force(tmp_path, body(2), REAL_DISK)
    with pytest.raises(NAMED[code]):
        put_in_force(tmp_path, body(3), kind(failing, OSError(code, "refused")))
    left = newest(tmp_path)
    assert (left.body, left.fell_back) == (body(2), False)
    assert not (tmp_path / "keys.json.new").exists()
    put_in_force(tmp_path, body(4), REAL_DISK)
    assert newest(tmp_path).body == body(4)


def test_key_file_a_disk_that_takes_little_at_a_time_gets_all_of_it(tmp_path: Path) -> None:
    class Slow(Disk):
        def write(self, handle: int, data: bytes) -> int:
            return super().write(handle, data[:7])

    put_in_force(tmp_path, body(1), Slow())
    assert newest(tmp_path).body == body(1)


def test_key_file_writing_it_makes_no_more_calls_than_are_tested(tmp_path: Path) -> None:
    put_in_force(tmp_path, body(1), REAL_DISK)
    disk = FailingDisk()
    put_in_force(tmp_path, body(2), disk)
    assert disk.calls == CALLS


@pytest.mark.parametrize("failing", range(1, CALLS))
def test_key_file_a_failed_first_one_leaves_no_station_behind(tmp_path: Path, failing: int) -> None:
    with pytest.raises(DiskFullError):
        put_in_force(tmp_path, body(1), FailingDisk(failing, OSError(errno.ENOSPC, "full")))
    with pytest.raises(NoStationError):
        newest(tmp_path)
    put_in_force(tmp_path, body(1), REAL_DISK)
    assert newest(tmp_path).body == body(1)


def lost_in_power_cuts(folder: Path, disk: RecordingDisk, cuts: int) -> int:
    """How many of the cuts left an older key file than the last one that was confirmed."""
    for number in range(1, 7):
        put_in_force(folder, body(number), disk)
        disk.acknowledge(number)
    chance = random.Random(7)
    losses = 0
    for turn in range(cuts):
        point = chance.randrange(len(disk.log) + 1)
        told = acknowledged(disk.log, point)
        after = folder / str(turn)
        after.mkdir()
        for name, data in after_power_cut(disk.log, point, chance).items():
            (after / name).write_bytes(data)
        try:
            found = newest(after).body
        except (NoStationError, KeyFileError):
            found = body(0)
        losses += found not in {body(told), body(told + 1)}
    return losses


def test_key_file_power_cuts_lose_nothing_confirmed(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(), 300) == 0


@pytest.mark.slow
def test_key_file_3000_power_cuts_lose_nothing_confirmed(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(), 3000) == 0


def test_key_file_power_cuts_lose_keys_if_syncing_is_left_out(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(syncs=False), 100) > 0


def test_key_file_power_cuts_lose_keys_if_the_folder_is_not_synced(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(folder_syncs=False), 100) > 0


def survives_kills(folder: Path, kills: int) -> None:
    chance = random.Random(9)
    told = 0
    put_in_force(folder, body(0), REAL_DISK)
    for _kill in range(kills):
        reading, telling = os.pipe()
        pid = os.fork()
        if pid == 0:
            number = told
            while True:
                number += 1
                put_in_force(folder, body(number), REAL_DISK)
                os.write(telling, b".")
        os.close(telling)
        for _wait in range(chance.randrange(4)):
            told += len(os.read(reading, 1))
        for _spin in range(chance.randrange(40_000)):
            pass  # somewhere inside the next one
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        while rest := os.read(reading, 4096):
            told += len(rest)
        os.close(reading)
        found = newest(folder).body
        assert found in {body(told), body(told + 1)}
        told += found == body(told + 1)


def test_key_file_every_confirmed_one_survives_kill_9(tmp_path: Path) -> None:
    survives_kills(tmp_path, 20)


@pytest.mark.slow
def test_key_file_every_confirmed_one_survives_500_kills(tmp_path: Path) -> None:
    survives_kills(tmp_path, 500)


def test_key_file_a_flipped_bit_anywhere_brings_the_one_before_into_force(tmp_path: Path) -> None:
    put_in_force(tmp_path, body(1), REAL_DISK)
    put_in_force(tmp_path, body(2), REAL_DISK)
    good = (tmp_path / CURRENT).read_bytes()
    for at in range(len(good)):
        damaged = bytearray(good)
        damaged[at] ^= 1 << at % 8
        (tmp_path / CURRENT).write_bytes(damaged)
        found = newest(tmp_path)
        assert (found.body, found.fell_back) == (body(1), True)


@pytest.mark.parametrize("left", [0, 1, 30, 100, 400])
def test_key_file_a_shortened_one_brings_the_one_before_into_force(
    tmp_path: Path, left: int
) -> None:
    put_in_force(tmp_path, body(1), REAL_DISK)
    put_in_force(tmp_path, body(2), REAL_DISK)
    (tmp_path / CURRENT).write_bytes((tmp_path / CURRENT).read_bytes()[:left])
    assert newest(tmp_path).body == body(1)


def test_key_file_a_damaged_one_is_kept_aside_and_never_replaces_a_whole_one(
    tmp_path: Path,
) -> None:
    put_in_force(tmp_path, body(1), REAL_DISK)
    put_in_force(tmp_path, body(2), REAL_DISK)
    (tmp_path / CURRENT).write_bytes(b"broken")
    put_in_force(tmp_path, body(3), REAL_DISK)
    assert newest(tmp_path).body == body(3)
    assert (tmp_path / DAMAGED).read_bytes() == b"broken"
    (tmp_path / CURRENT).unlink()
    assert newest(tmp_path).body == body(1)


def test_key_file_two_damaged_generations_are_told_and_not_used(tmp_path: Path) -> None:
    (tmp_path / CURRENT).write_bytes(b"broken")
    (tmp_path / PREVIOUS).write_bytes(b"")
    with pytest.raises(KeyFileError):
        newest(tmp_path)


def test_key_file_is_readable_for_its_user_alone(tmp_path: Path) -> None:
    put_in_force(tmp_path, body(1), REAL_DISK)
    put_in_force(tmp_path, body(2), REAL_DISK)
    for name in (CURRENT, PREVIOUS):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
