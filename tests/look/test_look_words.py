"""Words are shown as written, whole, however long and however large."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label, body, title
from nurseapp.look.nav import NavItem
from nurseapp.look.page import ScrollPage
from nurseapp.look.pill import Pill
from nurseapp.look.row_table import RowTable
from nurseapp.look.theme import apply_theme
from nurseapp.look.wrapping import breakable, height_for

pytest_plugins = ["look_fixtures"]

LONG = "Henvisningsgrunnlag for oppfølging etter en lang og fin samtale på helsestasjonen"


def test_markup_is_shown_as_it_was_typed(themed: QApplication) -> None:
    typed = '<b>x</b><img src="file:///etc/passwd"/>&amp;'
    label = Label(typed)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == typed
    assert label.accessibleName() == typed


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_places_to_break_never_change_what_is_written(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_a_name_of_three_hundred_letters_wraps_inside_its_card(
    themed: QApplication, qtbot: QtBot
) -> None:
    page, card = ScrollPage(), Card()
    label = title("x" * 300)
    card.add(label)
    page.add(card)
    page.end()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    assert page.horizontalScrollBar().maximum() == 0
    assert label.width() < 600
    assert label.height() >= 4 * label.fontMetrics().lineSpacing()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "make", [body, title, primary, secondary, CheckRow, ChoiceRow, NavItem, Pill]
)
def test_every_part_gets_the_height_its_words_need(
    themed: QApplication, qtbot: QtBot, make: type[Label], scale: float
) -> None:
    apply_theme(themed, text_scale=scale)
    page = ScrollPage()
    part: QWidget = make(LONG)
    page.add(part)
    page.end()
    qtbot.addWidget(page)
    page.resize(round(360 * scale), 500)
    page.show()
    metrics = QFontMetrics(part.font())
    assert part.width() >= part.minimumSizeHint().width()
    assert part.height() >= height_for(metrics, LONG, part.width())
    assert page.horizontalScrollBar().maximum() == 0
    assert part.height() > metrics.lineSpacing() * 1.5  # it does wrap at this width


@pytest.mark.parametrize("make", [primary, secondary, CheckRow, ChoiceRow, NavItem])
def test_whatever_is_pressed_is_at_least_44_high(themed: QApplication, make: type[Button]) -> None:
    part = make("Ja")
    assert part.sizeHint().height() >= 44
    assert part.minimumSizeHint().height() >= 44


def row_of(width: int, qtbot: QtBot) -> tuple[QWidget, QWidget, QWidget]:
    whole = QWidget()
    row = GiveWay(whole)
    words, button = title("Blid Bjørk · 6 uker 2 dager"), primary("Start kartlegging")
    row.add(words, stretches=True)
    row.add(button)
    qtbot.addWidget(whole)
    whole.resize(width, 200)
    whole.show()
    return whole, words, button


def test_a_row_stands_side_by_side_where_there_is_room(themed: QApplication, qtbot: QtBot) -> None:
    _whole, words, button = row_of(800, qtbot)
    assert button.x() > words.geometry().right()
    assert button.geometry().right() == 799


def test_a_row_becomes_a_column_where_there_is_none(themed: QApplication, qtbot: QtBot) -> None:
    apply_theme(themed, text_scale=2.0)
    _whole, words, button = row_of(500, qtbot)
    assert button.y() > words.geometry().bottom()
    assert button.x() == words.x()


def test_a_row_is_mirrored_where_text_runs_from_right_to_left(
    themed: QApplication, qtbot: QtBot
) -> None:
    whole, words, button = row_of(800, qtbot)
    whole.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = whole.layout()
    assert row is not None
    row.activate()
    assert button.x() == 0
    assert words.x() > button.geometry().right()


def test_a_tables_cells_wrap(themed: QApplication, qtbot: QtBot) -> None:
    page = ScrollPage()
    table = RowTable(["Tema", "Svar"], widths=[1, 1])
    table.set_rows([["Humor", LONG]])
    page.add(table)
    page.end()
    qtbot.addWidget(page)
    page.resize(400, 400)
    page.show()
    cell = next(label for label in table.findChildren(Label) if label.text() == LONG)
    assert cell.height() >= height_for(cell.fontMetrics(), LONG, cell.width())
    assert page.horizontalScrollBar().maximum() == 0


def test_new_rows_take_the_place_of_the_old(themed: QApplication, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    table = RowTable(["Tema"])
    QVBoxLayout(whole).addWidget(table)
    table.set_rows([["gammel"]])
    table.set_rows([["ny"]])
    whole.show()
    seen = [label.text() for label in table.findChildren(Label) if label.isVisible()]
    assert seen == ["Tema", "ny"]
