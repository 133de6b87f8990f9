"""Makes a station out of a backup, on a machine that has nothing but the program."""

from __future__ import annotations

import shutil
from pathlib import Path

from nurseapp.base.errors import StationExistsError, StationTooNewError
from nurseapp.base.system import private_folder, refuse_unsafe_folder, sync_folder
from nurseapp.base.text import _
from nurseapp.journal import backup_file, schema
from nurseapp.journal.backup_file import Manifest, refused
from nurseapp.journal.faults import Translated
from nurseapp.journal.station_files import HEAD
from nurseapp.journal.witness import Witness


def restore(file: Path, folder: Path) -> Manifest:
    """Puts the backup's station into `folder`, which is empty or does not exist yet.

    Needs no key: afterwards a password or the recovery key of that day opens it. Killed
    anywhere, `folder` is empty or whole. Raises StationExistsError, BackupRefusedError,
    StationTooNewError, UnsafeFolderError or a DiskError.
    """
    folder = folder.absolute()
    _refuse_occupied(folder)
    refuse_unsafe_folder(folder.parent)
    growing = folder.with_name(f".{folder.name}.restoring")
    with Translated(folder):
        shutil.rmtree(growing, ignore_errors=True)
        private_folder(growing)
        try:
            manifest = _unpack(file, growing)
            if folder.exists():
                folder.rmdir()
            growing.rename(folder)
        finally:
            shutil.rmtree(growing, ignore_errors=True)
        sync_folder(folder.parent)
    return manifest


def _unpack(file: Path, growing: Path) -> Manifest:
    manifest = backup_file.read(file, growing)
    if manifest.format > backup_file.FORMAT or manifest.schema > schema.newest():
        raise StationTooNewError
    if manifest.schema < 1:
        raise refused(file, _("innholdslisten er ødelagt"))
    witness = Witness(growing / HEAD)
    witness.note(manifest.reaches)
    witness.close()
    sync_folder(growing)
    return manifest


def _refuse_occupied(folder: Path) -> None:
    with Translated(folder / "_"):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StationExistsError(folder=folder)
