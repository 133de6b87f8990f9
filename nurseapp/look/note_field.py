"""A field for several lines."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from nurseapp.look.fields import Field
from nurseapp.look.theme import scaled


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
