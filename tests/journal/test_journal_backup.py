"""A backup holds everything of its day, and only a whole one is ever used."""

from __future__ import annotations

import json
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest
from trial_backup import backed_up, packed, unpacked
from trial_station import INSTALLATION, KEY, MEETINGS, NURSE, everything, filled, meet, reopen

from nurseapp.base.errors import (
    BackupRefusedError,
    ReadOnlyError,
    SituationError,
    StationDamagedError,
    StationExistsError,
    UnreadableError,
    UnsafeFolderError,
)
from nurseapp.journal import schema
from nurseapp.journal.backup import SUFFIX, automatic_target, rotate_backups
from nurseapp.journal.backup_file import MANIFEST, read
from nurseapp.journal.chain import Head
from nurseapp.journal.connection import create_connection
from nurseapp.journal.health import check
from nurseapp.journal.restore import restore
from nurseapp.journal.station_files import BACKUPS, HEAD, JOURNAL, KEYS, PREVIOUS_KEYS, STATION


@pytest.fixture
def station(tmp_path: Path) -> Path:
    filled(tmp_path / "station")
    return tmp_path / "station"


@pytest.fixture
def backup(station: Path, tmp_path: Path) -> Path:
    return backed_up(station, tmp_path / f"kopi{SUFFIX}")


def test_a_restored_station_is_the_one_that_was_backed_up(
    station: Path, backup: Path, tmp_path: Path
) -> None:
    journal = reopen(station)
    before, head = everything(journal), journal.head()
    with journal.write(NURSE) as unit:
        meet(unit, "Etter kopien")
    journal.close()
    manifest = restore(backup, tmp_path / "new")
    assert (manifest.reaches, manifest.installation_id) == (head, INSTALLATION)
    report = check(
        tmp_path / "new" / JOURNAL,
        KEY,
        manifest.reaches,
        installation_id=INSTALLATION,
        projections=(MEETINGS,),
    )
    assert report.ok
    restored = reopen(tmp_path / "new")
    assert everything(restored) == before
    with restored.write(NURSE) as unit:
        meet(unit)
    restored.close()
    for name in (KEYS, STATION):
        assert (tmp_path / "new" / name).read_bytes() == (station / name).read_bytes()


def test_a_backup_while_the_log_is_full_has_everything(station: Path, tmp_path: Path) -> None:
    journal = reopen(station)
    for _number in range(10):
        with journal.write(NURSE) as unit:
            meet(unit)
    journal.back_up(tmp_path / f"kopi{SUFFIX}")
    head = journal.head()
    journal.close()
    restore(tmp_path / f"kopi{SUFFIX}", tmp_path / "new")
    restored = reopen(tmp_path / "new")
    assert restored.head() == head
    restored.close()


def test_the_keys_before_the_last_change_come_along_if_there_are_any(
    station: Path, tmp_path: Path
) -> None:
    (station / PREVIOUS_KEYS).write_text("{}")
    restore(backed_up(station, tmp_path / "kopi"), tmp_path / "new")
    assert (tmp_path / "new" / PREVIOUS_KEYS).read_text() == "{}"


def test_a_backup_is_for_this_user_alone_and_shows_no_name(backup: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert b"Blid" not in backup.read_bytes()
    assert set(unpacked(backup)) == {JOURNAL, KEYS, STATION, MANIFEST}


def test_a_restored_station_is_for_this_user_alone(backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "new").iterdir()} == {0o600}


def test_a_restored_journal_must_reach_as_far_as_the_backup_said(
    backup: Path, tmp_path: Path
) -> None:
    restore(backup, tmp_path / "new")
    assert (tmp_path / "new" / HEAD).exists()
    parts = unpacked(backup)
    manifest = json.loads(parts[MANIFEST])
    manifest["head"] = Head(99, bytes(32)).token
    packed(tmp_path / "other", parts | {MANIFEST: json.dumps(manifest).encode()})
    restore(tmp_path / "other", tmp_path / "other-new")
    with pytest.raises(StationDamagedError, match="slutten av journalen"):
        reopen(tmp_path / "other-new")


def test_no_existing_file_is_written_over(station: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("kjære")
    with pytest.raises(BackupRefusedError, match="det ligger allerede"):
        backed_up(station, tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "kjære"


def test_a_station_without_its_key_file_is_not_backed_up(station: Path, tmp_path: Path) -> None:
    (station / KEYS).unlink()
    with pytest.raises(UnreadableError, match="keys"):
        backed_up(station, tmp_path / "kopi")


def test_a_target_in_no_folder_is_told(station: Path, tmp_path: Path) -> None:
    with pytest.raises(SituationError):
        backed_up(station, tmp_path / "no" / "kopi")


def test_a_damaged_journal_is_not_backed_up_as_if_it_were_whole(
    station: Path, tmp_path: Path
) -> None:
    journal = reopen(station)
    journal._connection.execute("DROP TRIGGER journal_is_never_changed")
    journal._connection.execute("UPDATE journal SET author = 8 WHERE seq = 5")
    with pytest.raises(StationDamagedError, match="innførsel nummer 5"):
        journal.back_up(tmp_path / "kopi")
    journal.close()
    assert {path.name for path in tmp_path.iterdir()} == {"station"}


def test_a_station_is_never_restored_over_another(backup: Path, station: Path) -> None:
    before = (station / JOURNAL).read_bytes()
    with pytest.raises(StationExistsError):
        restore(backup, station)
    assert (station / JOURNAL).read_bytes() == before


def test_a_file_in_the_way_is_told(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("kjære")
    with pytest.raises(StationExistsError):
        restore(backup, tmp_path / "new")
    assert (tmp_path / "new").read_text() == "kjære"


def test_an_empty_folder_is_filled_and_a_missing_one_is_made(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    restore(backup, tmp_path / "empty")
    restore(backup, tmp_path / "missing")
    for name in ("empty", "missing"):
        reopen(tmp_path / name).close()


def test_a_synchronised_folder_gets_no_station(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(UnsafeFolderError):
        restore(backup, tmp_path / "OneDrive" / "station")


def test_a_folder_that_cannot_be_made_is_told(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnlyError):
        restore(backup, tmp_path / "file" / "station")


def test_automatic_backups_are_sorted_by_growth_not_by_a_clock_set_back(tmp_path: Path) -> None:
    early = automatic_target(tmp_path, Head(5, b""), datetime(2036, 1, 1))  # noqa: DTZ001
    late = automatic_target(tmp_path, Head(60, b""), datetime(2026, 1, 1), "uke")  # noqa: DTZ001
    assert early.parent == tmp_path / BACKUPS
    assert early.name < late.name == f"000000000060-20260101-000000-uke{SUFFIX}"


def test_rotation_keeps_the_newest_and_clears_what_a_kill_left(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}{SUFFIX}").write_text("")
    (tmp_path / f".9{SUFFIX}.part").write_text("")
    (tmp_path / "letter").write_text("")
    kept = rotate_backups(tmp_path, keep=2)
    assert [path.name for path in kept] == [f"3{SUFFIX}", f"4{SUFFIX}"]
    assert {path.name for path in tmp_path.iterdir()} == {"letter", *(path.name for path in kept)}


def test_rotation_never_takes_the_backup_that_was_just_written(tmp_path: Path) -> None:
    for number, written_at in ((1, 500), (2, 100), (3, 200)):
        (tmp_path / f"{number}{SUFFIX}").write_text("")
        os.utime(tmp_path / f"{number}{SUFFIX}", (written_at, written_at))
    kept = rotate_backups(tmp_path, keep=1)
    assert [path.name for path in kept] == [f"1{SUFFIX}", f"3{SUFFIX}"]
    with pytest.raises(ValueError, match="at least one"):
        rotate_backups(tmp_path, keep=0)


def test_an_older_schema_is_backed_up_before_it_is_migrated(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "0001_journal.sql").write_bytes(schema.migrations()[0].read_bytes())
    station = tmp_path / "station"
    station.mkdir()
    connection = create_connection(station / JOURNAL, KEY)
    schema.mark_as_ours(connection)
    schema.migrate(connection, old)
    connection.execute("INSERT INTO station VALUES (1, ?, 1, 0)", (INSTALLATION,))
    connection.close()
    for name in (KEYS, STATION):
        (station / name).write_text("{}")
    journal = reopen(station, projections=())
    assert schema.version(journal._connection) == schema.newest() > 1
    journal.close()
    (file,) = (station / BACKUPS).iterdir()
    assert read(file).schema == 1
    assert file.name.endswith(f"schema1{SUFFIX}")
    restore(file, tmp_path / "new")
    reopen(tmp_path / "new", projections=()).close()
