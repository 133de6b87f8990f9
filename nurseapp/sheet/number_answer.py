"""A number with its unit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nurseapp.look.labels import Label
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.plain_fields import PlainLine
from nurseapp.sheet.sizes import Sizes
from nurseapp.sheet.typed_answer import TypedAnswer
from nurseapp.sheet.typed_number import said, typed_number

_LONGEST: Final = 12


class NumberAnswer(TypedAnswer):
    """One large field; comma and point are both taken."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__(sizes)
        self.line = sizes.sized(PlainLine(), 20)
        self.line.setMaxLength(_LONGEST)
        self.line.setMaximumWidth(320)
        self.line.returnPressed.connect(self._go_on)
        self.line.textEdited.connect(self._mend)
        self._unit = sizes.sized(Label(), 18)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.line, 1)
        row.addWidget(self._unit)
        row.addStretch(2)
        self.column.addLayout(row)
        self.column.addWidget(self.problem)
        self._settle_when_left(self.line)

    def first(self) -> QWidget:
        """The field."""
        return self.line

    def _dress(self, asked: AskedItem) -> None:
        hint = Qt.InputMethodHint
        formatted = asked.question.decimals or (asked.question.minimum or 0) < 0
        digits = hint.ImhFormattedNumbersOnly if formatted else hint.ImhDigitsOnly
        self.line.setInputMethodHints(digits | hint.ImhSensitiveData | hint.ImhNoPredictiveText)
        unit = asked.question.unit
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self.line.setAccessibleName(f"{asked.text.text} {unit}".strip())

    def _read(self) -> tuple[str | None, str]:
        assert self.asked is not None
        typed = typed_number(self.line.text(), self.asked.question)
        return typed.answer, typed.problem

    def _write(self, answer: str) -> None:
        self.line.setText(said(float(answer)) if answer else "")

    def _go_on(self) -> None:
        if self.settle():
            self.line.focusNextChild()
