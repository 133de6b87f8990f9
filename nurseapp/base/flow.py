"""A flow is plain Python behind a screen: one frozen state, intents as methods, observers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from nurseapp.base.errors import SituationError

State = TypeVar("State")
Result = TypeVar("Result")


class Work(Protocol):
    """Runs a task away from the window and answers on the window's thread."""

    def run(
        self,
        task: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[SituationError], None],
    ) -> None:
        """Calls `done` with the result, or `failed` with what the world did.

        Anything that is not a SituationError is our own bug and goes to the crash handler.
        After `drop`, neither is called.
        """
        ...


class WorkAtOnce:
    """Runs each task at once, in the caller's thread: for tests without a window."""

    def run(
        self,
        task: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[SituationError], None],
    ) -> None:
        """Calls `done` or `failed` before it returns."""
        try:
            result = task()
        except SituationError as error:
            failed(error)
        else:
            done(result)


class Flow(Generic[State]):
    """Holds one frozen state and tells its observers when it changes."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._observers: list[Callable[[State], None]] = []

    @property
    def state(self) -> State:
        """What the screen shows now."""
        return self._state

    def observe(self, observer: Callable[[State], None]) -> None:
        """Calls `observer` with the state now, and again at every change."""
        self._observers.append(observer)
        observer(self._state)

    def forget(self) -> None:
        """Lets go of all observers; later changes reach nobody."""
        self._observers.clear()

    def _show(self, state: State) -> None:
        """Makes `state` the one that is shown."""
        self._state = state
        for observer in tuple(self._observers):
            observer(state)
