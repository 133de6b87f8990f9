"""The machine's own lock and sleep, over a real message bus."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nurseapp.desk.system_lock import SystemLock

HEARS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from nurseapp.desk.system_lock import SystemLock

app = QCoreApplication([])
lock = SystemLock()
lock.left.connect(lambda: (print("left", flush=True), app.quit()))
print("listening", flush=True)
QTimer.singleShot(20_000, lambda: app.exit(1))
sys.exit(app.exec())
"""


def test_only_leaving_locks_and_coming_back_does_not(qtbot: QtBot) -> None:
    lock = SystemLock()
    left: list[bool] = []
    lock.left.connect(lambda: left.append(True))
    lock.turned(False)
    assert not left
    lock.turned(True)
    lock.told()
    assert left == [True, True]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus here")
@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_a_screen_saver_that_comes_on_is_heard(tmp_path: Path, saver: str) -> None:
    script = tmp_path / "hears.py"
    script.write_text(HEARS, encoding="utf-8")
    emit = f"gdbus emit --session --object-path /x --signal {saver}.ActiveChanged"
    told = (
        f"coproc {{ {sys.executable} {script}; }}; read -r -u ${{COPROC[0]}} line; "
        f"{emit} false; {emit} true; read -r -u ${{COPROC[0]}} line; echo $line"
    )
    ran = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", told],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.stdout.strip() == "left", ran.stderr
