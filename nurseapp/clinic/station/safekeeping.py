"""A copy to carry away, a station out of a copy, and a look at whether the journal is whole."""

from __future__ import annotations

from pathlib import Path

from nurseapp.base.clock import Clock
from nurseapp.clinic.station.card import installation_id
from nurseapp.clinic.station.journal_door import (
    older_keys_words,
    one_key,
    open_journal,
    require_journal,
)
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.station import StationFinding, StationHealth
from nurseapp.journal.entries.station import BackedUp
from nurseapp.journal.entry import Entry
from nurseapp.journal.health import check
from nurseapp.journal.projections import PROJECTIONS
from nurseapp.journal.station_files import JOURNAL


def back_up(station: OpenStation, file: Path) -> None:
    """Writes an encrypted, checked copy of the station to the new file `file`.

    The passwords and the recovery key of today open it. Raises BackupRefusedError,
    StationDamagedError, DiskError.
    """
    entry = Entry(subject=None, body=BackedUp(automatic=False))
    station.journal.append(station.author, [entry])
    station.journal.back_up(file)


def health(station: OpenStation) -> StationHealth:
    """Looks the whole journal over; damage is a finding. Takes seconds on a large station."""
    station.journal.close()
    try:
        return _looked_over(station.folder, station.key)
    finally:
        station.journal = open_journal(station.folder, station.key, station.clock)


def examine(folder: Path, name: str, password: str, *, clock: Clock) -> StationHealth:
    """As `health`, of a station that nobody has open and that may be too damaged to open.

    Raises NoStationError, StationInUseError, AccessError, a DiskError, and StationDamagedError
    where there is no database.
    """
    from nurseapp.vault.vault import unlock

    unlocked = unlock(folder, name, password, clock=clock)
    key = one_key(folder, unlocked.keys, clock)
    found = _looked_over(folder, key)
    if not unlocked.fell_back:
        return found
    older = StationFinding(sentence=older_keys_words(), ok=False)
    return StationHealth(findings=(older, *found.findings))


def restore(file: Path, folder: Path) -> None:
    """Puts the station of a backup into the empty folder; raises as journal.restore does."""
    from nurseapp.journal import restore as journal_restore

    journal_restore.restore(file, folder)


def _looked_over(folder: Path, key: bytes) -> StationHealth:
    require_journal(folder)
    report = check(
        folder / JOURNAL, key, installation_id=installation_id(folder), projections=PROJECTIONS
    )
    return StationHealth(
        findings=tuple(StationFinding(sentence=one.sentence, ok=one.ok) for one in report.findings)
    )
