"""A station that was moved where others copy it is not opened; a copy that went wrong is none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from trial_station import filled, reopen

from nurseapp.base.errors import BackupRefusedError, UnsafeFolderError
from nurseapp.journal import backup_file
from nurseapp.journal.backup import SUFFIX
from nurseapp.journal.backup_file import Manifest


def test_a_station_that_was_moved_into_a_synchronised_folder_is_not_opened(
    tmp_path: Path,
) -> None:
    filled(tmp_path / "station")
    moved = tmp_path / "OneDrive" / "station"
    moved.parent.mkdir()
    (tmp_path / "station").rename(moved)
    with pytest.raises(UnsafeFolderError):
        reopen(moved)


def test_a_backup_that_the_disk_wrote_wrongly_gets_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read back from the disk before it counts: a failing memory stick says nothing."""
    filled(tmp_path / "station")
    write = backup_file.write

    def wrongly(file: Path, manifest: Manifest, sources: Mapping[str, Path]) -> Manifest:
        written = write(file, manifest, sources)
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
        return written

    monkeypatch.setattr(backup_file, "write", wrongly)
    journal = reopen(tmp_path / "station")
    with pytest.raises(BackupRefusedError):
        journal.back_up(tmp_path / f"kopi{SUFFIX}")
    journal.close()
    assert not [file for file in tmp_path.iterdir() if file.is_file()]
