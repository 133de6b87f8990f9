"""A message for real: what a screen reader hears on the system's own accessibility bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SYSTEM_PYTHON = "/usr/bin/python3"
BUS = "/usr/libexec/at-spi-bus-launcher"
NEEDED = ("dbus-run-session", "xvfb-run", BUS, SYSTEM_PYTHON)

WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from nurseapp.look.message_bar import MessageBar
app = QApplication(["nurseapp"])
window, message = QWidget(), MessageBar()
QVBoxLayout(window).addWidget(message)
window.show()
again = QTimer(interval=200)
def say():
    message.clear()
    message.say("error", "Ingenting er tapt.")
again.timeout.connect(say)
again.start()
app.exec()
"""

READER = """
import subprocess, sys
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
def heard(event):
    print(event.any_data, flush=True)
    Atspi.event_quit()
Atspi.init()
listener = Atspi.EventListener.new(heard)
listener.register("object:announcement")
window = subprocess.Popen(sys.argv[1:])
GLib.timeout_add_seconds(20, Atspi.event_quit)
Atspi.event_main()
window.kill()
window.wait()
"""


def test_a_message_is_said_by_a_screen_reader(tmp_path: Path) -> None:
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    known = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if subprocess.run(known, capture_output=True, check=False).returncode != 0:
        pytest.skip("not installed: gir1.2-atspi-2.0 and python3-gi")
    tmp_path.chmod(0o700)
    world = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
             "XDG_RUNTIME_DIR": str(tmp_path)}  # fmt: skip
    (tmp_path / "both").write_text(f'{BUS} --launch-immediately &\nbus=$!\n"$@"\nkill $bus\n')
    reader = [SYSTEM_PYTHON, "-c", READER, sys.executable, "-c", WINDOW]
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "sh", str(tmp_path / "both"), *reader],
        env=world,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == ["Det gikk ikke: Ingenting er tapt."], done.stderr
