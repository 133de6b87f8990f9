"""`nurseapp`: the window when nothing is asked for, else the command line."""

from __future__ import annotations

import sys

from nurseapp.base.system import open_closed_streams


def main() -> None:
    """Does what the command line asks, and ends the process with its exit code."""
    open_closed_streams()
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        from nurseapp import exit_codes

        sys.stderr.write("Avbrutt.\n")
        sys.exit(exit_codes.INTERRUPTED)


def _run(words: list[str]) -> int:
    if words[:1] in ([], ["open"]) and not {"-h", "--help"} & set(words):
        # The window's own path reads no argparse: a nurse waits for every millisecond of it.
        from nurseapp.commands.windows import open_station

        return open_station(words[1:])
    from nurseapp.cli import run

    return run(words)


if __name__ == "__main__":
    main()
