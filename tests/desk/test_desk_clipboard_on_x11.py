"""The clipboard for real: an X server of the test's own, and another program that pastes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

pytestmark = pytest.mark.slow

DESK = """
import sys
from PySide6.QtWidgets import QApplication
from nurseapp.desk.clipboard import BriefClipboard
app = QApplication([])
clipboard = BriefClipboard(app, seconds=float(sys.argv[1]))
clipboard.copy("Føres i MORS journal")
app.exec()
"""
A_MINUTE = 60.0


class Screen:
    """An X server without a screen, and what can be pasted there."""

    def __init__(self) -> None:
        number, told = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(told),
            "-screen",
            "0",
            "640x480x24",
            "-nolisten",
            "tcp",
        ]
        self._server = subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(number) as line:
            self.world = {**os.environ, "QT_QPA_PLATFORM": "xcb",
                          "DISPLAY": f":{line.readline().strip()}"}  # fmt: skip

    def desk(self, seconds: float) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", DESK, str(seconds)]
        return subprocess.Popen(command, env=self.world, stderr=subprocess.DEVNULL)

    def pasted(self) -> str:
        command = ["xclip", "-selection", "clipboard", "-o", "-target", "UTF8_STRING"]
        done = subprocess.run(command, env=self.world, capture_output=True, timeout=10, check=False)
        return done.stdout.decode()

    def copy_elsewhere(self, text: str) -> None:
        command = ["xclip", "-selection", "clipboard", "-i"]
        subprocess.run(command, env=self.world, input=text.encode(), timeout=10, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


@pytest.fixture
def screen() -> Iterator[Screen]:
    missing = [program for program in ("Xvfb", "xclip") if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    made = Screen()
    yield made
    made.close()


def wait_for(there: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not there():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_text_can_be_pasted_elsewhere_and_is_gone_in_time(screen: Screen) -> None:
    desk = screen.desk(2.0)
    wait_for(lambda: screen.pasted() == "Føres i MORS journal")
    wait_for(lambda: screen.pasted() == "")
    assert desk.poll() is None
    desk.kill()
    desk.wait()


def test_text_does_not_outlive_a_program_that_is_killed(screen: Screen) -> None:
    desk = screen.desk(A_MINUTE)
    wait_for(lambda: bool(screen.pasted()))
    desk.kill()
    desk.wait()
    assert screen.pasted() == ""


def test_what_another_program_copied_since_stays(screen: Screen) -> None:
    desk = screen.desk(2.0)
    wait_for(lambda: bool(screen.pasted()))
    screen.copy_elsewhere("deres")
    began = time.monotonic()
    wait_for(lambda: time.monotonic() - began > 2.5)  # past the moment when ours would be taken
    assert screen.pasted() == "deres"
    desk.kill()
    desk.wait()
