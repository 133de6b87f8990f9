"""What one guess at a password costs: Argon2id (RFC 9106) with a floor that cannot be lowered."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from nurseapp.base.clock import Clock
from nurseapp.base.errors import KeyFileError

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16

_SHORTEST_SECONDS: Final = 0.3
_TARGET_SECONDS: Final = 0.5
_MOST_MEMORY_KIB: Final = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfCost:
    """Argon2id's parameters: memory in KiB, passes over it, lanes."""

    memory_kib: int
    iterations: int
    lanes: int


FLOOR: Final = KdfCost(memory_kib=64 * 1024, iterations=3, lanes=1)
CEILING: Final = KdfCost(memory_kib=2 * 1024 * 1024, iterations=64, lanes=16)


def require_sound(cost: KdfCost) -> None:
    """Raises KeyFileError below the floor, or so high that the machine would stand still."""
    if not (
        FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
        and FLOOR.iterations <= cost.iterations <= CEILING.iterations
        and FLOOR.lanes <= cost.lanes <= CEILING.lanes
    ):
        raise KeyFileError


def derive_key(password: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """32 bytes from a password and 16 bytes of salt; raises KeyFileError for an unsound cost."""
    require_sound(cost)
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        password,
        salt,
        time_cost=cost.iterations,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def calibrate(
    clock: Clock, derive: Callable[[bytes, bytes, KdfCost], bytes] = derive_key
) -> KdfCost:
    """The cost that takes this machine 300-800 ms, never below the floor.

    Memory first, since it is what a guessing machine is short of; then passes.
    """
    cost = FLOOR
    took = _seconds(cost, clock, derive)
    while took < _SHORTEST_SECONDS and cost.memory_kib < _MOST_MEMORY_KIB:
        cost = KdfCost(memory_kib=cost.memory_kib * 2, iterations=cost.iterations, lanes=1)
        took = _seconds(cost, clock, derive)
    if took >= _SHORTEST_SECONDS:
        return cost
    wanted = math.ceil(cost.iterations * _TARGET_SECONDS / max(took, 0.001))
    return KdfCost(memory_kib=cost.memory_kib, iterations=min(wanted, CEILING.iterations), lanes=1)


def _seconds(
    cost: KdfCost, clock: Clock, derive: Callable[[bytes, bytes, KdfCost], bytes]
) -> float:
    start = clock.monotonic()
    derive(b"a password to measure by", bytes(SALT_BYTES), cost)
    return clock.monotonic() - start
