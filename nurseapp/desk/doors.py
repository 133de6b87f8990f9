"""What the desk asks of the clinic at the door: before anybody is in, and on the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nurseapp.clinic.access import OpenStation
    from nurseapp.clinic.values.handover import TakenIn
    from nurseapp.clinic.values.station import Founded, NewStation, StationCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """`card` and `names` are instant and need no key; the rest runs on the worker.

    `card` raises NoStationError where no station has been set up.
    """

    card: Callable[[], StationCard]
    names: Callable[[], tuple[str, ...]]
    open_station: Callable[[str, str], OpenStation]
    open_by_recovery: Callable[[str, str, str], OpenStation]
    take_in_answers: Callable[[OpenStation], tuple[TakenIn, ...]]
    idle: Callable[[OpenStation], None]
    close: Callable[[OpenStation], None]
    found: Callable[[NewStation], Founded]
    save_recovery_sheet: Callable[[Founded, Path], object]
    print_recovery_sheet: Callable[[Founded], str]
