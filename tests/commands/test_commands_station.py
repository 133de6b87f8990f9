"""`verify`, `backup` and `restore`: what IT does with a station's folder."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest
from command_line import NURSE, PASSWORD, Shell, one_sentence

from nurseapp.base.clock import SystemClock
from nurseapp.clinic.station.access import open_station
from nurseapp.journal.connection import open_connection
from nurseapp.vault.vault import unlock

pytest_plugins = ("command_fixtures",)

TYPED = f"{PASSWORD}\n"


def contents(folder: Path) -> dict[str, str]:
    """What the files that hold the record hold."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("journal.db", "keys.json", "station.json")
    }


def test_verify_of_a_whole_station_prints_every_check(shell: Shell, station: Path) -> None:
    before = contents(station)
    ended = shell("verify", station, typed=TYPED)
    assert (ended.code, ended.err) == (0, "")
    *lines, verdict = ended.out.splitlines()
    assert verdict == "Stasjonen er hel."
    assert len(lines) >= 9
    assert all(line.startswith("i orden") for line in lines)
    assert contents(station) == before, "looking changes nothing"


def test_password_may_come_from_a_file_that_was_written_on_windows(
    shell: Shell, station: Path
) -> None:
    assert shell("verify", station, typed=f"{PASSWORD}\r\n").code == 0


@pytest.mark.parametrize("page", [1, 2, -1])
def test_verify_of_a_damaged_station_says_what_and_keeps_the_file(
    shell: Shell, station: Path, page: int
) -> None:
    journal = station / "journal.db"
    pages = journal.stat().st_size // 4096
    data = bytearray(journal.read_bytes())
    data[(page % pages) * 4096 + random.Random(page).randrange(4096)] ^= 1
    journal.write_bytes(data)
    ended = shell("verify", station, typed=TYPED)
    assert (ended.code, ended.err) == (1, "")
    assert "FEIL" in ended.out
    assert ended.out.splitlines()[-1].startswith("Noe er galt. Filen er beholdt som den er.")
    assert one_sentence(ended.out)
    assert journal.read_bytes() == data


def test_backup_of_a_damaged_station_is_refused(shell: Shell, station: Path) -> None:
    journal = station / "journal.db"
    data = bytearray(journal.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place + 100] ^= 1
    journal.write_bytes(data)
    ended = shell("backup", station, station.parent / "kopi", typed=TYPED)
    assert (ended.code, ended.out) == (65, "")
    assert one_sentence(ended.err, "Databasen er skadet")
    assert not list(station.parent.glob("*kopi*"))


def test_backup_and_restore_give_the_station_back(shell: Shell, station: Path) -> None:
    copy, new = station.parent / "kopi.nursebackup", station.parent / "ny" / "station"
    ended = shell("backup", station, copy, typed=TYPED)
    assert (ended.code, ended.err) == (0, "")
    assert str(copy) in ended.out
    ended = shell("restore", copy, new)
    assert (ended.code, ended.err) == (0, "")
    assert str(new) in ended.out
    assert shell("verify", new, typed=TYPED).code == 0
    old = open_station(station, NURSE, PASSWORD, clock=SystemClock())
    entries = old.journal.entries_after(0)
    old.close()
    back = open_station(new, NURSE, PASSWORD, clock=SystemClock())
    restored = back.journal.entries_after(0)
    back.close()
    common = min(len(entries), len(restored)) - 1  # the last is each one's own login
    assert restored[:common] == entries[:common]
    assert common >= 3
    assert new.stat().st_mode & 0o077 == 0


def test_backup_file_is_for_its_user_alone_and_holds_no_password(
    shell: Shell, station: Path
) -> None:
    copy = station.parent / "kopi.nursebackup"
    shell("backup", station, copy, typed=TYPED)
    assert copy.stat().st_mode & 0o077 == 0
    assert PASSWORD.encode() not in copy.read_bytes()


def test_backup_over_a_file_is_refused(shell: Shell, station: Path) -> None:
    copy = station.parent / "kopi.nursebackup"
    copy.write_text("noe annet")
    ended = shell("backup", station, copy, typed=TYPED)
    assert ended.code == 65
    assert one_sentence(ended.err, str(copy))
    assert copy.read_text() == "noe annet"


def test_backup_into_a_folder_that_is_not_there_says_so(shell: Shell, station: Path) -> None:
    folder = station.parent / "borte"
    ended = shell("backup", station, folder / "kopi.nursebackup", typed=TYPED)
    assert (ended.code, ended.out) == (66, "")
    assert one_sentence(ended.err, str(folder))
    assert not folder.exists()


def test_restore_into_a_folder_that_is_taken_is_refused(shell: Shell, station: Path) -> None:
    copy = station.parent / "kopi.nursebackup"
    shell("backup", station, copy, typed=TYPED)
    before = contents(station)
    ended = shell("restore", copy, station)
    assert (ended.code, ended.out) == (73, "")
    assert one_sentence(ended.err, "Velg en tom mappe.")
    assert contents(station) == before


@pytest.mark.parametrize("content", [b"", b"noe annet enn en kopi", b"PK\x03\x04" + b"x" * 5000])
def test_restore_of_what_is_no_backup_is_refused(
    shell: Shell, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "kopi.nursebackup"
    file.write_bytes(content)
    ended = shell("restore", file, tmp_path / "ny")
    assert (ended.code, ended.out) == (65, "")
    assert one_sentence(ended.err, "Prøv en annen kopi.")
    assert not (tmp_path / "ny").exists()


def test_restore_of_a_cut_or_changed_backup_leaves_nothing_behind(
    shell: Shell, station: Path
) -> None:
    copy, new = station.parent / "kopi.nursebackup", station.parent / "ny"
    shell("backup", station, copy, typed=TYPED)
    whole = copy.read_bytes()
    chance = random.Random(4)
    for _time in range(20):
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        for data in (whole[: chance.randrange(len(whole))], bytes(changed)):
            copy.write_bytes(data)
            ended = shell("restore", copy, new)
            assert ended.code == 65, ended
            assert one_sentence(ended.err)
            assert not new.exists()


def test_restore_of_a_file_that_is_not_there_says_so(shell: Shell, tmp_path: Path) -> None:
    ended = shell("restore", tmp_path / "borte", tmp_path / "ny")
    assert (ended.code, ended.out) == (66, "")
    assert one_sentence(ended.err, "borte")


COMMANDS = (("verify",), ("backup", "kopi"))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_wrong_password_lets_nobody_in(
    shell: Shell, station: Path, command: tuple[str, ...]
) -> None:
    words = (command[0], station, *(station.parent / more for more in command[1:]))
    before = contents(station)
    for typed in ("feil setning\n", "\n", ""):
        ended = shell(*words, typed=typed)
        assert (ended.code, ended.out) == (77, "")
        assert one_sentence(ended.err, "Ingenting er slettet.")
    assert shell(*words, "--user", "Ukjent", typed=TYPED).code == 77
    assert contents(station) == before
    assert not (station.parent / "kopi").exists()


def test_many_wrong_passwords_have_to_wait(shell: Shell, station: Path) -> None:
    for _time in range(5):
        assert shell("verify", station, typed="feil\n").code == 77
    ended = shell("verify", station, typed=TYPED)
    assert ended.code == 77
    assert one_sentence(ended.err, "For mange forsøk. Vent", "Ingenting er slettet.")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_station_in_use_is_left_alone(
    shell: Shell, station: Path, command: tuple[str, ...]
) -> None:
    inside = open_station(station, NURSE, PASSWORD, clock=SystemClock())
    try:
        words = (command[0], station, *(station.parent / more for more in command[1:]))
        ended = shell(*words, typed=TYPED)
        assert (ended.code, ended.out) == (75, "")
        assert one_sentence(ended.err, str(os.getpid()), "Lukk programmet der først.")
    finally:
        inside.close()
    assert shell(*words, typed=TYPED).code == 0


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_folder_without_a_station_is_said_to_be_one(
    shell: Shell, tmp_path: Path, command: tuple[str, ...]
) -> None:
    for folder in (tmp_path, tmp_path / "borte"):
        words = (command[0], folder, *(tmp_path / more for more in command[1:]))
        ended = shell(*words, typed=TYPED)
        assert (ended.code, ended.out) == (66, "")
        assert one_sentence(ended.err, f"Det ligger ingen stasjon i {folder}.")


@pytest.mark.parametrize("lost", ["keys.json", "journal.db"])
def test_station_that_lacks_a_file_says_so(shell: Shell, station: Path, lost: str) -> None:
    for file in station.glob(f"{lost.partition('.')[0]}*"):
        file.unlink()
    ended = shell("backup", station, station.parent / "kopi", typed=TYPED)
    assert ended.code in {65, 66, 77}
    assert one_sentence(ended.err)
    assert ended.err.strip()


def test_station_of_a_newer_program_is_left_alone(shell: Shell, station: Path) -> None:
    key = unlock(station, NURSE, PASSWORD, clock=SystemClock()).key
    connection = open_connection(station / "journal.db", key)
    connection.execute("PRAGMA user_version = 900")
    connection.close()
    before = contents(station)
    ended = shell("backup", station, station.parent / "kopi", typed=TYPED)
    assert (ended.code, ended.out) == (65, "")
    assert one_sentence(ended.err, "nyere utgave av programmet", "Ingenting er endret.")
    assert contents(station) == before
    ended = shell("verify", station, typed=TYPED)
    assert ended.code == 1
    assert "FEIL" in ended.out
    assert "nyere utgave" in ended.out
