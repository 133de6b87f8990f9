"""Values for the place Resultat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Verdict = Literal["over", "below", "cannot_exclude", "unscored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalCard:
    """An answer that calls for a talk now; `closed` tells how it was closed, else empty."""

    alert: int
    item: str
    title: str
    text: str
    guide: str
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleView:
    """A score against the cut-off it was saved with; `words` is the sentence to show."""

    title: str
    score: float | None
    lowest: float
    highest: float
    maximum: float
    cut_off: float | None
    cut_off_words: str
    verdict: Verdict
    verdict_words: str
    words: str
    source_words: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One question by its topic; `points` is None when it was not answered."""

    item: str
    topic: str
    answer: str
    points: int | None
    option: str | None
    options: tuple[tuple[str, str], ...]
    critical: bool
    corrected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOffer:
    """A step that can be planned; `planned` is its id if it is planned already."""

    code: str
    words: str
    due: date | None
    planned: int | None
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The nurse's own words, which stand above the score."""

    text: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """One answer sheet of one person."""

    screening: int
    subject: int
    subject_name: str
    subject_words: str
    form: str
    form_title: str
    version: int
    sha256: str
    answered_at: datetime
    how_words: str
    training: bool
    complete: bool
    withdrawn: str
    quick_note: str
    critical: tuple[CriticalCard, ...]
    scales: tuple[ScaleView, ...]
    items: tuple[ItemRow, ...]
    steps: tuple[StepOffer, ...]
    assessments: tuple[Assessment, ...]
    open_alerts: tuple[int, ...]
    can_resume: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step the nurse ticked, with the day it is due (None for today's talk, which is done)."""

    code: str
    due: date | None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAssessment:
    """What the nurse writes after the talk."""

    screening: int
    text: str
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How an alert was resolved; `action`, `by`, `at` and `next_contact` are all needed."""

    alert: int
    action: str
    by: str
    at: datetime | None
    next_contact: date | None
    next_contact_words: str = ""
    discussed_duty_to_notify: Literal["", "yes", "no", "discussed"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkGuide:
    """A conversation guide: headings with prompts, then telephone numbers."""

    guide: str
    title: str
    introduction: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    telephones: tuple[tuple[str, str], ...]
