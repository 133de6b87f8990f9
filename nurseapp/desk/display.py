"""How large this screen's text is; kept beside the station, since it is known before any login."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from nurseapp.base.errors import ReadOnlyError

_FILE: Final = "display.json"
_SMALLEST: Final = 100
_LARGEST: Final = 200


def text_percent(folder: Path) -> int:
    """The text size in per cent, 100 to 200; 100 if nothing sensible has been chosen."""
    try:
        chosen = json.loads((folder / _FILE).read_text(encoding="utf-8"))["text_percent"]
        return min(_LARGEST, max(_SMALLEST, int(chosen)))
    except (OSError, ValueError, KeyError, TypeError):
        return _SMALLEST


def keep_text_percent(folder: Path, percent: int) -> None:
    """Keeps the text size for the next start; raises ReadOnlyError."""
    written = folder / f"{_FILE}.new"
    try:
        written.write_text(json.dumps({"text_percent": percent}), encoding="utf-8")
        written.replace(folder / _FILE)
    except OSError as error:
        raise ReadOnlyError(folder=folder) from error
