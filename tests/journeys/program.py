"""The running program, each window of which is asked and steered through its own side door."""

from __future__ import annotations

import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Self, TypeVar

from processes import children_of, command_of, is_running, of_station

from nurseapp.base.channel import Message, pack, read_message

LAUNCHER: Final = Path(__file__).with_name("side_launcher.py")
PATIENCE: Final = 30.0
SCREEN: Final = {"name": "test", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96,
                 "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
Found = TypeVar("Found")


class GoneError(Exception):
    """The window that was spoken to is no more."""


def wait_until(what: str, seen: Callable[[], Found | None], seconds: float = PATIENCE) -> Found:
    """The first answer of `seen` that counts as true; fails the test after `seconds`."""
    until = time.monotonic() + seconds
    while not (found := seen()):
        assert time.monotonic() < until, f"not within {seconds} s: {what}"
        time.sleep(0.01)
    return found


class Window:
    """One window's process, through its side door."""

    def __init__(self, pid: int, door: Path) -> None:
        self.pid = pid
        self.kind = "parent" if b"nurseapp.parent" in command_of(pid) else "desk"
        self._numbers = itertools.count(1)
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(PATIENCE)
        try:
            self._socket.connect(str(door))
        except OSError as error:
            self._socket.close()
            raise GoneError from error
        self._answers = self._socket.makefile("rb")

    def order(self, order: Message) -> Message:
        """Has the window do something; raises GoneError if it ends instead of answering."""
        number = next(self._numbers)
        try:
            self._socket.sendall(pack({"type": "steer", "id": number, **order}))
            answer = read_message(self._answers)
        except (OSError, ValueError) as error:  # ended now, or closed when it was found gone
            raise GoneError from error
        if answer is None or answer["id"] != number:
            raise GoneError
        return answer

    def texts(self) -> tuple[str, ...]:
        """What can be read in it; nothing while it is hidden."""
        return tuple(self.order({"do": "look"})["texts"])

    def close(self) -> None:
        self._answers.close()
        self._socket.close()


class Program:
    """`nurseapp open` of one station, to be started again after it was killed."""

    def __init__(self, station: Path, work: Path) -> None:
        self.station = station
        self._work = work
        self._doors = work / "doors"
        self._doors.mkdir()
        self._windows: dict[int, Window] = {}
        self._shown: Window | None = None
        screen = work / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        self._environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self.kill_launcher()

    @property
    def pid(self) -> int:
        """The launcher's."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """The launcher's, when it has ended."""
        return self._process.poll()

    @property
    def last_shown(self) -> int:
        """The process that was last found on the screen; 0 before the first."""
        return self._shown.pid if self._shown is not None else 0

    def start(self) -> None:
        """Starts the launcher, which brings the lock screen."""
        assert not of_station(self.station), "an orphan from the last time"
        with (self._work / "printed").open("ab") as printed:
            self._process = subprocess.Popen(
                [sys.executable, str(LAUNCHER), str(self.station), str(self._doors)],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=printed,
                env={**self._environment, "PYTHONPATH": str(LAUNCHER.parents[2])},
            )

    def kill_launcher(self) -> None:
        """With -9; returns when every process of the station is gone."""
        windows = children_of(self.pid)
        self._process.kill()
        self._process.wait()
        wait_until("no orphans", lambda: not of_station(self.station))
        # A dying process forgets its command line before it lets go of its files.
        wait_until("the windows' files let go", lambda: not any(map(is_running, windows)))
        for window in self._windows.values():
            window.close()
        self._windows.clear()
        self._shown = None

    def wait(self) -> int:
        """The launcher's exit code after a clean end."""
        return self._process.wait(PATIENCE)

    def windows(self) -> tuple[Window, ...]:
        """The windows that run and have opened their side door."""
        running = children_of(self.pid)
        for gone in set(self._windows) - set(running):
            self._windows.pop(gone).close()
        for pid in running:
            door = self._doors / str(pid)
            if pid not in self._windows and door.exists():
                try:
                    self._windows[pid] = Window(pid, door)
                except GoneError:
                    continue
        return tuple(self._windows[pid] for pid in running if pid in self._windows)

    def seen(self) -> tuple[Window, ...]:
        """The windows that somebody could read right now: one, or two while they change places."""
        return tuple(window for window in self.windows() if self._texts_of(window))

    def shown(self) -> Window:
        """The one window that is seen; raises GoneError when the launcher has ended."""
        if self._shown is None or not self._texts_of(self._shown):
            self._shown = wait_until("exactly one window", self._only_seen)
        return self._shown

    def hidden(self, kind: str) -> Window:
        """The spare of this kind, ready and waiting."""

        def spare() -> Window | None:
            spares = [one for one in self.windows() if one.kind == kind]
            return next((one for one in spares if not self._texts_of(one)), None)

        return wait_until(f"a spare {kind}", spare)

    def look(self) -> tuple[str, ...]:
        """What can be read in the window that is shown."""
        return self._texts_of(self.shown())

    def do(self, order: Message) -> bool:
        """Whether the window that is shown did it."""
        try:
            return bool(self.shown().order(order)["ok"])
        except GoneError:
            return False

    def click(self, target: str, within: str = "") -> None:
        """Clicks it as soon as it is there."""
        self._until({"do": "click", "target": target, "within": within})

    def type(self, target: str, text: str) -> None:
        self._until({"do": "type", "target": target, "text": text})

    def choose(self, target: str, text: str) -> None:
        self._until({"do": "choose", "target": target, "text": text})

    def wait_for(self, words: str) -> None:
        """Waits until some text shown contains `words`."""
        wait_until(words, lambda: any(words in text for text in self.look()))

    def settled(self) -> None:
        """Exactly one window is seen, and one spare of each kind waits: nothing else runs."""

        def calm() -> bool:
            windows = self.windows()
            hidden = sorted(one.kind for one in windows if not self._texts_of(one))
            return hidden == ["desk", "parent"] and len(children_of(self.pid)) == 3

        wait_until("one window and two spares", calm)

    def _until(self, order: Message) -> None:
        wait_until(str(order), lambda: self.do(order))

    def _only_seen(self) -> Window | None:
        if self.exit_code is not None:
            raise GoneError
        windows = self.seen()
        return windows[0] if len(windows) == 1 else None

    def _texts_of(self, window: Window) -> tuple[str, ...]:
        try:
            return window.texts()
        except GoneError:
            return ()


def kill(pid: int) -> None:
    """Ends a process with -9, if it is still there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
