"""What the parent's window shows now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nurseapp.forms.beside import grouped
from nurseapp.forms.question import Question

Place = Literal["welcome", "languages", "question", "page", "review", "thanks", "paused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentState:
    """One moment of a session; answers are strings, and nothing here knows their worth.

    `items` are those to show now in printed order, `item` the one in view when they come one at
    a time. `skipping` is the item for which we ask whether to skip it. `trouble` is why the last
    thing could not be saved; then nothing else has changed.
    """

    place: Place = "welcome"
    language: str
    text_step: int = 0
    items: tuple[Question, ...]
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
    def asked(self) -> tuple[str, ...]:
        """Everything that is shown: questions, what stands beside them, and texts between."""
        return tuple(item.id for item in self.items)

    @property
    def stops(self) -> tuple[str, ...]:
        """What comes one at a time; a tick beside a question comes with it."""
        return tuple(group[0].id for group in grouped(self.items))

    @property
    def questions(self) -> tuple[str, ...]:
        """What is counted and numbered: a text between the questions is not."""
        groups = grouped(self.items)
        return tuple(group[0].id for group in groups if group[0].kind != "information")

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions that are neither answered nor skipped on purpose, but for optional ones."""
        return tuple(
            item.id
            for item in self.items
            if item.kind != "information" and not item.optional and not self.has_dealt_with(item.id)
        )

    @property
    def position(self) -> int:
        """Which of the stops is in view, from 1; 0 when none is."""
        return self.stops.index(self.item) + 1 if self.item in self.stops else 0

    @property
    def reached(self) -> int:
        """How many questions have come into view, this one too."""
        seen = self.stops[: self.position]
        return sum(1 for item in self.questions if item in seen)

    def has_dealt_with(self, item: str) -> bool:
        """Whether the item is answered, or skipped on purpose."""
        return item in self.answers or item in self.declined

    def number(self, item: str) -> int | None:
        """The question's number on the sheet, from 1; None for what is not numbered."""
        return self.questions.index(item) + 1 if item in self.questions else None
