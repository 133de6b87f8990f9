"""What draws its words itself, and is told to a screen reader all the same."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from nurseapp.look.by_value import PLAIN_TEXT


class Drawn(QLabel):
    """A label without a text of its own: a plain widget has no role, and many readers skip it.

    What is read is the accessible name, which whoever draws sets.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
