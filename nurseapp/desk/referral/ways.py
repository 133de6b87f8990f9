"""How a finished paper gets onto a disk."""

from __future__ import annotations

from pathlib import Path

from nurseapp.base.disk import REAL_DISK, Disk, replace_file


def write_paper(path: Path, content: bytes, *, disk: Disk = REAL_DISK) -> None:
    """Writes the whole paper or nothing, readable by this user alone; raises DiskError."""
    replace_file(path, content, disk=disk)
