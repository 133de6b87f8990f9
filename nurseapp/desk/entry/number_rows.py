"""A paper sheet tapped in by option numbers: figures on the keyboard, or the keys on screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.clinic.values.entry import EntryItem, EntryQuestions
from nurseapp.desk.entry.entry_row import EntryRow
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.typed_sheet import TypedSheet
from nurseapp.forms.beside import grouped
from nurseapp.sheet.sizes import Sizes

_ON: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BACK: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Backspace})
_BLANK: Final = frozenset({Qt.Key.Key_0, Qt.Key.Key_Minus})
_TICK: Final = frozenset({Qt.Key.Key_X, Qt.Key.Key_Asterisk})


class NumberRows(QWidget):
    """A figure answers and leads on; 0 says that nothing stands on the sheet."""

    ended = Signal()
    """The last question has been answered."""
    came_to = Signal(object)
    """The row that has the keyboard now, to be brought into view."""

    def __init__(self, flow: EntryFlow, sizes: Sizes) -> None:
        super().__init__()
        self._flow = flow
        self._sizes = sizes
        self._item: str | None = None
        self.rows: dict[str, EntryRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def build(self, questions: EntryQuestions) -> None:
        """Makes a row for each question."""
        items = {each.question.id: each for each in questions.items}
        for group in grouped(each.question for each in questions.items):
            if group[0].kind != "information":
                self._add(tuple(items[each.id] for each in group), worded=questions.worded)

    def present(self, sheet: TypedSheet) -> None:
        """Shows what stands so far, and brings the question to answer into view."""
        shown = {group[0].id for group in sheet.groups}
        for item, row in self.rows.items():
            row.setVisible(item in shown)
            if item in shown:
                row.present(sheet, here=item == sheet.item)
        if sheet.item != self._item:
            self._item = sheet.item
            self._follow(sheet.item)

    def settle(self) -> bool:
        """Tells what is typed; False, with the keyboard there, if something is no answer."""
        wrong = [row for row in self.rows.values() if not row.isHidden() and not row.settle()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures answer, 0 leaves blank, x turns the tick beside; arrows lead on and back."""
        item, key = self._item, event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if item is None or held:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._flow.type(lambda sheet: sheet.pressed(item, int(key) - int(Qt.Key.Key_0)))
        elif key in _BLANK:
            self._flow.type(lambda sheet: sheet.left_blank(item))
        elif key in _TICK:
            self._flow.type(lambda sheet: sheet.ticked_beside(item))
        elif key in _ON | _BACK:
            self._flow.type(lambda sheet: sheet.moved(1 if key in _ON else -1))
        else:
            super().keyPressEvent(event)

    def _follow(self, item: str | None) -> None:
        if item is None:
            self.ended.emit()
            return
        row = self.rows[item]
        if not row.hasFocus():
            row.setFocus()
        self.came_to.emit(row)

    def _add(self, group: tuple[EntryItem, ...], *, worded: bool) -> None:
        row = EntryRow(group, self._sizes, worded=worded)
        row.pressed.connect(self._pressed)
        row.answered.connect(self._answered)
        row.taken_back.connect(self._taken_back)
        row.entered.connect(self._entered)
        self._column.addWidget(row)
        self.rows[row.item] = row

    def _pressed(self, item: str, number: int) -> None:
        self._flow.type(lambda sheet: sheet.pressed(item, number))

    def _answered(self, item: str, value: str) -> None:
        self._flow.type(lambda sheet: sheet.answered(item, value))

    def _taken_back(self, item: str) -> None:
        self._flow.type(lambda sheet: sheet.taken_back(item))

    def _entered(self, item: str) -> None:
        if item != self._item:
            self._flow.type(lambda sheet: sheet.at(item))
