"""A record's text is on the clipboard for a minute at most, whichever way it came there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nurseapp.desk.clipboard import BriefClipboard, brief_clipboard

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

AT_ONCE = 0.02
CTRL = Qt.KeyboardModifier.ControlModifier


def on_clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_clipboard_that_was_filled_by_a_key_is_emptied_in_time(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit], key: Qt.Key
) -> None:
    clipboard = BriefClipboard(seconds=AT_ONCE, ours=lambda: True)
    field = kind("Rolig Bjørk, f. 14.12.1995")
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    with qtbot.waitSignal(clipboard.emptied):
        QTest.keyClick(field, key, CTRL)
        assert on_clipboard() == "Rolig Bjørk, f. 14.12.1995"
        kept = QGuiApplication.clipboard().mimeData()
        assert kept.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
        assert bytes(kept.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert on_clipboard() == ""


def test_clipboard_of_another_program_is_never_touched(qapp: QApplication) -> None:
    clipboard = BriefClipboard(seconds=AT_ONCE, ours=lambda: False)
    QGuiApplication.clipboard().setText("deres")
    assert not QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    clipboard.empty()
    assert on_clipboard() == "deres"


def test_clipboard_keeps_a_text_for_sixty_seconds(qapp: QApplication) -> None:
    clipboard = brief_clipboard()
    clipboard.copy("Føres i MORS journal")
    assert clipboard._timer.isActive()
    assert clipboard._timer.interval() == 60_000
    clipboard.empty()
    assert on_clipboard() == ""
    assert brief_clipboard() is clipboard
