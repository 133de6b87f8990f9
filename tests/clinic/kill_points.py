"""Takes in the outbox of a station in a process of its own, and dies where it is told."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clinic_day import HandClock

from nurseapp.clinic.handover import handover
from nurseapp.clinic.station import access
from nurseapp.clinic.station.card import station_card
from nurseapp.journal.unit import Unit
from nurseapp.outbox import reader


def main(folder: Path, key: bytes, where: str) -> None:
    """Opens the station with its key, takes in, and is killed at `where`."""
    station = access._let_in(folder, station_card(folder), key, 1, HandClock())
    _arm(where)
    handover.take_in_answers(station)
    station.close()


def _arm(where: str) -> None:
    match where:
        case "before the transaction":
            _die_before(reader, "read_outbox", after=True)
        case "inside the transaction":
            _die_before(Unit, "_commit")
        case "between transaction and file":
            _die_before(Unit, "_commit", after=True)
        case "after the file":
            _die_before(reader, "destroy", after=True)
        case _:  # "after 0.0123 s": SIGALRM ends a process that does not listen to it at once
            signal.setitimer(signal.ITIMER_REAL, float(where.split()[1]) or 1e-6)


def _die_before(owner: Any, name: str, *, after: bool = False) -> None:
    """Kills this process with no chance to tidy up, before or after the step."""
    step: Callable[..., Any] = getattr(owner, name)

    def last(*args: Any, **named: Any) -> Any:
        if after:
            step(*args, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, last)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline()), sys.argv[2])
