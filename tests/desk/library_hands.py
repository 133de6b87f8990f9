"""A professional at the desk of a real station: she presses and types only what she can see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nurseapp.desk.in_turn import InTurn

Part = TypeVar("Part", bound=QWidget)

_SECONDS_A_PRESS = 4.0
_SIGNS_A_SECOND = 3.0
"""Slow hands: a press takes four seconds to find, and typing goes at 36 words a minute."""


@dataclass
class Hands:
    """Counts what was done, so that it can be told how long it would take."""

    window: QWidget
    qtbot: QtBot
    presses: int = 0
    signs: int = 0

    def press(self, name: str) -> None:
        """A press on what carries these words, wherever it stands on the page."""
        self.press_on(lambda: self._buttons(name), name)

    def press_on(self, find: Callable[[], Iterator[QWidget]], what: str = "") -> None:
        part = self._found(find, what)
        into_view(part)
        assert part.isEnabled(), what
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        self.presses += 1

    def type_into(self, name: str, text: str) -> None:
        """A press into the field that is called so, then keys."""
        edit = self._found(lambda: self._edits(name), name)
        into_view(edit)
        self.window.activateWindow()  # a screen does so at a press; this one has no windows' keeper
        self.qtbot.waitUntil(self.window.isActiveWindow)
        ground = edit.viewport() if isinstance(edit, QPlainTextEdit) else edit
        QTest.mouseClick(ground, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(edit.hasFocus)
        self.presses += 1
        self.type(text)

    def type(self, text: str) -> None:
        """Keys, into what has the focus."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit | QPlainTextEdit)
        QTest.keyClicks(focused, text)
        self.signs += len(text)

    def tab(self) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        self.signs += 1

    def sees(self, words: str) -> None:
        """Waits until the words stand on the screen."""
        self.qtbot.waitUntil(lambda: words in self.words(), timeout=20_000)

    def words(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def minutes(self) -> float:
        """How long all this takes somebody who has never seen the program."""
        return (self.presses * _SECONDS_A_PRESS + self.signs / _SIGNS_A_SECOND) / 60

    def _found(self, find: Callable[[], Iterator[Part]], what: str) -> Part:
        def there() -> None:
            assert next(find(), None) is not None, f"«{what}» is not on the screen"

        self.qtbot.waitUntil(there, timeout=20_000)
        self.qtbot.waitUntil(lambda: is_filled(self.window))
        return next(find())

    def _buttons(self, name: str) -> Iterator[QAbstractButton]:
        for button in self.window.findChildren(QAbstractButton):
            said = {button.text(), button.accessibleName()}
            if button.isVisible() and any(one.startswith(name) for one in said):
                yield button

    def _edits(self, name: str) -> Iterator[QLineEdit | QPlainTextEdit]:
        fields: list[QLineEdit | QPlainTextEdit] = [
            *self.window.findChildren(QLineEdit),
            *self.window.findChildren(QPlainTextEdit),
        ]
        for edit in fields:
            if edit.isVisible() and edit.accessibleName() == name:
                yield edit


def is_filled(screen: QWidget) -> bool:
    """Whether long pages, which are filled bit by bit, are there to their end."""
    QApplication.processEvents()
    return not any(turns._timer.isActive() for turns in screen.findChildren(InTurn))


def into_view(part: QWidget) -> None:
    """Scrolls as the wheel does."""
    above: QWidget | None = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()
    QApplication.processEvents()
