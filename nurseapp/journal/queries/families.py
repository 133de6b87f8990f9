"""People with their closest family, for many at once: a list is three questions, not ninety."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries.people import PERSON_COLUMNS, Person


class Relative(NamedTuple):
    """Somebody at the other end of a family link, with the adult's role in it."""

    person: Person
    role: str


class Circle(NamedTuple):
    """Some people, the children and running pregnancies beside them, and the adults."""

    people: dict[int, Person]
    children: dict[int, list[Relative]]
    adults: dict[int, list[Relative]]

    def children_of(self, adult: int) -> list[Relative]:
        """The youngest first; no pregnancy that has ended."""
        return self.children.get(adult, [])

    def adults_of(self, child: int) -> list[Relative]:
        """The mother first."""
        return self.adults.get(child, [])


_PEOPLE: Final = "SELECT {columns} FROM person AS p WHERE p.person IN ({places})"
_CHILDREN: Final = (
    "SELECT f.adult, f.role, {columns} FROM family AS f JOIN person AS p ON p.person = f.child"
    " WHERE f.adult IN ({places}) AND p.ended = ''"
    " ORDER BY coalesce(p.birth_day, p.due_day) DESC, f.child DESC"
)
_ADULTS: Final = (
    "SELECT f.child, f.role, {columns} FROM family AS f JOIN person AS p ON p.person = f.adult"
    " WHERE f.child IN ({places}) ORDER BY f.role <> 'mother', f.adult"
)


def circle(cursor: Cursor, numbers: Iterable[int]) -> Circle:
    """Those people with their closest family; numbers that nobody has are left out."""
    asked = tuple({*numbers})
    return Circle(
        people={row[0]: Person(*row) for row in _rows(cursor, _PEOPLE, asked)},
        children=_relatives(_rows(cursor, _CHILDREN, asked)),
        adults=_relatives(_rows(cursor, _ADULTS, asked)),
    )


def _rows(cursor: Cursor, statement: str, asked: tuple[int, ...]) -> list[Any]:
    places = ", ".join("?" * len(asked))
    filled = statement.format(columns=PERSON_COLUMNS, places=places)
    return cursor.execute(filled, asked).fetchall()


def _relatives(rows: list[Any]) -> dict[int, list[Relative]]:
    found: dict[int, list[Relative]] = {}
    for end, role, *columns in rows:
        found.setdefault(end, []).append(Relative(Person(*columns), role))
    return found
