"""One question of a page: its words, its answers, and the way to skip it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.forms.question import Question
from nurseapp.look.buttons import quiet
from nurseapp.look.card import Card
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import Label, aside
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.sizes import Sizes


class QuestionCard(Card):
    """Stands in printed order among the others; draws only what has changed."""

    answer = Signal(str, str)
    ask_to_skip = Signal(str)

    def __init__(self, sizes: Sizes, question: Question) -> None:
        super().__init__(spacing=12)
        self.item = question.id
        self.words = sizes.sized(Label(), 18, bold=True)
        self.add(self.words)
        self.rows: dict[str, ChoiceRow] = {}
        answers = sizes.spaced(QVBoxLayout())
        for option in question.options:
            row = sizes.sized(ChoiceRow(""), 18)
            row.setProperty("option", option)
            row.clicked.connect(self._pressed)
            answers.addWidget(row)
            self.rows[option] = row
        self.add(answers)
        self._declined = sizes.sized(aside(), 13)
        self.add(self._declined)
        self.skip_button = sizes.sized(quiet(""), 13)
        self.skip_button.clicked.connect(self._skip_pressed)
        line = QVBoxLayout()
        line.addWidget(self.skip_button)
        line.setAlignment(self.skip_button, Qt.AlignmentFlag.AlignLeading)
        self.add(line)

    def present(self, asked: AskedItem) -> None:
        """Shows the item with its number on the page."""
        self.words.setText(f"{asked.number}. {asked.text.text}")
        for option, row in self.rows.items():
            row.setText(asked.text.options[option])
            row.setChecked(option == asked.answer)
        self._declined.setText(_("Du valgte å ikke svare på dette. Du kan ombestemme deg."))
        self._declined.setVisible(asked.declined)
        self.skip_button.setText(_("Vil ikke svare"))
        self.skip_button.setVisible(not asked.declined)

    def _pressed(self) -> None:
        row: QObject = self.sender()
        self.answer.emit(self.item, str(row.property("option")))

    def _skip_pressed(self) -> None:
        self.ask_to_skip.emit(self.item)
