"""Work away from the window's thread: one task at a time, answers on the window's thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from nurseapp.base.errors import SituationError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    task: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[SituationError], None]
    screen: ScreenWork


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: Exception | None = None


class Worker(QObject):
    """One thread, so that what it owns (the database) is used by one task at a time, in order."""

    _finished = Signal(object)

    def __init__(self, crashed: Callable[[Exception], None], parent: QObject | None = None) -> None:
        """`crashed` is told, on the window's thread, of every failure that is our own bug."""
        super().__init__(parent)
        self._crashed = crashed
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._answered: _Outcome | None = None
        self._finished.connect(self._answer)  # from the other thread: queued by Qt

    def for_screen(self) -> ScreenWork:
        """Work whose answers can be dropped together with a screen."""
        return ScreenWork(self)

    def close(self) -> None:
        """Waits until every task given so far has run; no answers come after that."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        self._answered = None
        self._finished.disconnect(self._answer)

    def take(self, job: _Job) -> None:
        """Puts a task at the end of the line; used by ScreenWork."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="work", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                outcome = _Outcome(job=job, result=job.task())
            except Exception as error:  # noqa: BLE001 - the border: handed to the window's thread
                outcome = _Outcome(job=job, error=error)
            self._finished.emit(outcome)

    @Slot(object)
    def _answer(self, outcome: _Outcome) -> None:
        """Keeps the outcome until the next one is here.

        By then the thread has let go of it. Were the thread the last to hold a task, what the
        task holds would be torn down over there: a screen, and with it the program.
        """
        self._answered = outcome
        job, error = outcome.job, outcome.error
        if error is not None and not isinstance(error, SituationError):
            self._crashed(error)
        elif job.screen.dropped:
            return
        elif error is not None:
            job.failed(error)
        else:
            job.done(outcome.result)


class ScreenWork:
    """A screen's own way to the worker; fulfils `nurseapp.base.flow.Work`."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self.dropped = False

    def run(
        self,
        task: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[SituationError], None],
    ) -> None:
        """Runs `task` after those given before; then calls `done` or `failed` here."""
        self._worker.take(_Job(task=task, done=done, failed=failed, screen=self))

    def drop(self) -> None:
        """The screen is gone: tasks already given still run, their answers reach nobody."""
        self.dropped = True
