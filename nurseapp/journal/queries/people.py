"""People, how they are found, and their families."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from nurseapp.journal.connection import Cursor

_LAST: Final = "\U0010ffff"  # after every sign, so that a prefix is a range


class Person(NamedTuple):
    """One record as it stands now; days are ordinals, `ended` is for a pregnancy."""

    person: int
    kind: str
    given_name: str
    family_name: str
    sort_name: str
    birth_day: int | None
    national_number: str
    sex: str
    language: str
    interpreter: str
    gestation_days: int | None
    due_day: int | None
    shielded_address: int
    address: str
    phone: str
    general_practitioner: str
    next_of_kin: str
    ended: str
    seen_at: int

    @property
    def name(self) -> str:
        """Given name first; empty for a pregnancy."""
        return f"{self.given_name} {self.family_name}".strip()


class NurseLine(NamedTuple):
    """A line that a nurse wrote into a record."""

    line: int
    text: str
    author: int
    at: int


PERSON_COLUMNS: Final = (
    "p.person, p.kind, p.given_name, p.family_name, p.sort_name, p.birth_day,"
    " p.national_number, p.sex, p.language, p.interpreter, p.gestation_days, p.due_day,"
    " p.shielded_address, p.address, p.phone, p.general_practitioner, p.next_of_kin, p.ended,"
    " p.seen_at"
)
_PERSON: Final = f"SELECT {PERSON_COLUMNS} FROM person AS p"  # noqa: S608 - our names
_ALSO: Final = (
    " AND EXISTS (SELECT 1 FROM person_token AS o WHERE o.person = t.person"
    " AND o.token >= ? AND o.token < ?)"
)
# A search is a range of the tokens' key; the other words are looked up for each hit.
_FOUND: Final = (
    f"{_PERSON} JOIN (SELECT DISTINCT t.person FROM person_token AS t"  # noqa: S608 - our names
    " WHERE t.token >= ? AND t.token < ?{also} LIMIT ?) AS f ON f.person = p.person"
)


def person(cursor: Cursor, number: int) -> Person | None:
    """One record."""
    row = cursor.execute(_PERSON + " WHERE p.person = ?", (number,)).fetchone()
    return Person(*row) if row else None


def person_with_number(cursor: Cursor, national_number: str) -> int | None:
    """Who has this national number."""
    row = cursor.execute(
        "SELECT person FROM person WHERE national_number = ? AND national_number <> ''",
        (national_number,),
    ).fetchone()
    return int(row[0]) if row else None


def found_by(cursor: Cursor, prefixes: Sequence[str], limit: int) -> tuple[Person, ...]:
    """Those of whom every prefix begins some token, in the tokens' order."""
    longest, *others = sorted(prefixes, key=len, reverse=True)
    values: list[str | int] = [longest, longest + _LAST]
    for other in others:
        values += [other, other + _LAST]
    found = _FOUND.format(also=_ALSO * len(others))
    rows = cursor.execute(found, (*values, limit)).fetchall()
    return tuple(Person(*row) for row in rows)


def lately_seen(cursor: Cursor, limit: int) -> tuple[Person, ...]:
    """Those whom the clinic met last, newest first."""
    rows = cursor.execute(
        _PERSON + " WHERE p.kind <> 'pregnancy' ORDER BY p.seen_at DESC LIMIT ?", (limit,)
    ).fetchall()
    return tuple(Person(*row) for row in rows)


def nurse_lines(cursor: Cursor, number: int) -> tuple[NurseLine, ...]:
    """What nurses wrote into the record, newest first."""
    rows = cursor.execute(
        "SELECT line, text, author, at FROM nurse_line WHERE person = ? ORDER BY line DESC",
        (number,),
    ).fetchall()
    return tuple(NurseLine(*row) for row in rows)
