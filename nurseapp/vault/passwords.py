"""Passwords: how long they are, how they wrap a private key, and how one is tried."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

import msgspec

from nurseapp.base.clock import Clock
from nurseapp.base.disk import Disk
from nurseapp.base.errors import PersonIncompleteError, WeakPasswordError, WrongPasswordError
from nurseapp.base.text import _
from nurseapp.vault import boxes
from nurseapp.vault.boxes import Randomness
from nurseapp.vault.cost import KEY_BYTES, SALT_BYTES, KdfCost, derive_key
from nurseapp.vault.keyfile import KeyFile, UserKeys, folded, tidied
from nurseapp.vault.tries import count_try, forget_tries

SHORTEST_PASSWORD: Final = 10


def try_password(
    folder: Path, file: KeyFile, name: str, password: str, *, clock: Clock, disk: Disk
) -> tuple[UserKeys, bytes]:
    """The user and her private key, if the password is hers; counted before it is looked at."""
    count_try(folder, name, clock=clock, disk=disk)
    user = file.named(name)
    tried = user or file.users[-1]  # the same work for a name that nobody has
    wrapping_key = derive_key(_password_bytes(password), tried.salt, tried.cost)
    private_key = boxes.unwrap(tried.wrapped_private_key, wrapping_key)
    if user is None or private_key is None:
        raise WrongPasswordError
    forget_tries(folder, name, clock=clock, disk=disk)
    return user, private_key


def new_user(
    user_id: int,
    name: str,
    password: str,
    *,
    administrator: bool,
    cost: KdfCost,
    randomness: Randomness,
) -> UserKeys:
    """A user with a fresh key pair and no slots yet.

    Raises PersonIncompleteError without a name, WeakPasswordError, KeyFileError for a cost below
    the floor.
    """
    if not folded(name):
        raise PersonIncompleteError(missing=_("navn"))
    require_long_enough(password)
    private_key = randomness(KEY_BYTES)
    bare = UserKeys(
        id=user_id,
        name=tidied(name),
        administrator=administrator,
        public_key=boxes.public_key_of(private_key),
        salt=bytes(SALT_BYTES),
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
        wrapped_private_key=b"",
    )
    return wrapped_anew(bare, private_key, password, cost, randomness)


def wrapped_anew(
    user: UserKeys, private_key: bytes, password: str, cost: KdfCost, randomness: Randomness
) -> UserKeys:
    """The user with her private key wrapped by `password` and a fresh salt."""
    salt = randomness(SALT_BYTES)
    wrapping_key = derive_key(_password_bytes(password), salt, cost)
    return msgspec.structs.replace(
        user,
        salt=salt,
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
        wrapped_private_key=boxes.wrap(private_key, wrapping_key, randomness),
    )


def require_long_enough(password: str) -> None:
    """Raises WeakPasswordError; blanks at the ends do not count."""
    if len(unicodedata.normalize("NFC", password).strip()) < SHORTEST_PASSWORD:
        raise WeakPasswordError(shortest=SHORTEST_PASSWORD)


def _password_bytes(password: str) -> bytes:
    """The same bytes on every keyboard (RFC 8265: composed letters)."""
    return unicodedata.normalize("NFC", password).encode(errors="surrogatepass")
