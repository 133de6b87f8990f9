"""Skjema: which forms there are, what each is for, and whether it may be used here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.clinic.values.library import LibraryView
from nurseapp.desk import routes
from nurseapp.desk.routes import Route
from nurseapp.forms.vocabulary import Topic

Grouping = Literal["topic", "status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCases:
    """What the list asks of the clinic; `topics` are by the form or family of each card."""

    view: Callable[[], LibraryView]
    topics: Callable[[], Mapping[str, Topic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryState:
    """`view` is None until the forms have been read; `text` is what is searched for."""

    view: LibraryView | None = None
    topics: Mapping[str, Topic] = field(default_factory=dict)
    text: str = ""
    by: Grouping = "topic"
    problem: str = ""


class LibraryFlow(Flow[LibraryState]):
    """Reads the forms; leads to each, to the licences, and to files from elsewhere."""

    def __init__(self, cases: LibraryCases, work: Work, go: Callable[[Route], None]) -> None:
        super().__init__(LibraryState())
        self._cases = cases
        self._work = work
        self._go = go

    def refresh(self) -> None:
        """Reads the forms."""
        self._work.run(lambda: (self._cases.view(), self._cases.topics()), self._read, self._failed)

    def search(self, text: str) -> None:
        """Shows only the forms that have all the words of `text` in their description."""
        self._show(replace(self.state, text=text))

    def group(self, by: Grouping) -> None:
        """Puts the forms under what they are about, or under what can be done with them now."""
        self._show(replace(self.state, by=by))

    def open(self, form: str) -> None:
        """Goes to a form's page."""
        self._go(routes.FormPage(form))

    def open_licences(self) -> None:
        """Goes to the ledger of licences."""
        self._go(routes.Licences())

    def open_file(self) -> None:
        """Goes to a new form from a file."""
        self._go(routes.FormFile())

    def open_pack(self) -> None:
        """Goes to what another station has sent."""
        self._go(routes.FormPack())

    def _read(self, read: tuple[LibraryView, Mapping[str, Topic]]) -> None:
        view, topics = read
        self._show(replace(self.state, view=view, topics=topics, problem=""))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
