"""One person's page: her own record, her family, and what can be done from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values import people
from nurseapp.desk import routes


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCases:
    """What the clinic does for a person's page; reading the page writes that it was read."""

    page: Callable[[int], people.PersonPage]
    write_nurse_line: Callable[[int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The page, once it is read; `line` is what is being written about a child."""

    page: people.PersonPage | None = None
    line: str = ""
    busy: bool = False
    problem: str = ""


class PageFlow(Flow[PageState]):
    """Reads one person's page and leads on from it."""

    def __init__(
        self, person: int, cases: PageCases, work: Work, go: Callable[[routes.Route], None]
    ) -> None:
        super().__init__(PageState())
        self._person = person
        self._cases = cases
        self._work = work
        self._go = go

    def start(self) -> None:
        """Reads the page."""
        self._work.run(lambda: self._cases.page(self._person), self._read, self._failed)

    def screen(self) -> None:
        """Starts a screening: of the person, or of an adult beside the child."""
        self._go(routes.HandOver(self._person))

    def enter_paper(self) -> None:
        """Goes to where a sheet from paper is tapped in."""
        self._go(routes.Entry(self._person, mode="paper"))

    def observe_or_receive(self) -> None:
        """Goes to where the nurse writes in what she has seen, or got from others."""
        self._go(routes.Entry(self._person, mode="observer"))

    def correct(self) -> None:
        """Goes to the form with what is recorded."""
        self._go(routes.CorrectPerson(self._person))

    def register_birth(self) -> None:
        """Goes to where a pregnancy becomes children, or is recorded as lost."""
        self._go(routes.Birth(self._person))

    def register_relative(self) -> None:
        """Goes to the form for a new person in this family."""
        self._go(routes.RegisterPerson(beside=self._person))

    def open_person(self, person: int) -> None:
        """Goes to a relative's own page."""
        self._go(routes.PersonPage(person))

    def open_screening(self, screening: int) -> None:
        """Goes to an answer sheet of this person."""
        self._go(routes.Result(screening))

    def type_line(self, text: str) -> None:
        """Keeps the line as it is being written."""
        self._show(replace(self.state, line=text))

    def write_line(self) -> None:
        """Writes the nurse's line in the child's record; an empty one is refused."""
        line = self.state.line.strip()
        if not line:
            self._show(replace(self.state, problem=_("Linjen er tom. Skriv noe først.")))
            return
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(
            lambda: self._cases.write_nurse_line(self._person, line),
            lambda _nothing: self.start(),
            self._failed,
        )

    def _read(self, page: people.PersonPage) -> None:
        self._show(PageState(page=page))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
