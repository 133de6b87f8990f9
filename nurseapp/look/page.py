"""A page that scrolls: one column, never wider than can be read."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from nurseapp.look.by_value import NO_FOCUS
from nurseapp.look.section import empty


class ScrollPage(QScrollArea):
    """Parts below each other in a centred column; scrolls up and down."""

    def __init__(
        self, *, widest: int = 1000, spacing: int = 16, margin: int = 24, top: int = 24
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setProperty("focusPolicy", NO_FOCUS)
        ground = QWidget()
        self._middle = QWidget()
        self._middle.setMaximumWidth(widest)
        self.column = QVBoxLayout(self._middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        row = QHBoxLayout(ground)
        row.setContentsMargins(margin, top, margin, margin)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        self.setWidget(ground)
        self.viewport().setAutoFillBackground(False)
        ground.setAutoFillBackground(False)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Puts `part` below what is there."""
        if isinstance(part, QWidget):
            self.column.addWidget(part, stretch)
        else:
            self.column.addLayout(part, stretch)

    def set_widest(self, pixels: int) -> None:
        """The column is never wider than this."""
        self._middle.setMaximumWidth(pixels)

    def end(self) -> None:
        """Leaves the room below the last part empty."""
        self.column.addStretch(1)

    def clear(self) -> None:
        """Takes everything away."""
        empty(self.column)

    def to_part(self, part: QWidget) -> None:
        """Shows `part` from its beginning."""
        ground = self.widget()
        assert ground is not None
        layout = ground.layout()
        assert layout is not None
        layout.activate()
        self.verticalScrollBar().setValue(part.mapTo(ground, part.rect().topLeft()).y() - 16)

    def to_top(self) -> None:
        """Shows the beginning."""
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word in it."""
        ground = self.widget()
        width = ground.minimumSizeHint().width() if ground else 0
        return QSize(width + 16, 120)
