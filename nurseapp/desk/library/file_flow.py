"""A new form from a FHIR file: looked at first, then taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.library.form_files import FormFileView
from nurseapp.desk import routes
from nurseapp.desk.routes import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCases:
    """What the clinic does with a file; a look takes what a person says for it to be read so.

    That is whether all points make one sum, and the language, empty where she has not said it.
    """

    look: Callable[[Path, bool, str], FormFileView]
    take_in: Callable[[FormFileView], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """`view` is what the file would come to; None before one is chosen."""

    path: Path | None = None
    language: str = ""
    adding_up: bool = False
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

    def look(self, path: Path, *, add_up: bool = False, language: str = "") -> None:
        """Reads a file; the rest is the nurse's word where the file does not say."""
        self._show(FileState(path=path, language=language, adding_up=add_up, busy=True))
        self._work.run(lambda: self._cases.look(path, add_up, language), self._read, self._failed)

    def add_up(self) -> None:
        """Reads the same file again, with all points making one sum."""
        if self.state.path is not None:
            self.look(self.state.path, add_up=True, language=self.state.language)

    def speak(self, language: str) -> None:
        """Reads the same file again, its text being in this language."""
        if self.state.path is not None:
            self.look(self.state.path, add_up=self.state.adding_up, language=language)

    def take_in(self) -> None:
        """Takes in what was looked at, and leads to its page."""
        view = self.state.view
        ready = view is not None and view.imported is not None and not view.language_unsaid
        if view is not None and ready and not self.state.busy:
            self._show(replace(self.state, busy=True, problem=""))
            self._work.run(lambda: self._cases.take_in(view), self._taken_in, self._failed)

    def _read(self, view: FormFileView) -> None:
        self._show(replace(self.state, view=view, busy=False))

    def _taken_in(self, form: str) -> None:
        self._tell(_("Skjemaet er hentet inn. Det må godkjennes før det kan brukes."))
        self._go(routes.FormPage(form))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
