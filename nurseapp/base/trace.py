"""What is kept of our own bugs: where in the program, and never a value."""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path
from typing import Final

from nurseapp.base.clock import Clock

_FILE: Final = "log/errors.log"
_LONGEST: Final = 200_000
"""Bytes; a longer log begins anew, with the one before kept beside it."""


def keep_trace(folder: Path, error: BaseException, clock: Clock) -> None:
    """Adds the kind of `error` and the lines it went through to the station's log.

    The error's own words are left out: they may hold a name. Without a station, or if the disk
    refuses, nothing is kept.
    """
    if not folder.is_dir():
        return
    lines = [f"{clock.now().isoformat()} {type(error).__name__}"]
    lines.extend(f"  {place}" for place in places(error))
    file = folder / _FILE
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        if file.exists() and file.stat().st_size > _LONGEST:
            file.replace(file.with_suffix(".previous"))
        with file.open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")


def places(error: BaseException) -> list[str]:
    """The lines of the program that `error` went through, as `file:line name`; no value."""
    return [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
