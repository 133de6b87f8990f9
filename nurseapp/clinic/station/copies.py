"""The automatic copies: one on closing, into the chosen place or else the station's own folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nurseapp.base.errors import CopyPlaceError, DiskError, SituationError
from nurseapp.base.system import private_folder
from nurseapp.clinic.station.card_changes import change_copies_folder
from nurseapp.clinic.station.copy_notes import (
    note_begun,
    note_failed,
    note_good,
    read_note,
    trouble_words,
)
from nurseapp.clinic.station.copy_place import (
    chosen_folder,
    look_at_place,
    make_ready,
    own_folder,
    require_there,
)
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.values.copies import CopiesView, KeptCopy
from nurseapp.journal.backup import SUFFIX, automatic_target, rotate_backups

KEPT: Final = 14
"""Automatic copies in each place; the oldest goes when there are more."""

_OLD: Final = 24 * 3600.0
"""Seconds after which even a nurse in a hurry waits for the automatic copy."""


def copy_on_close(station: OpenStation) -> None:
    """Writes today's automatic copy and lets go of the oldest; raises like `Journal.back_up`.

    It goes into the chosen folder; where that does not take it, into the station's own. Nothing
    is written when nothing was recorded since the last copy. What became of it is kept for the
    next login.
    """
    if any(_is_written(folder, station) for folder in _folders(station)):
        return
    at = station.clock.now()
    note_begun(station.folder, at)
    try:
        trouble = _copy_somewhere(station)
    except SituationError as error:
        note_failed(station.folder, at, error)
        raise
    note_good(station.folder, at, trouble)


def copy_is_old(station: OpenStation) -> bool:
    """Whether there is no automatic copy within reach, or none from the last 24 hours."""
    newest = max((copy.stat().st_mtime for copy, _outside in _kept(station)), default=0.0)
    return station.clock.now().timestamp() - newest > _OLD


def keep_copies_in(station: OpenStation, place: Path | None) -> None:
    """Chooses where the automatic copies go, and writes the first; None: the station's own folder.

    Raises NotAdministratorError, CopyPlaceError, and like `Journal.back_up`; then they go where
    they went before.
    """
    require_administrator(station)
    if place is None:
        folder, chosen = own_folder(station.folder), ""
        private_folder(folder)
    else:
        chosen = str(place.absolute())
        folder = make_ready(place.absolute(), station.folder)
    if not _is_written(folder, station):
        _copy_into(folder, station)
    note_good(station.folder, station.clock.now(), None)
    change_copies_folder(station, chosen)


def copies_view(station: OpenStation) -> CopiesView:
    """What is known of the automatic copies."""
    note = read_note(station.folder)
    kept = [
        KeptCopy(at=moment(int(file.stat().st_mtime)), size=file.stat().st_size, outside=outside)
        for file, outside in _kept(station)
    ]
    kept.sort(key=lambda copy: copy.at, reverse=True)
    known = [moment(note.good_at)] if note.good_at else []
    return CopiesView(
        place=look_at_place(station.folder),
        last_good=max([*known, *(copy.at for copy in kept)], default=None),
        trouble=trouble_words(note),
        copies=tuple(kept),
    )


def _folders(station: OpenStation) -> tuple[Path, ...]:
    """Where automatic copies may lie, the chosen place first."""
    chosen = chosen_folder(station.folder)
    own = own_folder(station.folder)
    return (own,) if chosen is None else (chosen, own)


def _kept(station: OpenStation) -> list[tuple[Path, bool]]:
    own = own_folder(station.folder)
    return [
        (file, folder != own) for folder in _folders(station) for file in folder.glob(f"*{SUFFIX}")
    ]


def _copy_somewhere(station: OpenStation) -> SituationError | None:
    """Writes the copy; what kept it out of the chosen place, if anything did."""
    chosen = chosen_folder(station.folder)
    trouble: SituationError | None = None
    if chosen is not None:
        try:
            require_there(chosen)
            _copy_into(chosen, station)
        except (CopyPlaceError, DiskError) as error:
            trouble = error
        else:
            return None
    own = own_folder(station.folder)
    private_folder(own)
    _copy_into(own, station)
    return trouble


def _copy_into(folder: Path, station: OpenStation) -> None:
    station.journal.back_up(_target(folder, station))
    rotate_backups(folder, KEPT)


def _is_written(folder: Path, station: OpenStation) -> bool:
    name = _target(folder, station).name
    return any(folder.glob(f"{name.split('-')[0]}-*"))


def _target(folder: Path, station: OpenStation) -> Path:
    named = automatic_target(station.folder, station.journal.head(), station.clock.now())
    return folder / named.name
