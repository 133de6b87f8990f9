"""Covers the window, so that nothing of any person is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.desk.lock.gate import GatePage
from nurseapp.look.buttons import primary
from nurseapp.look.labels import heading, muted


class Cover(QWidget):
    """Shows a sentence; lifts at a touch, leads out through a button, or does neither."""

    lifted = Signal()
    left = Signal(str)
    """The button was pressed; why the window is left."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lifts = False
        self._why = ""
        self._words = heading("")
        self._hint = muted("")
        self.button = primary("")
        self.button.clicked.connect(self._leave)
        page = GatePage(width=560)
        for part in (self._words, self._hint, self.button):
            page.put(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def say(
        self, words: str, hint: str = "", *, lifts: bool = False, action: str = "", why: str = ""
    ) -> None:
        """Shows the sentence; with `lifts` until a touch, with `action` until its button."""
        self._lifts = lifts
        self._why = why
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
        self._touch()

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Any key."""
        self._touch()

    def _touch(self) -> None:
        if self._lifts:
            self.lifted.emit()

    def _leave(self) -> None:
        self.left.emit(self._why)
