"""What a screen reader is told: each thing that the keyboard reaches has a name and a role."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_fakes import stand
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from test_desk_large_text import LARGE as SHELL
from test_desk_records_large_text import LARGE as RECORDS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def told(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that is shown within `part`, as a screen reader walks it."""
    for number in range(part.childCount()):
        inner = part.child(number)
        if inner.isValid() and not inner.state().invisible:
            yield inner
            yield from told(inner)


@pytest.mark.parametrize("page", [*SHELL, *RECORDS])
def test_whatever_the_keyboard_reaches_has_a_name_and_a_role(page: str, qtbot: QtBot) -> None:
    screen: QWidget = (SHELL.get(page) or RECORDS[page])()
    stand(qtbot, screen)
    whole = QAccessible.queryAccessibleInterface(screen)
    assert whole is not None
    seen = list(told(whole))
    reached = [part for part in seen if part.state().focusable]
    assert reached
    assert [part.role() for part in reached if not part.text(QAccessible.Text.Name)] == []
    roleless = [
        part.text(QAccessible.Text.Name)
        for part in seen
        if part.role() == QAccessible.Role.Client
        and part.text(QAccessible.Text.Name)
        and not part.childCount()
    ]
    assert roleless == []
