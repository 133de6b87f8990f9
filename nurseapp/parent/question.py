"""One question at a time; the same widgets serve them all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
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


class QuestionPlace(PlaceScreen):
    """Shows the item in view; answers stand below each other in every language."""

    answer = Signal(str, str)
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
        self.rows: list[ChoiceRow] = []
        self._answers = self.spaced(QVBoxLayout())
        for part in (self.progress, self._caption, self.words, self._declined):
            self.page.add(part)
        self.page.add(self._answers)
        self.page.end()
        self.prompt = SkipPrompt(self)
        self.prompt.skip.connect(self.skip)
        self.prompt.stay.connect(self.stay)
        self._build_bar()

    def prepare(self, rows: int) -> None:
        """Makes room for `rows` answers before the first question is shown."""
        if len(self.rows) >= rows:
            return
        while len(self.rows) < rows:
            row = self.sized(ChoiceRow(""), 18)
            row.clicked.connect(self._pressed)
            self._answers.addWidget(row)
            self.rows.append(row)
        self.order_keyboard()

    def present(self, view: View) -> None:
        """Shows the item in view with its answer, and the prompt when it is to be skipped."""
        super().present(view)
        state = view.state
        if state.item is None:
            return
        self._show_words(view, state.item)
        self._show_answers(view, state.item)
        self._nav.setVisible(state.skipping is None)
        self.prompt.present(state)
        self._declined.setVisible(state.item in state.declined)
        if state.item != self._item:
            self._item = state.item
            self.page.to_top()
            for row in self.rows:
                row.let_tab_in()

    def spoken(self, view: View) -> str:
        """The question and its answers."""
        if view.state.item is None:
            return ""
        text = view.text.items[view.state.item]
        answers = (text.options[option] for option in view.question(view.state.item).options)
        return ". ".join([text.text, *answers])

    def first_focus(self) -> QWidget:
        """The question: a screen reader says it, and nothing is chosen."""
        return self.words

    def _build_bar(self) -> None:
        self.back_button = self.sized(secondary("", icon="back"), 14)
        self.skip_button = self.sized(quiet(""), 14)
        self.next_button = self.sized(primary(""), 14, bold=True)
        self.back_button.clicked.connect(self.back)
        self.skip_button.clicked.connect(self._skip_pressed)
        self.next_button.clicked.connect(self.next)
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

    def _show_words(self, view: View, item: str) -> None:
        state = view.state
        count = len(state.asked)
        number = _("Spørsmål {number} av {count}").format(number=state.position, count=count)
        self._caption.setText(f"{number} · {view.text.recall}")
        self.progress.show_position(state.position, count)
        self.words.setText(view.text.items[item].text)
        self._declined.setText(_("Du valgte å ikke svare på dette. Du kan ombestemme deg."))
        self.back_button.setText(_("Tilbake"))
        self.skip_button.setText(_("Vil ikke svare"))
        self.next_button.setText(_("Neste"))

    def _show_answers(self, view: View, item: str) -> None:
        options = view.question(item).options
        self.prepare(len(options))
        words = view.text.items[item].options
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(options))
            if at < len(options):
                row.setProperty("option", options[at])
                row.setText(words[options[at]])
                row.setChecked(view.state.answers.get(item) == options[at])

    def _pressed(self) -> None:
        row: QObject = self.sender()
        self.answer.emit(self._item, str(row.property("option")))

    def _skip_pressed(self) -> None:
        self.ask_to_skip.emit(self._item)
