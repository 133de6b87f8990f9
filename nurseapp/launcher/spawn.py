"""Starts a window's process with two pipes to it.

This module imports next to nothing: the first window's process is on its way, and loads Qt on
another core, while the launcher still imports its own parts.
"""

from __future__ import annotations

import os
import sys

# What a window may know of the world around it. Everything else stays behind, so that no
# setting of another program changes ours and nothing secret rides along.
_PASSED_ON = frozenset(
    {"PATH", "HOME", "USER", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT",
     "LOCALAPPDATA", "APPDATA", "USERPROFILE", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
     "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
     "DBUS_SESSION_BUS_ADDRESS", "LD_LIBRARY_PATH"}
)  # fmt: skip
_PASSED_ON_BEGINNINGS = ("QT_", "LC_")
_PACKAGE_PARENT = os.path.dirname(  # noqa: PTH120 - pathlib would be read just for this
    os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
)


def clean_environment() -> dict[str, str]:
    """The part of the environment that a window gets."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _PASSED_ON or name.startswith(_PASSED_ON_BEGINNINGS)
    }


def paths_of_packages() -> list[str]:
    """Where a window finds what is not Python's own: the program itself, and what it needs."""
    installed = ("site-packages", "dist-packages")
    return [_PACKAGE_PARENT, *(place for place in sys.path if place.endswith(installed))]


def window_command(kind: str, folder: str, flags: list[str]) -> list[str]:
    """The command line of a window of this kind, for the station in `folder`."""
    begin = (
        f"import sys; sys.path += {paths_of_packages()!r}; "
        f"from nurseapp.{kind}.__main__ import main; main()"
    )
    told = ["--folder", folder, "--launcher", str(os.getpid())]
    # decisions/0015: sooner there, and start-up files that others put in place are not run.
    return [sys.executable, "-I", "-S", "-c", begin, *told, *flags]


class Spawned:
    """A process and our ends of its standard input and output."""

    def __init__(self, command: list[str]) -> None:
        """Starts `command`; on Linux from the main thread only (see die_with_parent)."""
        their_input, self.input = os.pipe()
        self.output, their_output = os.pipe()
        self.exit_code: int | None = None
        try:
            self._start(command, their_input, their_output)
        finally:
            os.close(their_input)
            os.close(their_output)

    def wait(self) -> int:
        """Returns when the process has ended, with its code; negative if a signal ended it.

        To be called from one thread only: a process can be waited for once.
        """
        if sys.platform == "win32":
            self.exit_code = self._process.wait()
        else:
            _pid, status = os.waitpid(self.pid, 0)
            self.exit_code = os.waitstatus_to_exitcode(status)
        return self.exit_code

    def kill(self) -> None:
        """Ends the process at once."""
        if self.exit_code is None:
            try:
                os.kill(self.pid, 9)
            except ProcessLookupError:
                return

    def _start(self, command: list[str], their_input: int, their_output: int) -> None:
        if sys.platform == "win32":
            import subprocess

            self._process = subprocess.Popen(
                command, stdin=their_input, stdout=their_output, env=clean_environment()
            )
            self.pid = self._process.pid
        else:
            ends = [(os.POSIX_SPAWN_DUP2, their_input, 0), (os.POSIX_SPAWN_DUP2, their_output, 1)]
            # A group of its own: Ctrl+C at a terminal is for the launcher to answer.
            self.pid = os.posix_spawn(
                command[0], command, clean_environment(), file_actions=ends, setpgroup=0
            )
