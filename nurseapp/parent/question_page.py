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
from nurseapp.sheet.question_cards import QuestionCards


class QuestionPage(PlaceScreen):
    """One card a question; the count of answers stands below, always in sight."""

    answer = Signal(str, str)
    take_back = Signal(str)
    ask_to_skip = Signal(str)
    skip = Signal()
    stay = Signal()
    next = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item: str | None = None
        self._heading = self.sized(Beginning(), 20, bold=True)
        self.page.add(self._heading)
        self._cards = QuestionCards(self.sizes)
        self._cards.answer.connect(self.answer)
        self._cards.take_back.connect(self.take_back)
        self._cards.ask_to_skip.connect(self.ask_to_skip)
        self.page.add(self._cards)
        self.page.end()
        self._count = self.sized(aside(), 12)
        self.back_button = self.sized(secondary("", icon="back"), 14)
        self.next_button = self.sized(primary(""), 14, bold=True)
        self.back_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
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

    @property
    def cards(self) -> dict[str, QuestionCard]:
        """The questions by item."""
        return self._cards.cards

    def build(self, view: View) -> None:
        """Makes the cards; called before the page is seen."""
        if not self.cards:
            self._cards.build(view.questionnaire.items)
            self.order_keyboard()
        self.present(view)

    def present(self, view: View) -> None:
        """Shows the questions that are asked now, each with its answer."""
        if not self.cards:
            self.build(view)
            return
        super().present(view)
        state = view.state
        self._heading.setText(view.text.recall)
        self._cards.present(view.asked_items())
        open_ = [item for item in state.questions if not state.has_dealt_with(item)]
        count = len(state.questions)
        self._count.setText(
            _("{done} av {count} ferdig · alt lagres etter hvert svar").format(
                done=count - len(open_), count=count
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
        return view.spoken_words(item)

    def settle(self) -> None:
        """Keeps what is typed before anything else is shown."""
        self._cards.settle()

    def first_focus(self) -> QWidget:
        """The heading."""
        return self._heading

    def _scroll_to(self, item: str | None) -> None:
        """Brings the question into view that the parent has jumped to, once."""
        if item == self._item:
            return
        self._item = item
        part = self._cards.part(item or "")
        if part is None or item == next(iter(self.cards)):
            self.page.to_top()
        else:
            self.page.to_part(part)

    def _go_on(self) -> None:
        """To the review, once everything typed is an answer and is kept."""
        stopped = self._cards.settle() or self._cards.untold()
        if stopped is None:
            self.next.emit()
            return
        self.page.to_part(stopped)
        stopped.parts[stopped.item].first().setFocus()

    def _go_back(self) -> None:
        """Back in any case; what is no answer is not kept."""
        self._cards.settle()
        self.back.emit()
