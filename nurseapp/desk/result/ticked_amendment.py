"""Ticks put right: any number of the options, or that the question was not answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.result import ItemRow
from nurseapp.desk.result.amend_flow import standing
from nurseapp.forms.ticks import joined, ticked
from nurseapp.look.check_row import CheckRow
from nurseapp.look.labels import Label, muted
from nurseapp.look.section import empty


class TickedAmendment(QWidget):
    """No tick at all is an answer too; that there is none has a box of its own."""

    changed = Signal(object)
    """The new answer, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, CheckRow] = {}
        self.unanswered = CheckRow("")
        self._holder = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_("Nytt svar")))
        column.addLayout(self._holder)
        column.addWidget(muted(_("Uten kryss er svaret at ingen er valgt.")))

    def show_item(self, item: ItemRow) -> None:
        """Begins with the answer that stands."""
        empty(self._holder)
        answer = standing(item)
        chosen = ticked(answer or "")
        self.rows = {
            option: CheckRow(words, checked=option in chosen) for option, words in item.options
        }
        self.unanswered = CheckRow(_("Ikke besvart"), checked=answer is None)
        for row in self.rows.values():
            row.clicked.connect(self._ticked)
            self._holder.addWidget(row)
        self.unanswered.clicked.connect(self._left)
        self._holder.addWidget(self.unanswered)

    def _ticked(self) -> None:
        self.unanswered.setChecked(False)
        chosen = (option for option, row in self.rows.items() if row.isChecked())
        self.changed.emit(joined(self.rows, chosen))

    def _left(self) -> None:
        """Not answered and a tick never stand together."""
        if self.unanswered.isChecked():
            for row in self.rows.values():
                row.setChecked(False)
        self.changed.emit(None if self.unanswered.isChecked() else "")
