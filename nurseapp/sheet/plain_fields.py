"""Fields that can be typed in and nothing else: no menu, no dragging, nothing for the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from nurseapp.look.by_value import NO_MENU

_NO_CLIPBOARD = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
)


class PlainLine(QLineEdit):
    """One line, as high as an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("contextMenuPolicy", NO_MENU)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)

    def set_least_height(self, pixels: int) -> None:
        """Never lower than `pixels`."""
        self.setMinimumHeight(pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes what is typed, and leaves the clipboard alone."""
        if not _for_clipboard(event):
            super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # `returnPressed` has led on; nothing around the field hears of it

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Selects nothing: on some systems what is selected can be pasted elsewhere."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As one press."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the left button does anything: the middle one would paste."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)


class PlainText(QPlainTextEdit):
    """Several lines; the tab key leads on."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes what is typed, and leaves the clipboard alone."""
        if not _for_clipboard(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """There is none."""
        event.accept()

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Selects nothing: on some systems what is selected can be pasted elsewhere."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As one press."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the left button does anything: the middle one would paste."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the end of what is written, unless pressed elsewhere."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.moveCursor(self.textCursor().MoveOperation.End)


def _for_clipboard(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _NO_CLIPBOARD)
