"""The floor: PySide6 with one label. Prints `painted`, then its memory in kB, and ends."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel("Hei")
label.resize(1280, 800)
label.show()
app.processEvents()
print("painted", flush=True)  # noqa: T201 - told to the bench
rollup = Path("/proc/self/smaps_rollup").read_text()
print(rollup, flush=True)  # noqa: T201
os._exit(0)
