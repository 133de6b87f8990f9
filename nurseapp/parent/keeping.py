"""What the parent does is on disk before anything else is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow
from nurseapp.outbox.answer import Event
from nurseapp.parent.state import ParentState


class Recorder(Protocol):
    """Keeps what the parent does; each call returns when it is on the disk."""

    def append(self, event: Event) -> None:
        """Raises SituationError when it could not be kept."""
        ...

    def pause(self) -> None:
        """The parent stops for now; raises SituationError."""
        ...

    def finish(self) -> None:
        """The parent is done; raises SituationError."""
        ...


class KeepingFlow(Flow[ParentState]):
    """Shows a state once what led to it is kept; until then the old one, and why."""

    def __init__(self, state: ParentState, recorder: Recorder) -> None:
        super().__init__(state)
        self._recorder = recorder

    def _keep_then_show(self, keep: Callable[[], None], shown: ParentState) -> None:
        try:
            keep()
        except SituationError as error:
            self._show(replace(self.state, trouble=error.sentence))
        else:
            self._show(replace(shown, trouble=""))

    def _appending(self, *events: Event) -> Callable[[], None]:
        def append() -> None:
            for event in events:
                self._recorder.append(event)

        return append
