"""Ties each entry to all before it, so that a change, a swap or a gap shows.

link(n) = BLAKE2b-256(link(n-1) | header | BLAKE2b-256(salt | body)). The salt goes with the
body when the law has it erased: without it, ten answers of four options are guessed in seconds.
"""

from __future__ import annotations

import struct
from hashlib import blake2b
from typing import Final, NamedTuple

LINK_BYTES: Final = 32
SALT_BYTES: Final = 16
_NOBODY: Final = -1
_pack_header: Final = struct.Struct(">8q").pack

Header = tuple[int, int, int, int, int, int | None, int, int]
"""seq, device, n, kind, version, subject, author, at: numbers alone, never a name."""


class Head(NamedTuple):
    """How far a journal has come, and the link that sums up everything until there."""

    seq: int
    link: bytes

    @property
    def token(self) -> str:
        """The head as one line of text, to be kept away from the journal."""
        return f"{self.seq}-{self.link.hex()}"


def genesis(installation_id: str) -> bytes:
    """The link before the first entry: two stations' entries never fit each other."""
    return blake2b(b"nurseapp journal\0" + installation_id.encode(), digest_size=32).digest()


def body_hash(salt: bytes, content: bytes) -> bytes:
    """The salted hash that stays when the body goes."""
    return blake2b(salt + content, digest_size=32).digest()


def next_link(previous: bytes, header: Header, hashed: bytes) -> bytes:
    """The link of the entry with this header and body hash."""
    seq, device, n, kind, version, subject, author, at = header
    about = _NOBODY if subject is None else subject
    packed = _pack_header(seq, device, n, kind, version, about, author, at)
    return blake2b(previous + packed + hashed, digest_size=32).digest()


def head_from(token: str) -> Head:
    """The head in `token`; raises ValueError."""
    seq, _dash, link = token.partition("-")
    head = Head(int(seq), bytes.fromhex(link))
    if head.seq < 0 or len(head.link) != LINK_BYTES:
        raise ValueError("not a journal's head")
    return head
