"""One question at a time; the same widgets serve them all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import aside
from nurseapp.parent.place import Beginning, PlaceScreen
from nurseapp.parent.progress import Progress
from nurseapp.parent.skip_prompt import SkipPrompt
from nurseapp.parent.view import View
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.one_at_a_time import OneAtATime


class QuestionPlace(PlaceScreen):
    """Shows the item in view; answers stand below each other in every language."""

    answer = Signal(str, str)
    take_back = Signal(str)
    ask_to_skip = Signal(str)
    skip = Signal()
    stay = Signal()
    next = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item = ""
        self.progress = Progress()
        self._caption = self.sized(aside(), 12)
        self.words = self.sized(Beginning(), 20, bold=True)
        self._declined = self.sized(aside(), 13)
        self.answers = OneAtATime(self.sizes)
        self.answers.answer.connect(self.answer)
        self.answers.take_back.connect(self.take_back)
        for part in (self.progress, self._caption, self.words, self._declined, self.answers):
            self.page.add(part)
        self.page.end()
        self.prompt = SkipPrompt(self)
        self.prompt.skip.connect(self.skip)
        self.prompt.stay.connect(self.stay)
        self._build_bar()

    @property
    def rows(self) -> list[ChoiceRow]:
        """The options of which one is chosen, more than this item has where another needed them."""
        return self.answers.choices.rows

    def prepare(self, rows: int) -> None:
        """Makes room for `rows` options before the first question is shown."""
        if self.answers.choices.prepare(rows):
            self.order_keyboard()

    def present(self, view: View) -> None:
        """Shows the item in view with its answer, and the prompt when it is to be skipped."""
        super().present(view)
        state = view.state
        group = view.in_view()
        if not group:
            return
        self._show_words(view, group[0])
        if self.answers.present(group):
            self.order_keyboard()
        self._nav.setVisible(state.skipping is None)
        self.prompt.present(state)
        self._declined.setVisible(group[0].declined)
        if state.item != self._item:
            self._item = state.item or ""
            self.page.to_top()
            self.answers.let_tab_in()

    def spoken(self, view: View) -> str:
        """The question and its answers."""
        return ". ".join(view.spoken_words(asked.question.id) for asked in view.in_view())

    def first_focus(self) -> QWidget:
        """The question: a screen reader says it, and nothing is chosen."""
        return self.words

    def settle(self) -> None:
        """Keeps what is typed before anything else is shown."""
        self.answers.settle()

    def _build_bar(self) -> None:
        self.back_button = self.sized(secondary("", icon="back"), 14)
        self.skip_button = self.sized(quiet(""), 14)
        self.next_button = self.sized(primary(""), 14, bold=True)
        self.back_button.clicked.connect(self._go_back)
        self.skip_button.clicked.connect(self._skip_pressed)
        self.next_button.clicked.connect(self._go_on)
        self._nav = QWidget()
        row = self.spaced(GiveWay(self._nav))
        row.add(self.back_button)
        row.add(self.skip_button)
        row.add(QWidget(), stretches=True)
        row.add(self.next_button)
        column = QVBoxLayout(self.bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nav)
        column.addWidget(self.prompt)

    def _show_words(self, view: View, asked: AskedItem) -> None:
        count = len(view.state.questions)
        self._caption.setVisible(asked.number is not None)
        if asked.number is not None:
            says = _("Spørsmål {number} av {count}").format(number=asked.number, count=count)
            self._caption.setText(f"{says} · {view.text.recall}")
        self.progress.show_position(view.state.reached, count)
        self.words.setText(asked.text.text)
        self._declined.setText(_("Du valgte å ikke svare på dette. Du kan ombestemme deg."))
        self.back_button.setText(_("Tilbake"))
        self.skip_button.setText(_("Vil ikke svare"))
        self.skip_button.setVisible(asked.number is not None and not asked.question.optional)
        self.next_button.setText(_("Neste"))

    def _go_on(self) -> None:
        """To the next question, once what is typed is an answer and is kept."""
        if self.answers.settle() and not self.answers.untold():
            self.next.emit()
        else:
            self.answers.to_first()

    def _go_back(self) -> None:
        """Back in any case; what is no answer is not kept."""
        self.answers.settle()
        self.back.emit()

    def _skip_pressed(self) -> None:
        self.ask_to_skip.emit(self._item)
