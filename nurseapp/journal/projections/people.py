"""People, how they are found, and how they belong together, as tables."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from nurseapp.journal.connection import Cursor, Value
from nurseapp.journal.entries.people import (
    FamilyLinked,
    FamilyUnlinked,
    NurseLineWritten,
    PersonCorrected,
    PersonRegistered,
    PersonWritten,
    PregnancyEnded,
)
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections.table_projection import TableProjection
from nurseapp.people.names import search_tokens, sort_key

_COLUMNS: Final = (
    "kind, given_name, family_name, sort_name, birth_day, national_number, sex, language,"
    " interpreter, gestation_days, due_day, shielded_address, address, phone,"
    " general_practitioner, next_of_kin"
)
_INSERT: Final = (
    f"INSERT INTO person (person, ended, seen_at, {_COLUMNS}) VALUES (?, '', ?, "  # noqa: S608 - constants
    + ", ".join("?" * 16)
    + ")"
)
_UPDATE: Final = (
    f"UPDATE person SET ({_COLUMNS}) = ("  # noqa: S608 - constants
    + ", ".join("?" * 16)
    + ") WHERE person = ?"
)


def tokens(person: PersonWritten) -> tuple[str, ...]:
    """Everything a person can be found by: names, birth date in digits, national number."""
    names = search_tokens(f"{person.given_name} {person.family_name}")
    digits = [person.national_number] if person.national_number else []
    if person.birth_day is not None:
        digits.append(f"{date.fromordinal(person.birth_day):%d%m%Y}")
    return (*names, *digits)


def _values(person: PersonWritten) -> tuple[Value, ...]:
    return (
        person.kind,
        person.given_name,
        person.family_name,
        sort_key(f"{person.family_name} {person.given_name}"),
        person.birth_day,
        person.national_number,
        person.sex,
        person.language,
        person.interpreter,
        person.gestation_days,
        person.due_day,
        person.shielded_address,
        person.address,
        person.phone,
        person.general_practitioner,
        person.next_of_kin,
    )


def _registered(cursor: Cursor, recorded: Recorded, body: PersonRegistered) -> None:
    cursor.execute(_INSERT, (recorded.ref, recorded.at, *_values(body.person)))
    _make_findable(cursor, recorded.ref, body.person)


def _corrected(cursor: Cursor, recorded: Recorded, body: PersonCorrected) -> None:
    _forget_tokens(cursor, recorded.subject)
    cursor.execute(_UPDATE, (*_values(body.person), recorded.subject))
    if recorded.subject is not None:
        _make_findable(cursor, recorded.subject, body.person)


def _make_findable(cursor: Cursor, person: int, written: PersonWritten) -> None:
    if written.kind != "pregnancy":
        cursor.executemany(
            "INSERT OR IGNORE INTO person_token (token, person) VALUES (?, ?)",
            [(token, person) for token in tokens(written)],
        )


def _forget_tokens(cursor: Cursor, person: int | None) -> None:
    row: tuple[Any, ...] | None = cursor.execute(
        "SELECT given_name, family_name, birth_day, national_number FROM person WHERE person = ?",
        (person,),
    ).fetchone()
    if row is not None:
        given, family, born, number = row
        before = PersonWritten(
            "", given, family, born, number, "", "", "", None, None, False, "", "", "", ""
        )
        cursor.executemany(
            "DELETE FROM person_token WHERE token = ? AND person = ?",
            [(token, person) for token in tokens(before)],
        )


def _linked(cursor: Cursor, recorded: Recorded, body: FamilyLinked) -> None:
    cursor.execute(
        "INSERT INTO family (child, adult, role) VALUES (?, ?, ?)"
        " ON CONFLICT (child, adult) DO UPDATE SET role = excluded.role",
        (recorded.subject, body.adult, body.role),
    )


def _unlinked(cursor: Cursor, recorded: Recorded, body: FamilyUnlinked) -> None:
    cursor.execute(
        "DELETE FROM family WHERE child = ? AND adult = ?", (recorded.subject, body.adult)
    )


def _ended(cursor: Cursor, recorded: Recorded, body: PregnancyEnded) -> None:
    cursor.execute("UPDATE person SET ended = ? WHERE person = ?", (body.outcome, recorded.subject))


def _nurse_line(cursor: Cursor, recorded: Recorded, body: NurseLineWritten) -> None:
    cursor.execute(
        "INSERT INTO nurse_line (line, person, text, author, at) VALUES (?, ?, ?, ?, ?)",
        (recorded.ref, recorded.subject, body.text, recorded.author, recorded.at),
    )
    _seen(cursor, recorded, body)


def _seen(cursor: Cursor, recorded: Recorded, _body: object) -> None:
    cursor.execute(
        "UPDATE person SET seen_at = ? WHERE person = ?", (recorded.at, recorded.subject)
    )


PEOPLE: Final = TableProjection(
    name="people",
    version=1,
    tables=("person", "person_token", "family", "nurse_line"),
    follows={
        Kind.PERSON_REGISTERED: _registered,
        Kind.PERSON_CORRECTED: _corrected,
        Kind.FAMILY_LINKED: _linked,
        Kind.FAMILY_UNLINKED: _unlinked,
        Kind.PREGNANCY_ENDED: _ended,
        Kind.NURSE_LINE_WRITTEN: _nurse_line,
        Kind.SCREENING_STARTED: _seen,
        Kind.NOT_NOW: _seen,
        Kind.ASSESSMENT_WRITTEN: _seen,
    },
)
