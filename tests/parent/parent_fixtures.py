"""A parent's window without a display, with words of its own for every language."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from parent_samples import MemoryRecorder, Sheet
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.base.text import use_language
from nurseapp.look.theme import apply_theme

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a display Qt warns that it cannot tell a window manager about sizes."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture
def recorder() -> MemoryRecorder:
    return MemoryRecorder()


@pytest.fixture
def sheet(qapp: QApplication, qtbot: QtBot, recorder: MemoryRecorder) -> Iterator[Sheet]:
    """A window that is ready for `sheet.open(...)`."""
    apply_theme(qapp)
    made = Sheet(qtbot, recorder)
    yield made
    made.leave()
    use_language("nb")
