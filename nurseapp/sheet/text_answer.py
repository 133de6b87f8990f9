"""The parent's own words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nurseapp.base.text import plural
from nurseapp.forms.answer import LONGEST_TEXT
from nurseapp.look.labels import aside
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.plain_fields import PlainText
from nurseapp.sheet.sizes import Sizes
from nurseapp.sheet.typed_answer import TypedAnswer

_LINES: Final = 5
_NEAR_THE_END: Final = 100


class TextAnswer(TypedAnswer):
    """Several lines; says how many signs are left when few are, and takes no more than all."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__(sizes)
        self.field = sizes.sized(PlainText(), 16)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.textChanged.connect(self._typed)
        self.left = sizes.sized(aside(), 13)
        self.left.hide()
        self.column.addWidget(self.field)
        self.column.addWidget(self.left)
        self.column.addWidget(self.problem)
        self._settle_when_left(self.field)

    def first(self) -> QWidget:
        """The field."""
        return self.field

    def _dress(self, asked: AskedItem) -> None:
        self.field.setAccessibleName(asked.text.text)
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + 28)

    def _read(self) -> tuple[str | None, str]:
        written = self.field.toPlainText()
        return (written, "") if written.strip() else (None, "")

    def _write(self, answer: str) -> None:
        self.field.setPlainText(answer)

    def _typed(self) -> None:
        if self.asked is None:
            return
        written = self.field.toPlainText()
        longest = self.asked.question.longest or LONGEST_TEXT
        if len(written) > longest:
            self._cut(written, longest)
            return
        left = longest - len(written)
        self.left.setText(plural("{count} tegn igjen", "{count} tegn igjen", left))
        self.left.setVisible(left <= min(_NEAR_THE_END, longest // 2))

    def _cut(self, written: str, longest: int) -> None:
        """Takes away what is too much, where it was typed."""
        cursor = self.field.textCursor()
        at = cursor.position()
        extra = len(written) - longest
        kept = written[: max(0, at - extra)] + written[at:]
        self.field.setPlainText(kept[:longest])
        cursor = self.field.textCursor()
        cursor.setPosition(min(max(0, at - extra), len(kept[:longest])))
        self.field.setTextCursor(cursor)
