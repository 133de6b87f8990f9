"""Removing a user, killed at every step: one of the keys in the slots always opens."""

from __future__ import annotations

import errno
import os
import random
import signal
import time
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from faulty_disks import FailingDisk, RecordingDisk, acknowledged, after_power_cut
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from nurseapp.base.disk import REAL_DISK, Disk
from nurseapp.base.errors import DiskFullError, LastAdministratorError, StationDamagedError
from nurseapp.vault.rotation import finish_rotation, remove_user
from nurseapp.vault.users import read_users
from nurseapp.vault.values import CreatedVault
from nurseapp.vault.vault import add_user, create_vault, unlock_with_recovery


class KilledError(BaseException):
    """Stands for the end of the process: nothing catches it."""


class Database:
    """Opens with one key; killed before or after it takes a new one, if told so."""

    def __init__(self, key: bytes, *, killed: str = "") -> None:
        self.key = key
        self.killed = killed

    def rekey(self, key: bytes) -> None:
        if self.killed == "before":
            raise KilledError
        self.key = key
        if self.killed == "after":
            raise KilledError

    def verify(self, key: bytes) -> None:
        if self.killed == "verify":
            raise KilledError
        if not self.opens(key):
            raise StationDamagedError(what="key")

    def opens(self, key: bytes) -> bool:
        return key == self.key


@cache
def made() -> tuple[CreatedVault, dict[str, bytes]]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        vault = create_vault(folder, "Blid Bjørk", "en lang setning")
        add_user(folder, "Rolig Bjørk", "enda en setning", administrator=False, key=vault.key)
        return vault, {file.name: file.read_bytes() for file in folder.iterdir()}


def put_station(folder: Path) -> CreatedVault:
    folder.mkdir(exist_ok=True)
    vault, files = made()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return vault


def remove_second(folder: Path, database: Database, disk: Disk = REAL_DISK) -> bytes:
    return remove_user(
        folder, 2, key=database.key, rekey=database.rekey, verify=database.verify, disk=disk
    )


def finish(folder: Path, keys: tuple[bytes, ...], database: Database, disk: Disk) -> bytes:
    return finish_rotation(
        folder,
        keys,
        opens=database.opens,
        rekey=database.rekey,
        verify=database.verify,
        disk=disk,
    )


def keys_in_slots(folder: Path) -> tuple[bytes, ...]:
    return unlock_with_recovery(folder, made()[0].recovery_key).keys


def carry_through(folder: Path, database: Database) -> None:
    """What the next login does; afterwards one key is left, and it opens."""
    keys = keys_in_slots(folder)
    assert database.key in keys
    if len(keys) == 2:
        assert finish(folder, keys, database, REAL_DISK) == keys[1]
        assert [user.user_id for user in read_users(folder)] == [1]
    assert keys_in_slots(folder) == (database.key,)


def test_rotation_gives_the_database_another_key_and_drops_the_slot(tmp_path: Path) -> None:
    vault = put_station(tmp_path)
    database = Database(vault.key)
    new_key = remove_second(tmp_path, database)
    assert database.key == new_key != vault.key
    assert keys_in_slots(tmp_path) == (new_key,)
    assert [user.name for user in read_users(tmp_path)] == ["Blid Bjørk"]


@pytest.mark.parametrize("killed", ["before", "after", "verify"])
def test_rotation_killed_around_the_rekey_leaves_a_key_that_opens(
    tmp_path: Path, killed: str
) -> None:
    vault = put_station(tmp_path)
    database = Database(vault.key, killed=killed)
    with pytest.raises(KilledError):
        remove_second(tmp_path, database)
    assert len(keys_in_slots(tmp_path)) == 2
    database.killed = ""
    carry_through(tmp_path, database)
    assert database.key != vault.key


@pytest.mark.parametrize("step", range(1, 13))
def test_rotation_killed_at_any_write_leaves_a_key_that_opens(tmp_path: Path, step: int) -> None:
    vault = put_station(tmp_path)
    database = Database(vault.key)
    with pytest.raises(KilledError):
        remove_second(tmp_path, database, FailingDisk(step, KilledError()))
    carry_through(tmp_path, database)


@pytest.mark.parametrize("step", range(1, 7))
def test_rotation_killed_again_while_it_is_finished_leaves_a_key_that_opens(
    tmp_path: Path, step: int
) -> None:
    database = Database(put_station(tmp_path).key, killed="before")
    with pytest.raises(KilledError):
        remove_second(tmp_path, database)
    database.killed = ""
    with pytest.raises(KilledError):
        finish(tmp_path, keys_in_slots(tmp_path), database, FailingDisk(step, KilledError()))
    carry_through(tmp_path, database)


@pytest.mark.parametrize("step", range(1, 13))
def test_rotation_on_a_full_disk_is_told_and_can_be_finished_later(
    tmp_path: Path, step: int
) -> None:
    database = Database(put_station(tmp_path).key)
    with pytest.raises(DiskFullError):
        remove_second(tmp_path, database, FailingDisk(step, OSError(errno.ENOSPC, "full")))
    carry_through(tmp_path, database)


def test_rotation_a_database_that_refuses_the_new_key_keeps_both_keys(tmp_path: Path) -> None:
    vault = put_station(tmp_path)
    database = Database(vault.key)
    ignored: list[bytes] = []
    with pytest.raises(StationDamagedError):
        remove_user(tmp_path, 2, key=vault.key, rekey=ignored.append, verify=database.verify)
    assert vault.key in keys_in_slots(tmp_path)


def test_rotation_that_cannot_be_finished_keeps_both_keys(tmp_path: Path) -> None:
    database = Database(put_station(tmp_path).key, killed="before")
    with pytest.raises(KilledError):
        remove_second(tmp_path, database)
    keys = keys_in_slots(tmp_path)
    ignored: list[bytes] = []
    with pytest.raises(StationDamagedError):
        finish_rotation(
            tmp_path, keys, opens=database.opens, rekey=ignored.append, verify=database.verify
        )
    assert keys_in_slots(tmp_path) == keys


def test_rotation_never_removes_the_last_administrator(tmp_path: Path) -> None:
    database = Database(put_station(tmp_path).key)
    before = database.key
    with pytest.raises(LastAdministratorError):
        remove_user(tmp_path, 1, key=before, rekey=database.rekey, verify=database.verify)
    assert database.key == before
    assert keys_in_slots(tmp_path) == (before,)


def test_rotation_power_cuts_leave_a_key_that_opens(tmp_path: Path) -> None:
    setting_up = RecordingDisk()
    vault = create_vault(tmp_path, "Blid Bjørk", "en lang setning", disk=setting_up)
    add_user(
        tmp_path,
        "Rolig Bjørk",
        "enda en setning",
        administrator=False,
        key=vault.key,
        disk=setting_up,
    )
    disk = RecordingDisk(log=setting_up.log)

    class Telling(Database):
        def rekey(self, key: bytes) -> None:
            super().rekey(key)
            disk.acknowledge(1)

    database = Telling(vault.key)
    remove_second(tmp_path, database, disk)
    chance = random.Random(3)
    for turn in range(200):
        point = chance.randrange(len(setting_up.log), len(disk.log) + 1)
        after = tmp_path / str(turn)
        after.mkdir()
        for name, data in after_power_cut(disk.log, point, chance).items():
            (after / name).write_bytes(data)
        opening = database.key if acknowledged(disk.log, point) else vault.key
        assert opening in unlock_with_recovery(after, vault.recovery_key).keys


class EncryptedDatabase:
    """A real SQLCipher file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self, key: bytes) -> None:
        with_key = self._connect(key)
        with_key.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(200000));")
        with_key.close()

    def opens(self, key: bytes) -> bool:
        connection = self._connect(key)
        try:
            return bool(connection.execute("SELECT length(x) FROM t").fetchone() == (200_000,))
        except dbapi2.DatabaseError:
            return False
        finally:
            connection.close()

    def verify(self, key: bytes) -> None:
        if not self.opens(key):
            raise StationDamagedError(what="key")

    def rekey_from(self, old: bytes, new: bytes) -> None:
        connection = self._connect(old)
        connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
        connection.close()

    def _connect(self, key: bytes) -> Any:
        connection = dbapi2.connect(str(self.path), isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection


def kill_a_rotation(place: Path, seconds: float) -> tuple[tuple[bytes, ...], EncryptedDatabase]:
    """Kills a real rotation after that time; returns the slots' keys and the database."""
    vault = put_station(place)
    database = EncryptedDatabase(place / "journal.db")
    database.make(vault.key)
    rekey = partial(database.rekey_from, vault.key)
    pid = os.fork()
    if pid == 0:
        try:
            remove_user(place, 2, key=vault.key, rekey=rekey, verify=database.verify)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return keys_in_slots(place), database


def rotation_survives_kills(folder: Path, kills: int) -> set[tuple[int, int]]:
    """Returns the moments it was killed at: keys in the slots, and which of them opened."""
    chance = random.Random(5)
    moments = set()
    for turn in range(kills):
        place = folder / str(turn)
        keys, database = kill_a_rotation(place, chance.random() * 0.03)
        opening = [key for key in keys if database.opens(key)]
        assert len(opening) == 1
        moments.add((len(keys), keys.index(opening[0])))
        if len(keys) == 2:
            finish_rotation(
                place,
                keys,
                opens=database.opens,
                rekey=partial(database.rekey_from, keys[0]),
                verify=database.verify,
            )
            assert database.opens(keys[1])
            assert keys_in_slots(place) == (keys[1],)
    return moments


def test_rotation_of_a_real_database_survives_kill_9(tmp_path: Path) -> None:
    rotation_survives_kills(tmp_path, 12)


@pytest.mark.slow
def test_rotation_of_a_real_database_survives_500_kills(tmp_path: Path) -> None:
    moments = rotation_survives_kills(tmp_path, 500)
    assert moments >= {(2, 0), (2, 1), (1, 0)}
