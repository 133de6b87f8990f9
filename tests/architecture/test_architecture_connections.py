"""No part of a library that opens connections is even in memory, whatever the program does."""

import subprocess
import sys

CONNECT = (
    "ssl", "http.client", "urllib.request", "asyncio", "ftplib", "smtplib", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
)  # fmt: skip
EVERYTHING = f"""
import importlib, pkgutil, sys
import nurseapp
for module in pkgutil.walk_packages(nurseapp.__path__, "nurseapp."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from datetime import UTC, datetime
from nurseapp.report.recovery import RecoveryDocument, recovery_pdf
recovery_pdf(RecoveryDocument(document_id="0000-0000", made_at=datetime.now(UTC), date="i dag",
    station="Solvang", groups=("7Q2M",) * 9, training=True))
print(sorted(set({CONNECT!r}) & set(sys.modules)))
"""


def test_nothing_that_opens_connections_is_loaded_with_the_whole_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERYTHING], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
