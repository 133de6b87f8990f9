"""All questions on one page, in printed order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look.buttons import primary, secondary
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import aside
from nurseapp.parent.place import Beginning, PlaceScreen
from nurseapp.parent.skip_prompt import SkipPrompt
from nurseapp.parent.view import View
from nurseapp.sheet.question_card import QuestionCard


class QuestionPage(PlaceScreen):
    """One card a question; the count of answers stands below, always in sight."""

    answer = Signal(str, str)
    ask_to_skip = Signal(str)
    skip = Signal()
    stay = Signal()
    next = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, QuestionCard] = {}
        self._item: str | None = None
        self._heading = self.sized(Beginning(), 20, bold=True)
        self.page.add(self._heading)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        self.page.add(self._cards)
        self.page.end()
        self._count = self.sized(aside(), 12)
        self.back_button = self.sized(secondary("", icon="back"), 14)
        self.next_button = self.sized(primary(""), 14, bold=True)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.prompt = SkipPrompt(self)
        self.prompt.skip.connect(self.skip)
        self.prompt.stay.connect(self.stay)
        self._nav = QWidget()
        row = self.spaced(GiveWay(self._nav))
        row.add(self.back_button)
        row.add(self._count, stretches=True)
        row.add(self.next_button)
        column = QVBoxLayout(self.bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nav)
        column.addWidget(self.prompt)

    def build(self, view: View) -> None:
        """Makes the cards; called before the page is seen."""
        for question in view.questionnaire.items:
            if question.id not in self.cards:
                card = QuestionCard(self.sizes, question)
                card.answer.connect(self.answer)
                card.ask_to_skip.connect(self.ask_to_skip)
                self._cards.addWidget(card)
                self.cards[question.id] = card
        self.order_keyboard()
        self.present(view)

    def present(self, view: View) -> None:
        """Shows the questions that are asked now, each with its answer."""
        if len(self.cards) < len(view.questionnaire.items):
            self.build(view)
            return
        super().present(view)
        state = view.state
        self._heading.setText(view.text.recall)
        for item, card in self.cards.items():
            card.setVisible(item in state.asked)
            if item in state.asked:
                card.present(view.asked_item(item))
        done = len(state.asked) - len(state.unanswered)
        self._count.setText(
            _("{done} av {count} ferdig · alt lagres etter hvert svar").format(
                done=done, count=len(state.asked)
            )
        )
        self.back_button.setText(_("Tilbake"))
        self.next_button.setText(_("Ferdig"))
        self._nav.setVisible(state.skipping is None)
        self.prompt.present(state)
        self._scroll_to(state.item)

    def spoken(self, view: View) -> str:
        """The first question that is still open, with its answers."""
        state = view.state
        item = next(iter(state.unanswered), None)
        if item is None:
            return self._count.text()
        text = view.text.items[item]
        return ". ".join([text.text, *(text.options[one] for one in view.question(item).options)])

    def first_focus(self) -> QWidget:
        """The heading."""
        return self._heading

    def _scroll_to(self, item: str | None) -> None:
        """Brings the question into view that the parent has jumped to, once."""
        if item == self._item:
            return
        self._item = item
        card = self.cards.get(item or "")
        if card is None or item == next(iter(self.cards)):
            self.page.to_top()
        else:
            self.page.to_part(card)
