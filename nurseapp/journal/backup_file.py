"""The one file a backup is: a stored archive with the journal, the keys of its day and hashes."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import IO, Annotated, Final

import msgspec

from nurseapp.base.errors import BackupRefusedError
from nurseapp.base.text import _
from nurseapp.journal.chain import Head, head_from
from nurseapp.journal.faults import Translated
from nurseapp.journal.station_files import JOURNAL, KEYS, PREVIOUS_KEYS, STATION

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
REQUIRED: Final = frozenset({JOURNAL, KEYS, STATION})
OPTIONAL: Final = frozenset({PREVIOUS_KEYS})

_SMALL: Final = 1 << 20  # bytes; every part but the journal is far below
_CHUNK: Final = 1 << 20
_ENCRYPTED_FLAG: Final = 0x1
_SAME_DAY: Final = (1980, 1, 1, 0, 0, 0)
# What zipfile is known to raise for archives that somebody damaged or made up.
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)


Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 50)]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file in the backup: bytes and SHA-256 in hex."""

    size: Count
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the backup holds; `made_at` in seconds since 1970, `head` is the journal's."""

    format: Count
    made_at: Count
    installation_id: str
    schema: Count
    head: str
    parts: dict[str, Part]

    @property
    def reaches(self) -> Head:
        """The journal's head when the backup was made."""
        return head_from(self.head)


def write(file: Path, manifest: Manifest, sources: Mapping[str, Path]) -> Manifest:
    """Writes a new archive, synced, from `sources`; returns the manifest with the parts filled in.

    Raises OSError as the system does.
    """
    with new_file(file) as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
            parts = {name: _pack(archive, name, path) for name, path in sources.items()}
            manifest = msgspec.structs.replace(manifest, parts=parts)
            archive.writestr(zipfile.ZipInfo(MANIFEST, _SAME_DAY), msgspec.json.encode(manifest))
        sync(raw)
    return manifest


def new_file(path: Path) -> IO[bytes]:
    """A new file for this user alone, before anything is in it."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def sync(file: IO[bytes]) -> None:
    """Returns when the file's content is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def _pack(archive: zipfile.ZipFile, name: str, path: Path) -> Part:
    with (
        path.open("rb") as source,
        archive.open(zipfile.ZipInfo(name, _SAME_DAY), "w", force_zip64=True) as target,
    ):
        return _copy(source, target)


def _copy(source: IO[bytes], target: IO[bytes] | None) -> Part:
    digest, size = sha256(), 0
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if target is not None:
            target.write(chunk)
    return Part(size=size, sha256=digest.hexdigest())


def read(file: Path, into: Path | None = None) -> Manifest:
    """Checks every byte of the backup and, with `into`, writes its parts to that empty folder.

    Raises BackupRefusedError for anything but a whole backup of this program, DiskError when
    `into` cannot be written.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_odd_shape(file, archive)
            manifest = _manifest(file, archive)
            for name, part in manifest.parts.items():
                if _unpacked(archive, name, into) != part:
                    raise refused(file, _("delen {name} er endret").format(name=name))
    except FileNotFoundError as error:
        raise refused(file, _("filen finnes ikke")) from error
    except _UNREADABLE as error:
        raise refused(file, _("filen er ødelagt eller avkortet")) from error
    return manifest


def _unpacked(archive: zipfile.ZipFile, name: str, into: Path | None) -> Part:
    with archive.open(name) as source:
        if into is None:
            return _copy(source, None)
        with Translated(into / name), new_file(into / name) as target:
            part = _copy(source, target)
            sync(target)
            return part


def _refuse_odd_shape(file: Path, archive: zipfile.ZipFile) -> None:
    """Only the known parts, each once, stored as they are and no larger than the file itself."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    known = REQUIRED | OPTIONAL | {MANIFEST}
    if len(set(names)) != len(names) or not REQUIRED | {MANIFEST} <= set(names) <= known:
        raise refused(file, _("den er ikke laget av dette programmet"))
    for info in infos:
        stored = info.compress_type == zipfile.ZIP_STORED and info.file_size == info.compress_size
        if not stored or info.flag_bits & _ENCRYPTED_FLAG:
            raise refused(file, _("den er ikke laget av dette programmet"))
        if info.filename != JOURNAL and info.file_size > _SMALL:
            raise refused(file, _("en del av den er for stor"))
    if sum(info.file_size for info in infos) > file.stat().st_size:
        raise refused(file, _("en del av den er for stor"))


def _manifest(file: Path, archive: zipfile.ZipFile) -> Manifest:
    try:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
        head_from(manifest.head)
    except (msgspec.MsgspecError, ValueError) as error:
        raise refused(file, _("innholdslisten er ødelagt")) from error
    if set(manifest.parts) != set(archive.namelist()) - {MANIFEST}:
        raise refused(file, _("innholdslisten er ødelagt"))
    return manifest


def refused(file: Path, why: str) -> BackupRefusedError:
    """The error that names the file and says why it is not used."""
    return BackupRefusedError(file=file, why=why)
