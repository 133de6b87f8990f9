"""What one sheet gives one scale: the answers that count, and what may still come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from nurseapp.forms.exact import Exact
from nurseapp.forms.worth import CountedItem


class Span(NamedTuple):
    """What an item can add: the same twice where its answer is known."""

    least: int
    most: int


@dataclass(slots=True)
class Tally:
    """The items of one scale that are asked or may be; what is hidden is not here.

    `summed` is what the certain answers add, ticks too, with their weights, and `plain` the same
    without weights. `answered` and `missing` count required items; `missing_weight` is the
    weight of those that lack. `sure` are the required items that are asked, `unsure` those that
    hang on an answer that lacks, `ticks` the optional items that are answered; `open_ticks` says
    that one of these hangs on an answer that lacks.
    """

    answered: int = 0
    missing: int = 0
    summed: int = 0
    plain: int = 0
    worst: int = 0
    missing_weight: int = 0
    open_ticks: bool = False
    sure: list[Span] = field(default_factory=list)
    unsure: list[Span] = field(default_factory=list)
    ticks: list[Span] = field(default_factory=list)

    @property
    def mean_answer(self) -> Exact:
        """What the answered items are worth on average, ticks with the items they belong to."""
        return Fraction(self.plain, self.answered)

    def total(self, fill: Exact) -> Exact:
        """The sum if every missing item were worth `fill`."""
        return self.summed + fill * self.missing_weight

    def mean(self, fill: Exact) -> Exact:
        """The mean if every missing item were worth `fill`."""
        return Fraction(self.total(fill)) / max(1, self.answered + self.missing)

    def ends_of_total(self) -> tuple[Exact, Exact]:
        """The smallest and the largest sum that the sheet may still come to."""
        asked = self.sure + self.ticks
        least = sum(span.least for span in asked)
        return least, sum(span.most for span in asked + self.unsure)

    def ends_of_mean(self) -> tuple[Exact, Exact]:
        """The smallest and the largest mean that the sheet may still come to."""
        asked, count = self.sure + self.ticks, len(self.sure)
        leasts = sorted(one.least for one in self.unsure)
        mosts = sorted((one.most for one in self.unsure), reverse=True)
        lowest = min(_means(sum(one.least for one in asked), count, leasts))
        return lowest, max(_means(sum(one.most for one in asked), count, mosts))

    def ends_of_worst(self) -> tuple[Exact, Exact]:
        """The smallest and the largest worst answer that the sheet may still come to."""
        asked = self.sure + self.ticks
        least = max((span.least for span in asked), default=0)
        return least, max((span.most for span in asked + self.unsure), default=0)


def tally(
    items: Iterable[CountedItem], answers: Mapping[str, str], shown: Mapping[str, bool | None]
) -> Tally:
    """What the answers give; an item's answer is certain only where the item is surely asked."""
    counts = Tally()
    for item in items:
        if shown[item.id] is not False:
            _add(counts, item, answers.get(item.id), surely=shown[item.id] is True)
    return counts


def _add(counts: Tally, item: CountedItem, answer: str | None, *, surely: bool) -> None:
    if answer is None and item.optional:
        return  # left, and no completion of the sheet brings it
    worth = None if answer is None else item.worth(answer)
    span = _span(item, worth)
    place = counts.ticks if item.optional else counts.sure if surely else counts.unsure
    place.append(span if surely or not item.optional else Span(0, span.most))
    if worth is not None and surely:
        counts.summed += worth * item.weight
        counts.plain += worth
        counts.worst = max(counts.worst, worth)
        counts.answered += not item.optional
    elif item.optional:
        counts.open_ticks = True
    else:
        counts.missing += 1
        counts.missing_weight += item.weight


def _span(item: CountedItem, worth: int | None) -> Span:
    least, most = (item.least, item.most) if worth is None else (worth, worth)
    return Span(least * item.weight, most * item.weight)


def _means(total: int, count: int, more: Iterable[int]) -> list[Fraction]:
    """The mean so far, and after each of the values that may join it."""
    means = [Fraction(total, max(1, count))]
    for value in more:
        total += value
        count += 1
        means.append(Fraction(total, count))
    return means
