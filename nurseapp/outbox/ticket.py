"""A session's keys: the ticket, which can only seal, and the clinic's side, which can open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

import msgspec

SESSION_BYTES: Final = 16
KEY_BYTES: Final = 32

SessionId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Sha256Hex = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Bytes32 = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]


class SealTicket(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the parent's program gets: it can seal answers with it and open none.

    Never log it: whoever has it can write answers that look genuine.
    """

    session: SessionId
    form_sha256: Sha256Hex
    public_key: Bytes32
    mac_key: Bytes32

    def __repr__(self) -> str:
        return f"SealTicket({self.session})"


class OpenSession(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the clinic keeps inside the encrypted database until the answers are taken in."""

    session: SessionId
    form_sha256: Sha256Hex
    private_key: Bytes32
    mac_key: Bytes32

    def __repr__(self) -> str:
        return f"OpenSession({self.session})"


def new_session(
    form_sha256: str, randomness: Callable[[int], bytes]
) -> tuple[SealTicket, OpenSession]:
    """Fresh keys for one hand-over of the form with this hash (64 hexadecimal digits)."""
    from nacl.public import PrivateKey

    session = randomness(SESSION_BYTES).hex()
    private_key = PrivateKey(randomness(KEY_BYTES))
    mac_key = randomness(KEY_BYTES)
    ticket = SealTicket(
        session=session,
        form_sha256=form_sha256,
        public_key=bytes(private_key.public_key),
        mac_key=mac_key,
    )
    opened = OpenSession(
        session=session,
        form_sha256=form_sha256,
        private_key=bytes(private_key),
        mac_key=mac_key,
    )
    return ticket, opened
