"""Covers the window, so that nothing of any person is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.desk.lock.gate import GatePage
from nurseapp.look.buttons import primary
from nurseapp.look.labels import Label, heading, muted


class Cover(QWidget):
    """Shows a sentence; a press or a key anywhere tells `touched`."""

    touched = Signal()
    acted = Signal()
    """The button was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words: Label = heading("")
        self._hint: Label = muted("")
        self.button = primary("")
        self.button.clicked.connect(self.acted)
        page = GatePage(width=560)
        page.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation, on=False)
        for part in (self._words, self._hint, self.button):
            page.put(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def say(self, words: str, hint: str = "", *, action: str = "") -> None:
        """Shows the sentence, and a button when `action` names one."""
        self._words.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(f"{words} {hint}".strip())

    def words(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press anywhere."""
        self.touched.emit()

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Any key."""
        self.touched.emit()
