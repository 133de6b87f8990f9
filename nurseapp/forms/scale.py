"""What is counted, and the cut-offs it is held against, each with its source."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from nurseapp.forms.vocabulary import Comparison, Id, Points, Role, Share, Text, Words

Week = Annotated[int, Meta(ge=0, le=45)]
Value = Annotated[int, Meta(ge=0, le=10_000)]


class Whom(Struct, frozen=True, forbid_unknown_fields=True):
    """Whom a cut-off was studied in: a role and, in pregnancy, completed weeks, both ends in."""

    role: Role
    from_week: Week | None = None
    to_week: Week | None = None


class CutOff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A limit with its source; `default` is the one results are held against in that role.

    `sensitivity` and `specificity` are shares from 0 to 1. `verified` says that the figures were
    found in the source; what was not is never shown as if it were.
    """

    id: Id
    comparison: Comparison
    value: Value
    whom: Whom | None = field(default=None, name="for")
    source: Text
    population: Words
    sensitivity: Share | None = None
    specificity: Share | None = None
    verified: bool
    default: bool = False
    note: Words | None = None
    offers: tuple[Id, ...] = ()

    def reached_by(self, score: int) -> bool:
        """Whether a score lies on the side of concern."""
        match self.comparison:
            case ">=":
                return score >= self.value
            case ">":
                return score > self.value
            case "<=":
                return score <= self.value
            case "<":
                return score < self.value


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How steadily a scale measures; with both figures a change can be held against error."""

    test_retest: Share | None = None
    alpha: Share | None = None
    standard_deviation: Annotated[float, Meta(gt=0, le=1000)] | None = None
    source: Text
    verified: bool


class Scale(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number made of the points of some items.

    `kind`: the sum of points, or how many items have `count_from` points or more.
    `missing`: `refuse` gives no score while an answer lacks; `zero` counts it as no points;
    `prorate` takes the mean of the answered items for at most `prorate_at_most` others and rounds
    half points up. `bands` are the first scores of bands above the lowest, for information only.
    """

    id: Id
    name: Words
    kind: Literal["sum", "count_at_least"]
    items: Annotated[tuple[str, ...], Meta(min_length=1)]
    count_from: Points | None = None
    missing: Literal["refuse", "zero", "prorate"]
    prorate_at_most: Annotated[int, Meta(ge=1, le=100)] | None = None
    concern: Literal["high", "low"]
    cut_offs: tuple[CutOff, ...] = ()
    bands: tuple[Value, ...] = ()
    evidence: Evidence | None = None
