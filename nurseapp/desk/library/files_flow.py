"""What leaves a form's page as a file or a paper, and the spreadsheet that comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.desk.printing.flow import PrinterFlow
from nurseapp.desk.printing.printers import Printers


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesCases:
    """The ways of one form; the texts and the paper are in a language.

    Those that give a sentence have more to say than where the file lies. The last word that
    `blank_print` takes is the printer.
    """

    table_out: Callable[[str, str, Path], None]
    table_in: Callable[[str, str, Path], tuple[str, ...]]
    fhir_out: Callable[[str, Path], None]
    pack_out: Callable[[str, Path], str]
    blank_out: Callable[[str, str, Path], None]
    blank_print: Callable[[str, str, str], str]
    printers: Callable[[], Printers]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesState:
    """`problems` are all that is wrong with a spreadsheet; nothing of it was taken in."""

    busy: bool = False
    said: str = ""
    problem: str = ""
    problems: tuple[str, ...] = ()


class FilesFlow(Flow[FilesState]):
    """Does one thing at a time; `changed` is called when a spreadsheet has come in."""

    def __init__(self, cases: FilesCases, work: Work, changed: Callable[[], None]) -> None:
        super().__init__(FilesState())
        self._cases = cases
        self._work = work
        self._changed = changed
        self.printer = PrinterFlow(cases.printers, work)

    def forget(self) -> None:
        """Lets go of those who watch the printer too."""
        self.printer.forget()
        super().forget()

    def table_out(self, form: str, language: str, path: Path) -> None:
        """Writes the texts as a spreadsheet, with what is written filled in."""
        says = _("Lagret: {file}. Fyll ut kolonnen for tekst, og hent den inn igjen her.")
        self._do(
            lambda: self._cases.table_out(form, language, path), says.format(file=path)
        )  # fmt: skip

    def table_in(self, form: str, language: str, path: Path) -> None:
        """Takes a filled-in spreadsheet in, or shows all that is wrong with it."""
        if not self.state.busy:
            self._show(FilesState(busy=True))
            self._work.run(
                lambda: self._cases.table_in(form, language, path), self._taken_in, self._failed
            )

    def fhir_out(self, form: str, path: Path) -> None:
        """Writes the form as a FHIR Questionnaire."""
        self._do(lambda: self._cases.fhir_out(form, path), _saved(path))

    def pack_out(self, form: str, path: Path) -> None:
        """Writes wording and values as a signed file for another station; says its digits."""
        self._do(lambda: self._cases.pack_out(form, path), "")

    def blank_out(self, form: str, language: str, path: Path) -> None:
        """Writes a blank form as a paper."""
        self._do(lambda: self._cases.blank_out(form, language, path), _saved(path))

    def blank_print(self, form: str, language: str) -> None:
        """Prints a blank form on the chosen printer."""
        printer = self.printer.state.chosen
        self._do(lambda: self._cases.blank_print(form, language, printer), "")

    def _do(self, task: Callable[[], str | None], said: str) -> None:
        if not self.state.busy:
            self._show(FilesState(busy=True))
            self._work.run(task, lambda says: self._done(says or said), self._failed)

    def _done(self, said: str) -> None:
        self._show(FilesState(said=said))

    def _taken_in(self, problems: tuple[str, ...]) -> None:
        if problems:
            self._show(FilesState(problems=problems))
        else:
            self._done(_("Regnearket er hentet inn. Se over teksten før den godkjennes."))
            self._changed()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _saved(path: Path) -> str:
    return _("Lagret: {file}").format(file=path)
