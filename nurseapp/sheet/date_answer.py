"""A day: three small fields, since nobody remembers a birthday by leafing through a calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_day
from nurseapp.look.labels import Label
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.plain_fields import PlainLine
from nurseapp.sheet.sizes import Sizes
from nurseapp.sheet.typed_answer import TypedAnswer

_WIDTHS: Final = (2, 2, 3)
_SIGNS: Final = (2, 2, 4)


class DateAnswer(TypedAnswer):
    """Day, month and year; two figures of a year are enough."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__(sizes)
        self.lines = tuple(sizes.sized(PlainLine(), 20) for _sign in _SIGNS)
        self._names = tuple(sizes.sized(Label(), 14) for _line in self.lines)
        row = sizes.spaced(QHBoxLayout())
        for line, name, width, signs in zip(
            self.lines, self._names, _WIDTHS, _SIGNS, strict=True
        ):  # fmt: skip
            line.setMaxLength(signs)
            line.returnPressed.connect(self._go_on)
            line.textEdited.connect(self._mend)
            hint = Qt.InputMethodHint
            line.setInputMethodHints(hint.ImhDigitsOnly | hint.ImhSensitiveData)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(line)
            row.addLayout(column, width)
        row.addStretch(5)
        self.column.addLayout(row)
        self.column.addWidget(self.problem)
        self._settle_when_left(*self.lines)

    def first(self) -> QWidget:
        """The day."""
        return self.lines[0]

    def _dress(self, asked: AskedItem) -> None:
        words = (_("Dag"), _("Måned"), _("År"))
        for line, name, word in zip(self.lines, self._names, words, strict=True):
            name.setText(word)
            line.setAccessibleName(f"{asked.text.text} {word}")

    def _read(self) -> tuple[str | None, str]:
        parts = [line.text().strip() for line in self.lines]
        if not any(parts):
            return None, ""
        if not all(parts):
            return None, _("Skriv både dag, måned og år.")
        typed = typed_day(".".join(parts), today=date.today())  # noqa: DTZ011 - only the century
        return (typed.day.isoformat(), "") if typed.day else (None, typed.problem)

    def _write(self, answer: str) -> None:
        day = date.fromisoformat(answer) if answer else None
        parts = (str(day.day), str(day.month), str(day.year)) if day else ("", "", "")
        for line, part in zip(self.lines, parts, strict=True):
            line.setText(part)

    def _still_here(self) -> bool:
        return any(line.hasFocus() for line in self.lines)

    def _go_on(self) -> None:
        """Return leads from field to field; from the last one on, if it is a day."""
        if self.lines[-1].hasFocus() and not self.settle():
            return
        self.focusNextChild()
