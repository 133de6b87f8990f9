"""Whom the person in the form belongs with: search, choose, name the role, or take leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.people import (
    FamilyLink,
    FamilyMember,
    FamilyRole,
    PersonKind,
    PersonPage,
    PersonRow,
)

FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Somebody already registered, whom the person of the form is to be linked with.

    `role` is the adult's place beside the child, whichever of the two the form is about.
    """

    person: int
    name: str
    kind: PersonKind
    role: FamilyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyState:
    """Who is linked already, who is chosen so far, and what the search found.

    `leaving` are those linked whose link is taken away when the form is saved. `changed` says
    that something here would be lost without saving.
    """

    linked: tuple[FamilyMember, ...] = ()
    leaving: frozenset[int] = frozenset()
    relatives: tuple[Relative, ...] = ()
    changed: bool = False
    hits: tuple[PersonRow, ...] = ()
    searched: str = ""
    problem: str = ""


class FamilyFlow(Flow[FamilyState]):
    """Collects the links to write; `own` is the person of the form, once she is registered."""

    def __init__(
        self,
        search: Callable[[str], tuple[PersonRow, ...]],
        work: Work,
        *,
        own: int | None = None,
    ) -> None:
        super().__init__(FamilyState())
        self._search = search
        self._work = work
        self._own = own

    def begin_beside(self, page: PersonPage) -> None:
        """Starts with the one whose family it is."""
        relative = Relative(person=page.person, name=page.name, kind=page.kind, role="mother")
        self._show(FamilyState(relatives=(relative,)))

    def begin_with(self, page: PersonPage) -> None:
        """Starts with those whom the person is linked with now."""
        self._show(FamilyState(linked=page.family))

    def unlink(self, person: int) -> None:
        """Marks a link as a mistake or over; it stands until the form is saved."""
        self._leave(self.state.leaving | {person})

    def keep(self, person: int) -> None:
        """Takes that back."""
        self._leave(self.state.leaving - {person})

    def saved(self) -> None:
        """Everything here is written."""
        self._show(replace(self.state, changed=False))

    def search(self, text: str) -> None:
        """Looks for family members from two letters on."""
        long_enough = len(text.strip()) >= FEWEST_LETTERS
        hits = self.state.hits if long_enough else ()
        self._show(replace(self.state, searched=text, hits=hits, problem=""))
        if long_enough:
            self._work.run(
                lambda: self._search(text.strip()),
                lambda rows: self._found(text, rows),
                self._failed,
            )

    def add(self, row: PersonRow, role: FamilyRole) -> None:
        """Chooses somebody found; the search is done with."""
        relative = Relative(person=row.person, name=row.name, kind=row.kind, role=role)
        chosen = (*self._others(row.person), relative)
        self._show(replace(self.state, relatives=chosen, changed=True, hits=(), searched=""))

    def set_role(self, person: int, role: FamilyRole) -> None:
        """Chooses what the adult is to the child."""
        relatives = tuple(
            replace(known, role=role) if known.person == person else known
            for known in self.state.relatives
        )
        self._show(replace(self.state, relatives=relatives, changed=True))

    def drop(self, person: int) -> None:
        """Takes a choice back; nothing is written yet."""
        self._show(replace(self.state, relatives=self._others(person), changed=True))

    def _leave(self, leaving: frozenset[int]) -> None:
        self._show(replace(self.state, leaving=leaving, changed=True))

    def _others(self, person: int) -> tuple[Relative, ...]:
        return tuple(known for known in self.state.relatives if known.person != person)

    def _found(self, text: str, rows: tuple[PersonRow, ...]) -> None:
        if text == self.state.searched:
            known = {relative.person for relative in self.state.relatives} | {self._own}
            hits = tuple(row for row in rows if row.person not in known)
            problem = "" if hits else _("Ingen treff på «{text}».").format(text=text.strip())
            self._show(replace(self.state, hits=hits, problem=problem))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))


def family_problem(mine: PersonKind, relatives: tuple[Relative, ...]) -> str:
    """A sentence when somebody chosen cannot stand beside a person of kind `mine`."""
    for relative in relatives:
        if (mine == "adult") == (relative.kind == "adult"):
            return _(
                "{name} kan ikke kobles her: en voksen kobles til et barn eller et svangerskap."
            ).format(name=relative.name)
    return ""


def links_of(
    person: int, mine: PersonKind, role: FamilyRole | None, relatives: tuple[Relative, ...]
) -> tuple[FamilyLink, ...]:
    """The links to write, with `person` (0 for a new one) in her place.

    `role` is a new adult's own, chosen with her kind; None where each link has its own.
    """
    if mine == "adult":
        return tuple(
            FamilyLink(adult=person, child=r.person, role=role or r.role) for r in relatives
        )
    return tuple(FamilyLink(adult=r.person, child=person, role=r.role) for r in relatives)
