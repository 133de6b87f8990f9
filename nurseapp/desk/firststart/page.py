"""One step of the set-up: its heading, its words, and what is sent on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.desk.columns import Columns
from nurseapp.desk.firststart.flow import FirstStartFlow, FirstStartState
from nurseapp.look.fields import Field, PasswordField
from nurseapp.look.labels import heading, muted

_NARROWEST: Final = 240


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
        self.add_beside({name: field})

    def add_beside(self, fields: Mapping[str, Field]) -> None:
        """Puts short fields below, on one line where there is room."""
        line = Columns(least=_NARROWEST, spacing=14, even=False)
        for name, field in fields.items():
            self.fields[name] = field
            field.finished.connect(self._go_on)
            line.add_column(field)
        self.column.addLayout(line)

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
        if isinstance(first, PasswordField):
            first.edit.selectAll()  # nobody mends what she cannot read

    def _go_on(self) -> None:
        """Return leads to the next field, and from the last one on."""
        fields = list(self.fields.values())
        here = next(at for at, field in enumerate(fields) if field.edit.hasFocus())
        if here + 1 < len(fields):
            fields[here + 1].setFocus()
        else:
            self.filled.emit()
