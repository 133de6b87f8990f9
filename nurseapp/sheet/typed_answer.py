"""An item that is answered by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.look.announce import announce
from nurseapp.look.labels import Label
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.sizes import Sizes


class TypedAnswer(AnswerPart):
    """Keeps what is being typed apart from what was answered; told when the field is left."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self._asked: AskedItem | None = None
        self.problem = sizes.sized(Label(), 14, bold=True)
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def present(self, asked: AskedItem) -> None:
        """Shows the item; what is being typed stays while its answer has not changed."""
        before, self._asked = self._asked, asked
        self._dress(asked)
        if before is not None and self._stays(before, asked):
            return
        self._write(asked.answer or "")
        self._say("")

    def settle(self) -> bool:
        """Tells what is typed; False, and says why, when it is no answer."""
        if self._asked is None:
            return True
        answer, problem = self._read()
        self._say(problem)
        if answer is None and self._asked.answer is not None:
            self.taken_back.emit()
        elif answer is not None and answer != self._asked.answer:
            self.answered.emit(answer)
        return not problem

    def untold(self) -> bool:
        """Whether what is typed differs from what was kept."""
        return self._asked is not None and self._read()[0] != self._asked.answer

    def _settle_when_left(self, *fields: QWidget) -> None:
        """Settles when the keyboard goes from these fields to somewhere else."""
        for field in fields:
            field.installEventFilter(self)

    def _mend(self) -> None:
        """While typing goes on: takes the sentence away as soon as it is no longer true."""
        if not self.problem.isHidden() and not self._read()[1]:
            self._say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears that a field was left; nothing is held back."""
        if event.type() == QEvent.Type.FocusOut and not self._still_here():
            self.settle()
        return super().eventFilter(watched, event)

    @property
    def asked(self) -> AskedItem | None:
        """The item that is shown."""
        return self._asked

    def _stays(self, before: AskedItem, asked: AskedItem) -> bool:
        """Whether what is typed belongs to this item and this answer."""
        if (before.question, before.declined) != (asked.question, asked.declined):
            return False
        return asked.answer in (before.answer, self._read()[0])

    def _still_here(self) -> bool:
        """Whether the keyboard only went from one field of the answer to the next."""
        return False

    def _say(self, problem: str) -> None:
        if problem == self.problem.text() and self.problem.isHidden() != bool(problem):
            return
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.first().setAccessibleDescription(problem or self._description())
        if problem:
            announce(self.problem, problem)

    def _description(self) -> str:
        """What a screen reader adds to the field's name while nothing is wrong."""
        return ""

    def _dress(self, asked: AskedItem) -> None:
        """Names and limits of the fields for this item."""
        raise NotImplementedError

    def _read(self) -> tuple[str | None, str]:
        """The answer that is typed, or None and why; None and nothing for an empty field."""
        raise NotImplementedError

    def _write(self, answer: str) -> None:
        """Shows `answer`, or nothing."""
        raise NotImplementedError
