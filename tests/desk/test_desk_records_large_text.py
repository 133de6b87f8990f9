from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from record_samples import (
    CHILD_PAGE,
    LONG_NAME,
    MOTHER_PAGE,
    OFFER,
    RESULT,
)
from records_screens import (
    HandOverClinic,
    ResultClinic,
    birth_screen,
    details_screen,
    page_screen,
    people_screen,
    referral_screen,
)

from nurseapp.look.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> None:
    apply_theme(qapp, text_scale=2.0)


LARGE: dict[str, Callable[[], QWidget]] = {
    "search": lambda: people_screen([], []),
    "page": lambda: page_screen(replace(MOTHER_PAGE, name=LONG_NAME), [], []),
    "child": lambda: page_screen(CHILD_PAGE, [], []),
    "form": lambda: details_screen([], beside=1),
    "birth": lambda: birth_screen([], []),
    "hand-over": lambda: HandOverClinic(replace(OFFER, subject_name=LONG_NAME)).screen(),
    "result": lambda: ResultClinic(replace(RESULT, subject_name=LONG_NAME)).screen(),
    "referral": lambda: referral_screen([]),
}


@pytest.mark.parametrize("place", LARGE)
def test_large_text_scrolls_down_and_never_sideways(place: str, qtbot: QtBot) -> None:
    screen = LARGE[place]()
    qtbot.addWidget(screen)
    screen.resize(960, 800)
    screen.show()
    qtbot.waitExposed(screen)
    pages = [area for area in screen.findChildren(QScrollArea) if area.widget() is not None]
    assert pages
    assert [area.horizontalScrollBar().maximum() for area in pages] == [0] * len(pages)
