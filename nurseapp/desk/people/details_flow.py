"""Registering a person, or correcting with a reason what is recorded about her."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.people import FamilyLink, PersonDetails, PersonPage, PersonRow
from nurseapp.desk.people.family_flow import FamilyFlow, family_problem, links_of
from nurseapp.desk.people.typed_person import (
    NOBODY,
    Standing,
    TypedPerson,
    as_typed,
    birth_date_problem,
    due_date,
    gestation_problem,
    read_person,
)

Problems = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsCases:
    """What the clinic does for the form; `number_problem` answers at once, without the station.

    `unlink` is given the adult, the child or pregnancy, and the reason.
    """

    page: Callable[[int], PersonPage]
    register: Callable[[PersonDetails, tuple[FamilyLink, ...]], int]
    correct: Callable[[int, PersonDetails, str], None]
    link: Callable[[FamilyLink], None]
    unlink: Callable[[int, int, str], None]
    search: Callable[[str], tuple[PersonRow, ...]]
    number_problem: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsState:
    """The form as it stands; `correcting` is the person who is registered already."""

    typed: TypedPerson = NOBODY
    correcting: int | None = None
    ready: bool = False
    name: str = ""
    why: str = ""
    problems: Problems = ()
    problem: str = ""
    busy: bool = False
    changed: bool = False

    def problem_of(self, field: str) -> str:
        """The sentence about `field`, or empty."""
        return dict(self.problems).get(field, "")


class DetailsFlow(Flow[DetailsState]):
    """Holds the form; `finished` is called with the person once it is written."""

    def __init__(
        self,
        cases: DetailsCases,
        work: Work,
        finished: Callable[[int, str], None],
        *,
        today: date,
        correcting: int | None = None,
    ) -> None:
        super().__init__(DetailsState(correcting=correcting))
        self.family = FamilyFlow(cases.search, work, own=correcting)
        self._cases = cases
        self._work = work
        self._finished = finished
        self._today = today
        self._recorded: PersonDetails | None = None

    def start(self, *, beside: int | None = None) -> None:
        """Fills the form with what is recorded, or with the family the new person comes into."""
        if self.state.correcting is not None:
            self._read_page(self.state.correcting, self._fill)
        elif beside is not None:
            self._read_page(beside, self._begin_beside)
        else:
            self._show(replace(self.state, ready=True))

    def type(self, typed: TypedPerson) -> None:
        """Keeps what was typed, and checks the fields that can be checked at once."""
        problems = self._live_problems(typed)
        self._show(replace(self.state, typed=typed, problems=problems, changed=True, problem=""))

    def type_why(self, why: str) -> None:
        """Keeps the reason for a correction."""
        self._show(replace(self.state, why=why, changed=True, problem=""))

    def save(self) -> None:
        """Registers or corrects; what does not hold is said field by field."""
        read = read_person(self.state.typed, today=self._today)
        problems = self._all_problems(read.problems)
        unfit = family_problem(self.state.typed.kind, self.family.state.relatives)
        if read.details is None or problems or unfit:
            sentence = unfit or _("Se gjennom feltene som er merket.")
            self._show(replace(self.state, problems=problems, problem=sentence))
            return
        self._show(replace(self.state, busy=True, problem="", problems=()))
        details = read.details
        self._work.run(lambda: self._write(details), self._written, self._failed)

    def forget(self) -> None:
        """Lets go of the observers of the form and of the family."""
        super().forget()
        self.family.forget()

    def _write(self, details: PersonDetails) -> int:
        person, typed = self.state.correcting, self.state.typed
        role = typed.role if person is None else None
        links = links_of(person or 0, typed.kind, role, self.family.state.relatives)
        if person is None:
            return self._cases.register(details, links)
        self._correct(person, details, links)
        return person

    def _correct(self, person: int, details: PersonDetails, links: tuple[FamilyLink, ...]) -> None:
        """Writes what has changed; a family that was set right is no correction of the person."""
        why, leaving = self.state.why.strip(), sorted(self.family.state.leaving)
        if details != self._recorded or not (links or leaving):
            self._cases.correct(person, details, why)
        for member in leaving:
            adult = details.kind == "adult"
            ends = (person, member) if adult else (member, person)
            self._cases.unlink(*ends, why)
        for link in links:
            self._cases.link(link)

    def _written(self, person: int) -> None:
        corrected = self.state.correcting is not None
        self._show(replace(self.state, busy=False, changed=False))
        self.family.saved()
        self._finished(person, _("Rettelsen er lagret.") if corrected else _("Registrert."))

    def _all_problems(self, of_form: Problems) -> Problems:
        problems = {**dict(self._live_problems(self.state.typed)), **dict(of_form)}
        if self.state.correcting is not None and not self.state.why.strip():
            problems["why"] = _("Skriv hvorfor det rettes.")
        return tuple(problems.items())

    def _live_problems(self, typed: TypedPerson) -> Problems:
        if typed.kind == "pregnancy":
            sentences = {"due_date": due_date(typed.due_date, today=self._today).problem}
        else:
            sentences = {
                "birth_date": birth_date_problem(typed.birth_date, today=self._today),
                "national_number": self._cases.number_problem(typed.national_number),
            }
        if typed.kind == "child":
            sentences["weeks"] = gestation_problem(typed.weeks, typed.days)
        return tuple((field, sentence) for field, sentence in sentences.items() if sentence)

    def _read_page(self, person: int, done: Callable[[PersonPage], None]) -> None:
        self._work.run(lambda: self._cases.page(person), done, self._failed)

    def _fill(self, page: PersonPage) -> None:
        standing: Standing = "other_carer" if page.kind == "adult" else page.kind
        typed = as_typed(page.details, standing)
        self._recorded = page.details
        self.family.begin_with(page)
        self._show(replace(self.state, typed=typed, name=page.name, ready=True))

    def _begin_beside(self, page: PersonPage) -> None:
        typed = TypedPerson(
            standing="child" if page.kind == "adult" else "mother",
            family_name=page.details.family_name,
            language=page.details.language,
        )
        self.family.begin_beside(page)
        self._show(replace(self.state, typed=typed, ready=True))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
