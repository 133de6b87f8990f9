"""What lies in a station's folder, by name."""

from __future__ import annotations

from typing import Final

JOURNAL: Final = "journal.db"
HEAD: Final = "journal.head"
LOCK: Final = "journal.lock"
KEYS: Final = "keys.json"
PREVIOUS_KEYS: Final = "keys.previous.json"
STATION: Final = "station.json"
BACKUPS: Final = "backups"
