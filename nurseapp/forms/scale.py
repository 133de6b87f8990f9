"""What is counted, and the cut-offs it is held against, each with its source."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import force_setattr

from nurseapp.forms.exact import exact, plain
from nurseapp.forms.vocabulary import Comparison, Id, Points, Role, Sex, Share, Text, Words

Week = Annotated[int, Meta(ge=0, le=45)]
Weight = Annotated[int, Meta(ge=1, le=100)]
Months = Annotated[int, Meta(ge=0, le=240)]
Value = Annotated[float, Meta(ge=0, le=10_000)]
"""A score or a limit: an int where it is whole, else a float that two decimals write exactly."""


class Whom(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whom a cut-off was studied in; what is left out does not matter.

    `from_week` and `to_week` are completed weeks of pregnancy, `from_months` and `to_months` the
    child's completed months, both ends in; `sex` is the child's.
    """

    role: Role | None = None
    from_week: Week | None = None
    to_week: Week | None = None
    from_months: Months | None = None
    to_months: Months | None = None
    sex: Sex | None = None


class CutOff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A limit with its source; `default` is the one results are held against in that role.

    `monitoring` is the far edge of the zone beside the limit that calls for an eye on things: a
    score between it and the limit, `monitoring` itself in, is neither over nor free of concern.

    `sensitivity` and `specificity` are shares from 0 to 1. `verified` says that the figures were
    found in the source; what was not is never shown as if it were.
    """

    id: Id
    comparison: Comparison
    value: Value
    monitoring: Value | None = None
    whom: Whom | None = field(default=None, name="for")
    source: Text
    population: Words
    sensitivity: Share | None = None
    specificity: Share | None = None
    verified: bool
    default: bool = False
    note: Words | None = None
    offers: tuple[Id, ...] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "value", plain(self.value))
        if self.monitoring is not None:
            force_setattr(self, "monitoring", plain(self.monitoring))

    def reached_by(self, score: float | Fraction) -> bool:
        """Whether a score lies on the side of concern."""
        held, limit = exact(score), exact(self.value)
        match self.comparison:
            case ">=":
                return held >= limit
            case ">":
                return held > limit
            case "<=":
                return held <= limit
            case "<":
                return held < limit

    def watches(self, score: float | Fraction) -> bool:
        """Whether a score lies in the monitoring zone; never where the cut-off is reached."""
        if self.monitoring is None or self.reached_by(score):
            return False
        held, edge = exact(score), exact(self.monitoring)
        return held >= edge if self.comparison in {">=", ">"} else held <= edge


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How steadily a scale measures; with both figures a change can be held against error."""

    test_retest: Share | None = None
    alpha: Share | None = None
    standard_deviation: Annotated[float, Meta(gt=0, le=1000)] | None = None
    source: Text
    verified: bool


class Scale(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number made of the points of some items.

    `kind`: the sum or the mean of the points, the sum of each item's points times its whole
    weight, how many items have `count_from` points or more, or the highest points of any item.

    `missing`: `refuse` gives no score while an answer lacks; `zero` counts it as no points;
    `prorate` and `adjust` let the missing items stand at the mean of the answered ones, for at
    most `missing_at_most` of them: `prorate` rounds the score half up to a whole number, `adjust`
    keeps it exact. With `adjust_from`, fewer missing items than that count as no points; with
    `adjust_within`, only a score so near the cut-off is adjusted (ASQ:SE-2). A score further away
    stands as it is, but where more than `adjust_from` lack and could carry it over the cut-off:
    then there is none.

    `bands` are the first scores of bands above the lowest, for information only.
    """

    id: Id
    name: Words
    kind: Literal["sum", "mean", "weighted", "count_at_least", "worst_of"]
    items: Annotated[tuple[str, ...], Meta(min_length=1)]
    weights: dict[str, Weight] = {}
    count_from: Points | None = None
    missing: Literal["refuse", "zero", "prorate", "adjust"]
    missing_at_most: Annotated[int, Meta(ge=1, le=100)] | None = None
    adjust_from: Annotated[int, Meta(ge=1, le=100)] | None = None
    adjust_within: Value | None = None
    concern: Literal["high", "low"]
    cut_offs: tuple[CutOff, ...] = ()
    bands: tuple[Value, ...] = ()
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        if self.bands:
            force_setattr(self, "bands", tuple(map(plain, self.bands)))
