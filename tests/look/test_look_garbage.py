"""A dropped screen dies on the window's thread, between two events."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.look.garbage import CollectBetweenEvents

pytest_plugins = ["look_fixtures"]


class Circle:
    """Garbage that only the collector finds; tells in which thread it went."""

    gone_in: list[int] = []  # noqa: RUF012 - shared on purpose, emptied by the fixture

    def __init__(self) -> None:
        self.itself = self
        self.screen = QWidget()

    def __del__(self) -> None:
        Circle.gone_in.append(threading.get_ident())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[CollectBetweenEvents]:
    Circle.gone_in.clear()
    made = CollectBetweenEvents(qapp)
    yield made
    made.stop()
    made.setParent(None)


def busy() -> list[list[int]]:
    """Enough new objects to make Python collect all generations by itself."""
    return [[number] for number in range(200_000)]


def test_no_other_thread_collects_a_screen(collector: CollectBetweenEvents) -> None:
    Circle()
    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert Circle.gone_in == []


def test_a_dropped_screen_goes_between_events(
    collector: CollectBetweenEvents, qtbot: QtBot
) -> None:
    Circle()
    kept = busy()
    assert Circle.gone_in == []
    qtbot.waitUntil(lambda: bool(Circle.gone_in))
    assert Circle.gone_in == [threading.get_ident()]
    assert len(kept) == 200_000


def test_python_collects_by_itself_again_when_stopped(qapp: QApplication) -> None:
    collector = CollectBetweenEvents(qapp)
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
