"""Argon2id with little memory: real, but a hundred times quicker than a password may be.

Only for the calling process. What a password costs for real is tested in tests/vault, and so are
the journeys' stations.
"""

from __future__ import annotations

from typing import Any

from argon2 import low_level

_REAL = low_level.hash_secret_raw
_LEAST = {"time_cost": 1, "memory_cost": 64}


def use(light: bool) -> None:
    """From now on a password costs next to nothing, or what it should."""
    low_level.hash_secret_raw = _light if light else _REAL


def _light(*given: Any, **asked: Any) -> bytes:
    return _REAL(*given, **{**asked, **_LEAST})
