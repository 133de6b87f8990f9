"""Painting again and again loses nothing."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.look.buttons import primary
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.icons import Icon
from nurseapp.look.labels import heading
from nurseapp.look.nav import NavItem
from nurseapp.look.page import ScrollPage
from nurseapp.look.pill import Pill
from nurseapp.look.score_bar import ScoreBar, ScoreOnScale

pytest_plugins = ["look_fixtures"]


def test_none_keeps_its_references_over_two_hundred_repaints(
    themed: QApplication, qtbot: QtBot
) -> None:
    """PySide 6.12.0 on Python 3.11 loses one at each call, until the program aborts."""
    page, card = ScrollPage(), Card()
    icons = QWidget()
    row = QHBoxLayout(icons)
    for small in (Icon("check"), Icon("info"), Pill("ferdig", "green"), NavItem("I dag")):
        row.addWidget(small)
    score = ScoreBar(ScoreOnScale(maximum=30, lowest=8, highest=14, cut_off=10))
    for part in (heading("I dag"), primary("Start"), CheckRow("a"), ChoiceRow("b"), score, icons):
        card.add(part)
    page.add(card)
    qtbot.addWidget(page)
    page.resize(700, 900)
    page.show()
    page.grab()
    before = sys.getrefcount(None)
    for _time in range(200):
        page.grab()
    assert sys.getrefcount(None) > before - 100
