"""`nurseapp`: the window when nothing is asked for, else the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Does what the command line asks, and ends the process with its exit code."""
    words = sys.argv[1:]
    if words[:1] in ([], ["open"]) and not {"-h", "--help"} & set(words):
        # The window's own path reads no argparse: a nurse waits for every millisecond of it.
        from nurseapp.commands.windows import open_station

        sys.exit(open_station(words[1:]))
    from nurseapp.cli import run

    sys.exit(run(words))


if __name__ == "__main__":
    main()
