"""Fields with their label above and their error below, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nurseapp.look.by_value import NO_MENU, SECRET_INPUT
from nurseapp.look.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QPlainTextEdit

    FieldEdit = QLineEdit | QPlainTextEdit | QComboBox


class Field(QWidget):
    """A label, an input, a hint, and an inline error that a screen reader hears too."""

    changed = Signal(str)
    """The text, at each keystroke or choice."""
    finished = Signal()
    """Return was pressed."""

    def __init__(self, label: str, edit: FieldEdit, *, hint: str = "") -> None:
        super().__init__()
        self.edit = edit
        self._hint = hint
        self._label = Label(label)
        self._label.setBuddy(edit)
        self._note = Label(hint, "muted")
        self._note.setVisible(bool(hint))
        self._error = Label("", "error")
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._label, edit, self._note, self._error):
            column.addWidget(part)
        self._label.setVisible(bool(label))
        edit.setAccessibleName(label)
        edit.setAccessibleDescription(hint)
        self.setFocusProxy(edit)

    def set_label(self, label: str) -> None:
        """Asks for it in other words, for the eye and for a screen reader."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.edit.setAccessibleName(label)

    def set_error(self, sentence: str) -> None:
        """Shows what is wrong, or nothing when the sentence is empty."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence or self._hint)
        self.edit.setProperty("wrong", bool(sentence))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def error(self) -> str:
        """The sentence that is shown now, or nothing."""
        return self._error.text()


class TextField(Field):
    """One line of text."""

    edit: QLineEdit

    def __init__(
        self, label: str, *, hint: str = "", placeholder: str = "", longest: int = 300
    ) -> None:
        super().__init__(label, self._line(), hint=hint)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(longest)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.finished)

    def text(self) -> str:
        """What is written, without blanks around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Writes `text`; does nothing when it stands there already."""
        if text != self.text():
            self.edit.setText(text)

    @staticmethod
    def _line() -> QLineEdit:
        return QLineEdit()


class PasswordField(TextField):
    """A secret: shown as dots, never copied, cut, dragged or offered to a keyboard's memory."""

    def text(self) -> str:
        """What is written; blanks belong to a password."""
        return self.edit.text()

    def clear(self) -> None:
        """Forgets what was written."""
        self.edit.clear()

    @staticmethod
    def _line() -> QLineEdit:
        return _SecretLine()


class _SecretLine(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("contextMenuPolicy", NO_MENU)
        self.setDragEnabled(False)
        self.setProperty("inputMethodHints", SECRET_INPUT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence  # builds three enumerations

        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            return
        super().keyPressEvent(event)
