"""The languages below each other, each in its own letters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look.buttons import secondary
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.give_way import GiveWay
from nurseapp.parent.place import Beginning, PlaceScreen
from nurseapp.parent.view import View
from nurseapp.sheet.languages import language_name


class LanguageList(PlaceScreen):
    """Reached from the top of every page; leads back to where the parent was."""

    language = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = self.sized(Beginning(), 22, bold=True)
        self.page.add(self._heading)
        self._rows = self.spaced(QVBoxLayout())
        self.rows: dict[str, ChoiceRow] = {}
        self.page.add(self._rows)
        self.page.end()
        self.back_button = self.sized(secondary("", icon="back"), 14)
        self.back_button.clicked.connect(self.back)
        row = GiveWay(self.bar)
        row.add(self.back_button)

    def present(self, view: View) -> None:
        """Marks the language now in use."""
        super().present(view)
        self._heading.setText(_("Språk"))
        self.back_button.setText(_("Tilbake"))
        for code in view.languages:
            if code not in self.rows:
                row = self.sized(ChoiceRow(language_name(code)), 18)
                row.setProperty("language", code)
                row.clicked.connect(self._pressed)
                self._rows.addWidget(row)
                self.rows[code] = row
                self.order_keyboard()
            self.rows[code].setChecked(code == view.state.language)

    def first_focus(self) -> QWidget:
        """The heading."""
        return self._heading

    def _pressed(self) -> None:
        row: QObject = self.sender()
        self.language.emit(str(row.property("language")))
