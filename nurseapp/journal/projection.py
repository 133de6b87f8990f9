"""Tables for screens, kept in the same transaction as the journal they follow from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entry import Recorded

Apply = Callable[[Cursor, Recorded], None]


class Projection(Protocol):
    """A view of the journal as tables; the same entries always give the same rows.

    `apply` uses nothing but the entry and its own tables: no clock, no chance. It bears that an
    earlier entry is missing, since the law may have had it erased.
    """

    @property
    def name(self) -> str:
        """The name under which its version is kept; never changed."""
        ...

    @property
    def version(self) -> int:
        """Raised when the same entries would give other rows; then the tables are rebuilt."""
        ...

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables it alone writes, in the order in which they can be emptied."""
        ...

    @property
    def kinds(self) -> frozenset[int]:
        """The kinds of entry it follows."""
        ...

    def apply(self, cursor: Cursor, recorded: Recorded) -> None:
        """Takes one entry into the tables."""
        ...


Appliers = dict[int, tuple[Apply, ...]]


def appliers(projections: Iterable[Projection]) -> Appliers:
    """For each kind of entry, who wants to know about it, in the order given."""
    found: Appliers = {}
    for projection in projections:
        for kind in projection.kinds:
            found[int(kind)] = (*found.get(int(kind), ()), projection.apply)
    return found


def stale(cursor: Cursor, projections: Sequence[Projection]) -> tuple[Projection, ...]:
    """The projections whose tables were not written by this version of their code."""
    rows = cursor.execute("SELECT name, version FROM projection").fetchall()
    written = dict(rows)
    return tuple(each for each in projections if written.get(each.name) != each.version)


def forget_unattended(cursor: Cursor, projections: Sequence[Projection]) -> None:
    """Notes that the tables of all other projections will no longer follow the journal."""
    attended = {each.name for each in projections}
    for (name,) in cursor.execute("SELECT name FROM projection").fetchall():
        if name not in attended:
            cursor.execute("DELETE FROM projection WHERE name = ?", (name,))
