"""Values for the place Resultat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from nurseapp.forms.vocabulary import ItemKind

Verdict = Literal["over", "monitoring", "below", "cannot_exclude", "unscored"]
"""`over` is the side of concern, whether that is above the limit or below it."""


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
    """A score against the cut-off it was saved with; `words` is the sentence to show.

    `score_words` and `maximum_words` are the figures as they are written here. `low_is_concern`
    says on which side the concern lies; `monitoring` is the far edge of the zone beside the
    cut-off, None without one.
    """

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
    score_words: str = ""
    maximum_words: str = ""
    low_is_concern: bool = False
    monitoring: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One question by its topic; `points` is None when it was not answered or is worth none.

    `answer` may be what a person typed: text, never markup. `value` is the answer as the form
    has it, None when there is none; `option` is the same for a question with one option.
    `options` are those to choose or tick from, with their words.
    """

    item: str
    topic: str
    answer: str
    points: int | None
    option: str | None
    options: tuple[tuple[str, str], ...]
    critical: bool
    corrected: str
    kind: ItemKind = "choice"
    value: str | None = None
    unit: str = ""


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
    """One answer sheet of one person.

    `answered_words` is when it was answered, as far as that is known. `entered` tells who wrote
    it in, when and how, a line for each time. `respondent_words` say who answered for a child,
    and `age_words` the child's ages and the rule by which the form was chosen. `summary` is what
    several scales come to together (any area, stages). `second_stage` is a sentence while the
    follow-up interview is due. `unverified` are values in the form that no source was found for.
    `left_open` are questions that might be left without an answer, and were. `resume_alone`: it is
    taken up again only with somebody who is seen to be alone.
    """

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
    answered_words: str = ""
    entered: tuple[str, ...] = ()
    respondent_words: str = ""
    age_words: str = ""
    summary: tuple[str, ...] = ()
    second_stage: str = ""
    unverified: tuple[str, ...] = ()
    resume_alone: bool = False
    left_open: tuple[ItemRow, ...] = ()


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
