"""The program's own font files, read once a process."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtGui import QFontDatabase

from nurseapp.base.paths import resources_folder

_FIRST_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_ARABIC_FILES: Final = ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")

_loaded: set[str] = set()
_ahead: list[threading.Thread] = []


def load_ahead() -> None:
    """Begins to load the first fonts on another core: 4 ms; an application must be there."""
    thread = threading.Thread(target=_load, args=(_FIRST_FILES,), name="fonts", daemon=True)
    thread.start()
    _ahead.append(thread)


def load_first() -> None:
    """Returns when the fonts of the first window are there."""
    while _ahead:
        _ahead.pop().join()
    _load(_FIRST_FILES)


def load_arabic() -> None:
    """Loads the Arabic typeface; later calls cost nothing."""
    _load(_ARABIC_FILES)


def _load(files: tuple[str, ...]) -> None:
    for name in files:
        if name not in _loaded:
            QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / name))
            _loaded.add(name)
