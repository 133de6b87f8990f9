"""What a parent's window has no use for goes nowhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_KEYS_FOR_A_PARENT: Final = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Shift,
    }
)
_KEYS_IN_A_FIELD: Final = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_FOR_A_SIGN: Final = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)
_NONE: Final = Qt.KeyboardModifier.NoModifier
_ALT_GR: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""How Windows tells of the key that many alphabets need for their own letters."""
_NOT_FOR_A_PARENT: Final = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
    }
)


class ParentKeysOnly(QObject):
    """Lets through what answering needs: no closing, no menus, no dragging, no shortcuts.

    Letters and figures only while a field has the keyboard, and nothing that copies or pastes.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallows everything that is not for a parent."""
        if event.type() == QEvent.Type.Close:
            event.ignore()
        if event.type() in _NOT_FOR_A_PARENT:
            return True
        if isinstance(event, QKeyEvent):
            return not (_is_for_a_parent(event) or (_in_a_field() and _is_for_a_field(event)))
        return False


def _is_for_a_parent(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return modifiers == Qt.KeyboardModifier.NoModifier and event.key() in _KEYS_FOR_A_PARENT


def _in_a_field() -> bool:
    return isinstance(QGuiApplication.focusObject(), QLineEdit | QPlainTextEdit)


def _is_for_a_field(event: QKeyEvent) -> bool:
    """A sign, or one taken away; Shift with Delete would cut."""
    if event.key() in _KEYS_IN_A_FIELD:
        return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NONE
    modifiers = event.modifiers()
    for modifier in _FOR_A_SIGN:
        modifiers &= ~modifier
    return modifiers in {_NONE, _ALT_GR} and event.text().isprintable() and bool(event.text())
