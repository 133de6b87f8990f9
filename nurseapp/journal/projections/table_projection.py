"""A projection made of one small function for each kind of entry it follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind

# Each function knows the body of its own kind.
Follow = Callable[[Cursor, Recorded, Any], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProjection:
    """Rows that follow from entries; see nurseapp.journal.projection.Projection."""

    name: str
    version: int
    tables: tuple[str, ...]
    follows: Mapping[Kind, Follow]

    @property
    def kinds(self) -> frozenset[int]:
        """The kinds of entry it follows."""
        return frozenset(self.follows)

    def apply(self, cursor: Cursor, recorded: Recorded) -> None:
        """Takes one entry into the tables."""
        self.follows[Kind(recorded.kind)](cursor, recorded, recorded.body)
