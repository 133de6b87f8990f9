"""Logging in: a name, a password, and a wait after too many tries."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from nurseapp.base.clock import Clock
from nurseapp.base.errors import SituationError, TooManyTriesError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation

FEW_USERS: Final = 12
"""Up to this many names are shown to choose from; more would be a list to read."""


class LockState(NamedTuple):
    """What the lock screen shows; `failures` grows by one each time the password is to be cleared.

    `notice` is a calm sentence about what happened before the lock; `wait_seconds` is how long
    the next try must wait.
    """

    station_name: str
    training: bool
    names: tuple[str, ...]
    name: str = ""
    busy: bool = False
    sentence: str = ""
    hint: str = ""
    problem_at: Literal["", "name", "password"] = ""
    wait_seconds: int = 0
    caps_lock: bool = False
    notice: str = ""
    failures: int = 0


class LockFlow(Flow[LockState]):
    """Lets a nurse in, or says calmly why not."""

    def __init__(
        self,
        state: LockState,
        open_station: Callable[[str, str], OpenStation],
        work: Work,
        clock: Clock,
        opened: Callable[[OpenStation], None],
    ) -> None:
        super().__init__(_with_only_name(state))
        self._open_station = open_station
        self._work = work
        self._clock = clock
        self._opened = opened
        self._wait_until = 0.0

    def tell(self, notice: str) -> None:
        """Says calmly what happened before the lock screen came up."""
        self._show(self.state._replace(notice=notice))

    def expect(self, name: str) -> None:
        """Names the one who was in last, if she still may; otherwise each chooses herself."""
        known = name if name in self.state.names else ""
        self._show(_with_only_name(self.state._replace(name=known)))

    def choose(self, name: str) -> None:
        """The nurse picked or typed her name."""
        if name != self.state.name:
            self._show(self.state._replace(name=name, sentence="", hint="", problem_at=""))

    def caps_lock(self, on: bool) -> None:
        """The keyboard seems to write capitals."""
        if on != self.state.caps_lock:
            self._show(self.state._replace(caps_lock=on))

    def unlock(self, password: str) -> None:
        """Tries the password; nothing happens while a try is running or a wait is on."""
        state = self.state
        if state.busy or state.wait_seconds:
            return
        name = state.name.strip()
        if not name:
            self._show(state._replace(sentence=_("Skriv navnet ditt."), hint="", problem_at="name"))
        elif not password:
            missing = _("Skriv passordet ditt.")
            self._show(state._replace(sentence=missing, hint="", problem_at="password"))
        else:
            self._show(state._replace(busy=True, sentence="", hint="", problem_at=""))
            self._work.run(lambda: self._open_station(name, password), self._opened, self._refused)

    def tick(self) -> None:
        """Counts the wait down; called about once a second while there is one."""
        left = max(0, math.ceil(self._wait_until - self._clock.monotonic()))
        if left != self.state.wait_seconds:
            self._show(self.state._replace(wait_seconds=left))

    def _refused(self, error: SituationError) -> None:
        state = self.state._replace(
            busy=False,
            sentence=error.sentence,
            hint=error.hint,
            problem_at="password",
            failures=self.state.failures + 1,
        )
        if isinstance(error, TooManyTriesError):
            seconds = int(str(error.facts["seconds"]))
            self._wait_until = self._clock.monotonic() + seconds
            told = _("For mange forsøk på rad. Vent litt, så kan du prøve igjen.")
            state = state._replace(wait_seconds=seconds, sentence=told, problem_at="")
        self._show(state)


def _with_only_name(state: LockState) -> LockState:
    """A station with one user asks for no name."""
    return state._replace(name=state.names[0]) if len(state.names) == 1 else state
