"""Work away from the window's thread: in order, answered on the window's thread, droppable."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError, SituationError
from nurseapp.look.work import Worker

pytest_plugins = ["look_fixtures"]


class Desk:
    """Notes what it is told, and on which thread."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.threads: list[int] = []
        self.crashes: list[Exception] = []

    def done(self, result: object) -> None:
        self.told.append(result)
        self.threads.append(threading.get_ident())

    def failed(self, error: SituationError) -> None:
        self.done(error)

    def crashed(self, error: Exception) -> None:
        self.crashes.append(error)


def raises(error: Exception) -> object:
    raise error


def reached(desk: Desk, number: int) -> bool:
    return len(desk.told) == number


class LeftScreen:
    """Notes on which thread it is torn down."""

    def __init__(self, torn_down: list[int]) -> None:
        self._torn_down = torn_down

    def read(self) -> None:
        """A task that holds the screen."""

    def __del__(self) -> None:
        self._torn_down.append(threading.get_ident())


def test_what_a_task_holds_is_never_torn_down_on_the_other_thread(
    qapp: QApplication, qtbot: QtBot
) -> None:
    desk, torn_down = Desk(), list[int]()
    worker = Worker(desk.crashed)
    work = worker.for_screen()
    for number in range(1, 6):
        work.run(LeftScreen(torn_down).read, desk.done, desk.failed)
        qtbot.waitUntil(partial(reached, desk, number))
    worker.close()
    assert torn_down == [threading.get_ident()] * 5


def test_tasks_run_elsewhere_in_order_and_answer_here(qapp: QApplication, qtbot: QtBot) -> None:
    desk = Desk()
    worker = Worker(desk.crashed)
    work = worker.for_screen()
    for number in range(50):
        work.run(lambda number=number: (number, threading.get_ident()), desk.done, desk.failed)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(desk.told) == 50)
    numbers = [told[0] for told in desk.told]  # type: ignore[index]
    elsewhere = {told[1] for told in desk.told}  # type: ignore[index]
    assert numbers == list(range(50))
    assert set(desk.threads) == {threading.get_ident()}
    assert elsewhere.isdisjoint(desk.threads)
    assert len(elsewhere) == 1
    worker.close()


def test_what_the_world_did_goes_to_failed(qapp: QApplication, qtbot: QtBot) -> None:
    desk = Desk()
    worker = Worker(desk.crashed)
    worker.for_screen().run(lambda: raises(DiskFullError()), desk.done, desk.failed)
    qtbot.waitUntil(lambda: len(desk.told) == 1)
    assert isinstance(desk.told[0], DiskFullError)
    assert desk.crashes == []
    worker.close()


def test_our_own_bug_goes_to_the_crash_handler(qapp: QApplication, qtbot: QtBot) -> None:
    desk = Desk()
    worker = Worker(desk.crashed)
    worker.for_screen().run(lambda: raises(KeyError("x")), desk.done, desk.failed)
    qtbot.waitUntil(lambda: len(desk.crashes) == 1)
    assert isinstance(desk.crashes[0], KeyError)
    assert desk.told == []
    worker.close()


def test_a_screen_that_is_gone_hears_nothing_but_its_task_still_runs(
    qapp: QApplication, qtbot: QtBot
) -> None:
    desk = Desk()
    worker = Worker(desk.crashed)
    gone, stays = worker.for_screen(), worker.for_screen()
    saved: list[str] = []
    gone.run(lambda: saved.append("a"), desk.done, desk.failed)
    gone.run(lambda: raises(DiskFullError()), desk.done, desk.failed)
    gone.drop()
    stays.run(lambda: "b", desk.done, desk.failed)
    qtbot.waitUntil(lambda: len(desk.told) == 1)
    assert desk.told == ["b"]
    assert saved == ["a"]
    worker.close()


def test_closing_waits_for_what_was_given(qapp: QApplication) -> None:
    desk = Desk()
    worker = Worker(desk.crashed)
    saved: list[int] = []
    for number in range(20):
        worker.for_screen().run(lambda number=number: saved.append(number), desk.done, desk.failed)  # type: ignore[misc]
    worker.close()
    assert saved == list(range(20))
    assert [thread.name for thread in threading.enumerate() if thread.name == "work"] == []
