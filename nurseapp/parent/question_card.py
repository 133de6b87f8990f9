"""One question of a page: its words, its answers, and the way to skip it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.look.buttons import quiet
from nurseapp.look.card import Card
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import Label
from nurseapp.parent.place import PlaceScreen, aside
from nurseapp.parent.view import View


class QuestionCard(Card):
    """Stands in printed order among the others; draws only what has changed."""

    answer = Signal(str, str)
    ask_to_skip = Signal(str)

    def __init__(self, place: PlaceScreen, item: str, options: tuple[str, ...]) -> None:
        super().__init__(spacing=12)
        self.item = item
        self._shown: object = None
        self.words = place.sized(Label(), 18, bold=True)
        self.add(self.words)
        self.rows: dict[str, ChoiceRow] = {}
        answers = place.spaced(QVBoxLayout())
        for option in options:
            row = place.sized(ChoiceRow(""), 18)
            row.setProperty("option", option)
            row.clicked.connect(self._pressed)
            answers.addWidget(row)
            self.rows[option] = row
        self.add(answers)
        self._declined = place.sized(aside(), 13)
        self.add(self._declined)
        self.skip_button = place.sized(quiet(""), 13)
        self.skip_button.clicked.connect(self._skip_pressed)
        line = QVBoxLayout()
        line.addWidget(self.skip_button)
        line.setAlignment(self.skip_button, Qt.AlignmentFlag.AlignLeading)
        self.add(line)

    def present(self, view: View, number: int) -> None:
        """Shows the question as number `number` of the page."""
        state = view.state
        chosen = state.answers.get(self.item)
        declined = self.item in state.declined
        shown = (number, state.language, chosen, declined)
        for option, row in self.rows.items():
            row.setChecked(option == chosen)
        if shown == self._shown:
            return
        self._shown = shown
        text = view.text.items[self.item]
        self.words.setText(f"{number}. {text.text}")
        for option, row in self.rows.items():
            row.setText(text.options[option])
        self._declined.setText(_("Du valgte å ikke svare på dette. Du kan ombestemme deg."))
        self._declined.setVisible(declined)
        self.skip_button.setText(_("Vil ikke svare"))
        self.skip_button.setVisible(not declined)

    def _pressed(self) -> None:
        row: QObject = self.sender()
        self.answer.emit(self.item, str(row.property("option")))

    def _skip_pressed(self) -> None:
        self.ask_to_skip.emit(self.item)
