"""What this screen remembers, kept beside the station, since it is wanted before any login.

How large the text is, and who was in last: she mostly comes back, and then types no name. All
users' names stand in the key file, open to read, so this tells nothing new.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, NamedTuple

_FILE: Final = "display.json"
_SMALLEST: Final = 100
_LARGEST: Final = 200


class Display(NamedTuple):
    """`text_percent` is 100 to 200; `last_user` is empty before the first login."""

    text_percent: int = _SMALLEST
    last_user: str = ""


def read_display(folder: Path) -> Display:
    """What was kept; the text at 100 % and nobody where nothing sensible was."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        percent = min(_LARGEST, max(_SMALLEST, int(kept["text_percent"])))
        return Display(percent, str(kept.get("last_user", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Display()


def keep_text_percent(folder: Path, percent: int) -> None:
    """Keeps the text size for the next start; raises DiskError."""
    _keep(folder, read_display(folder)._replace(text_percent=percent))


def keep_last_user(folder: Path, name: str) -> None:
    """Keeps who is in; a disk is written to only when it is somebody else. Raises DiskError."""
    kept = read_display(folder)
    if name != kept.last_user:
        _keep(folder, kept._replace(last_user=name))


def _keep(folder: Path, display: Display) -> None:
    from nurseapp.base.disk import replace_file

    replace_file(folder / _FILE, json.dumps(display._asdict()).encode())
