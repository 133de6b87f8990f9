"""The clock of a training station, which a demonstration can set back."""

from __future__ import annotations

from datetime import datetime, timedelta

from nurseapp.base.clock import Clock


class PracticeClock:
    """Follows another clock until it is set; no station with real people ever has one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._moment: datetime | None = None
        self._passed = 0.0

    def now(self) -> datetime:
        """The moment it was set to, with what has passed since; else the real one."""
        if self._moment is None:
            return self._clock.now()
        return (self._moment + timedelta(seconds=self._passed)).replace(microsecond=0)

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return self._clock.monotonic() + self._passed

    def set_to(self, moment: datetime | None) -> None:
        """Stands still at `moment`, or runs again with None."""
        self._moment = moment
        self._passed = 0.0

    def let_pass(self, seconds: float) -> None:
        """Moves on."""
        self._passed += seconds
