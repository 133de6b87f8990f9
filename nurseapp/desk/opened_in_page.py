"""What is opened in a page is what the nurse looks at next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from nurseapp.look.page import ScrollPage

_TURNS: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class OpenedInPage(QObject):
    """Scrolls `page` to each of `parts` that is opened out of sight, and leads the keyboard there.

    The keyboard goes to the part's focus proxy, if it has one. A part that begins in the upper
    half stays where it is, and so does one that comes up with the whole place. When a part is
    put away, the page is seen from its beginning.
    """

    def __init__(self, page: ScrollPage, parts: Iterable[QWidget]) -> None:
        super().__init__(page)
        self._page = page
        self._opened: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lead)
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices a part that is opened or put away while the page is seen."""
        if event.type() in _TURNS and self._page.isVisible() and isinstance(watched, QWidget):
            self._opened = watched
            self._soon.start(0)  # nothing has got its new place yet
        return False

    def _lead(self) -> None:
        part = self._opened
        if part is None:
            return
        if not part.isVisible():
            self._page.to_top()  # what has become of it stands there
            return
        top, height = part.mapTo(self._page, QPoint(0, 0)).y(), self._page.height()
        if not 0 <= top <= height // 2:
            self._page.to_part(part)
        if part.focusProxy() is not None:
            part.setFocus()
