"""`nurseapp open`: one start per station, then the launcher."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from nurseapp.base.clock import SystemClock
from nurseapp.base.errors import StationInUseError
from nurseapp.base.system import OneStart, private_folder, protect_process, refuse_unsafe_folder
from nurseapp.base.text import _
from nurseapp.exit_codes import IN_USE
from nurseapp.launcher.child import Options
from nurseapp.launcher.launcher import Launcher

if TYPE_CHECKING:
    from pathlib import Path


def open_windows(folder: Path, *, windowed: bool, steered: bool = False) -> int:
    """Shows the program's window until the nurse quits; returns the exit code.

    75: this station is open already; 70: no window could be kept alive.
    """
    protect_process()
    refuse_unsafe_folder(folder)
    private_folder(folder.parent)
    try:
        lock = OneStart(folder.parent / f".{folder.name}.open", _holder())
    except StationInUseError as error:
        sys.stderr.write(f"{error}\n")
        return IN_USE
    lock.let_children_hold()
    options = Options(folder=folder, windowed=windowed, steered=steered)
    if not steered:
        return Launcher(options, SystemClock()).run()
    from nurseapp.tour.control import steered_launcher

    return steered_launcher(options)


def _holder() -> str:
    return _("programmet kjører alt på denne maskinen (prosess {number})").format(
        number=os.getpid()
    )
