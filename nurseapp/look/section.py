"""A named part of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from nurseapp.look.labels import title


class Section(QFrame):
    """A title with what belongs under it; a frame is a group to a screen reader."""

    def __init__(self, name: str, *, spacing: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self._fixed = 1 if name else 0
        if name:
            self.column.addWidget(title(name))
        self.setAccessibleName(name)

    def add(self, part: QWidget | QLayout) -> None:
        """Puts `part` below what is there."""
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)

    def clear(self) -> None:
        """Takes away everything below the title."""
        empty(self.column, keep=self._fixed)


def empty(column: QLayout, *, keep: int = 0) -> None:
    """Takes all but the first `keep` parts out of `column` and lets them go."""
    while column.count() > keep:
        item = column.takeAt(keep)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
