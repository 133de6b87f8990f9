"""The key file's content: who has a slot, and the seals that make forgery visible at unlock.

Each seal is a keyed BLAKE2b over everything else in the file, under one of the database's keys.
Whoever cannot open the database cannot exchange a public key, a name or the administrator's
mark without the next unlock noticing.
"""

from __future__ import annotations

import hmac
import unicodedata
from hashlib import blake2b
from typing import Annotated, Final

import msgspec

from nurseapp.base.errors import KeyFileError, StationTooNewError
from nurseapp.vault.boxes import open_sealed, seal
from nurseapp.vault.cost import KdfCost

FORMAT: Final = 1

Bytes16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Bytes32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Slots = Annotated[tuple[bytes, ...], msgspec.Meta(min_length=1, max_length=2)]


class UserKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One user: her key pair, its private half wrapped by her password, and her slots."""

    id: int
    name: str
    administrator: bool
    public_key: Bytes32
    salt: Bytes16
    memory_kib: int
    iterations: int
    lanes: int
    wrapped_private_key: bytes
    slots: Slots = (b"",)

    @property
    def cost(self) -> KdfCost:
        """What a guess at her password costs."""
        return KdfCost(memory_kib=self.memory_kib, iterations=self.iterations, lanes=self.lanes)


class RecoveryKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The recovery key's public half and its slots."""

    public_key: Bytes32
    slots: Slots = (b"",)


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All slots; two per user only while a rotation is under way."""

    format: int
    next_user: int
    users: Annotated[tuple[UserKeys, ...], msgspec.Meta(min_length=1)]
    recovery: RecoveryKeys
    seals: Annotated[tuple[Bytes32, ...], msgspec.Meta(max_length=2)] = ()

    def named(self, name: str) -> UserKeys | None:
        """The user with this name, written large or small."""
        wanted = folded(name)
        return next((user for user in self.users if folded(user.name) == wanted), None)

    def user(self, user_id: int) -> UserKeys | None:
        """The user with this number."""
        return next((user for user in self.users if user.id == user_id), None)


class _Format(msgspec.Struct):
    format: int


def tidied(name: str) -> str:
    """The name as it is kept: composed letters, single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def folded(name: str) -> str:
    """The name as it is compared."""
    return tidied(name).casefold()


def decode(body: bytes) -> KeyFile:
    """The key file; raises KeyFileError, or StationTooNewError for a later format."""
    try:
        if msgspec.json.decode(body, type=_Format).format > FORMAT:
            raise StationTooNewError
        file = msgspec.json.decode(body, type=KeyFile)
    except msgspec.MsgspecError as error:
        raise KeyFileError from error
    counts = {len(file.recovery.slots), *(len(user.slots) for user in file.users)}
    if counts != {len(file.seals)}:
        raise KeyFileError
    return file


def sealed_body(file: KeyFile, keys: tuple[bytes, ...]) -> bytes:
    """The file's bytes with `keys` sealed anew for everybody in it."""
    replaced = msgspec.structs.replace
    slotted = replaced(
        file,
        users=tuple(
            replaced(user, slots=tuple(seal(key, user.public_key) for key in keys))
            for user in file.users
        ),
        recovery=replaced(
            file.recovery, slots=tuple(seal(key, file.recovery.public_key) for key in keys)
        ),
        seals=(),
    )
    return msgspec.json.encode(
        replaced(slotted, seals=tuple(_seal_of(slotted, key) for key in keys))
    )


def opened_keys(
    file: KeyFile, holder: UserKeys | RecoveryKeys, private_key: bytes
) -> tuple[bytes, ...]:
    """The database's keys in the holder's slots; raises KeyFileError if the file was changed."""
    keys = []
    for slot, expected in zip(holder.slots, file.seals, strict=True):
        key = open_sealed(slot, private_key)
        if key is None or not hmac.compare_digest(_seal_of(file, key), expected):
            raise KeyFileError
        keys.append(key)
    return tuple(keys)


def require_sealed_with(file: KeyFile, key: bytes) -> None:
    """Raises KeyFileError unless the file was written by somebody who had `key`."""
    seal_now = _seal_of(file, key)
    if not any(hmac.compare_digest(seal_now, kept) for kept in file.seals):
        raise KeyFileError


def _seal_of(file: KeyFile, key: bytes) -> bytes:
    unsealed = msgspec.json.encode(msgspec.structs.replace(file, seals=()))
    return blake2b(unsealed, key=key, digest_size=32, person=b"nurseapp keyfile").digest()
