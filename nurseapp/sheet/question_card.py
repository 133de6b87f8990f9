"""One question of a page: its words, its answers, and the way to skip it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.forms.beside import Group
from nurseapp.look.buttons import quiet
from nurseapp.look.card import Card
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import Label, aside
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.answer_parts import answer_part
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.choice_answer import ChoiceAnswer
from nurseapp.sheet.sizes import Sizes


class QuestionCard(Card):
    """Stands in printed order among the others, with the ticks that belong to its question."""

    answer = Signal(str, str)
    take_back = Signal(str)
    ask_to_skip = Signal(str)

    def __init__(self, sizes: Sizes, group: Group, *, may_skip: bool = True) -> None:
        super().__init__(spacing=12)
        self.item = group[0].id
        self._may_skip = may_skip
        self.words = sizes.sized(Label(), 18, bold=True)
        self.add(self.words)
        self.parts: dict[str, AnswerPart] = {}
        self._beside: dict[str, Label] = {}
        for question in group:
            if question is not group[0]:
                self._beside[question.id] = sizes.sized(aside(), 14)
                self.add(self._beside[question.id])
            part = answer_part(question.kind, sizes)
            if part is not None:
                self._take(question.id, part)
        self._declined = sizes.sized(aside(), 13)
        self.skip_button = sizes.sized(quiet(""), 13)
        self.skip_button.clicked.connect(self._skip_pressed)
        line = QVBoxLayout()
        line.addWidget(self.skip_button)
        line.setAlignment(self.skip_button, Qt.AlignmentFlag.AlignLeading)
        self.add(self._declined)
        self.add(line)

    @property
    def rows(self) -> dict[str, ChoiceRow]:
        """The options of the question by id, where one of several is chosen."""
        part = self.parts.get(self.item)
        rows = part.rows if isinstance(part, ChoiceAnswer) else []
        return {str(row.property("option")): row for row in rows}

    def present(self, items: Mapping[str, AskedItem]) -> None:
        """Shows the question and what stands beside it; `items` are those asked now."""
        asked = items[self.item]
        self.words.setText(asked.words)
        for item, part in self.parts.items():
            part.setVisible(item in items)
            if item in items:
                part.present(items[item])
        for item, label in self._beside.items():
            label.setVisible(item in items)
            label.setText(items[item].text.text if item in items else "")
        self._declined.setText(_("Du valgte å ikke svare på dette. Du kan ombestemme deg."))
        self._declined.setVisible(asked.declined)
        self.skip_button.setText(_("Vil ikke svare"))
        skips = self._may_skip and not asked.declined and not asked.question.optional
        self.skip_button.setVisible(skips)

    def settle(self) -> bool:
        """Tells what is typed; False if it is no answer, which the card then says."""
        settled = [part.settle() for part in self.parts.values()]  # every one
        return all(settled)

    def untold(self) -> bool:
        """Whether something typed could not be kept."""
        return any(part.untold() for part in self.parts.values())

    def _take(self, item: str, part: AnswerPart) -> None:
        part.setProperty("item", item)
        part.answered.connect(self._answered)
        part.taken_back.connect(self._taken_back)
        self.parts[item] = part
        self.add(part)

    def _answered(self, value: str) -> None:
        self.answer.emit(str(self.sender().property("item")), value)

    def _taken_back(self) -> None:
        self.take_back.emit(str(self.sender().property("item")))

    def _skip_pressed(self) -> None:
        self.ask_to_skip.emit(self.item)
