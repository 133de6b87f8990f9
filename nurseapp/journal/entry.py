"""An entry before and after it stands in the journal, and how its body is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

import msgspec

from nurseapp.base.errors import StationTooNewError
from nurseapp.journal.kinds import Kind

ITSELF: Final = -1
"""As an entry's subject: the person (or whatever it is) that this very entry creates."""

STATION: Final = 0
"""As an author: the program itself, before there is a user."""

_BITS_OF_N: Final = 40


def ref(device: int, n: int) -> int:
    """The lasting identity of a device's n-th entry, and of what that entry created."""
    return device << _BITS_OF_N | n


class Body(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What an entry says, stored as a msgpack array: fields in order, names not stored.

    A later field may only be added last and with a default; any other change is a new version.
    """


class Erased(Body, frozen=True):
    """Stands where the law had a body removed; the chain still holds over its hash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something to be recorded; `subject` is a ref, ITSELF, or None when it concerns nobody."""

    subject: int | None
    body: Body


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """An entry that stands in the journal; `at` is in whole seconds since 1970, UTC."""

    seq: int
    device: int
    n: int
    kind: int
    version: int
    subject: int | None
    author: int
    at: int
    body: Body

    @property
    def ref(self) -> int:
        """The identity of this entry and of what it created."""
        return self.device << _BITS_OF_N | self.n

    @property
    def moment(self) -> datetime:
        """When it was recorded, in the machine's time zone."""
        return datetime.fromtimestamp(self.at, UTC).astimezone()


_Declared = TypeVar("_Declared", bound=type[Body])
_numbers: dict[type[Body], tuple[int, int]] = {}
_decoders: dict[tuple[int, int], msgspec.msgpack.Decoder[Body]] = {}

encode: Final = msgspec.msgpack.Encoder().encode


def recorded_as(kind: int, version: int = 1) -> Callable[[_Declared], _Declared]:
    """Declares that a Body class is stored under this kind and version."""

    def declare(body: _Declared) -> _Declared:
        if (kind, version) in _decoders:
            raise ValueError(f"kind {kind}, version {version} has a body already")
        _numbers[body] = (int(kind), version)
        _decoders[int(kind), version] = msgspec.msgpack.Decoder(body)
        return body

    return declare


def numbers(body: Body) -> tuple[int, int]:
    """The kind and version under which this body is stored."""
    return _numbers[type(body)]


def decode(kind: int, version: int, content: bytes) -> Body:
    """The body as it was recorded; raises StationTooNewError for a kind nobody here knows."""
    decoder = _decoders.get((kind, version))
    if decoder is None:
        raise StationTooNewError
    return decoder.decode(content)


@recorded_as(Kind.ENTRIES_ERASED)
class EntriesErased(Body, frozen=True):
    """Which entries' bodies were removed, and the ground for it in the law."""

    seqs: tuple[int, ...]
    ground: str
