"""The real launcher, not steered, whose windows have side doors: `side_launcher.py FOLDER DOORS`."""

from __future__ import annotations

import sys
from pathlib import Path

from nurseapp.launcher import child, spawn, start

WINDOW = Path(__file__).with_name("side_window.py")
_real_command = spawn.window_command


def command_with_a_side_door(kind: str, folder: str, flags: list[str]) -> list[str]:
    """The window's own command, but `side_window.py nurseapp.desk` for `-m nurseapp.desk`."""
    command = _real_command(kind, folder, flags)
    command[command.index("-m")] = str(WINDOW)
    return command


def main() -> None:
    for module in (child, start):
        setattr(module, "window_command", command_with_a_side_door)  # noqa: B010 - here alone
    folder, doors = sys.argv[1:]
    sys.exit(start.open_windows(folder, ["--doors", doors], start.run_launcher))


if __name__ == "__main__":
    main()
