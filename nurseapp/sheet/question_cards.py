"""All questions of a sheet below each other, in printed order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.forms.beside import grouped
from nurseapp.forms.question import Question
from nurseapp.look.labels import Label
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.question_card import QuestionCard
from nurseapp.sheet.sizes import Sizes

_LONGEST_HEADING: Final = 60


class QuestionCards(QWidget):
    """A card a question and a line of text for what asks nothing; hidden while not asked."""

    answer = Signal(str, str)
    take_back = Signal(str)
    ask_to_skip = Signal(str)

    def __init__(self, sizes: Sizes, *, may_skip: bool = True) -> None:
        super().__init__()
        self._sizes = sizes
        self._may_skip = may_skip
        self.cards: dict[str, QuestionCard] = {}
        self.notes: dict[str, Label] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def build(self, questions: Iterable[Question]) -> None:
        """Makes the cards; once for a sheet."""
        for group in grouped(questions):
            if group[0].kind == "information":
                self._add_note(group[0].id)
            else:
                self._add_card(QuestionCard(self._sizes, group, may_skip=self._may_skip))

    def present(self, items: Iterable[AskedItem]) -> None:
        """Shows the items that are asked now, each with its answer."""
        shown = {asked.question.id: asked for asked in items}
        for item, note in self.notes.items():
            note.setVisible(item in shown)
            if item in shown:
                _show_note(note, shown[item].words)
        for item, card in self.cards.items():
            card.setVisible(item in shown)
            if item in shown:
                card.present(shown)

    def settle(self) -> QuestionCard | None:
        """Tells everything that is typed; gives the first card where that is no answer."""
        unsettled = [card for card in self._seen() if not card.settle()]
        return next(iter(unsettled), None)

    def untold(self) -> QuestionCard | None:
        """The first card with something typed that could not be kept."""
        return next((card for card in self._seen() if card.untold()), None)

    def part(self, item: str) -> QWidget | None:
        """What shows the item."""
        return self.cards.get(item) or self.notes.get(item)

    def _seen(self) -> list[QuestionCard]:
        return [card for card in self.cards.values() if not card.isHidden()]

    def _add_note(self, item: str) -> None:
        self.notes[item] = self._sizes.sized(Label(), 16)
        self._column.addWidget(self.notes[item])

    def _add_card(self, card: QuestionCard) -> None:
        card.answer.connect(self._answered)
        card.take_back.connect(self.take_back)
        card.ask_to_skip.connect(self.ask_to_skip)
        self._column.addWidget(card)
        self.cards[card.item] = card

    def _answered(self, item: str, value: str) -> None:
        """A press in one card first tells what stands typed in another."""
        for card in self._seen():
            if item not in card.parts:
                card.settle()
        self.answer.emit(item, value)


def _show_note(note: Label, words: str) -> None:
    """Short words are a heading for what comes; longer ones are there to be read."""
    font = note.font()
    font.setBold(len(words) <= _LONGEST_HEADING)
    note.setFont(font)
    note.setText(words)
