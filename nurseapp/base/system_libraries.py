"""Which of Debian's packages a window needs, and which of them this machine lacks.

The list was found by starting PySide6 6.11 on a bare Debian 12 and 13, offscreen and on a screen.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

from nurseapp.base.errors import SystemLibraryError
from nurseapp.base.system import ON_LINUX

SYSTEM_LIBRARY_MISSING: Final = 69

_ALWAYS: Final = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),  # the preview of a paper
)
_ON_X11: Final = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def missing_packages(*, on_screen: bool) -> tuple[str, ...]:
    """The packages to install, by Debian's names; empty if all is there or not on Linux."""
    if not ON_LINUX:
        return ()
    wanted = _ALWAYS + (_ON_X11 if on_screen else ())
    return tuple(package for library, package in wanted if not _loads(library))


def explain(*, on_screen: bool) -> SystemLibraryError | None:
    """The error that names what is missing, or None if nothing of this list is."""
    packages = missing_packages(on_screen=on_screen)
    return SystemLibraryError(packages=" ".join(packages)) if packages else None


def leave_if_one_is_missing() -> None:
    """Ends the process without a trace if Qt cannot be read for want of a system library.

    The launcher, which needs no Qt, then says what to install.
    """
    if missing_packages(on_screen=False):
        sys.exit(SYSTEM_LIBRARY_MISSING)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
