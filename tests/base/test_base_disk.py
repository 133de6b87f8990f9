"""What a refusing disk is called, and that a replaced file is whole and this user's alone."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from nurseapp.base.disk import Disk, disk_error, replace_file
from nurseapp.base.errors import DiskFailedError, DiskFullError, ReadOnlyError


@pytest.mark.parametrize(
    ("code", "named"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.ENOENT, ReadOnlyError),
        (errno.EIO, DiskFailedError),
    ],
)
def test_disk_each_refusal_has_its_own_sentence(
    tmp_path: Path, code: int, named: type[Exception]
) -> None:
    told = disk_error(OSError(code, "refused"), tmp_path)
    assert type(told) is named
    assert str(told)


def test_disk_a_replaced_file_is_whole_and_for_this_user_alone(tmp_path: Path) -> None:
    class Slow(Disk):
        def write(self, handle: int, data: bytes) -> int:
            return super().write(handle, data[:3])

    kept = tmp_path / "station.json"
    kept.write_bytes(b"what stood there before, and was longer")
    replace_file(kept, b"new words", disk=Slow())
    assert kept.read_bytes() == b"new words"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["station.json"]
