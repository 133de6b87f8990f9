"""The line at the top of every page: language, text size, reading aloud, and pause."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look import theme
from nurseapp.look.buttons import Button, quiet
from nurseapp.look.give_way import GiveWay
from nurseapp.parent.view import View
from nurseapp.sheet.languages import language_name
from nurseapp.sheet.measures import TEXT_STEPS, Measures


class TopBar(QWidget):
    """Stays where it is while the pages change."""

    languages = Signal()
    resize_text = Signal(int)
    read_aloud = Signal()
    pause = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._measures: Measures | None = None
        self.language_button = quiet("", icon="down")
        self.smaller_button = quiet("A−")
        self.larger_button = quiet("A+")
        self.read_button = quiet("", icon="speak")
        self.pause_button = quiet("", icon="pause")
        self.language_button.clicked.connect(self.languages)
        self.smaller_button.clicked.connect(self._smaller)
        self.larger_button.clicked.connect(self._larger)
        self.read_button.clicked.connect(self.read_aloud)
        self.pause_button.clicked.connect(self.pause)
        self._row = row = GiveWay()
        for button in (
            self.language_button, self.smaller_button, self.larger_button, self.read_button,
        ):  # fmt: skip
            row.add(button)
        row.add(QWidget(), stretches=True)
        row.add(self.pause_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 4)
        column.addLayout(row)

    def present(self, view: View) -> None:
        """Shows what is possible on this page."""
        state = view.state
        self._dress(view.measures)
        self.language_button.setText(language_name(state.language))
        self.language_button.setVisible(
            len(view.languages) > 1 and state.place not in {"welcome", "languages"}
        )
        self.smaller_button.setAccessibleName(_("Mindre tekst"))
        self.smaller_button.setEnabled(state.text_step > 0)
        self.larger_button.setAccessibleName(_("Større tekst"))
        self.larger_button.setEnabled(state.text_step < len(TEXT_STEPS) - 1)
        self.read_button.setText(_("Les opp"))
        self.read_button.setVisible(view.can_read)
        self.pause_button.setText(_("Pause"))
        self.setVisible(not state.closed)

    def _dress(self, measures: Measures) -> None:
        if measures == self._measures:
            return
        self._measures = measures
        self._row.setSpacing(measures.gap)
        for button in self.findChildren(Button):
            button.setFont(theme.font(measures.points(13)))
            button.set_least_height(measures.button_height)

    def _smaller(self) -> None:
        self.resize_text.emit(-1)

    def _larger(self) -> None:
        self.resize_text.emit(1)
