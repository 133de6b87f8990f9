"""Where the program's own files lie, in a checkout and when installed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / "shipped" / name  # put there when a wheel is built
    return inside if inside.is_dir() else _PACKAGE.parent / name


def forms_folder() -> Path:
    """The forms that come with the program."""
    return _shipped("forms")


def resources_folder() -> Path:
    """Fonts, icons and the colour profile."""
    return _shipped("resources")


def catalogues_folder() -> Path:
    """The translated interface texts."""
    return _PACKAGE / "locale"


def default_station_folder() -> Path:
    """Where a station lies if nobody says otherwise: in the user's own data folder."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "nurseapp" / "station"


def package_parent() -> Path:
    """The folder from which the program's package is imported."""
    return _PACKAGE.parent
