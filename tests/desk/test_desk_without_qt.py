"""What is read while another core reads Qt waits for nothing of Qt."""

import subprocess
import sys

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
