"""One process at a time has the journal, and the next one is told which."""

from __future__ import annotations

import os
from pathlib import Path

from nurseapp.base.errors import NoStationError
from nurseapp.base.system import OneStart
from nurseapp.base.text import _
from nurseapp.journal.station_files import LOCK


def keep(folder: Path, holder: str = "") -> OneStart:
    """Takes the journal in `folder` for this process until `release`.

    Raises StationInUseError with the holder's own words (by default the process number),
    NoStationError without a folder, ReadOnlyError.
    """
    if not folder.is_dir():
        raise NoStationError(folder=folder)
    words = holder or _("programmet med prosessnummer {number}").format(number=os.getpid())
    return OneStart(folder / LOCK, words)
