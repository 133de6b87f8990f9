"""Hides numbers that somebody could be known by, and those they could be told from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

FEWEST_SHOWN: Final = 5

Cell = TypeVar("Cell")


def few_hidden(counts: Mapping[Cell, int], fewest: int = FEWEST_SHOWN) -> dict[Cell, int | None]:
    """The counts of which the sum is known, with None for what must not be told.

    Hidden are counts from 1 to one under `fewest`; and with a single one of them the smallest of
    the others, since the sum would tell it.
    """
    hidden = {cell for cell, count in counts.items() if 0 < count < fewest}
    others = [cell for cell in counts if cell not in hidden]
    if len(hidden) == 1 and others:
        hidden.add(min(others, key=lambda cell: counts[cell]))
    return {cell: None if cell in hidden else count for cell, count in counts.items()}
