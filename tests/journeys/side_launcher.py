"""The real launcher, not steered, whose windows have side doors: `side_launcher.py FOLDER DOORS`."""

from __future__ import annotations

import sys
from pathlib import Path

from nurseapp.launcher import child, spawn, start

WINDOW = Path(__file__).with_name("side_window.py")
_real_command = spawn.window_command


def command_with_a_side_door(kind: str, folder: str, flags: list[str]) -> list[str]:
    """The window's own command, but `side_window.py nurseapp.desk` for the code that begins it."""
    command = _real_command(kind, folder, flags)
    at = command.index("-c")
    begin = command[at + 1].replace(
        f"from nurseapp.{kind}.__main__ import main",
        f"sys.path.insert(0, {str(WINDOW.parent)!r}); sys.argv.insert(1, 'nurseapp.{kind}');"
        " from side_window import main",
    )
    return [*command[: at + 1], begin, *command[at + 2 :]]


def main() -> None:
    for module in (child, start):
        setattr(module, "window_command", command_with_a_side_door)  # noqa: B010 - here alone
    folder, doors = sys.argv[1:]
    sys.exit(start.open_windows(folder, ["--doors", doors], start.run_launcher))


if __name__ == "__main__":
    main()
