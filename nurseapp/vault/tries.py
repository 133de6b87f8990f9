"""Wrong passwords: five are free, then each doubles the wait, from 30 seconds to 15 minutes.

A try is counted, durably, before the password is looked at, so that pulling the plug gives no
free ones. What was typed as a name never reaches the disk, since it may be a password in the
wrong field: only eight bits of its digest do, which also keeps the file small and lets unknown
names behave as known ones. This slows down somebody at the keyboard; against somebody who takes
the files, Argon2id stands alone. Nothing is ever wiped.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Annotated, Final

import msgspec

from nurseapp.base.clock import Clock
from nurseapp.base.disk import Disk, disk_error, replace_file
from nurseapp.base.errors import TooManyTriesError
from nurseapp.vault.keyfile import folded

NAME: Final = "tries.json"
FREE: Final = 5
SHORTEST_WAIT: Final = 30
LONGEST_WAIT: Final = 900
_DOUBLINGS: Final = 5


class Tried(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Tries since the last success, and when the last one was (seconds since 1970)."""

    count: Annotated[int, msgspec.Meta(ge=0)]
    last: int


Buckets = dict[Annotated[int, msgspec.Meta(ge=0, lt=256)], Tried]


def count_try(folder: Path, name: str, *, clock: Clock, disk: Disk) -> None:
    """Counts one try for `name`; returns when that is on the disk.

    Raises TooManyTriesError if it has to wait (that is not counted), DiskError.
    """
    now = int(clock.now().timestamp())
    buckets = _read(folder, now)
    tried = buckets.get(_bucket(name), Tried(0, now))
    wait = _wait(tried, now)
    if wait > 0:
        if now <= tried.last:
            # The clock was set back or the file was damaged: the whole wait, by the clock of now.
            _write(folder, buckets | {_bucket(name): Tried(tried.count, now)}, disk)
        raise TooManyTriesError(seconds=wait)
    _write(folder, buckets | {_bucket(name): Tried(tried.count + 1, now)}, disk)


def forget_tries(folder: Path, name: str, *, clock: Clock, disk: Disk) -> None:
    """After a success: the next five are free again."""
    buckets = _read(folder, int(clock.now().timestamp()))
    buckets.pop(_bucket(name), None)
    _write(folder, buckets, disk)


def seconds_to_wait(folder: Path, name: str, *, clock: Clock) -> int:
    """How long until `name` may try again; 0 if it may now."""
    now = int(clock.now().timestamp())
    tried = _read(folder, now).get(_bucket(name))
    return _wait(tried, now) if tried else 0


def _wait(tried: Tried, now: int) -> int:
    over = tried.count - FREE
    if over < 0:
        return 0
    whole = min(SHORTEST_WAIT << min(over, _DOUBLINGS), LONGEST_WAIT)
    elapsed = max(now - tried.last, 0)
    return max(whole - elapsed, 0)


def _bucket(name: str) -> int:
    return blake2b(folded(name).encode(errors="surrogatepass"), digest_size=1).digest()[0]


def _read(folder: Path, now: int) -> Buckets:
    """What is counted; a damaged file counts as all free tries used up just now."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Buckets)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise disk_error(error, folder) from error
    except msgspec.MsgspecError:
        return dict.fromkeys(range(256), Tried(FREE, now))


def _write(folder: Path, buckets: Buckets, disk: Disk) -> None:
    replace_file(folder / NAME, msgspec.json.encode(buckets), disk=disk)
