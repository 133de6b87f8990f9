"""The folder or memory stick that the municipality has chosen for the automatic copies."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from nurseapp.base.disk import REAL_DISK, disk_error, replace_file
from nurseapp.base.errors import CopyPlaceError, DiskError, UnsafeFolderError
from nurseapp.base.system import refuse_unsafe_folder
from nurseapp.base.text import _
from nurseapp.clinic.station.card import installation_id, station_card
from nurseapp.clinic.values.copies import CopyPlace
from nurseapp.journal.station_files import BACKUPS, JOURNAL

COPIES_WITH_ROOM: Final = 3
"""As many copies of today's size must fit: the next one, one before it, and a larger journal."""

_TRIAL: Final = "trial"


def own_folder(station: Path) -> Path:
    """Where the copies of the station in this folder go if nobody has chosen otherwise."""
    return station / BACKUPS


def chosen_folder(station: Path) -> Path | None:
    """The station's folder in the chosen place, whether it is there now or not; None if no choice.

    Named by the installation's number: several stations can share one memory stick, and none
    takes another's copies for its own.
    """
    chosen = station_card(station).copies_folder
    return _folder_in(Path(chosen), station) if chosen else None


def require_there(folder: Path) -> None:
    """Raises CopyPlaceError where the chosen folder is away.

    It is made when it is chosen and never anew: where a memory stick is not mounted, its place is
    often an empty folder on this very disk.
    """
    if not folder.is_dir():
        raise CopyPlaceError(folder=folder.parent, why=_("den er ikke der nå"))


def make_ready(place: Path, station: Path) -> Path:
    """Tries `place` out and makes the station's folder in it.

    Raises CopyPlaceError for one that is away, may not be written, has too little room, lies in
    the station itself, on the network or where a cloud service copies it.
    """
    if not place.is_dir():
        raise CopyPlaceError(folder=place, why=_("den finnes ikke"))
    if place.resolve().is_relative_to(station.resolve()):
        raise CopyPlaceError(folder=place, why=_("den ligger inne i stasjonens egen mappe"))
    try:
        refuse_unsafe_folder(place)
    except UnsafeFolderError as error:
        raise CopyPlaceError(folder=place, why=error.facts["why"]) from error
    folder = _folder_in(place, station)
    try:
        _try_out(folder)
    except DiskError as error:
        raise CopyPlaceError(folder=place, why=_("programmet får ikke skrive der")) from error
    if shutil.disk_usage(folder).free < COPIES_WITH_ROOM * (station / JOURNAL).stat().st_size:
        raise CopyPlaceError(folder=place, why=_("det er for lite plass der"))
    return folder


def look_at_place(station: Path) -> CopyPlace:
    """Where the copies go now, and whether they can."""
    chosen = station_card(station).copies_folder
    folder = chosen_folder(station) or own_folder(station)
    there = folder.is_dir() or not chosen
    looked = folder if folder.is_dir() else station
    return CopyPlace(
        folder=chosen or str(folder),
        chosen=bool(chosen),
        there=there,
        free_bytes=shutil.disk_usage(looked).free if there else None,
        same_disk=bool(chosen) and there and looked.stat().st_dev == station.stat().st_dev,
    )


def _folder_in(place: Path, station: Path) -> Path:
    return place / f"nurseapp-{installation_id(station)[:12]}"


def _try_out(folder: Path) -> None:
    """Writes and removes a small file; a stick may know no rights of its own, so none are set."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        replace_file(folder / _TRIAL, b"nurseapp")
        REAL_DISK.remove(folder / _TRIAL)
    except OSError as error:
        raise disk_error(error, folder) from error
