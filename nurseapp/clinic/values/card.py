"""What anybody may read before the station is unlocked.

A named tuple and alone in its file: seven dataclasses would cost the first paint 5 ms.
"""

from __future__ import annotations

from typing import NamedTuple

from nurseapp.base.text import Language


class StationCard(NamedTuple):
    """What anybody may read before the station is unlocked; never personal data of parents.

    `copies_folder` is where the automatic copies go; empty for the station's own folder.
    """

    name: str
    municipality: str
    training: bool
    language: Language
    blank_after_seconds: int = 120
    lock_after_seconds: int = 300
    copies_folder: str = ""
