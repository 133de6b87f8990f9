"""The answer to a `multiple` item: its ticked options in printed order, joined by one space."""

from __future__ import annotations

from collections.abc import Iterable


def ticked(answer: str) -> tuple[str, ...]:
    """The option ids in the answer to a `multiple` item."""
    return tuple(answer.split(" ")) if answer else ()


def joined(options: Iterable[str], chosen: Iterable[str]) -> str:
    """The answer that ticks `chosen`, in the printed order of `options`."""
    wanted = frozenset(chosen)
    return " ".join(option for option in options if option in wanted)
