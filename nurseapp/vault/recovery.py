"""The recovery key as a person writes it: nine groups of four signs, forgiving when read back.

160 random bits and a checksum of 20, in Crockford's base 32 (no I, L, O, U). The X25519 private
key is derived from the bits with BLAKE2b: 36 signs can be written by hand, 56 would be mistyped,
and 160 bits are beyond guessing, so that recovery needs no throttling.
"""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from typing import Final

from nurseapp.base.errors import WrongRecoveryKeyError
from nurseapp.vault.boxes import Randomness

SEED_BYTES: Final = 20
GROUPS: Final = 9
_GROUP: Final = 4
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SEED_SIGNS: Final = SEED_BYTES * 8 // 5
_CHECK_SIGNS: Final = GROUPS * _GROUP - _SEED_SIGNS
_LOOKS_LIKE: Final = str.maketrans("OIL", "011")


def new_recovery_key(randomness: Randomness) -> str:
    """A fresh key, such as `7Q2M-...` with nine groups; shown once and kept nowhere."""
    return _written(randomness(SEED_BYTES))


def recovery_groups(recovery_key: str) -> tuple[str, ...]:
    """The key's nine groups in order, however it was typed; raises WrongRecoveryKeyError."""
    return tuple(_written(_seed(recovery_key)).split("-"))


def recovery_private_key(recovery_key: str) -> bytes:
    """The 32-byte X25519 private key behind it; raises WrongRecoveryKeyError for a slip."""
    return blake2b(_seed(recovery_key), digest_size=32, person=b"nurseapp recover").digest()


def _written(seed: bytes) -> str:
    signs = _digits(int.from_bytes(seed, "big"), _SEED_SIGNS) + _check(seed)
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def _seed(recovery_key: str) -> bytes:
    typed = unicodedata.normalize("NFKC", recovery_key).upper().translate(_LOOKS_LIKE)
    signs = "".join(sign for sign in typed if not sign.isspace() and sign not in "-‐‑‒–—_.")
    if len(signs) != GROUPS * _GROUP or any(sign not in _SIGNS for sign in signs):
        raise WrongRecoveryKeyError
    number = 0
    for sign in signs[:_SEED_SIGNS]:
        number = number * 32 + _SIGNS.index(sign)
    seed = number.to_bytes(SEED_BYTES, "big")
    if _check(seed) != signs[_SEED_SIGNS:]:
        raise WrongRecoveryKeyError
    return seed


def _check(seed: bytes) -> str:
    digest = blake2b(seed, digest_size=8, person=b"nurseapp check").digest()
    return _digits(int.from_bytes(digest, "big") % 32**_CHECK_SIGNS, _CHECK_SIGNS)


def _digits(number: int, count: int) -> str:
    return "".join(_SIGNS[number >> (5 * place) & 31] for place in reversed(range(count)))
