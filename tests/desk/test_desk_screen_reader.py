"""What a screen reader is told: each thing that the keyboard reaches has a name and a role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from desk_fakes import stand
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from test_desk_large_text import LARGE as SHELL
from test_desk_records_large_text import LARGE as RECORDS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Told(NamedTuple):
    """A thing on the screen, kept by value: Qt's own account of it ends with the thing."""

    name: str
    role: str
    reached: bool
    holds_others: bool


def told(whole: QAccessibleInterface) -> Iterator[Told]:
    """Everything that is shown within `whole`, as a screen reader walks it."""
    for number in range(whole.childCount()):
        part = whole.child(number)
        if part.isValid() and not part.state().invisible:
            yield Told(
                name=part.text(QAccessible.Text.Name),
                role=part.role().name,
                reached=bool(part.state().focusable),
                holds_others=part.childCount() > 0,
            )
            yield from told(part)


@pytest.mark.parametrize("page", [*SHELL, *RECORDS])
def test_whatever_the_keyboard_reaches_has_a_name(page: str, qtbot: QtBot) -> None:
    reached = [part for part in _on(page, qtbot) if part.reached]
    assert reached
    assert [part for part in reached if not part.name] == []


@pytest.mark.parametrize("page", [*SHELL, *RECORDS])
def test_words_that_are_drawn_have_a_role(page: str, qtbot: QtBot) -> None:
    """Readers skip what has none (`Client`): of "Over grensen: samtale" nothing would be heard."""
    last = [part for part in _on(page, qtbot) if part.name and not part.holds_others]
    assert last
    assert [part for part in last if part.role == "Client"] == []


def _on(page: str, qtbot: QtBot) -> list[Told]:
    screen = (SHELL.get(page) or RECORDS[page])()
    stand(qtbot, screen)
    return list(told(QAccessible.queryAccessibleInterface(screen)))
