"""The recovery key in numbered groups, large enough to copy by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout

from nurseapp.look.card import Card
from nurseapp.look.labels import Label, muted
from nurseapp.look.theme import text_scale

_COLUMNS: Final = 3
_COLUMNS_WHEN_LARGE: Final = 2
_LARGE: Final = 1.4


class GroupsCard(Card):
    """Each group under its number."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__(tone="teal")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        columns = _COLUMNS_WHEN_LARGE if text_scale() > _LARGE else _COLUMNS
        for at, group in enumerate(groups):
            cell = QGridLayout()
            cell.setVerticalSpacing(0)
            cell.addWidget(muted(str(at + 1)), 0, 0)
            cell.addWidget(Label(group, "title"), 1, 0)
            grid.addLayout(cell, at // columns, at % columns)
        self.add(grid)
        self.setAccessibleName(", ".join(groups))
