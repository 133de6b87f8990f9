"""Values about the automatic copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlace:
    """Where the automatic copies go.

    `folder` is the one that was chosen, or the station's own when none was. `there` is false
    while a chosen one is away, as a memory stick is in a drawer; then `free_bytes` is None.
    `same_disk` says that a chosen one would be lost together with this machine's disk.
    """

    folder: str
    chosen: bool
    there: bool
    free_bytes: int | None
    same_disk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """An automatic copy that lies ready; `outside` for one in the chosen folder. Size in bytes."""

    at: datetime
    size: int
    outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesView:
    """What is known of the automatic copies, newest first.

    `last_good` is when one was last written and found whole, wherever it lies. `trouble` is a
    sentence about the last try where it did not go as it should; else empty.
    """

    place: CopyPlace
    last_good: datetime | None
    trouble: str
    copies: tuple[KeptCopy, ...]
