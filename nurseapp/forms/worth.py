"""What each answer adds to a scale."""

from __future__ import annotations

from nurseapp.forms.model import Item
from nurseapp.forms.scale import Scale


def worth_of(item: Item, scale: Scale) -> dict[str, int]:
    """What each option of an item adds to the scale's score."""
    if scale.kind == "count_at_least":
        least = scale.count_from or 0
        return {option.id: int(option.points >= least) for option in item.options}
    return {option.id: option.points for option in item.options}
