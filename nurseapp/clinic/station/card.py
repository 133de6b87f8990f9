"""What anybody may read before the station is unlocked; standard library alone, to be quick."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from nurseapp.base.disk import replace_file
from nurseapp.base.errors import KeyFileError, NoStationError, UnreadableError
from nurseapp.base.text import LANGUAGES
from nurseapp.clinic.values.card import StationCard
from nurseapp.journal.station_files import JOURNAL, KEYS
from nurseapp.vault.users import read_users

STATION_FILE: Final = "station.json"
_LONGEST_WAIT: Final = 3600


def station_card(folder: Path) -> StationCard:
    """The station's name and settings.

    Raises NoStationError, and UnreadableError also where a station has lost its card.
    """
    found = _read(folder)
    try:
        language = found["language"]
        return StationCard(
            name=str(found["name"]),
            municipality=str(found["municipality"]),
            # Anything but a clear "true" is a production station: real people are protected.
            training=found["training"] is True,
            language=language if language in LANGUAGES else "nb",
            blank_after_seconds=_seconds(found["blank_after_seconds"]),
            lock_after_seconds=_seconds(found["lock_after_seconds"]),
            copies_folder=str(found.get("copies_folder", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(file=STATION_FILE) from error


def installation_id(folder: Path) -> str:
    """Which station the journal in `folder` must belong to; raises like `station_card`."""
    found = _read(folder).get("installation")
    if not isinstance(found, str) or not found:
        raise UnreadableError(file=STATION_FILE)
    return found


def user_names(folder: Path) -> tuple[str, ...]:
    """The names on the lock screen, in the order they came.

    Raises NoStationError, and KeyFileError also where a station has lost its key file.
    """
    try:
        return tuple(user.name for user in read_users(folder))
    except NoStationError as error:
        if (folder / STATION_FILE).exists():
            raise KeyFileError from error
        raise


def write_card(folder: Path, card: StationCard, installation: str) -> None:
    """Puts the card in force as a whole, or leaves the old one; raises DiskError."""
    content = json.dumps({**card._asdict(), "installation": installation}, ensure_ascii=False)
    replace_file(folder / STATION_FILE, content.encode())


def _read(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / STATION_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if any((folder / name).exists() for name in (KEYS, JOURNAL)):
            raise UnreadableError(file=STATION_FILE) from error
        raise NoStationError(folder=folder) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(file=STATION_FILE) from error
    if not isinstance(found, dict):
        raise UnreadableError(file=STATION_FILE)
    return found


def _seconds(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LONGEST_WAIT:
        raise ValueError("no sensible waiting time")
    return value
