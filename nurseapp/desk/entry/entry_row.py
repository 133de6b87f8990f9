"""One question of a paper sheet: its topic, and where its answer is tapped in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.entry import EntryItem
from nurseapp.desk.columns import Columns
from nurseapp.desk.entry.option_keys import OptionKeys
from nurseapp.desk.entry.typed_sheet import TypedSheet, answer_words, item_name
from nurseapp.look import tokens
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label, body, muted
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.answer_parts import answer_part
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.sizes import Sizes

_PRESSED = {"choice", "yes_no", "multiple"}


class EntryRow(QFrame):
    """Has the keyboard while its question is the one to answer; a field in it has it instead."""

    pressed = Signal(str, int)
    """The item and the number of the option."""
    answered = Signal(str, str)
    taken_back = Signal(str)
    entered = Signal(str)
    """The keyboard has come here."""

    def __init__(self, group: tuple[EntryItem, ...], sizes: Sizes, *, worded: bool) -> None:
        super().__init__()
        self.item = group[0].question.id
        self._group = group
        self._worded = worded
        self._marked = False
        self.keys: dict[str, OptionKeys] = {}
        self.parts: dict[str, AnswerPart] = {}
        self._words = body(item_name(group[0]))
        self._said = muted("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out(sizes)
        if self.parts:
            self.setFocusProxy(self.parts[self.item].first())

    def present(self, sheet: TypedSheet, *, here: bool) -> None:
        """Shows what stands for the question; `here` while it is the one to answer."""
        self._marked = here
        for item in self._group:
            value = sheet.answers.get(item.question.id)
            if item.question.id in self.keys:
                self.keys[item.question.id].show_answer(value)
            elif item.question.id in self.parts:
                self.parts[item.question.id].present(
                    AskedItem(question=item.question, text=item.text, answer=value)
                )
        words = self._answer_words(sheet)
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.setAccessibleName(f"{self._words.text()}. {self._spoken(sheet)}")
        self.update()

    def settle(self) -> bool:
        """Tells what is typed; False if it is no answer."""
        settled = [part.settle() for part in self.parts.values()]
        return all(settled)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard is here."""
        super().focusInEvent(event)
        self.entered.emit(self.item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the keys makes this the question to answer."""
        super().mousePressEvent(event)
        self.entered.emit(self.item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears that the keyboard has come to the field; nothing is held back."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.item)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground of the question to answer."""
        painter = QPainter(self)
        if self._marked:
            draw_ground(painter, self.rect(), fill=tokens.TEAL_SOFT, border=None)
        if self.hasFocus() and not self.parts:
            draw_focus(painter, self.rect())

    def _lay_out(self, sizes: Sizes) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._said)
        words.addStretch(1)
        answers = GiveWay(spacing=16)
        for item in self._group:
            answers.add(self._answer_of(item, sizes), stretches=item.question.kind == "text")
        row = Columns(self, least=200)
        row.setContentsMargins(12, 4, 12, 4)
        row.add_column(words, share=4)
        row.add_column(answers, share=5)

    def _answer_of(self, item: EntryItem, sizes: Sizes) -> QWidget:
        question = item.question
        if question.kind in _PRESSED:
            names = tuple(item.text.options[option] for option in question.options)
            keys = OptionKeys(question, names)
            keys.setProperty("item", question.id)
            keys.pressed.connect(self._key)
            self.keys[question.id] = keys
            return keys
        part = answer_part(question.kind, sizes)
        if part is None:
            return Label("")
        part.answered.connect(self._answered)
        part.taken_back.connect(self._taken_back)
        part.first().installEventFilter(self)
        self.parts[question.id] = part
        return part

    def _spoken(self, sheet: TypedSheet) -> str:
        if self.item in sheet.blank:
            return _("står tomt på arket")
        if self.item not in sheet.answers:
            return _("ikke ført inn")
        answer = answer_words(self._group[0], sheet.answers[self.item], worded=self._worded)
        return _("svar {answer}").format(answer=answer)

    def _answer_words(self, sheet: TypedSheet) -> str:
        if self.item in sheet.blank:
            return _("står tomt på arket")
        if not self._worded or self.item not in sheet.answers or self.item not in self.keys:
            return ""
        return answer_words(self._group[0], sheet.answers[self.item], worded=True)

    def _key(self, number: int) -> None:
        self.pressed.emit(str(self.sender().property("item")), number)

    def _answered(self, value: str) -> None:
        self.answered.emit(self.item, value)

    def _taken_back(self) -> None:
        self.taken_back.emit(self.item)
