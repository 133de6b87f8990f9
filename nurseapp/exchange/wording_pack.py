"""A signed file that carries forms, their wording and licensed values to another station.

JSON: a head, the signer's public key, an Ed25519 signature, and the contents it was made over,
byte for byte. The signature says that the holder of the key wrote exactly this; whose key it is,
people tell each other by telephone with the help of `fingerprint`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

from nurseapp.base.errors import PackRefusedError
from nurseapp.base.text import _
from nurseapp.forms.licensed import LicensedValues
from nurseapp.forms.wording import Wording

MOST_BYTES: Final = 8 * 1024 * 1024
VERSION: Final = 1

_FORMAT: Final = "nurseapp-wording-pack"
_SIGNED: Final = b"nurseapp-wording-pack 1\n"
_GROUPS: Final = 6
_DIGITS: Final = 4

Name = Annotated[str, Meta(max_length=200)]


class PackedForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A form that does not come with the program: its table, and what its file had beyond that."""

    table: dict[str, Any]
    kept: str = ""


class PackedWording(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wording, and who approved it where it comes from: news, not an approval elsewhere."""

    wording: Wording
    approved_by: Name = ""
    approved_on: date | None = None


class PackContents(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a station sends, and what it calls itself."""

    station: Name
    municipality: Name
    made_on: date
    forms: Annotated[tuple[PackedForm, ...], Meta(max_length=500)] = ()
    wordings: Annotated[tuple[PackedWording, ...], Meta(max_length=2000)] = ()
    values: Annotated[tuple[LicensedValues, ...], Meta(max_length=500)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A file whose signature holds, and the key it was signed with (32 bytes)."""

    contents: PackContents
    signer: bytes


class _Head(Struct, frozen=True):
    format: str
    version: int


class _File(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    format: Literal["nurseapp-wording-pack"]
    version: Literal[1]
    signer: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    signature: Annotated[str, Meta(pattern=r"^[0-9a-f]{128}\Z")]
    contents: msgspec.Raw


def signed_pack(contents: PackContents, signing_seed: bytes) -> bytes:
    """The file; the same contents and seed (32 bytes) give the same bytes."""
    from nacl.signing import SigningKey

    key = SigningKey(signing_seed)
    written = msgspec.json.encode(contents, order="sorted")
    file = _File(
        format="nurseapp-wording-pack",
        version=1,
        signer=key.verify_key.encode().hex(),
        signature=key.sign(_SIGNED + written).signature.hex(),
        contents=msgspec.Raw(written),
    )
    return msgspec.json.encode(file)


def opened_pack(data: bytes) -> Pack:
    """The contents, if the signature holds over every byte of them; else PackRefusedError."""
    if len(data) > MOST_BYTES:
        size = MOST_BYTES // (1024 * 1024)
        raise PackRefusedError(why=_("filen er større enn {size} MB").format(size=size))
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format == _FORMAT and head.version != VERSION:
            raise PackRefusedError(why=_("den er laget med en annen utgave av programmet"))
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise PackRefusedError(why=_("filen er ikke en signert tekstpakke")) from error
    contents = bytes(file.contents)
    if not _holds(contents, file):
        raise PackRefusedError(why=_("den er endret etter at den ble signert"))
    try:
        known = msgspec.json.decode(contents, type=PackContents)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        why = _("innholdet er ikke satt sammen slik en tekstpakke skal være")
        raise PackRefusedError(why=why) from error
    return Pack(contents=known, signer=bytes.fromhex(file.signer))


def public_key_of(signing_seed: bytes) -> bytes:
    """The key that others know the seed's holder by (32 bytes)."""
    from nacl.signing import SigningKey

    return SigningKey(signing_seed).verify_key.encode()


def fingerprint(public_key: bytes) -> str:
    """Six groups of four digits to read aloud: `0412 9931 ...`.

    Somebody who wants another key to give the same digits has 10**24 of them to try.
    """
    number = int.from_bytes(hashlib.blake2b(public_key, digest_size=32).digest())
    digits = f"{number % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def _holds(contents: bytes, file: _File) -> bool:
    from nacl.exceptions import BadSignatureError, CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(file.signer)).verify(
            _SIGNED + contents, bytes.fromhex(file.signature)
        )
    except (BadSignatureError, CryptoError, ValueError):
        return False
    return True
