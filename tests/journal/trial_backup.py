"""Backups for tests: made of a trial station, taken apart, and put together otherwise."""

from __future__ import annotations

import zipfile
from pathlib import Path

from trial_station import reopen

Archive = dict[str, bytes]


def backed_up(station: Path, target: Path) -> Path:
    journal = reopen(station)
    journal.back_up(target)
    journal.close()
    return target


def unpacked(file: Path) -> Archive:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(file: Path, parts: Archive, *, compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file
