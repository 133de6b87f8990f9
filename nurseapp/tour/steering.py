"""Obeys orders inside a window: what is shown, click, type, press, picture.

A thing is named as a person would name it: by the words on it, or by its accessible name.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from nurseapp.base.channel import Message

_LEFT: Final = Qt.MouseButton.LeftButton
_KINDS: Final[dict[str, tuple[type[QWidget], ...]]] = {
    "type": (QLineEdit, QPlainTextEdit),
    "choose": (QComboBox,),
}


class Steering:
    """Carries out one order at a time in `window` and says how it went."""

    def __init__(self, window: QWidget, say: Callable[[Message], None]) -> None:
        self._window = window
        self._say = say
        # The window, or the dialog before it; held, or its children's wrappers go with it.
        self._front = window

    def obey(self, order: Message) -> None:
        """Does what the order says and answers with the texts that are then shown."""
        self._front = QApplication.activeModalWidget() or self._window
        why = self._do(order)
        self._say(
            {
                "type": "steered",
                "id": order.get("id"),
                "ok": not why,
                "why": why,
                "texts": self._texts(),
                "title": self._window.windowTitle(),
            }
        )

    def _do(self, order: Message) -> str:
        match order.get("do"):
            case "look":
                return ""
            case "grab":
                return self._grab(str(order["file"]))
            case _:
                return self._touch(order)

    def _touch(self, order: Message) -> str:
        kinds = _KINDS.get(str(order["do"]), (QWidget,))
        found = self._find(str(order["target"]), str(order.get("within", "")), kinds)
        if found is None:
            return f"nothing here is called {order['target']!r}"
        if isinstance(found, QComboBox) and order["do"] == "choose":
            return _choose(found, str(order["text"]))
        if order["do"] == "type":
            return self._type(found, str(order["text"]))
        return self._click(found)

    def _click(self, widget: QWidget) -> str:
        if not widget.isEnabled():
            return "it is not enabled"
        self._bring_into_view(widget)
        # Later, so that the answer is not held up by a dialog that the click opens.
        QTimer.singleShot(0, widget, partial(_press_left, widget))
        return ""

    def _type(self, widget: QWidget, text: str) -> str:
        self._bring_into_view(widget)
        widget.setFocus()
        if isinstance(widget, QLineEdit) and widget.completer() is not None:
            widget.setText(text)  # typed keys would be completed to something else
        elif isinstance(widget, QLineEdit):
            widget.selectAll()
            QTest.keyClicks(widget, text)
        elif isinstance(widget, QPlainTextEdit):
            widget.selectAll()
            widget.insertPlainText(text)
        else:
            return "it takes no text"
        return ""

    def _grab(self, file: str) -> str:
        return "" if self._front.grab().save(file) else "the picture could not be saved"

    def _find(self, name: str, within: str, kinds: tuple[type[QWidget], ...]) -> QWidget | None:
        """By name first, then by the words that stand on it; `within` narrows to their row."""
        for called in (_names, _own_texts):
            for place in self._places(within):
                for widget in self._shown(place):
                    if isinstance(widget, kinds) and name in called(widget):
                        return widget
        return None

    def _places(self, within: str) -> list[QWidget]:
        """Where to look: everywhere, or around the words `within`, the nearest first."""
        if not within:
            return [self._front]
        around: list[QWidget] = []
        for widget in self._shown():
            if within in _own_texts(widget):
                above = widget.parentWidget()
                while above is not None:
                    around.append(above)
                    above = above.parentWidget()
        return around

    def _shown(self, root: QWidget | None = None) -> list[QWidget]:
        every = (root or self._front).findChildren(QWidget)
        return [widget for widget in every if widget.isVisible()]

    def _texts(self) -> list[str]:
        return [text for widget in self._shown() for text in _own_texts(widget) if text]

    def _bring_into_view(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()


def _choose(select: QComboBox, words: str) -> str:
    place = select.findText(words)
    if place < 0:
        return f"there is no choice {words!r}"
    select.setCurrentIndex(place)
    select.activated.emit(place)
    return ""


def _press_left(widget: QWidget) -> None:
    QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, _inside(widget))


def _inside(widget: QWidget) -> QPoint:
    """A point on the widget that a finger would hit: its middle, or its label's start."""
    return QPoint(min(24, widget.width() // 2), widget.height() // 2)


def _names(widget: QWidget) -> tuple[str, ...]:
    words = (widget.objectName(), widget.accessibleName())
    if isinstance(widget, QAbstractButton):
        return (*words, widget.text().replace("&", ""))
    return words


def _own_texts(widget: QWidget) -> tuple[str, ...]:
    if isinstance(widget, QLabel):
        return (widget.text(),)
    if isinstance(widget, QLineEdit):
        hidden = widget.echoMode() is not QLineEdit.EchoMode.Normal
        return ("",) if hidden else (widget.text(),)
    if isinstance(widget, QPlainTextEdit):
        return (widget.toPlainText(),)
    if isinstance(widget, QAbstractButton):
        return (widget.text().replace("&", ""),)
    return (widget.accessibleName(),)
