"""A sheet with its wording, answered as on the device but by the nurse: labels, not numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.clinic.values.entry import EntryQuestions
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.typed_sheet import TypedSheet
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.question_cards import QuestionCards
from nurseapp.sheet.sizes import Sizes


class WordedCards(QWidget):
    """The same cards as a parent's page has, without the way to skip."""

    def __init__(self, flow: EntryFlow, sizes: Sizes) -> None:
        super().__init__()
        self._flow = flow
        self.cards = QuestionCards(sizes, may_skip=False)
        self.cards.answer.connect(self._answered)
        self.cards.take_back.connect(self._taken_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)

    def build(self, questions: EntryQuestions) -> None:
        """Makes a card for each question."""
        self.cards.build(each.question for each in questions.items)

    def present(self, sheet: TypedSheet) -> None:
        """Shows what stands so far."""
        numbers = {group[0].id: number for number, group in enumerate(sheet.groups, 1)}
        self.cards.present(
            AskedItem(
                question=each.question,
                text=each.text,
                number=numbers.get(each.question.id),
                answer=sheet.answers.get(each.question.id),
            )
            for each in sheet.items
        )

    def to_first(self) -> None:
        """Puts the keyboard at the first answer."""
        first = next((card for card in self.cards.cards.values() if not card.isHidden()), None)
        if first is not None:
            first.parts[first.item].first().setFocus()

    def settle(self) -> bool:
        """Tells what is typed; False, with the keyboard there, if something is no answer."""
        wrong = self.cards.settle()
        if wrong is not None:
            wrong.parts[wrong.item].first().setFocus()
        return wrong is None

    def _answered(self, item: str, value: str) -> None:
        self._flow.type(lambda sheet: sheet.answered(item, value))

    def _taken_back(self, item: str) -> None:
        self._flow.type(lambda sheet: sheet.taken_back(item))
