"""The worker, made when the first task comes: the lock screen's first paint needs none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Result

if TYPE_CHECKING:
    from nurseapp.look.work import ScreenWork, Worker


class LaterWorker:
    """Gives work to one worker, which it makes when first asked; fulfils `base.flow.Work`."""

    def __init__(self, crashed: Callable[[Exception], None]) -> None:
        self._crashed = crashed
        self._worker: Worker | None = None
        self._own: ScreenWork | None = None

    def worker(self) -> Worker:
        """The one worker."""
        if self._worker is None:
            from nurseapp.look.work import Worker

            self._worker = Worker(self._crashed)
        return self._worker

    def run(
        self,
        task: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[SituationError], None],
    ) -> None:
        """Runs `task` away from the window; then calls `done` or `failed` here."""
        if self._own is None:
            self._own = self.worker().for_screen()
        self._own.run(task, done, failed)

    def close(self) -> None:
        """Waits until every task given so far has run."""
        if self._worker is not None:
            self._worker.close()
