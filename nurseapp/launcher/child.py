"""One window's process, as the launcher sees it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from nurseapp.base.channel import Channel, Message
from nurseapp.base.paths import package_parent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Kind = Literal["desk", "parent"]

# What a window may know of the world around it. Everything else stays behind, so that no
# setting of another program changes ours and nothing secret rides along.
_PASSED_ON: Final = frozenset(
    {"PATH", "HOME", "USER", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT",
     "LOCALAPPDATA", "APPDATA", "USERPROFILE", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
     "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "DBUS_SESSION_BUS_ADDRESS",
     "LD_LIBRARY_PATH", "COVERAGE_PROCESS_START"}
)  # fmt: skip
_PASSED_ON_BEGINNINGS: Final = ("QT_", "LC_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the windows are started."""

    folder: Path
    windowed: bool = False
    steered: bool = False


def clean_environment() -> dict[str, str]:
    """The part of the environment that a window gets."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _PASSED_ON or name.startswith(_PASSED_ON_BEGINNINGS)
    }
    kept["PYTHONPATH"] = str(package_parent())
    return kept


class Child:
    """A started window: its process, its channel, and how far it has come."""

    def __init__(
        self,
        kind: Kind,
        options: Options,
        heard: Callable[[Child, Message | None], None],
        *,
        shown: bool = False,
    ) -> None:
        """Starts the window; call it on the main thread (see die_with_parent)."""
        self.kind: Final = kind
        self.ready = False
        self.gone = False
        self.told_to_show = shown
        self.asked_at = 0.0
        self._process = subprocess.Popen(
            _command(kind, options, shown=shown),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=clean_environment(),
            close_fds=False,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._channel = Channel(
            self._process.stdout, self._process.stdin, lambda message: heard(self, message)
        )
        self._channel.open()
        # The pipe can be held open by a grandchild after the window died, and the pipe can
        # break while the process lives: whichever ends first counts.
        threading.Thread(target=self._wait, args=(heard,), daemon=True).start()

    def say(self, message: Message) -> None:
        """Sends `message` to the window."""
        self._channel.say(message)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """How the process ended, or None; negative when a signal ended it."""
        return self._process.poll()

    def dismiss(self, seconds: float) -> None:
        """Asks the window to leave, and ends it if it has not within `seconds`."""
        if self.alive:
            self.say({"type": "exit"})
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.wait()

    def _wait(self, heard: Callable[[Child, Message | None], None]) -> None:
        self._process.wait()
        heard(self, None)


def _command(kind: Kind, options: Options, *, shown: bool) -> list[str]:
    command = [sys.executable, "-s", "-P", "-m", f"nurseapp.{kind}"]
    command += ["--folder", str(options.folder), "--launcher", str(os.getpid())]
    if shown:
        command.append("--show")
    if options.windowed:
        command.append("--windowed")
    if options.steered:
        command.append("--steered")
    return command
