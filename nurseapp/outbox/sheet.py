"""A session's records folded into the answers that count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from nurseapp.outbox.answer import (
    Answered,
    Declined,
    Event,
    Finished,
    LanguageChosen,
    Paused,
    Record,
    Started,
    TakenBack,
    WentBack,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """The answers as they stand after the last record.

    `changed` counts answers that were replaced or taken back, `seconds_by_item` the time before
    each answer, `seconds` all of the time in the parent's hands. `languages` and `layouts` are in
    the order of their first use.
    """

    answers: dict[str, str]
    declined: tuple[str, ...]
    changed: int
    went_back: int
    seconds: float
    seconds_by_item: dict[str, float]
    languages: tuple[str, ...]
    layouts: tuple[str, ...]
    finished: bool
    paused: int


@dataclass(slots=True)
class _Folding:
    """The sheet while records are added; None stands for a declined item."""

    answers: dict[str, str | None] = field(default_factory=dict)
    milliseconds: dict[str, int] = field(default_factory=dict)
    languages: dict[str, None] = field(default_factory=dict)
    layouts: dict[str, None] = field(default_factory=dict)
    changed: int = 0
    went_back: int = 0
    paused: int = 0
    finished: bool = False

    def add(self, event: Event, elapsed_ms: int) -> None:
        """One event that came `elapsed_ms` after the one before."""
        self.finished = False
        match event:
            case Answered(item=item, value=value):
                self._answer(item, value, elapsed_ms)
            case Declined(item=item):
                self._answer(item, None, elapsed_ms)
            case TakenBack(item=item):
                self._take_back(item, elapsed_ms)
            case WentBack():
                self.went_back += 1
            case Started(language=language, layout=layout):
                self.languages[language] = self.layouts[layout] = None
            case LanguageChosen(language=language):
                self.languages[language] = None
            case Paused():
                self.paused += 1
            case Finished():
                self.finished = True

    def _answer(self, item: str, value: str | None, elapsed_ms: int) -> None:
        if item in self.answers and self.answers[item] != value:
            self.changed += 1
        self.answers[item] = value
        self._spend(item, elapsed_ms)

    def _take_back(self, item: str, elapsed_ms: int) -> None:
        if item in self.answers:
            self.changed += 1
            del self.answers[item]
        self._spend(item, elapsed_ms)

    def _spend(self, item: str, elapsed_ms: int) -> None:
        self.milliseconds[item] = self.milliseconds.get(item, 0) + elapsed_ms


def fold(records: Iterable[Record]) -> AnswerSheet:
    """The sheet after these records; those of a resumed session follow the ones before it."""
    folding = _Folding()
    milliseconds = 0
    for record in records:
        folding.add(record.event, record.elapsed_ms)
        milliseconds += record.elapsed_ms
    return AnswerSheet(
        answers={item: value for item, value in folding.answers.items() if value is not None},
        declined=tuple(item for item, value in folding.answers.items() if value is None),
        changed=folding.changed,
        went_back=folding.went_back,
        seconds=milliseconds / 1000,
        seconds_by_item={item: spent / 1000 for item, spent in folding.milliseconds.items()},
        languages=tuple(folding.languages),
        layouts=tuple(folding.layouts),
        finished=folding.finished,
        paused=folding.paused,
    )
