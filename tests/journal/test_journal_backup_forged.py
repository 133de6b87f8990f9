"""An archive that somebody damaged or made up is refused before anything of it is used."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from trial_backup import Archive, backed_up, packed, unpacked
from trial_station import filled

from nurseapp.base.errors import (
    BackupRefusedError,
    StationTooNewError,
)
from nurseapp.journal.backup import SUFFIX
from nurseapp.journal.backup_file import MANIFEST, read
from nurseapp.journal.restore import restore
from nurseapp.journal.station_files import JOURNAL, KEYS


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    filled(tmp_path / "station")
    return backed_up(tmp_path / "station", tmp_path / f"kopi{SUFFIX}")


def without(name: str) -> Callable[[Archive], Archive]:
    return lambda parts: {key: value for key, value in parts.items() if key != name}


def plus(name: str, content: bytes = b"x") -> Callable[[Archive], Archive]:
    return lambda parts: parts | {name: content}


def telling(**facts: object) -> Callable[[Archive], Archive]:
    def change(parts: Archive) -> Archive:
        manifest = json.loads(parts[MANIFEST]) | facts
        return parts | {MANIFEST: json.dumps(manifest).encode()}

    return change


def well_described(name: str, content: bytes = b"x") -> Callable[[Archive], Archive]:
    """Another part, with a manifest that says the right things about it."""

    def change(parts: Archive) -> Archive:
        described = {"size": len(content), "sha256": sha256(content).hexdigest()}
        manifest = json.loads(parts[MANIFEST])
        manifest["parts"][name] = described
        return parts | {name: content, MANIFEST: json.dumps(manifest).encode()}

    return change


MADE_UP = {
    "a way out, well described": well_described("../escape"),
    "a way to the root, well described": well_described("/etc/escape"),
    "a file more, well described": well_described("autorun.inf"),
    "keys without end, well described": well_described(KEYS, bytes(2_000_000)),
    "no journal": without(JOURNAL),
    "no keys": without(KEYS),
    "no manifest": without(MANIFEST),
    "a way out": plus("../escape"),
    "a way to the root": plus("/etc/escape"),
    "a Windows way out": plus("..\\escape"),
    "a twin in other case": plus("KEYS.JSON"),
    "a file more": plus("autorun.inf"),
    "other keys": plus(KEYS, b"{}"),
    "another journal": plus(JOURNAL, b"SQLite format 3\0" * 300),
    "keys without end": plus(KEYS, bytes(2_000_000)),
    "a manifest without end": plus(MANIFEST, b"[" * 2_000_000),
    "a deep manifest": plus(MANIFEST, b"[" * 100_000),
    "a manifest that is a list": plus(MANIFEST, b"[]"),
    "a manifest with more": telling(more=1),
    "a manifest of no parts": telling(parts={}),
    "a manifest of a way out": telling(parts={"../escape": {"size": 1, "sha256": ""}}),
    "a head that is none": telling(head="x"),
    "a schema that is none": telling(schema=0),
    "a huge number": telling(made_at=10**400),
}


@pytest.mark.parametrize("change", MADE_UP.values(), ids=MADE_UP.keys())
def test_a_made_up_archive_is_refused_and_writes_nothing(
    backup: Path, tmp_path: Path, change: Callable[[Archive], Archive]
) -> None:
    file = packed(tmp_path / "made-up", change(unpacked(backup)))
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(BackupRefusedError):
        restore(file, tmp_path / "new")
    assert {path.name for path in tmp_path.iterdir()} == before
    assert not (tmp_path.parent / "escape").exists()


@pytest.mark.parametrize("facts", [{"format": 2}, {"schema": 9999}])
def test_a_backup_of_a_later_program_asks_for_that_program(
    backup: Path, tmp_path: Path, facts: dict[str, int]
) -> None:
    file = packed(tmp_path / "later", telling(**facts)(unpacked(backup)))
    with pytest.raises(StationTooNewError):
        restore(file, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_an_archive_that_swells_is_refused(backup: Path, tmp_path: Path) -> None:
    file = packed(tmp_path / "bomb", unpacked(backup), compression=zipfile.ZIP_DEFLATED)
    with pytest.raises(BackupRefusedError):
        restore(file, tmp_path / "new")


def test_a_name_that_stands_twice_is_refused(backup: Path, tmp_path: Path) -> None:
    file = packed(tmp_path / "twice", unpacked(backup))
    with (
        zipfile.ZipFile(file, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr(KEYS, unpacked(backup)[KEYS])
    with pytest.raises(BackupRefusedError):
        restore(file, tmp_path / "new")


@pytest.mark.parametrize("content", [b"", b"PK", b"not an archive" * 1000])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(BackupRefusedError):
        restore(tmp_path / "file", tmp_path / "new")


@pytest.mark.parametrize("rounds", [60, pytest.param(5000, marks=pytest.mark.slow)])
def test_a_cut_or_flipped_backup_is_refused_or_exactly_the_same(
    backup: Path, tmp_path: Path, rounds: int
) -> None:
    content, original = backup.read_bytes(), read(backup)
    chance = random.Random(rounds)
    file = tmp_path / "damaged"
    refused = 0
    for _round in range(rounds):
        changed = bytearray(content)
        # Most of the file is the journal; the archive's own structure is at its end.
        end = chance.choice([len(content), 3000])
        changed[-chance.randrange(1, end)] ^= 1 << chance.randrange(8)
        if chance.random() < 0.3:
            del changed[chance.randrange(len(changed)) :]
        file.write_bytes(changed)
        try:
            assert read(file) == original
        except BackupRefusedError:
            refused += 1
    assert refused > rounds / 2
