"""`nurseapp open`: one start per station, the first window at once, then the launcher.

What stands before the first window is kept small: every import here is waited for.
"""

from __future__ import annotations

import os

from nurseapp.base.system import OneStart, private_folder, refuse_unsafe_folder
from nurseapp.launcher.spawn import Spawned, window_command


def open_windows(folder: str, flags: list[str]) -> int:
    """Shows the program's window until the nurse quits; returns the exit code.

    70: no window could be kept alive. Raises StationInUseError if this station is open already,
    UnsafeFolderError and ReadOnlyError.
    """
    refuse_unsafe_folder(folder)
    above, name = os.path.split(folder)
    private_folder(above)
    lock = OneStart(os.path.join(above, f".{name}.open"), f"nurseapp, {os.getpid()}")  # noqa: PTH118
    lock.let_children_hold()
    return _run(folder, flags, Spawned(window_command("desk", folder, [*flags, "--show"])))


def _run(folder: str, flags: list[str], first: Spawned) -> int:
    from nurseapp.base.clock import SystemClock
    from nurseapp.base.system import protect_process
    from nurseapp.launcher.child import Options
    from nurseapp.launcher.launcher import Launcher

    protect_process()
    options = Options(folder=folder, flags=tuple(flags))
    if "--steered" not in flags:
        return Launcher(options, SystemClock()).run(first)
    from nurseapp.tour.control import steered_launcher

    return steered_launcher(options, first)
