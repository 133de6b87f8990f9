"""Where the keyboard is, each time something else comes up in the desk's window."""

from __future__ import annotations

import pytest
from desk_fakes import CARD, stand
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from records_screens import details_screen, people_screen

from nurseapp.desk.home import Home
from nurseapp.desk.press_row import PressRow
from nurseapp.desk.routes import People, RegisterPerson
from nurseapp.desk.window import DeskWindow
from nurseapp.look.fields import TextField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot) -> DeskWindow:
    window = DeskWindow(windowed=True)
    stand(qtbot, window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


class Fields(QWidget):
    """Two fields; one begins at the first."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = TextField("Fornavn"), TextField("Etternavn")
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self.first)


def test_what_was_to_get_the_keyboard_has_it_when_it_comes_up(window: DeskWindow) -> None:
    part = Fields()
    part.setFocus()
    window.put(part)
    assert part.first.edit.hasFocus()


def test_after_the_cover_one_types_on_where_one_was(window: DeskWindow) -> None:
    part = Fields()
    window.put(part)
    part.second.setFocus()
    window.hide_content()
    assert not part.second.edit.hasFocus()
    window.lift_cover()
    assert part.second.edit.hasFocus()


def test_a_new_person_begins_with_the_name_also_right_after_the_login(window: DeskWindow) -> None:
    home, place = Home(CARD, "S. Eik"), details_screen([])
    home.show_place(place, RegisterPerson())
    window.put(home)
    assert place.fields.given_name.edit.hasFocus()
    other = details_screen([])
    home.show_place(other, RegisterPerson())
    assert other.fields.given_name.edit.hasFocus()


def test_the_list_of_people_begins_with_the_search(window: DeskWindow) -> None:
    home, place = Home(CARD, "S. Eik"), people_screen([], [])
    window.put(home)
    home.show_place(place, People())
    assert place.search.edit.hasFocus()


def test_return_opens_a_row_as_the_space_bar_does(qtbot: QtBot) -> None:
    row = PressRow(7, "Rolig Bjørk")
    stand(qtbot, row)
    opened: list[object] = []
    row.chosen.connect(opened.append)
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert opened == [7, 7]
