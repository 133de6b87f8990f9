"""Brings a database to the schema of this program, one migration at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from nurseapp.base.errors import StationDamagedError, StationTooNewError
from nurseapp.base.text import _
from nurseapp.journal.connection import Connection

APPLICATION_ID: Final = 0x4E555253  # "NURS"
MIGRATIONS: Final = Path(__file__).resolve().parent / "migrations"


@cache
def migrations(folder: Path = MIGRATIONS) -> tuple[Path, ...]:
    """The migration files in order; their numbers run from 1 without a gap."""
    files = tuple(sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql")))
    if [int(file.name[:4]) for file in files] != list(range(1, len(files) + 1)):
        raise RuntimeError("the migrations' numbers have a gap")
    return files


def newest(folder: Path = MIGRATIONS) -> int:
    """The schema this program writes."""
    return len(migrations(folder))


def version(connection: Connection) -> int:
    """The schema of an existing station's database.

    Raises StationDamagedError for a file that is not ours, StationTooNewError for a later one.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID or found < 1:
        raise StationDamagedError(what=_("filen hører ikke til dette programmet"))
    if found > newest():
        raise StationTooNewError
    return found


def station(connection: Connection) -> tuple[str, int]:
    """The installation the file belongs to, and the number of this device in it."""
    row = connection.execute("SELECT installation, device FROM station").fetchone()
    if row is None:
        raise StationDamagedError(what=_("filen sier ikke hvilken stasjon den hører til"))
    return str(row[0]), int(row[1])


def mark_as_ours(connection: Connection) -> None:
    """Writes into the file that it is this program's."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").close()


def migrate(connection: Connection, folder: Path = MIGRATIONS) -> None:
    """Runs the migrations that are missing, each in one transaction with its number."""
    done: int = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, file in enumerate(migrations(folder)[done:], start=done + 1):
        _run(connection, number, file.read_text(encoding="utf-8"))


def _run(connection: Connection, number: int, script: str) -> None:
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(script):
            cursor.execute(statement)
        cursor.execute(f"PRAGMA user_version = {number}")
        cursor.execute("COMMIT")
    finally:
        if connection.in_transaction:
            cursor.execute("ROLLBACK")
        cursor.close()


def _statements(script: str) -> Iterator[str]:
    """The script's statements; a trigger is one, whatever stands inside."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if line.rstrip().endswith(";") and dbapi2.complete_statement(gathered):
            yield gathered
            gathered = ""
    if "".join(line.partition("--")[0] for line in gathered.splitlines()).strip():
        raise RuntimeError("the migration's last statement has no end")
