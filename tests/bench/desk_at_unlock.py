"""Times one login: from the press until a row of I dag is painted, and Argon2id's part of it.

Run by test_bench_unlock in a process of its own. Prints both in seconds, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import argon2.low_level
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nurseapp.base.clock import SystemClock
from nurseapp.desk.lock.screen import LockScreen
from nurseapp.desk.program import DeskProgram
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.today.screen import TodayScreen
from nurseapp.look.window_process import make_application

PATIENCE = 60.0
AHEAD_SECONDS = 2.0
"""What a nurse needs at least for typing a password; meanwhile the desk reads ahead."""


class FirstPaint(QObject):
    """When a row of I dag was painted for the first time."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.at = 0.0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.at and event.type() == QEvent.Type.Paint and isinstance(watched, ActionRow):
            self.at = time.perf_counter()
        return False


def in_argon2() -> list[float]:
    """From now on the seconds of each password hash; the login asks for the function by name."""
    took: list[float] = []
    hashed = argon2.low_level.hash_secret_raw

    def timed(*arguments: Any, **named: Any) -> bytes:
        began = time.perf_counter()
        try:
            return hashed(*arguments, **named)
        finally:
            took.append(time.perf_counter() - began)

    argon2.low_level.hash_secret_raw = timed
    return took


def wait(application: QApplication, seen: Callable[[], object], seconds: float) -> bool:
    until = time.perf_counter() + seconds
    while not (found := bool(seen())) and time.perf_counter() < until:
        application.processEvents()
    return found


def main() -> None:
    folder, user, password = sys.argv[1:]
    application = make_application([])
    program = DeskProgram(application, Path(folder), SystemClock(), windowed=True)
    program.prepare()
    program.show("start")
    wait(application, lambda: False, AHEAD_SECONDS)
    took = in_argon2()
    (lock,) = program.window.findChildren(LockScreen)
    lock.name.set_text(user)
    lock.password.edit.setText(password)
    first = FirstPaint(application)
    began = time.perf_counter()
    QTest.mouseClick(lock.unlock, Qt.MouseButton.LeftButton)
    assert wait(application, lambda: first.at, PATIENCE)
    assert program.window.findChildren(TodayScreen)
    (argon,) = took
    sys.stdout.write(json.dumps({"unlock": first.at - began, "argon2": argon}))
    sys.stdout.flush()
    program.close()
    os._exit(0)


if __name__ == "__main__":
    main()
