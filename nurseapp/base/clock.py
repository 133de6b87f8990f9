"""Time is handed in, so that a test or a demonstration can choose the day."""

from __future__ import annotations

import time
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """What the program asks of time."""

    def now(self) -> datetime:
        """The moment, with the local time zone's offset, whole seconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards; for waits and time-outs only."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The moment, with the local time zone's offset, whole seconds."""
        return datetime.now().astimezone().replace(microsecond=0)

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()


def today(clock: Clock) -> date:
    """The local calendar day."""
    return clock.now().date()
