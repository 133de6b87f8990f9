"""What the system is asked to keep others from: the memory of both windows, and orphans."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")

KEEPER = """
import os, resource, sys
from nurseapp.base.channel import read_message
from nurseapp.launcher.spawn import Spawned, window_command
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
window = Spawned(window_command(sys.argv[1], sys.argv[2], ["--windowed"]))
with os.fdopen(window.output, "rb") as said:
    assert read_message(said) == {"type": "ready"}
    print(window.pid, hard, flush=True)
    window.wait()
"""
"""Stands for the launcher: starts one window and waits, where core dumps are allowed."""

PROTECTED = """
import ctypes, resource
from nurseapp.base.system import protect_process
on = protect_process()
print(len(on), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
"""3 is PR_GET_DUMPABLE (prctl(2))."""

Kept = tuple[subprocess.Popen[str], int, int]


@pytest.fixture
def keep(tmp_path: Path) -> Iterator[Callable[[str], Kept]]:
    """Starts a window behind a keeper: the keeper, the window's number, the core limit it had."""
    started: list[tuple[subprocess.Popen[str], int]] = []

    def one(kind: str) -> Kept:
        keeper = subprocess.Popen(
            [sys.executable, "-c", KEEPER, kind, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert keeper.stdout is not None
        pid, hard = (int(word) for word in keeper.stdout.readline().split())
        started.append((keeper, pid))
        return keeper, pid, hard

    yield one
    for keeper, pid in started:
        if is_alive(pid):
            os.kill(pid, signal.SIGKILL)
        keeper.kill()
        keeper.communicate()


def is_alive(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return stat.rpartition(") ")[2][0] not in "ZX"


def test_process_that_is_protected_leaves_no_dump_and_lets_nobody_look_into_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROTECTED], capture_output=True, text=True, check=True
    )
    assert done.stdout == "2 (0, 0) 0\n"


@pytest.mark.parametrize("kind", ["desk", "parent"])
def test_window_protects_itself_and_never_outlives_the_launcher(
    keep: Callable[[str], Kept], kind: str
) -> None:
    keeper, window, hard = keep(kind)
    if hard:
        limits = Path(f"/proc/{window}/limits").read_text(encoding="ascii").splitlines()
        (core,) = [line.split() for line in limits if line.startswith("Max core file size")]
        assert core[4:6] == ["0", "0"]
    os.kill(window, signal.SIGSTOP)  # it cannot notice by itself that the pipe is closed
    keeper.kill()
    keeper.wait()
    until = time.monotonic() + 10
    while is_alive(window) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_alive(window)
