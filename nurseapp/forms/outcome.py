"""What a sheet's answers come to: never a diagnosis, and never "below" while an answer lacks."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from nurseapp.forms.vocabulary import Comparison, Score

Judgement = Literal[
    "reached", "cannot_exclude", "monitoring", "not_reached", "incomplete", "no_cut_off"
]


class Flag(Struct, frozen=True):
    """A cut-off that is reached ("yes") or, on an incomplete sheet, may be.

    "monitoring" is the zone beside a cut-off that is not reached. `cut_off` is its id in the
    form, `source` where it comes from.
    """

    cut_off: str
    comparison: Comparison
    value: Score
    source: str
    reached: Literal["yes", "cannot_exclude", "monitoring"]


class ScaleOutcome(Struct, frozen=True):
    """A score, or the range in which it lies; `maximum` is the most the scale can give.

    `score` is None while an answer lacks, unless the form has a rule for that. `judgement`:
    "not_reached" and "monitoring" stand only beside a score; "incomplete" is a range that no
    answer could bring to the cut-off; "no_cut_off" means that nobody has studied one for this
    respondent.
    """

    id: str
    score: Score | None
    lowest: Score
    highest: Score
    maximum: Score
    judgement: Judgement
    flags: tuple[Flag, ...]


class CriticalAnswer(Struct, frozen=True):
    """An answer that calls for a talk at once, whatever the score; `guide` names the talk."""

    item: str
    option: str
    points: int
    guide: str


class AnyOutcome(Struct, frozen=True):
    """What several scales come to together: reached if any of them is; `reached` names those."""

    id: str
    judgement: Judgement
    reached: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """All that follows from one sheet; `missing` has the ids of unanswered items in order.

    `complete` is said of the first stage until an item of the second is answered, and then of
    both. `stage_two` is empty while the first does not call for the second; a second stage that
    is called for has its unanswered items in `missing`, and its scale in `scales`.
    """

    complete: bool
    missing: tuple[str, ...]
    scales: tuple[ScaleOutcome, ...]
    critical: tuple[CriticalAnswer, ...]
    any_of: tuple[AnyOutcome, ...] = ()
    stage_two: Literal["", "called_for", "answered"] = ""
