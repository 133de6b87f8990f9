"""One answered sheet as it leaves the program: answers, what they came to, whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from nurseapp.exchange.fhir.parties import Party
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.vocabulary import Score

SheetStatus = Literal["completed", "in-progress", "amended", "entered-in-error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The cut-off a score was held against; `words` tell it with its source and population."""

    comparison: str
    value: Score
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleResult:
    """One scale's score, or with None the range in which it lies."""

    id: str
    name: str
    score: Score | None
    lowest: Score
    highest: Score
    limit: Limit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredSheet:
    """What a response is made of; `kept` is the FHIR file the form came from, if it did.

    `subject` is the person the answers are about, `source` who gave them and `author` who wrote
    them down. `authored` is a moment, or a day where nobody noted the time.
    """

    loaded: LoadedForm
    kept: str = ""
    answers: Mapping[str, str]
    results: tuple[ScaleResult, ...]
    status: SheetStatus
    authored: date
    subject: Party
    source: Party
    author: Party
    training: bool

    @property
    def authored_words(self) -> str:
        """The moment or the day as FHIR writes it."""
        if isinstance(self.authored, datetime):
            return self.authored.isoformat(timespec="seconds")
        return self.authored.isoformat()
