"""The key file's two generations: the one in force, and the one before it in case of damage.

A file is `{"crc32":"........","keys":...}`. The checksum covers accidents, so that a flipped
bit is never taken for a wrong password; forgery is noticed at unlock by the seals inside
(nurseapp.vault.keyfile). Standard library only: the lock screen's list of names comes from here.
"""

from __future__ import annotations

from binascii import crc32
from pathlib import Path
from typing import Final, NamedTuple

from nurseapp.base.disk import Disk, replace_file
from nurseapp.base.errors import KeyFileError, NoStationError, UnreadableError

CURRENT: Final = "keys.json"
PREVIOUS: Final = "keys.previous.json"
DAMAGED: Final = "keys.damaged.json"

_HEAD: Final = b'{"crc32":"%08x","keys":'
_HEAD_LENGTH: Final = len(_HEAD % 0)
_TAIL: Final = b"}\n"


class Generation(NamedTuple):
    """The newest key file that is whole; `fell_back` when the one in force was not."""

    body: bytes
    fell_back: bool


def exists(folder: Path) -> bool:
    """Whether a key file of either generation lies in `folder`."""
    return (folder / CURRENT).exists() or (folder / PREVIOUS).exists()


def newest(folder: Path) -> Generation:
    """The newest whole generation; raises NoStationError, KeyFileError, UnreadableError."""
    unreadable = None
    for name in (CURRENT, PREVIOUS):
        try:
            body = _unwrapped((folder / name).read_bytes())
        except FileNotFoundError:
            continue
        except OSError as error:
            unreadable = UnreadableError(file=name)
            unreadable.__cause__ = error
            continue
        if body is not None:
            return Generation(body=body, fell_back=name == PREVIOUS)
    if unreadable is not None:
        raise unreadable
    raise KeyFileError if exists(folder) else NoStationError(folder=folder)


def put_in_force(folder: Path, body: bytes, disk: Disk) -> None:
    """Makes `body` the key file, durably, and keeps the one before; raises DiskError.

    A damaged key file is kept aside and never takes the place of a whole older one.
    """
    current = folder / CURRENT
    keep = PREVIOUS if _is_whole(current) else DAMAGED
    wrapped = _HEAD % crc32(body) + body + _TAIL
    replace_file(current, wrapped, disk=disk, keep=folder / keep)


def _is_whole(path: Path) -> bool:
    try:
        return _unwrapped(path.read_bytes()) is not None
    except OSError:
        return False


def _unwrapped(data: bytes) -> bytes | None:
    body = data[_HEAD_LENGTH : -len(_TAIL)]
    return body if data == _HEAD % crc32(body) + body + _TAIL else None
