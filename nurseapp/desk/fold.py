"""Words that are there for who wants them: folded until the button is pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.look.buttons import quiet
from nurseapp.look.give_way import GiveWay


class Fold(QWidget):
    """A button that shows and hides what lies under it."""

    def __init__(self, name: str, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.button = quiet(name, icon="down")
        self.button.clicked.connect(self._turn)
        row = GiveWay()
        row.add(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(content)
        content.hide()

    def _turn(self) -> None:
        self._content.setVisible(self._content.isHidden())
