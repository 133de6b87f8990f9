"""A folder that may not be written is told as such, to whoever may not."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from trial_station import (
    end_of,
    filled,
    in_child,
    reopen,
)

from nurseapp.base.errors import (
    ReadOnlyError,
)
from nurseapp.journal.station_files import JOURNAL

NOBODY = 65534


@pytest.fixture
def strangers_folder() -> Iterator[Path]:
    """A station in a place that every user of the machine can reach."""
    open_to_all = (Path(name) for name in (tempfile.gettempdir(), "/var/tmp", "/dev/shm"))
    place = next(folder for folder in open_to_all if folder.stat().st_mode & 0o001)
    outer = Path(tempfile.mkdtemp(dir=place))
    outer.chmod(0o755)
    filled(outer / "station")
    yield outer / "station"
    shutil.rmtree(outer)


def _folder_may_be_read(station: Path) -> None:
    for path in station.iterdir():
        path.chmod(0o444)
    station.chmod(0o555)


def _journal_may_be_read(station: Path) -> None:
    station.chmod(0o777)
    for path in station.iterdir():
        path.chmod(0o666)
    (station / JOURNAL).chmod(0o444)


def _nothing_may_be_read(station: Path) -> None:
    station.chmod(0o000)


@pytest.mark.parametrize("give", [_folder_may_be_read, _journal_may_be_read, _nothing_may_be_read])
def test_a_folder_that_may_not_be_written_is_told_as_such(
    strangers_folder: Path, give: Callable[[Path], None]
) -> None:
    give(strangers_folder)

    def stranger() -> None:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        assert strangers_folder.exists()  # or the refusal would be for another reason
        with pytest.raises(ReadOnlyError):
            reopen(strangers_folder)

    assert end_of(in_child(stranger)) == 0
    strangers_folder.chmod(0o700)
