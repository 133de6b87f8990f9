"""One step of the set-up: its heading, its words, and what is sent on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.desk.firststart.flow import FirstStartFlow, FirstStartState
from nurseapp.look.fields import Field
from nurseapp.look.labels import heading, muted


class Page(QWidget):
    """Built anew each time its step comes up."""

    filled = Signal()
    """Return was pressed in the last field."""

    def __init__(self, flow: FirstStartFlow, name: str, words: str) -> None:
        super().__init__()
        self.flow = flow
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.column.addWidget(heading(name))
        self.column.addWidget(muted(words))

    def add(self, name: str, field: Field) -> None:
        """Puts a field below; `name` is how the flow speaks of its problems."""
        self.fields[name] = field
        self.column.addWidget(field)
        field.finished.connect(self._go_on)

    def show_state(self, state: FirstStartState) -> None:
        """Shows the sentences beside the fields."""
        for name, field in self.fields.items():
            field.set_error(state.problems.get(name, ""))

    def send(self) -> None:
        """Gives the flow what was typed."""
        raise NotImplementedError

    def next_words(self) -> str:
        """What the button that leads on says; the usual word if empty."""
        return ""

    def focus_first(self) -> None:
        """Puts the cursor where one types first."""
        wrong = next((field for field in self.fields.values() if field.error()), None)
        first = wrong or next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _go_on(self) -> None:
        """Return leads to the next field, and from the last one on."""
        fields = list(self.fields.values())
        here = next(at for at, field in enumerate(fields) if field.edit.hasFocus())
        if here + 1 < len(fields):
            fields[here + 1].setFocus()
        else:
            self.filled.emit()
