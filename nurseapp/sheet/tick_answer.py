"""Any number of several options."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.forms.question import Question
from nurseapp.forms.ticks import joined, ticked
from nurseapp.look.labels import aside
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.sizes import Sizes
from nurseapp.sheet.tick_row import TickRow


class TickAnswer(AnswerPart):
    """For `multiple`: each press is an answer, and none of them is simply going on."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self._sizes = sizes
        self._question: Question | None = None
        self.rows: list[TickRow] = []
        self._hint = sizes.sized(aside(), 13)
        self._column = sizes.spaced(QVBoxLayout(self))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._hint)

    def present(self, asked: AskedItem) -> None:
        """Shows the options in printed order, and that several may be ticked."""
        self._question = asked.question
        options = asked.question.options
        chosen = ticked(asked.answer or "")
        while len(self.rows) < len(options):
            row = self._sizes.sized(TickRow(""), 18)
            row.clicked.connect(self._pressed)
            self._column.addWidget(row)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(options))
            if at < len(options):
                row.setProperty("option", options[at])
                row.setText(asked.text.options[options[at]])
                row.setChecked(options[at] in chosen)
        self._hint.setText(_("Kryss av alt som passer. Passer ingenting, går du bare videre."))
        self._hint.setVisible(len(options) > 1)

    def first(self) -> QWidget:
        """The first option."""
        return self.rows[0]

    def _pressed(self) -> None:
        """Tells all that is ticked; `present` then shows what was kept."""
        assert self._question is not None
        options = self._question.options
        rows = self.rows[: len(options)]
        chosen = [option for option, row in zip(options, rows, strict=True) if row.isChecked()]
        self.answered.emit(joined(options, chosen))
