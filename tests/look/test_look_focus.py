"""Where one types is in sight, wherever the focus came from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.look.fields import TextField
from nurseapp.look.focus_in_view import FocusInView
from nurseapp.look.page import ScrollPage

pytest_plugins = ["look_fixtures"]


def _in_sight(part: QWidget, page: ScrollPage) -> bool:
    """Whether all of it is to be seen, from its label to the sentence below."""
    top = part.mapTo(page.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + part.height() <= page.viewport().height()


def test_a_field_that_gets_the_focus_is_scrolled_into_view_with_what_is_wrong_there(
    themed: QApplication, qtbot: QtBot
) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    fields = [TextField(f"Felt {number}") for number in range(12)]
    for field in fields:
        page.add(field)
    page.resize(400, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    watch = FocusInView(page)
    for field in (fields[8], fields[0], fields[11]):
        field.set_error("Dette mangler.")
        field.setFocus()
        qtbot.waitUntil(partial(_in_sight, field, page))
    assert watch.parent() is page
