"""What the parent's window shows now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["welcome", "languages", "question", "page", "review", "thanks", "paused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentState:
    """One moment of a session; answers are option ids, and nothing here knows their worth.

    `asked` are the items to show in printed order, `item` the one in view when they come one at
    a time. `skipping` is the item for which we ask whether to skip it. `trouble` is why the last
    thing could not be saved; then nothing else has changed.
    """

    place: Place = "welcome"
    language: str
    text_step: int = 0
    asked: tuple[str, ...]
    item: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()
    skipping: str | None = None
    trouble: str = ""
    begun: bool = False

    @property
    def closed(self) -> bool:
        """Whether the parent is done here, for good or for now."""
        return self.place in {"thanks", "paused"}

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The items that are neither answered nor skipped on purpose."""
        return tuple(
            item for item in self.asked if item not in self.answers and item not in self.declined
        )

    @property
    def position(self) -> int:
        """Which of the asked items is in view, from 1; 0 when none is."""
        return self.asked.index(self.item) + 1 if self.item in self.asked else 0
