"""Rooms whose tests open stations by the hundred and are about something else than keys.

There Argon2id takes little memory, and SQLCipher does not lock each piece of memory it works in:
both real, and a hundred times quicker than a password may be. Only for the calling process; what
they are for is tested in tests/vault and tests/journal, and the journeys run as everybody does.
"""

from __future__ import annotations

from typing import Any

from argon2 import low_level

from nurseapp.journal import connection

_HASH = low_level.hash_secret_raw
_UNLOCK = connection._unlock
_LEAST = {"time_cost": 1, "memory_cost": 64}


def use(*, light: bool) -> None:
    """From now on keys cost next to nothing, or what they should."""
    setattr(low_level, "hash_secret_raw", _light_hash if light else _HASH)  # noqa: B010 - to mypy
    setattr(connection, "_unlock", _light_unlock if light else _UNLOCK)  # noqa: B010 - a function


def _light_hash(*given: Any, **asked: Any) -> bytes:
    return _HASH(*given, **{**asked, **_LEAST})


def _light_unlock(opened: Any, key: bytes, *, memory_security: bool) -> None:
    del memory_security  # once on, it stays on in the whole process
    _UNLOCK(opened, key, memory_security=False)
