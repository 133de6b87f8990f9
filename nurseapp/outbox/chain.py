"""A record's place in the file: {4 bytes of length, box, MAC}, bound to the record before.

The MAC, keyed BLAKE2b (RFC 7693), covers session, sequence, the hash of the previous record and
the box. The first previous hash is made of session and form, so that answers to another form or
of another session never fit. What a chain cannot show is a tail that was cut off at a record's
border: hence `Finished` and `Paused` say how many records stand before them, and a file that ends
in neither was not ended by the parent.

Hash and MAC are libsodium's, which the parent's process has in memory for the boxes anyway;
Python's own would load OpenSSL beside it.
"""

from __future__ import annotations

import struct
from typing import Final

from nacl.bindings import crypto_hash_sha256 as sha256
from nacl.bindings import sodium_memcmp
from nacl.bindings.crypto_generichash import generichash_blake2b_salt_personal as blake2b

from nurseapp.outbox.answer import LONGEST, PADDED_TO

LENGTH: Final = struct.Struct(">I")
MAC_BYTES: Final = 32
_SEAL_BYTES: Final = 48  # libsodium's sealed box: ephemeral public key and authenticator
_AROUND: Final = LENGTH.size + _SEAL_BYTES + MAC_BYTES
RECORD_LENGTHS: Final = range(_AROUND + PADDED_TO, _AROUND + LONGEST + 1, PADDED_TO)


class Chain:
    """Follows one session's records; `head` binds the next record to all before it."""

    def __init__(self, session: str, form_sha256: str, mac_key: bytes) -> None:
        self._session = bytes.fromhex(session)
        self._mac_key = mac_key
        self.count = 0
        self.head = sha256(b"nurseapp outbox 1" + self._session + bytes.fromhex(form_sha256))

    def record(self, box: bytes) -> bytes:
        """The box as the next record; the chain moves on only by `follow`."""
        return LENGTH.pack(len(box)) + box + self._mac(box)

    def fits(self, record: bytes) -> bool:
        """Whether this whole record is the next one, written by the ticket's holder."""
        box = record[LENGTH.size : -MAC_BYTES]
        return sodium_memcmp(record[-MAC_BYTES:], self._mac(box))

    def looks_torn(self, record: bytes) -> bool:
        """Whether this would be the next record if zeros at its end had arrived as data."""
        arrived = record[-MAC_BYTES:].rstrip(b"\0")
        expected = self._mac(record[LENGTH.size : -MAC_BYTES])
        return arrived != expected and expected.startswith(arrived)

    def follow(self, record: bytes) -> None:
        """Moves on: `record` is now the previous one."""
        self.head = sha256(record)
        self.count += 1

    def _mac(self, box: bytes) -> bytes:
        place = self._session + self.count.to_bytes(8, "big") + self.head
        return blake2b(place + box, digest_size=MAC_BYTES, key=self._mac_key)


def record_length(data: bytes) -> int | None:
    """How long the record at the start of `data` says it is; None if no record can be so long."""
    (box_length,) = LENGTH.unpack(data[: LENGTH.size])
    length = int(LENGTH.size + box_length + MAC_BYTES)
    return length if length in RECORD_LENGTHS else None
