from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.desk.columns import Columns
from nurseapp.look.labels import body
from nurseapp.look.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def ground(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    apply_theme(qapp)  # whatever size of text was tried before
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    widget.hide()


def two_columns(ground: QWidget) -> tuple[QWidget, QWidget]:
    columns = Columns(ground, least=300)
    left, right = body("Svarene"), body("Neste steg")
    columns.add_column(left, share=2)
    columns.add_column(right)
    return left, right


def test_columns_share_the_width_where_there_is_room(ground: QWidget, qtbot: QtBot) -> None:
    left, right = two_columns(ground)
    ground.resize(1216, 400)
    qtbot.waitUntil(lambda: right.x() > 0)
    assert left.y() == right.y()
    assert left.width() == pytest.approx(2 * right.width(), abs=2)


def test_columns_stand_below_each_other_where_one_would_be_too_narrow(
    ground: QWidget, qtbot: QtBot
) -> None:
    left, right = two_columns(ground)
    ground.resize(700, 400)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert left.width() == right.width() == 700


def test_column_that_is_gone_leaves_its_width_to_the_other(ground: QWidget, qtbot: QtBot) -> None:
    left, right = two_columns(ground)
    ground.resize(1216, 400)
    left.deleteLater()
    qtbot.waitUntil(lambda: right.width() == 1216)
