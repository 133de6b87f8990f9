"""Where a step's outcome is written, right below the step."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.look.buttons import Button, primary, quiet, secondary
from nurseapp.look.give_way import GiveWay
from nurseapp.look.note_field import NoteField

_USUAL: Final = (
    mark("Gjennomført."),
    mark("Avtalt ny tid."),
    mark("Kom ikke."),
    mark("Ønsket det ikke."),
)


class OutcomeEditor(QWidget):
    """A few usual sentences to press, and room to write."""

    finished = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = NoteField(_("Hva ble gjort?"), lines=2)
        self.text.edit.setMaximumHeight(self.text.edit.minimumHeight())
        self.save = primary(_("Fullfør"))
        self.cancel = quiet(_("Avbryt"))
        self.usual: list[Button] = []
        chips = GiveWay(spacing=8)
        for words in _USUAL:
            chip = secondary(_(words))
            chip.clicked.connect(self._write)
            chips.add(chip)
            self.usual.append(chip)
        row = GiveWay()
        row.add(self.save)
        row.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addLayout(chips)
        column.addWidget(self.text)
        column.addLayout(row)
        self.save.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.cancelled)

    def show_state(self, problem: str, *, busy: bool) -> None:
        """Shows what is missing, and whether the step is being saved."""
        self.text.set_error(problem)
        self.save.setEnabled(not busy)

    def _write(self) -> None:
        """Puts the usual sentence after what is written."""
        chip: QObject = self.sender()
        if isinstance(chip, Button):
            self.text.set_text(f"{self.text.text()} {chip.text()}".strip())

    def _finish(self) -> None:
        self.finished.emit(self.text.text())
