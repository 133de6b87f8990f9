"""From the lock to the papers no process speaks to anything outside this machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CALL = re.compile(r"\b(socket|connect|bind|sendto)\((.*)")


@pytest.mark.slow
def test_tour_opens_no_connection(tmp_path: Path) -> None:
    """Everything the kernel is asked for by the launcher and its windows, as strace sees it."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    calls = tmp_path / "calls"
    watch = [strace, "-f", "-e", "trace=network", "-o", str(calls)]
    done = subprocess.run(
        [*watch, sys.executable, "-m", "nurseapp", "tour", "--out", str(tmp_path / "pictures")],
        capture_output=True,
        check=False,
    )
    asked = [found.groups() for found in map(CALL.search, calls.read_text().splitlines()) if found]
    if not asked and b"ptrace" in done.stderr:
        pytest.skip("the kernel lets nobody watch another process here")
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    # The system's own message bus tells when the screen is locked, and its printing service takes
    # papers: both are files on this machine. What is sent without an address goes to a connection
    # that is listed where it was made.
    elsewhere = [
        f"{call}({words}"
        for call, words in asked
        if "AF_UNIX" not in words and not (call == "sendto" and ", NULL, 0)" in words)
    ]
    assert not elsewhere
