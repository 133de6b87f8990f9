"""The clipboard keeps a record's text for a minute at most."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS: Final = 60


class BriefClipboard(QObject):
    """Puts a text on the clipboard and takes it away again, if it is still ours.

    Lives as long as the program, so that leaving a place does not leave the text behind.
    """

    emptied = Signal()

    def __init__(self, parent: QObject | None = None, *, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.empty)

    def copy(self, text: str) -> None:
        """Puts `text` on the clipboard, marked as not to be remembered by clipboard histories."""
        data = QMimeData()
        data.setText(text)
        # Windows and KDE leave such entries out of their clipboard history.
        data.setData("ExcludeClipboardContentFromMonitorProcessing", b"1")
        data.setData("x-kde-passwordManagerHint", b"secret")
        self._clipboard().setMimeData(data)
        self._text = text
        self._timer.start()

    def empty(self) -> None:
        """Empties the clipboard unless somebody else has put something there since."""
        if self._text and self._clipboard().text() == self._text:
            self._clipboard().clear()
        self._text = ""
        self._timer.stop()
        self.emptied.emit()

    @staticmethod
    def _clipboard() -> QClipboard:
        return QGuiApplication.clipboard()


def brief_clipboard() -> BriefClipboard:
    """The one of this program."""
    app = QGuiApplication.instance()
    assert app is not None
    known = app.findChild(BriefClipboard)
    if known is None:
        known = BriefClipboard(app)
        app.aboutToQuit.connect(known.empty)
    return known
