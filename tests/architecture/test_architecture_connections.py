"""No part of a library that opens connections is even in memory, whatever the program does."""

import ast
import subprocess
import sys

from source_trees import PACKAGE, nodes_of, sources

CONNECT = (
    "ssl", "http.client", "urllib.request", "asyncio", "ftplib", "smtplib", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
)  # fmt: skip
SPEAK = frozenset(
    {"socket", "socketserver", "ssl", "http", "urllib", "asyncio", "ftplib", "smtplib", "poplib",
     "imaplib", "telnetlib", "xmlrpc", "webbrowser", "multiprocessing"}
)  # fmt: skip
"""What Python itself has for it; libraries of others have loaded some of it, without using it."""

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


def _imported(node: ast.AST) -> tuple[str, ...]:
    match node:
        case ast.Import(names=names):
            return tuple(each.name for each in names)
        case ast.ImportFrom(module=str(module)):
            return (module,)
        case _:
            return ()


def test_no_module_imports_what_speaks_to_other_machines_not_even_within_a_function() -> None:
    hits = {
        (str(file.relative_to(PACKAGE)), name)
        for file in sources()
        for node in nodes_of(file)
        for name in _imported(node)
        if name.split(".")[0] in SPEAK
    }
    assert not hits
