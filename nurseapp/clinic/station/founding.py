"""Sets up a station: all of it, or nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.clock import Clock
from nurseapp.base.disk import disk_error
from nurseapp.base.errors import StationExistsError, UnsafeFolderError
from nurseapp.base.system import (
    make_folder_above,
    private_folder,
    refuse_unsafe_folder,
    sync_folder,
)
from nurseapp.base.text import _
from nurseapp.clinic.station.card import STATION_FILE, write_card
from nurseapp.clinic.station.failed_logins import LOG_FOLDER
from nurseapp.clinic.station.users import added
from nurseapp.clinic.values.card import StationCard
from nurseapp.clinic.values.station import Founded, NewStation
from nurseapp.journal.entries.station import StationDescribed
from nurseapp.journal.entry import ITSELF, STATION, Entry
from nurseapp.journal.journal import Journal
from nurseapp.journal.projections import PROJECTIONS
from nurseapp.journal.station_files import BACKUPS, JOURNAL, KEYS
from nurseapp.people.typed import one_line

if TYPE_CHECKING:
    from nurseapp.vault.cost import KdfCost

_FOLDERS: Final = ("outbox", BACKUPS, LOG_FOLDER)


def found_station(
    folder: Path, new: NewStation, *, clock: Clock, cost: KdfCost | None = None
) -> Founded:
    """Makes a station in `folder` and gives its recovery key, which is kept nowhere.

    `cost` is calibrated to this machine if not given. A kill leaves no station at all. Raises
    StationExistsError, UnsafeFolderError, WeakPasswordError, DiskError.
    """
    folder = folder.absolute()
    _refuse_taken(folder)
    make_folder_above(folder)
    refuse_unsafe_folder(folder)
    growing = folder.with_name(f".{folder.name}.founding")
    shutil.rmtree(growing, ignore_errors=True)  # what a kill left
    private_folder(growing)
    try:
        founded = _filled(growing, new, clock, cost)
        _put_in_place(growing, folder)
    finally:
        shutil.rmtree(growing, ignore_errors=True)
    return founded


def _refuse_taken(folder: Path) -> None:
    if any((folder / name).exists() for name in (STATION_FILE, KEYS, JOURNAL)):
        raise StationExistsError(folder=folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UnsafeFolderError(folder=folder, why=_("det ligger andre filer der"))


def _filled(folder: Path, new: NewStation, clock: Clock, cost: KdfCost | None) -> Founded:
    from nurseapp.vault.cost import calibrate
    from nurseapp.vault.recovery import recovery_groups
    from nurseapp.vault.vault import create_vault, public_keys

    for name in _FOLDERS:
        private_folder(folder / name)
    first = new.first_user
    created = create_vault(
        folder, one_line(first.name), first.password, cost=cost or calibrate(clock)
    )
    installation = os.urandom(16).hex()
    card = StationCard(
        name=one_line(new.name),
        municipality=one_line(new.municipality),
        training=new.training,
        language=new.language,
    )
    write_card(folder, card, installation)
    journal = Journal.found(
        folder / JOURNAL,
        created.key,
        installation_id=installation,
        clock=clock,
        projections=PROJECTIONS,
    )
    try:
        described = StationDescribed(
            card.name, card.municipality, one_line(new.phone), card.training
        )
        user = added(first, created.user_id, public_keys(folder).users[created.user_id])
        journal.append(
            STATION,
            [Entry(subject=None, body=described), Entry(subject=ITSELF, body=user)],
        )
    finally:
        journal.close()
    return Founded(recovery_key=created.recovery_key, groups=recovery_groups(created.recovery_key))


def _put_in_place(growing: Path, folder: Path) -> None:
    """One rename: before it there is no station, after it a whole one."""
    try:
        sync_folder(growing)
        if folder.exists():
            folder.rmdir()  # it is empty; some systems do not rename onto a folder
        growing.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise disk_error(error, folder) from error
