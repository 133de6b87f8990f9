"""Who may open the database: first user, login, recovery, new users and new passwords.

    DEK        32 random bytes, the database's key
    user       password -> Argon2id -> wraps the user's X25519 private key
    slot       SealedBox(DEK, user's public key)
    recovery   SealedBox(DEK, recovery public key); its private half is the printed recovery key

Key pairs let an administrator exchange the DEK without other people's passwords. Importing this
module loads the cryptography: do it when somebody logs in, not before the first paint.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from nurseapp.base.clock import Clock
from nurseapp.base.disk import REAL_DISK, Disk
from nurseapp.base.errors import (
    AccessLostError,
    NameTakenError,
    StationExistsError,
    WrongRecoveryKeyError,
)
from nurseapp.vault import boxes, generations
from nurseapp.vault.boxes import Randomness
from nurseapp.vault.cost import FLOOR, KEY_BYTES, KdfCost
from nurseapp.vault.keyfile import (
    FORMAT,
    KeyFile,
    RecoveryKeys,
    UserKeys,
    decode,
    opened_keys,
    require_sealed_with,
    sealed_body,
)
from nurseapp.vault.passwords import new_user, require_long_enough, try_password, wrapped_anew
from nurseapp.vault.recovery import new_recovery_key, recovery_private_key
from nurseapp.vault.values import CreatedVault, PublicKeys, Recovered, Unlocked


def create_vault(
    folder: Path,
    name: str,
    password: str,
    *,
    cost: KdfCost = FLOOR,
    randomness: Randomness = os.urandom,
    disk: Disk = REAL_DISK,
) -> CreatedVault:
    """Makes the key file with its first user, an administrator, and a recovery key.

    Raises StationExistsError, WeakPasswordError, DiskError.
    """
    if generations.exists(folder):
        raise StationExistsError(folder=folder)
    key = randomness(KEY_BYTES)
    recovery_key = new_recovery_key(randomness)
    recovery_public_key = boxes.public_key_of(recovery_private_key(recovery_key))
    first = new_user(1, name, password, administrator=True, cost=cost, randomness=randomness)
    file = KeyFile(
        format=FORMAT,
        next_user=2,
        users=(first,),
        recovery=RecoveryKeys(public_key=recovery_public_key),
    )
    generations.put_in_force(folder, sealed_body(file, (key,)), disk)
    return CreatedVault(key=key, user_id=first.id, recovery_key=recovery_key)


def unlock(
    folder: Path, name: str, password: str, *, clock: Clock, disk: Disk = REAL_DISK
) -> Unlocked:
    """Lets a user in; takes as long for an unknown name as for a wrong password.

    Raises WrongPasswordError, TooManyTriesError, KeyFileError, NoStationError, DiskError.
    """
    found = generations.newest(folder)
    file = decode(found.body)
    user, private_key = try_password(folder, file, name, password, clock=clock, disk=disk)
    keys = opened_keys(file, user, private_key)
    if found.fell_back:
        generations.put_in_force(folder, found.body, disk)
    return Unlocked(
        keys=keys,
        user_id=user.id,
        name=user.name,
        administrator=user.administrator,
        fell_back=found.fell_back,
    )


def unlock_with_recovery(folder: Path, recovery_key: str) -> Recovered:
    """The database's key by the recovery key; raises WrongRecoveryKeyError, KeyFileError."""
    found = generations.newest(folder)
    file = decode(found.body)
    private_key = recovery_private_key(recovery_key)
    if boxes.public_key_of(private_key) != file.recovery.public_key:
        raise WrongRecoveryKeyError
    keys = opened_keys(file, file.recovery, private_key)
    return Recovered(keys=keys, fell_back=found.fell_back)


def set_password_by_recovery(
    folder: Path,
    recovery_key: str,
    name: str,
    password: str,
    *,
    cost: KdfCost | None = None,
    randomness: Randomness = os.urandom,
    disk: Disk = REAL_DISK,
) -> Unlocked:
    """Lets a user in by the recovery key, with a new password and a new key pair.

    Raises WrongRecoveryKeyError, AccessLostError for a name without a slot, WeakPasswordError,
    KeyFileError, DiskError. Her public key changes: the database's list has to follow.
    """
    keys = unlock_with_recovery(folder, recovery_key).keys
    file = decode(generations.newest(folder).body)
    old = file.named(name)
    if old is None:
        raise AccessLostError
    new = new_user(
        old.id,
        old.name,
        password,
        administrator=old.administrator,
        cost=cost or _dearest(file),
        randomness=randomness,
    )
    generations.put_in_force(folder, sealed_body(_with_user(file, new), keys), disk)
    return Unlocked(keys=keys, user_id=new.id, name=new.name, administrator=new.administrator)


def add_user(
    folder: Path,
    name: str,
    password: str,
    *,
    administrator: bool,
    key: bytes,
    cost: KdfCost | None = None,
    randomness: Randomness = os.urandom,
    disk: Disk = REAL_DISK,
) -> int:
    """Gives somebody a slot and returns her number, which is never used again for another.

    `key` is the one that opens the database. Raises NameTakenError, WeakPasswordError,
    KeyFileError, DiskError.
    """
    file = read_sealed(folder, key)
    if file.named(name) is not None:
        raise NameTakenError
    user = new_user(
        file.next_user,
        name,
        password,
        administrator=administrator,
        cost=cost or _dearest(file),
        randomness=randomness,
    )
    grown = msgspec.structs.replace(file, users=(*file.users, user), next_user=user.id + 1)
    generations.put_in_force(folder, sealed_body(grown, (key,)), disk)
    return user.id


def change_password(
    folder: Path,
    name: str,
    old: str,
    new: str,
    *,
    key: bytes,
    clock: Clock,
    cost: KdfCost | None = None,
    randomness: Randomness = os.urandom,
    disk: Disk = REAL_DISK,
) -> None:
    """Wraps one's own private key anew; `key` is the one that opens the database.

    Raises WrongPasswordError, TooManyTriesError, WeakPasswordError, KeyFileError, DiskError.
    """
    require_long_enough(new)
    file = read_sealed(folder, key)
    user, private_key = try_password(folder, file, name, old, clock=clock, disk=disk)
    again = wrapped_anew(user, private_key, new, cost or _dearest(file), randomness)
    generations.put_in_force(folder, sealed_body(_with_user(file, again), (key,)), disk)


def public_keys(folder: Path) -> PublicKeys:
    """Whom the database's key is sealed for; raises NoStationError, KeyFileError."""
    file = decode(generations.newest(folder).body)
    return PublicKeys(
        users={user.id: user.public_key for user in file.users},
        recovery=file.recovery.public_key,
    )


def read_sealed(folder: Path, key: bytes) -> KeyFile:
    """The key file, proven to be written by somebody who had `key`; raises KeyFileError."""
    file = decode(generations.newest(folder).body)
    require_sealed_with(file, key)
    return file


def _with_user(file: KeyFile, new: UserKeys) -> KeyFile:
    users = tuple(new if user.id == new.id else user for user in file.users)
    return msgspec.structs.replace(file, users=users)


def _dearest(file: KeyFile) -> KdfCost:
    """The station's cost: what was calibrated at first start."""
    return max(
        (user.cost for user in file.users), key=lambda cost: (cost.memory_kib, cost.iterations)
    )
