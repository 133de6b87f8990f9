"""When a wrong password was given while the journal was locked; never what was typed."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

from nurseapp.base.clock import Clock

LOG_FOLDER: Final = "log"
_FILE: Final = "failed-logins"
_MOST: Final = 100


def note_failed_login(folder: Path, clock: Clock) -> None:
    """Adds the moment; a disk that refuses does not hide the wrong password from the nurse."""
    with contextlib.suppress(OSError):
        (folder / LOG_FOLDER).mkdir(mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        handle = os.open(folder / LOG_FOLDER / _FILE, flags, 0o600)
        try:
            os.write(handle, f"{int(clock.now().timestamp())}\n".encode())
        finally:
            os.close(handle)


def failed_logins(folder: Path) -> tuple[int, ...]:
    """The moments noted since `forget_failed_logins`, the newest hundred."""
    try:
        lines = (folder / LOG_FOLDER / _FILE).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return ()
    return tuple(int(line) for line in lines if line.isdigit())[-_MOST:]


def forget_failed_logins(folder: Path) -> None:
    """After they stand in the journal."""
    with contextlib.suppress(OSError):
        (folder / LOG_FOLDER / _FILE).unlink(missing_ok=True)
