"""A paper in the making: edited, previewed as what it becomes, saved and printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, Literal, TypeVar

from nurseapp.base.errors import PaperIncompleteError, SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.papers import Paper
from nurseapp.desk.printing.flow import PrinterFlow
from nurseapp.desk.printing.printers import Printers

Draft = TypeVar("Draft")


# Without slots: calling PaperCases[ReferralDraft](...) fails with them on Python 3.11.
@dataclass(frozen=True, kw_only=True)
class PaperCases(Generic[Draft]):
    """What the clinic does for a paper: `make` writes that it was made, `preview` writes nothing.

    Both raise PaperIncompleteError when something that must stand on the paper is missing.
    """

    draft: Callable[[int], Draft]
    preview: Callable[[Draft], Paper]
    make: Callable[[Draft], Paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWays:
    """The ways out of the program for a finished paper; `note` writes which one it took."""

    write: Callable[[Path, bytes], None]
    print: Callable[[bytes, str], str]
    printers: Callable[[], Printers]
    note: Callable[[str, Literal["printed", "saved"]], None]

    def save(self, path: Path, paper: Paper) -> str:
        """Writes to the PDF file `path` or into the folder `path`; says under which name."""
        file = path if path.suffix == ".pdf" else path / paper.file_name
        self.write(file, paper.content)
        self.note(paper.document, "saved")
        return _("Lagret som {file}.").format(file=file.name)

    def send(self, printer: str, paper: Paper) -> str:
        """Prints on `printer`; says how it went."""
        said = self.print(paper.content, printer)
        self.note(paper.document, "printed")
        return said


@dataclass(frozen=True, kw_only=True)
class PaperState(Generic[Draft]):
    """The draft as it stands, and the paper it would become; `fresh` while the two agree."""

    draft: Draft | None = None
    folder: str = ""
    paper: Paper | None = None
    fresh: bool = False
    missing: tuple[str, ...] = ()
    made: Paper | None = None
    said: str = ""
    problem: str = ""
    changed: bool = False
    busy: bool = False


class PaperFlow(Flow[PaperState[Draft]]):
    """Makes one paper about one answer sheet; unchanged, it is made only once."""

    def __init__(
        self,
        screening: int,
        cases: PaperCases[Draft],
        ways: PaperWays,
        work: Work,
        *,
        folder: Path | None = None,
    ) -> None:
        """`folder` is where papers are saved until the nurse names another."""
        super().__init__(PaperState(folder=str(folder or "")))
        self._screening = screening
        self._cases = cases
        self._ways = ways
        self._work = work
        self.printer = PrinterFlow(ways.printers, work)

    def forget(self) -> None:
        """Lets go of those who watch the printer too."""
        self.printer.forget()
        super().forget()

    def start(self) -> None:
        """Reads the draft and previews it."""
        self._work.run(lambda: self._cases.draft(self._screening), self._begin, self._failed)

    def type(self, draft: Draft) -> None:
        """Keeps what was typed; the preview no longer fits it."""
        if draft != self.state.draft:
            self._show(
                replace(
                    self.state,
                    draft=draft,
                    fresh=False,
                    made=None,
                    said="",
                    problem="",
                    changed=True,
                )
            )

    def preview(self) -> None:
        """Shows the paper that the draft would become, or what is missing."""
        draft = self.state.draft
        if draft is not None and not self.state.fresh:
            self._work.run(
                lambda: self._cases.preview(draft),
                lambda paper: self._previewed(draft, paper),
                self._not_previewed,
            )

    def type_folder(self, folder: str) -> None:
        """Keeps the name of the folder to save in."""
        self._show(replace(self.state, folder=folder, said="", problem=""))

    def save(self) -> None:
        """Makes the paper and saves it in the folder, named by its number and by nobody."""
        folder = Path(self.state.folder.strip()).expanduser()
        if self.state.folder.strip():
            self.save_to(folder)
        else:
            self._show(replace(self.state, problem=_("Skriv hvilken mappe papiret skal ligge i.")))

    def save_to(self, path: Path) -> None:
        """Makes the paper and writes it to the PDF file `path`, or into the folder `path`."""
        self._send(lambda paper: self._ways.save(path, paper))

    def print_out(self) -> None:
        """Makes the paper and sends it to the chosen printer."""
        printer = self.printer.state.chosen
        self._send(lambda paper: self._ways.send(printer, paper))

    def _begin(self, draft: Draft) -> None:
        self._show(replace(self.state, draft=draft))
        self.preview()

    def _previewed(self, draft: Draft, paper: Paper) -> None:
        if draft is self.state.draft:
            self._show(replace(self.state, paper=paper, fresh=True, missing=(), problem=""))
            self.printer.look()  # not before: the paper itself is what the nurse waits for

    def _not_previewed(self, error: SituationError) -> None:
        if isinstance(error, PaperIncompleteError):
            missing = tuple(str(error.facts.get("missing", "")).split(", "))
            self._show(replace(self.state, missing=missing, paper=None))
        else:
            self._failed(error)

    def _send(self, way: Callable[[Paper], str]) -> None:
        state = self.state
        if state.draft is None or state.busy:
            return
        draft, made = state.draft, state.made
        self._show(replace(state, busy=True, said="", problem=""))

        def make_and_send() -> tuple[Paper, str]:
            paper = made or self._cases.make(draft)
            return paper, way(paper)

        self._work.run(make_and_send, self._sent, self._failed)

    def _sent(self, outcome: tuple[Paper, str]) -> None:
        paper, said = outcome
        self._show(replace(self.state, made=paper, said=said, busy=False))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
