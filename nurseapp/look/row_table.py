"""Rows under headings, each cell wrapping: for tens of rows, not thousands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from nurseapp.look import tokens
from nurseapp.look.labels import Label, LabelRole
from nurseapp.look.section import empty


class RowTable(QFrame):
    """Shows rows of words; a cell may also be a widget of its own."""

    def __init__(
        self,
        headings: Sequence[str],
        *,
        widths: Sequence[int] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`widths` are shares of the whole width, one a column."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column in range(len(headings)):
            self._grid.setColumnStretch(column, widths[column] if widths else 1)
        self.setAccessibleName(name)
        self.set_rows(())

    def set_rows(self, rows: Iterable[Sequence[str | QWidget]]) -> None:
        """Shows `rows` instead of what was there."""
        empty(self._grid)
        at = self._put(0, self._headings, "muted") if any(self._headings) else 0
        for row in rows:
            at = self._put(at, row, "body")

    def _put(self, at: int, cells: Sequence[str | QWidget], role: LabelRole) -> int:
        for column, cell in enumerate(cells):
            part = Label(cell, role) if isinstance(cell, str) else cell
            self._grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(_Hairline(), at + 1, 0, 1, len(self._headings))
        return at + 2


class _Hairline(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), tokens.LINE)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
