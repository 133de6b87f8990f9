"""Ctrl+C at the terminal the program was started from."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from processes import children_of, is_running

from nurseapp.base.system import ON_LINUX


@pytest.mark.skipif(not ON_LINUX, reason="sends what a terminal sends at Ctrl+C")
def test_ctrl_c_ends_the_program_without_a_trace_of_its_inside(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "nurseapp", "open", str(tmp_path / "station")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    while not children_of(running.pid):  # its window is on its way
        assert running.poll() is None
    windows = children_of(running.pid)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"Avbrutt.\n")
    assert not [window for window in windows if is_running(window)]
