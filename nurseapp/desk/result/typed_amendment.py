"""A number, a date or a text put right, in the field it was answered in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.result import ItemRow
from nurseapp.desk.result.amend_flow import standing
from nurseapp.forms.question import Question
from nurseapp.forms.wording import ItemText
from nurseapp.look import theme
from nurseapp.look.labels import Label, muted
from nurseapp.look.section import empty
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.answer_parts import answer_part
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.measures import NurseMeasures
from nurseapp.sheet.sizes import Sizes


class TypedAmendment(QWidget):
    """The clinic knows the form's limits and has the last word; an empty field is no answer."""

    changed = Signal(object)
    """The new answer, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.part: AnswerPart | None = None
        self._asked: AskedItem | None = None
        self._holder = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_("Nytt svar")))
        column.addLayout(self._holder)
        column.addWidget(muted(_("Et tomt felt betyr at spørsmålet ikke er besvart.")))

    def show_item(self, item: ItemRow) -> None:
        """Begins with the answer that stands."""
        empty(self._holder)
        sizes = Sizes()
        self.part = None if item.options else answer_part(item.kind, sizes)
        if self.part is None:
            return
        question = Question(id=item.item, kind=item.kind, unit=item.unit, decimals=3)
        self._asked = AskedItem(question=question, text=ItemText(item.topic), answer=standing(item))
        self.part.answered.connect(self._answered)
        self.part.taken_back.connect(self._taken_back)
        self._holder.addWidget(self.part)
        sizes.dress(NurseMeasures(scale=theme.text_scale()))
        self.part.present(self._asked)

    def settle(self) -> bool:
        """Tells what is typed; False, and says why, when it cannot be read."""
        return self.part is None or self.part.settle()

    def _answered(self, value: str) -> None:
        self.changed.emit(value)

    def _taken_back(self) -> None:
        self.changed.emit(None)
