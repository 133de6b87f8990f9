"""X25519 key pairs, and secrets put in boxes for them (libsodium's secretbox and sealed box)."""

from __future__ import annotations

from collections.abc import Callable

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

Randomness = Callable[[int], bytes]


def public_key_of(private_key: bytes) -> bytes:
    """The 32-byte public half."""
    return bytes(PrivateKey(private_key).public_key)


def wrap(secret: bytes, key: bytes, randomness: Randomness) -> bytes:
    """The secret, readable again with the same 32-byte key only."""
    return bytes(SecretBox(key).encrypt(secret, randomness(SecretBox.NONCE_SIZE)))


def unwrap(wrapped: bytes, key: bytes) -> bytes | None:
    """The secret, or None if the key is another one."""
    try:
        return SecretBox(key).decrypt(wrapped)
    except CryptoError:
        return None


def seal(secret: bytes, public_key: bytes) -> bytes:
    """The secret, readable with the private half only."""
    return bytes(SealedBox(PublicKey(public_key)).encrypt(secret))


def open_sealed(sealed: bytes, private_key: bytes) -> bytes | None:
    """The secret, or None if it was sealed for somebody else or changed."""
    try:
        return SealedBox(PrivateKey(private_key)).decrypt(sealed)
    except CryptoError:
        return None
