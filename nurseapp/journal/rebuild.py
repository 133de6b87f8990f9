"""Writes projection tables anew from the journal; the same entries give the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from nurseapp.journal.connection import Connection, Cursor
from nurseapp.journal.entry import Erased
from nurseapp.journal.projection import Projection, appliers
from nurseapp.journal.reading import entries_after

_PAGE: Final = 2_000


def rebuild(connection: Connection, projections: Sequence[Projection]) -> int:
    """Empties and refills the projections' tables in one transaction; returns the last seq.

    About a minute at 2.66 million entries: at that size, in a process of its own without memory
    security, never while a nurse waits.
    """
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    try:
        last = refill(cursor, projections)
        cursor.execute("COMMIT")
    finally:
        if connection.in_transaction:
            cursor.execute("ROLLBACK")
        cursor.close()
    return last


def refill(cursor: Cursor, projections: Sequence[Projection]) -> int:
    """Does the same within the caller's transaction."""
    for projection in projections:
        for table in projection.tables:
            cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own constants
    interested = appliers(projections)
    last = 0
    while page := entries_after(cursor, last, _PAGE):
        for recorded in page:
            if not isinstance(recorded.body, Erased):
                for apply in interested.get(recorded.kind, ()):
                    apply(cursor, recorded)
        last = page[-1].seq
    cursor.executemany(
        "INSERT INTO projection (name, version) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET version = excluded.version",
        [(projection.name, projection.version) for projection in projections],
    )
    return last


def unfaithful(connection: Connection, projections: Sequence[Projection]) -> tuple[str, ...]:
    """The projections whose tables are not what the journal gives; leaves everything as it was."""
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    try:
        before = [_digests(cursor, projection) for projection in projections]
        refill(cursor, projections)
        after = [_digests(cursor, projection) for projection in projections]
    finally:
        cursor.execute("ROLLBACK")
        cursor.close()
    found = zip(projections, before, after, strict=True)
    return tuple(projection.name for projection, old, new in found if old != new)


def _digests(cursor: Cursor, projection: Projection) -> list[tuple[int, int]]:
    return [_digest(cursor, table) for table in projection.tables]


def _digest(cursor: Cursor, table: str) -> tuple[int, int]:
    """The number of rows and the sum of their hashes: the same for any order of rows."""
    count, total = 0, 0
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own constants
    while rows := cursor.fetchmany(_PAGE):
        count += len(rows)
        for row in rows:
            total += int.from_bytes(blake2b(repr(row).encode(), digest_size=16).digest())
    return count, total
