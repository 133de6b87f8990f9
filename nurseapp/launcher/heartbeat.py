"""Finds a window that hangs: it still runs, but answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nurseapp.base.clock import Clock
    from nurseapp.launcher.child import Child

PING_SECONDS: Final = 2.0
# A clinic's old laptop under an antivirus scan can be deaf for seconds; ending a window that
# would have come back costs the nurse what she was typing, so the limit is generous.
HUNG_SECONDS: Final = 15.0


class Heartbeat:
    """Asks the visible window now and then whether it is there."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked = 0.0
        self._unanswered_since: float | None = None

    def answered(self) -> None:
        """The window is there."""
        self._unanswered_since = None

    def check(self, window: Child | None) -> None:
        """Asks again when it is time, and ends a window that has been silent for too long."""
        now = self._clock.monotonic()
        if window is None:
            self._unanswered_since = None
        elif self._unanswered_since is not None and now - self._unanswered_since > HUNG_SECONDS:
            window.kill()
            self._unanswered_since = None
        elif now - self._asked >= PING_SECONDS:
            self._asked = now
            if self._unanswered_since is None:
                self._unanswered_since = now
            window.say({"type": "ping"})
