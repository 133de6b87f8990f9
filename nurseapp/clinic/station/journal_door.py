"""Opens the station's journal with its key, finishing an interrupted exchange of keys first."""

from __future__ import annotations

from pathlib import Path

from nurseapp.base.clock import Clock
from nurseapp.base.errors import StationDamagedError
from nurseapp.base.text import _
from nurseapp.clinic.station.card import installation_id
from nurseapp.journal.journal import Journal
from nurseapp.journal.projections import PROJECTIONS
from nurseapp.journal.station_files import JOURNAL


def open_journal(folder: Path, key: bytes, clock: Clock) -> Journal:
    """The station's journal; raises as Journal.open does, StationDamagedError if it is gone."""
    require_journal(folder)
    return Journal.open(
        folder / JOURNAL,
        key,
        installation_id=installation_id(folder),
        clock=clock,
        projections=PROJECTIONS,
    )


def require_journal(folder: Path) -> None:
    """A station without its database is no empty folder to set a new one up in."""
    if not (folder / JOURNAL).exists():
        raise StationDamagedError(what=_("filen journal.db mangler"))


def one_key(folder: Path, keys: tuple[bytes, ...], clock: Clock) -> bytes:
    """The key that opens the database; carries an interrupted removal of a user through."""
    if len(keys) == 1:
        return keys[0]
    from nurseapp.vault.rotation import finish_rotation

    old, _new = keys

    def opens(key: bytes) -> bool:
        try:
            open_journal(folder, key, clock).close()
        except StationDamagedError:
            return False
        return True

    def rekey(key: bytes) -> None:
        journal = open_journal(folder, old, clock)
        try:
            journal.rekey(key)
        finally:
            journal.close()

    def verify(key: bytes) -> None:
        open_journal(folder, key, clock).close()

    return finish_rotation(folder, keys, opens=opens, rekey=rekey, verify=verify)


def older_keys_words() -> str:
    """What it means that the key file before the last one is in force again."""
    return _(
        "Nøkkelfilen var skadet, og den forrige er tatt i bruk. Se under Innstillinger at alle"
        " brukerne er der. Er et passord nylig byttet, kan det gamle gjelde igjen."
    )
