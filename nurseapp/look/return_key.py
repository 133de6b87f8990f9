"""The return key presses what has the focus, on every system alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


def press_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Presses `button` if the key is return, and says whether it was; held down, only once.

    Qt itself asks the desktop's theme, which on Windows knows the space bar alone.
    """
    from PySide6.QtCore import Qt  # builds all enumerations; not on the way to the lock screen

    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
