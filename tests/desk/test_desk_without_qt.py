"""What is read while another core reads Qt waits for nothing of Qt."""

import os
import subprocess
import sys
from pathlib import Path

READ = """
import sys
import contextvars, json
before = set(sys.modules)
import nurseapp.desk.without_qt
new = set(sys.modules) - before
print(sorted(name for name in new if name.startswith(("PySide6", "shiboken6"))))
# The system loads one library at a time: one of these would wait until Qt has been read.
files = {name: getattr(sys.modules[name], "__file__", None) or "" for name in new}
print(sorted(name for name, file in files.items() if file.endswith((".so", ".pyd"))))
"""


def test_what_is_read_beside_qt_knows_no_qt_and_loads_no_library_of_its_own() -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "import shiboken6\n" + READ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert shown.stdout == "[]\n[]\n"


LOCK_SCREEN = """
import os, sys
from pathlib import Path
import PySide6.QtCore
from nurseapp.base.clock import SystemClock
from nurseapp.clinic.values.card import StationCard
from nurseapp.desk.doors import StationDoors
from nurseapp.desk.program import DeskProgram
from nurseapp.look.window_process import make_application

class Doors(StationDoors):
    def card(self):
        return StationCard("Solvang helsestasjon", "Testvik kommune", True, "nb")

    def names(self):
        return ("S. Eik", "M. Lind")

def told():
    print("Qt" in vars(PySide6.QtCore), flush=True)
    os._exit(0)

application = make_application([])
folder, clock = Path(sys.argv[1]), SystemClock()
program = DeskProgram(application, folder, clock, windowed=True, doors=Doors(folder, clock))
program.painted.connect(told)
program.show("start")
application.exec()
"""


def test_lock_screen_is_told_as_painted_before_qts_enumerations_are_built(tmp_path: Path) -> None:
    """They cost 15 to 24 ms of the start; PySide puts `Qt` into its module once they are built."""
    shown = subprocess.run(
        [sys.executable, "-c", LOCK_SCREEN, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert shown.stdout == "False\n", shown.stderr
