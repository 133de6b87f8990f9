"""Where one types is never out of sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from nurseapp.look.fields import Field

_AIR: Final = 24
_NO_BUTTON: Final = Qt.MouseButton.NoButton


class FocusInView(QObject):
    """Scrolls whatever gets the focus into view, with its label and what is said below it.

    Qt does so for the tab key alone. Under a pressed mouse button nothing moves.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._wait)

    def _wait(self, _old: QWidget | None, new: QWidget | None) -> None:
        """New fields and sentences get their places first."""
        if new is not None and QGuiApplication.mouseButtons() == _NO_BUTTON:
            self._soon.start(0)

    def _show(self) -> None:
        place = QApplication.focusWidget()
        above = place.parentWidget() if place is not None else None
        if isinstance(above, Field):
            place, above = above, above.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and place is not None:
                above.ensureWidgetVisible(place, 0, _AIR)
            above = above.parentWidget()
