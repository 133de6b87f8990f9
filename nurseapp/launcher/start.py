"""`nurseapp open`: one start per station, the first window at once, then the launcher.

What stands before the first window is kept small: every import here is waited for.
"""

from __future__ import annotations

import os

from nurseapp.base.system import OneStart, make_folder_above, refuse_unsafe_folder
from nurseapp.launcher.spawn import Spawned, window_command

TYPE_CHECKING = False  # typing costs a start several milliseconds
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Run: TypeAlias = Callable[[str, list[str], Spawned], int]


def open_windows(folder: str, flags: list[str], run: Run) -> int:
    """Shows the program's window until the nurse quits; returns what `run` makes of it.

    70: no window could be kept alive. Raises StationInUseError if this station is open already,
    UnsafeFolderError and ReadOnlyError.
    """
    refuse_unsafe_folder(folder)
    above, name = os.path.split(folder)
    make_folder_above(folder)
    lock = OneStart(os.path.join(above, f".{name}.open"), f"nurseapp, {os.getpid()}")  # noqa: PTH118
    lock.let_children_hold()
    return run(folder, flags, Spawned(window_command("desk", folder, [*flags, "--show"])))


def run_launcher(folder: str, flags: list[str], first: Spawned) -> int:
    """Runs the launcher with the desk that is on its way."""
    from nurseapp.base.clock import SystemClock
    from nurseapp.base.system import protect_process
    from nurseapp.launcher.child import Options
    from nurseapp.launcher.launcher import Launcher

    protect_process()
    return Launcher(Options(folder=folder, flags=tuple(flags)), SystemClock()).run(first)
