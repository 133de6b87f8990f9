"""One of several options, below each other in every language."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.look.choice_row import ChoiceRow
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.sizes import Sizes


class ChoiceAnswer(AnswerPart):
    """For `choice` and `yes_no`; the same rows can serve one item after the other."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self._sizes = sizes
        self.rows: list[ChoiceRow] = []
        self._column = sizes.spaced(QVBoxLayout(self))
        self._column.setContentsMargins(0, 0, 0, 0)

    def prepare(self, rows: int) -> bool:
        """Makes room for `rows` options ahead of time; tells whether any had to be made."""
        made = len(self.rows) < rows
        while len(self.rows) < rows:
            row = self._sizes.sized(ChoiceRow(""), 18)
            row.clicked.connect(self._pressed)
            self._column.addWidget(row)
            self.rows.append(row)
        return made

    def present(self, asked: AskedItem) -> None:
        """Shows the options in printed order."""
        options = asked.question.options
        self.prepare(len(options))
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(options))
            if at < len(options):
                row.setProperty("option", options[at])
                row.setText(asked.text.options[options[at]])
                row.setChecked(options[at] == asked.answer)

    def first(self) -> QWidget:
        """The first option."""
        return self.rows[0]

    def let_tab_in(self) -> None:
        """The tab key may come to any option first."""
        for row in self.rows:
            row.let_tab_in()

    def _pressed(self) -> None:
        row: QObject = self.sender()
        self.answered.emit(str(row.property("option")))
