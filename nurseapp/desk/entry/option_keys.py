"""The option numbers of one question of a paper sheet, as keys to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nurseapp.forms.question import Question
from nurseapp.forms.ticks import ticked
from nurseapp.look.buttons import Button
from nurseapp.look.give_way import GiveWay


class OptionKeys(QWidget):
    """Numbers from 1 in printed order; the row they stand in has the keyboard, not they."""

    pressed = Signal(int)

    def __init__(self, question: Question, names: tuple[str, ...]) -> None:
        """`names` are the options in words, for a screen reader and for a single tick."""
        super().__init__()
        self._question = question
        self.keys: list[Button] = []
        row = GiveWay(self, spacing=6)
        lonely = len(question.options) == 1
        for number, name in enumerate(names, 1):
            key = Button(name if lonely else str(number))
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.setCheckable(True)
            key.setAccessibleName(f"{number}: {name}")
            key.setProperty("number", number)
            key.clicked.connect(self._key)
            row.add(key)
            self.keys.append(key)

    def show_answer(self, answer: str | None) -> None:
        """Marks what is chosen."""
        several = self._question.kind == "multiple"
        chosen = (ticked(answer) if several else (answer,)) if answer is not None else ()
        for option, key in zip(self._question.options, self.keys, strict=True):
            on = option in chosen
            key.setChecked(on)
            key.set_role("primary" if on else "secondary")
            if len(self.keys) == 1:
                key.set_icon("check" if on else None)

    def _key(self) -> None:
        self.pressed.emit(int(self.sender().property("number")))
