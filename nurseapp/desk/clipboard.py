"""The clipboard keeps a record's text for a minute at most, however it came there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS: Final = 60


def _ours() -> bool:
    """Whether this program put there what is on the clipboard."""
    return QGuiApplication.clipboard().ownsClipboard()


class BriefClipboard(QObject):
    """Takes away again what this program put on the clipboard, if it is still there.

    By a button of ours, or by a key or a menu in any of our fields. Lives as long as the program,
    so that leaving a place does not leave the text behind.
    """

    emptied = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        seconds: float = SECONDS,
        ours: Callable[[], bool] = _ours,
    ) -> None:
        """`ours` tells whose the text is, where the platform itself cannot."""
        super().__init__(parent)
        self._ours = ours
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.empty)
        self._clipboard().dataChanged.connect(self._changed)

    def copy(self, text: str) -> None:
        """Puts `text` on the clipboard, marked as not to be remembered by clipboard histories."""
        self._text = text
        data = QMimeData()
        data.setText(text)
        # Windows and KDE leave such entries out of their clipboard history.
        data.setData("ExcludeClipboardContentFromMonitorProcessing", b"1")
        data.setData("x-kde-passwordManagerHint", b"secret")
        self._clipboard().setMimeData(data)
        self._timer.start()

    def empty(self) -> None:
        """Empties the clipboard unless somebody else has put something there since."""
        text, self._text = self._text, ""
        self._timer.stop()
        if text and self._clipboard().text() == text:
            self._clipboard().clear()
        self.emptied.emit()

    def _changed(self) -> None:
        """What was copied by a key or a menu goes the same way as by the button."""
        text = self._clipboard().text()
        if text and text != self._text and self._ours():
            self.copy(text)

    @staticmethod
    def _clipboard() -> QClipboard:
        return QGuiApplication.clipboard()


def brief_clipboard() -> BriefClipboard:
    """The one of this program."""
    app = QGuiApplication.instance()
    assert app is not None
    return app.findChild(BriefClipboard) or BriefClipboard(app)
