"""A new form from a FHIR file: looked at first, then taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.form_files import FormFileView
from nurseapp.desk import routes
from nurseapp.desk.routes import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCases:
    """What the clinic does with a file."""

    look: Callable[[Path, bool], FormFileView]
    take_in: Callable[[FormFileView], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """`view` is what the file would come to; None before one is chosen."""

    path: Path | None = None
    view: FormFileView | None = None
    busy: bool = False
    problem: str = ""


class FileFlow(Flow[FileState]):
    """Nothing is kept before the nurse has seen what would come in and what not."""

    def __init__(
        self,
        cases: FileCases,
        work: Work,
        go: Callable[[Route], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(FileState())
        self._cases = cases
        self._work = work
        self._go = go
        self._tell = tell

    def look(self, path: Path, *, add_up: bool = False) -> None:
        """Reads a file; `add_up` is the nurse's word that all points make one sum."""
        self._show(FileState(path=path, busy=True))
        self._work.run(lambda: self._cases.look(path, add_up), self._read, self._failed)

    def add_up(self) -> None:
        """Reads the same file again, with all points making one sum."""
        if self.state.path is not None:
            self.look(self.state.path, add_up=True)

    def take_in(self) -> None:
        """Takes in what was looked at, and leads to its page."""
        view = self.state.view
        if view is not None and view.imported is not None and not self.state.busy:
            self._show(FileState(path=self.state.path, view=view, busy=True))
            self._work.run(lambda: self._cases.take_in(view), self._taken_in, self._failed)

    def _read(self, view: FormFileView) -> None:
        self._show(FileState(path=self.state.path, view=view))

    def _taken_in(self, form: str) -> None:
        self._tell(_("Skjemaet er hentet inn. Det må godkjennes før det kan brukes."))
        self._go(routes.FormPage(form))

    def _failed(self, error: SituationError) -> None:
        self._show(FileState(path=self.state.path, view=self.state.view, problem=str(error)))
