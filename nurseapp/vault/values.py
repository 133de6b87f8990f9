"""What the vault hands out; nothing here shows a key when printed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatedVault:
    """A new vault: the database's 32-byte key, its first user, and the recovery key, shown once."""

    key: bytes = field(repr=False)
    user_id: int
    recovery_key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """Somebody was let in.

    `keys` holds one 32-byte key. Only after an interrupted rotation there are two, the old and
    the new: one of them opens the database, and `rotation.finish_rotation` ends it. `fell_back`
    says that the key file was damaged or missing and that the one before is in force again.
    """

    keys: tuple[bytes, ...] = field(repr=False)
    user_id: int
    name: str
    administrator: bool
    fell_back: bool = False

    @property
    def key(self) -> bytes:
        """The database's key, if no rotation was interrupted."""
        return self.keys[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """The recovery key fits; `keys` and `fell_back` as in Unlocked."""

    keys: tuple[bytes, ...] = field(repr=False)
    fell_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKeys:
    """Whom the database's key is sealed for, to compare with what the database itself says."""

    users: dict[int, bytes]
    recovery: bytes
