"""Fields with their label above and their error below, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import NO_MENU, SECRET_INPUT
from nurseapp.look.icons import draw_icon
from nurseapp.look.labels import Label
from nurseapp.look.theme import scaled

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


class NoteField(Field):
    """Several lines of text."""

    edit: QPlainTextEdit

    def __init__(
        self, label: str, *, hint: str = "", placeholder: str = "", lines: int = 4
    ) -> None:
        edit = QPlainTextEdit()
        super().__init__(label, edit, hint=hint)
        edit.setPlaceholderText(placeholder)
        edit.setTabChangesFocus(True)
        edit.setMinimumHeight(scaled(22) * lines + 24)
        edit.textChanged.connect(self._tell)

    def text(self) -> str:
        """What is written, without blanks around it."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Writes `text`; does nothing when it stands there already."""
        if text != self.text():
            self.edit.setPlainText(text)

    def _tell(self) -> None:
        self.changed.emit(self.text())


class SelectField(Field):
    """One of a list that is too long to show whole."""

    edit: QComboBox

    def __init__(
        self, label: str, choices: Iterable[tuple[str, str]], *, hint: str = "", value: str = ""
    ) -> None:
        edit = _Select()
        super().__init__(label, edit, hint=hint)
        for one, words in choices:
            edit.addItem(words, one)
        self.set_value(value)
        edit.activated.connect(self._tell)

    def value(self) -> str:
        """The chosen value; the first one until somebody chooses."""
        return str(self.edit.currentData() or "")

    def set_value(self, value: str) -> None:
        """Shows `value` as chosen without telling anybody."""
        self.edit.setCurrentIndex(max(0, self.edit.findData(value)))

    def _tell(self) -> None:
        self.changed.emit(self.value())


class _Select(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(16)
        right_to_left = self.isRightToLeft()
        start = 16 if right_to_left else self.width() - 16 - side
        place = QRectF(start, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "down", place, tokens.INK)


class _SecretLine(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("contextMenuPolicy", NO_MENU)
        self.setDragEnabled(False)
        self.setProperty("inputMethodHints", SECRET_INPUT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            return
        super().keyPressEvent(event)
