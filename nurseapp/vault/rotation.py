"""Taking a user's access away: her slot is dropped and the database gets another key.

Two phases, so that a kill at any moment leaves one of two keys that opens: slots {old, new},
the database gets its new key and is looked at, slots {new}.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from nurseapp.base.disk import REAL_DISK, Disk
from nurseapp.base.errors import AccessLostError, LastAdministratorError
from nurseapp.vault import generations
from nurseapp.vault.boxes import Randomness
from nurseapp.vault.cost import KEY_BYTES
from nurseapp.vault.keyfile import KeyFile, sealed_body
from nurseapp.vault.vault import read_sealed


def remove_user(
    folder: Path,
    user_id: int,
    *,
    key: bytes,
    rekey: Callable[[bytes], None],
    verify: Callable[[bytes], None],
    randomness: Randomness = os.urandom,
    disk: Disk = REAL_DISK,
) -> bytes:
    """Drops the user's slot, exchanges the database's key and returns the new one.

    `key` opens the database now; `rekey` gives it the key it is called with; `verify` raises
    unless the database opens with it. What either raises goes through, and both keys stay in
    the slots for `finish_rotation`. Raises AccessLostError for a user without a slot,
    LastAdministratorError, KeyFileError, DiskError.
    """
    rest = _without(read_sealed(folder, key), user_id)
    new_key = randomness(KEY_BYTES)
    generations.put_in_force(folder, sealed_body(rest, (key, new_key)), disk)
    rekey(new_key)
    verify(new_key)
    generations.put_in_force(folder, sealed_body(rest, (new_key,)), disk)
    return new_key


def finish_rotation(
    folder: Path,
    keys: tuple[bytes, ...],
    *,
    opens: Callable[[bytes], bool],
    rekey: Callable[[bytes], None],
    verify: Callable[[bytes], None],
    disk: Disk = REAL_DISK,
) -> bytes:
    """Carries an interrupted rotation through and returns the one key that is left.

    `keys` as in Unlocked: the old one, then the new one. `rekey` and `verify` as in remove_user.
    If it cannot be done now, both keys stay and it may be called again later.
    """
    old, new = keys
    if opens(old):
        rekey(new)
    verify(new)
    rest = read_sealed(folder, new)
    generations.put_in_force(folder, sealed_body(rest, (new,)), disk)
    return new


def _without(file: KeyFile, user_id: int) -> KeyFile:
    if file.user(user_id) is None:
        raise AccessLostError
    rest = tuple(user for user in file.users if user.id != user_id)
    if not any(user.administrator for user in rest):
        raise LastAdministratorError
    return msgspec.structs.replace(file, users=rest)
