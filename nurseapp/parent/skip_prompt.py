"""The gentle question before an item is skipped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look.buttons import secondary
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label
from nurseapp.parent.place import PlaceScreen
from nurseapp.parent.state import ParentState


class SkipPrompt(QWidget):
    """Stands where the other buttons were; both ways out look alike: neither is urged."""

    skip = Signal()
    stay = Signal()

    def __init__(self, place: PlaceScreen) -> None:
        super().__init__()
        self._words = place.sized(Label(), 14)
        self.skip_button = place.sized(secondary(""), 14)
        self.stay_button = place.sized(secondary(""), 14)
        self.skip_button.clicked.connect(self.skip)
        self.stay_button.clicked.connect(self.stay)
        row = place.spaced(GiveWay())
        row.add(self.skip_button)
        row.add(self.stay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addLayout(row)

    def present(self, state: ParentState) -> None:
        """Asks about the item that is to be skipped; hidden when there is none."""
        self.setVisible(state.skipping is not None)
        if state.skipping is None:
            return
        number = state.number(state.skipping)
        words = _("Det er helt greit å la være. Vil du hoppe over spørsmål {number}?")
        self._words.setText(words.format(number=number))
        self.skip_button.setText(_("Ja, hopp over"))
        self.stay_button.setText(_("Nei, jeg vil svare"))
