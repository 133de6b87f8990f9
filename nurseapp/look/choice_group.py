"""A question with a few answers below each other, of which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import Label


class ChoiceGroup(QFrame):
    """Each choice has a value and its words; `chosen` tells the value."""

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        choices: Iterable[tuple[str, str]],
        *,
        value: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows: dict[str, ChoiceRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if label:
            column.addWidget(Label(label))
        for one, words in choices:
            row = ChoiceRow(words)
            row.setProperty("value", one)
            row.clicked.connect(self._pressed)
            column.addWidget(row)
            self.rows[one] = row
        self.setAccessibleName(label)
        self.set_value(value)

    def value(self) -> str | None:
        """The chosen value, or None."""
        return next((value for value, row in self.rows.items() if row.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Shows `value` as chosen without telling anybody."""
        for one, row in self.rows.items():
            row.setChecked(one == value)

    def _pressed(self) -> None:
        row: QObject = self.sender()
        value = str(row.property("value"))
        self.set_value(value)
        self.chosen.emit(value)
