"""A pregnancy becomes one child or several, or is recorded, gently, as lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.people import PersonDetails, PersonPage, Sex
from nurseapp.desk.people.typed_person import (
    TypedPerson,
    birth_date_problem,
    gestation_problem,
    read_person,
)

MOST_CHILDREN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthCases:
    """What the clinic does when a pregnancy ends; `birth` gives the children's ids."""

    page: Callable[[int], PersonPage]
    birth: Callable[[int, tuple[PersonDetails, ...]], tuple[int, ...]]
    loss: Callable[[int], None]
    number_problem: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedChild:
    """What is special to one of the children born."""

    given_name: str = ""
    family_name: str = ""
    sex: Sex = "unknown"
    national_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthState:
    """The form as it stands; `asking_loss` shows the question before a loss is recorded."""

    name: str = ""
    birth_date: str = ""
    weeks: str = ""
    days: str = ""
    children: tuple[TypedChild, ...] = (TypedChild(),)
    asking_loss: bool = False
    problems: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    busy: bool = False
    changed: bool = False

    def problem_of(self, field: str) -> str:
        """The sentence about `field` (`birth_date`, `weeks`, `given_name 0` ...), or empty."""
        return dict(self.problems).get(field, "")


class BirthFlow(Flow[BirthState]):
    """Holds the form; `finished` is called with where to go and what to say."""

    def __init__(
        self,
        pregnancy: int,
        cases: BirthCases,
        work: Work,
        finished: Callable[[int | None, str], None],
        *,
        today: date,
    ) -> None:
        super().__init__(BirthState())
        self._pregnancy = pregnancy
        self._cases = cases
        self._work = work
        self._finished = finished
        self._today = today

    def start(self) -> None:
        """Reads whose pregnancy it is."""
        self._work.run(
            lambda: self._cases.page(self._pregnancy),
            lambda page: self._show(replace(self.state, name=page.name)),
            self._failed,
        )

    def type(self, *, birth_date: str, weeks: str, days: str) -> None:
        """Keeps what is common to the children."""
        self._typed(replace(self.state, birth_date=birth_date, weeks=weeks, days=days))

    def type_child(self, place: int, child: TypedChild) -> None:
        """Keeps what is special to the child at `place`, counted from 0."""
        children = list(self.state.children)
        children[place] = child
        self._typed(replace(self.state, children=tuple(children)))

    def one_more(self) -> None:
        """One child more; at most five."""
        if len(self.state.children) < MOST_CHILDREN:
            family_name = self.state.children[-1].family_name
            children = (*self.state.children, TypedChild(family_name=family_name))
            self._typed(replace(self.state, children=children))

    def one_less(self) -> None:
        """Takes the last child of several away."""
        if len(self.state.children) > 1:
            self._typed(replace(self.state, children=self.state.children[:-1]))

    def save(self) -> None:
        """Registers the birth; what does not hold is said field by field."""
        read = tuple(read_person(self._typed_person(child), today=self._today)
                     for child in self.state.children)  # fmt: skip
        problems = (*self._live_problems(self.state), *_named(tuple(r.problems for r in read)))
        children = tuple(one.details for one in read if one.details is not None)
        if problems or len(children) < len(read):
            sentence = _("Se gjennom feltene som er merket.")
            self._show(replace(self.state, problems=problems, problem=sentence))
            return
        self._show(replace(self.state, busy=True, problem="", problems=()))
        self._work.run(
            lambda: self._cases.birth(self._pregnancy, children), self._born, self._failed
        )

    def ask_loss(self, asking: bool) -> None:
        """Shows or hides the question before a loss is recorded."""
        self._show(replace(self.state, asking_loss=asking))

    def confirm_loss(self) -> None:
        """Records the loss: nothing is deleted, and nothing is offered again."""
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(
            lambda: self._cases.loss(self._pregnancy),
            lambda _nothing: self._finished(
                None, _("Tapet er registrert. Svangerskapet vises ikke mer i listene.")
            ),
            self._failed,
        )

    def _typed(self, state: BirthState) -> None:
        problems = self._live_problems(state)
        self._show(replace(state, problems=problems, problem="", changed=True))

    def _typed_person(self, child: TypedChild) -> TypedPerson:
        return TypedPerson(
            standing="child",
            given_name=child.given_name,
            family_name=child.family_name,
            sex=child.sex,
            national_number=child.national_number,
            birth_date=self.state.birth_date,
            weeks=self.state.weeks,
            days=self.state.days,
        )

    def _live_problems(self, state: BirthState) -> tuple[tuple[str, str], ...]:
        sentences = [
            ("birth_date", birth_date_problem(state.birth_date, today=self._today)),
            ("weeks", gestation_problem(state.weeks, state.days)),
        ]
        for place, child in enumerate(state.children):
            sentence = self._cases.number_problem(child.national_number)
            sentences.append((f"national_number {place}", sentence))
        return tuple((field, sentence) for field, sentence in sentences if sentence)

    def _born(self, children: tuple[int, ...]) -> None:
        self._finished(children[0], _("Fødselen er registrert."))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _named(of_each: tuple[tuple[tuple[str, str], ...], ...]) -> tuple[tuple[str, str], ...]:
    """Each child's problems by its place; those common to all once."""
    named: dict[str, str] = {}
    for place, problems in enumerate(of_each):
        for field, sentence in problems:
            common = field in {"birth_date", "weeks"}
            named.setdefault(field if common else f"{field} {place}", sentence)
    return tuple(named.items())
