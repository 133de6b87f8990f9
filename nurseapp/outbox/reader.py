"""Takes a parent's answers out of their file, and says whether the file is as it was written."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Literal

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from nurseapp.base.disk import REAL_DISK, Disk, disk_error
from nurseapp.base.errors import UnreadableError
from nurseapp.outbox.answer import Finished, Paused, Record, RecordError, unpadded
from nurseapp.outbox.chain import LENGTH, MAC_BYTES, RECORD_LENGTHS, Chain, record_length
from nurseapp.outbox.ticket import OpenSession

Problem = Literal["cut", "forged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What was in the file.

    `records` are the genuine ones in their order, up to the first problem: "cut" is a last record
    that was torn by a power cut or a kill, "forged" anything that the session's own parent window
    did not write in this order; then nothing of it may be scored. `digest` is the SHA-256 of the
    file as it was found. A tail cut off at a record's border shows only in that the last record
    is neither `Finished` nor `Paused`.
    """

    records: tuple[Record, ...]
    digest: str
    problem: Problem | None

    @property
    def count(self) -> int:
        """How many genuine records there are."""
        return len(self.records)


def sealed_bytes(path: Path) -> bytes:
    """What the file holds; nothing if it was never made. Raises UnreadableError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without an end
            raise UnreadableError(file=path.name)
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UnreadableError(file=path.name) from error


def read_outbox(path: Path, session: OpenSession) -> Drained:
    """The session's records; a file that was never made has none. Raises UnreadableError."""
    data = sealed_bytes(path)
    chain = Chain(session.session, session.form_sha256, session.mac_key)
    box = SealedBox(PrivateKey(session.private_key))
    records: list[Record] = []
    at = 0
    problem: Problem | None = None
    while at < len(data):
        whole = _whole_record(data, at)
        record = _opened(whole, chain, box) if whole and chain.fits(whole) else None
        if whole is None or record is None:
            problem = "cut" if _is_torn(data[at:], chain) else "forged"
            break
        chain.follow(whole)
        records.append(record)
        at += len(whole)
    return Drained(records=tuple(records), digest=sha256(data).hexdigest(), problem=problem)


def destroy(path: Path, *, disk: Disk = REAL_DISK) -> None:
    """Removes the file for good, if it is still there; raises DiskError."""
    try:
        disk.remove(path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise disk_error(error, path.parent) from error


def set_aside(path: Path, *, disk: Disk = REAL_DISK) -> Path:
    """Keeps a damaged file under a name ending in `.damaged`, and returns it; raises DiskError."""
    names = (path.name + ".damaged" + (f".{n}" if n else "") for n in count())
    try:
        aside = next(place for name in names if not (place := path.with_name(name)).exists())
        disk.rename(path, aside)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise disk_error(error, path.parent) from error
    return aside


def _whole_record(data: bytes, at: int) -> bytes | None:
    """The record that starts at `at`, if its length can be one and all of it is there."""
    if len(data) - at < LENGTH.size:
        return None
    length = record_length(data[at : at + LENGTH.size])
    if length is None or at + length > len(data):
        return None
    return data[at : at + length]


def _opened(whole: bytes, chain: Chain, box: SealedBox[PrivateKey]) -> Record | None:
    try:
        record = unpadded(box.decrypt(whole[LENGTH.size : -MAC_BYTES]))
    except (CryptoError, RecordError):
        return None
    event = record.event
    if isinstance(event, Paused | Finished) and event.records != chain.count:
        return None
    return record


def _is_torn(rest: bytes, chain: Chain) -> bool:
    """Whether these last bytes look like a write that a power cut broke off.

    That is too few of them, or zeros where the file had grown but its data had not arrived. If
    a whole record stands behind another length, somebody changed the length.
    """
    if not rest[LENGTH.size :].strip(b"\0"):
        return True
    length = record_length(rest)
    if length is None or len(rest) > length:
        return False
    if len(rest) == length:
        return chain.looks_torn(rest)
    return not any(chain.fits(rest[:other]) for other in RECORD_LENGTHS if other <= len(rest))
