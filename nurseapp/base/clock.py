"""Time is handed in, so that a test or a demonstration can choose the day."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime


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
        from datetime import datetime  # the lock screen's first paint needs no calendar

        return datetime.now().astimezone().replace(microsecond=0)

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()


def today(clock: Clock) -> date:
    """The local calendar day."""
    return clock.now().date()
