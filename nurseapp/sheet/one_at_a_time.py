"""The answers of the one question that is in view, with the ticks beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.forms.vocabulary import ItemKind
from nurseapp.look.labels import Label, aside
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.answer_parts import answer_part, family
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.choice_answer import ChoiceAnswer
from nurseapp.sheet.sizes import Sizes


class OneAtATime(QWidget):
    """One part for each kind of answer, used again for every item of that kind."""

    answer = Signal(str, str)
    take_back = Signal(str)

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self._sizes = sizes
        self.choices = ChoiceAnswer(sizes)
        self._parts: dict[ItemKind, AnswerPart] = {}
        self._beside: list[tuple[Label, AnswerPart]] = []
        self._shown: list[tuple[str, AnswerPart]] = []
        self._column = sizes.spaced(QVBoxLayout(self))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._take("choice", self.choices)

    def present(self, group: Sequence[AskedItem]) -> bool:
        """Shows the question and the ticks beside it; tells whether anything had to be made."""
        made = len(self._parts) + len(self._beside)
        main = self._part_for(group[0].question.kind)
        shown = [(group[0], main)] if main is not None else []
        while len(self._beside) < len(group) - 1:
            self._add_beside()
        for part in self._parts.values():
            part.setVisible(part is main)
        for at, (label, part) in enumerate(self._beside):
            used = at < len(group) - 1
            label.setVisible(used)
            part.setVisible(used)
            if used:
                label.setText(group[at + 1].text.text)
                shown.append((group[at + 1], part))
        self._shown = [(asked.question.id, part) for asked, part in shown]
        for asked, part in shown:
            part.setProperty("item", asked.question.id)
            part.present(asked)
        return len(self._parts) + len(self._beside) > made

    def settle(self) -> bool:
        """Tells what is typed; False if it is no answer, which is then said."""
        settled = [part.settle() for _item, part in self._shown]  # every one, not only to the first
        return all(settled)

    def untold(self) -> bool:
        """Whether something typed could not be kept."""
        return any(part.untold() for _item, part in self._shown)

    def to_first(self) -> None:
        """Puts the keyboard where the first answer is given."""
        if self._shown:
            self._shown[0][1].first().setFocus()

    def let_tab_in(self) -> None:
        """Another item is shown: the tab key begins at its first answer."""
        for _item, part in self._shown:
            part.let_tab_in()

    def _part_for(self, kind: ItemKind) -> AnswerPart | None:
        kind = family(kind)
        if kind not in self._parts:
            part = answer_part(kind, self._sizes)
            if part is None:
                return None
            self._take(kind, part)
        return self._parts[kind]

    def _take(self, kind: ItemKind, part: AnswerPart) -> None:
        self._parts[kind] = part
        self._connect(part)

    def _add_beside(self) -> None:
        label = self._sizes.sized(aside(), 14)
        part = answer_part("multiple", self._sizes)
        assert part is not None
        self._column.addWidget(label)
        self._connect(part)
        self._beside.append((label, part))

    def _connect(self, part: AnswerPart) -> None:
        part.answered.connect(self._answered)
        part.taken_back.connect(self._taken_back)
        self._column.addWidget(part)

    def _answered(self, value: str) -> None:
        self.answer.emit(str(self.sender().property("item")), value)

    def _taken_back(self) -> None:
        self.take_back.emit(str(self.sender().property("item")))
