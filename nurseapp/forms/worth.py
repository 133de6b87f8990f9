"""What each answer adds to a scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nurseapp.forms.model import Item
from nurseapp.forms.scale import Scale
from nurseapp.forms.ticks import ticked


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedItem:
    """One item of a scale: `points` of each option, and how the scale takes them.

    `least` and `most` are the ends of `worth` over every possible answer.
    """

    id: str
    points: Mapping[str, int]
    multiple: bool
    optional: bool
    weight: int
    count_from: int | None

    def worth(self, answer: str) -> int:
        """What the answer counts before its weight; KeyError for an option that is not there."""
        chosen = ticked(answer) if self.multiple else (answer,)
        return self._counted(sum(self.points[option] for option in chosen))

    @property
    def least(self) -> int:
        """The worth of the answer that counts least."""
        return self._counted(0 if self.multiple else min(self.points.values()))

    @property
    def most(self) -> int:
        """The worth of the answer that counts most."""
        worths = self.points.values()
        return self._counted(sum(worths) if self.multiple else max(worths))

    def _counted(self, points: int) -> int:
        return points if self.count_from is None else int(points >= self.count_from)


def counted_item(item: Item, scale: Scale) -> CountedItem:
    """How a scale counts one of its items."""
    return CountedItem(
        id=item.id,
        points={option.id: option.points or 0 for option in item.options},
        multiple=item.kind == "multiple",
        optional=item.optional,
        weight=scale.weights.get(item.id, 1),
        count_from=scale.count_from if scale.kind == "count_at_least" else None,
    )
