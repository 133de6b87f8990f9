"""Searching for people: typed text in, hits out, the newest search wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _, plural
from nurseapp.clinic.values.people import PersonRow
from nurseapp.desk.routes import PersonPage, RegisterPerson, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleCases:
    """What the clinic does for a search; empty text gives the people seen last."""

    search: Callable[[str], tuple[PersonRow, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One person found; `hint` warns where two are easily mistaken for each other."""

    row: PersonRow
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleState:
    """What was searched for, what was found, and the sentence above it."""

    text: str = ""
    hits: tuple[Hit, ...] = ()
    heading: str = ""
    searched: bool = False
    problem: str = ""


class PeopleFlow(Flow[PeopleState]):
    """Search as you type; an older answer never replaces a newer one."""

    def __init__(
        self, cases: PeopleCases, work: Work, go: Callable[[Route], None], *, text: str = ""
    ) -> None:
        super().__init__(PeopleState(text=text))
        self._cases = cases
        self._work = work
        self._go = go
        self._found_for: str | None = None
        self._opens_when_found = False

    def start(self) -> None:
        """Shows the people seen last, or the hits of the text given at the start."""
        self.type(self.state.text)

    def type(self, text: str) -> None:
        """Searches for what stands in the field now."""
        self._opens_when_found = False
        self._show(replace(self.state, text=text))
        self._work.run(
            lambda: self._cases.search(text.strip()),
            lambda rows: self._found(text, rows),
            self._failed,
        )

    def open(self, person: int) -> None:
        """Goes to the person's page."""
        self._go(PersonPage(person))

    def open_first(self) -> None:
        """Goes to the only hit; does nothing where there are several or none.

        While the hits still belong to what stood there before, it waits for the right ones.
        """
        self._opens_when_found = self._found_for != self.state.text
        if self._opens_when_found:
            return
        if self.state.searched and len(self.state.hits) == 1:
            self.open(self.state.hits[0].row.person)

    def register(self) -> None:
        """Goes to the form for a new person."""
        self._go(RegisterPerson())

    def _found(self, text: str, rows: tuple[PersonRow, ...]) -> None:
        if text != self.state.text:
            return
        hits = tuple(Hit(row=row, hint=hint) for row, hint in zip(rows, hints(rows), strict=True))
        heading = _heading(text.strip(), len(rows))
        self._found_for = text
        self._show(PeopleState(text=text, hits=hits, heading=heading, searched=True))
        if self._opens_when_found:
            self.open_first()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))


def _heading(text: str, count: int) -> str:
    if not text:
        return _("Sist sett") if count else _("Ingen er registrert ennå.")
    if not count:
        return _("Ingen treff på «{text}».").format(text=text)
    return plural("{count} treff", "{count} treff", count)


def hints(rows: tuple[PersonRow, ...]) -> tuple[str, ...]:
    """For each row a sentence when another row has her name, or is a likely twin; else empty."""
    names = Counter(row.name.casefold() for row in rows)
    births = Counter(_birth(row) for row in rows if row.kind == "child" and row.born)
    return tuple(_hint(row, names, births) for row in rows)


def _birth(row: PersonRow) -> tuple[str, str]:
    return row.born, row.name.casefold().rsplit(" ", 1)[-1]


def _hint(row: PersonRow, names: Counter[str], births: Counter[tuple[str, str]]) -> str:
    if names[row.name.casefold()] > 1:
        return _("Flere har dette navnet: se på fødselsdato og familie.")
    if row.kind == "child" and births[_birth(row)] > 1:
        return _("Født samme dag som et søsken: se på fornavnet.")
    return ""
