"""What is sealed: one record for each thing the parent did, of a length that tells nothing."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

PADDED_TO: Final = 256  # bytes; a longer record goes up to the next multiple
LONGEST: Final = 64 * 1024

ItemId = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]


class Started(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="started"):
    """The parent began, or took up again, in this language and layout."""

    language: str
    layout: Literal["one_at_a_time", "page"]


class Answered(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="answered"
):
    """An option was chosen, or text or a number given; the last one for an item counts.

    The longest answer, a text of 4,000 signs, is at most 24 kB of JSON.
    """

    item: ItemId
    value: str


class Declined(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="declined"
):
    """The parent chose not to answer this item."""

    item: ItemId


class TakenBack(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="taken_back"
):
    """The parent emptied the item again: it is open, as if it had not been answered."""

    item: ItemId


class WentBack(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="went_back"
):
    """The parent turned back to this item."""

    item: ItemId


class LanguageChosen(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="language"
):
    """The form is shown in another language from here on."""

    language: str


class Paused(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="paused"):
    """The parent stopped for now; `records` is how many stand before this one."""

    records: Annotated[int, msgspec.Meta(ge=0)]


class Finished(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="finished"
):
    """The parent is done; `records` is how many stand before this one."""

    records: Annotated[int, msgspec.Meta(ge=0)]


Event = Started | Answered | Declined | TakenBack | WentBack | LanguageChosen | Paused | Finished


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One event, when it was (local time with offset, ISO 8601) and how long after the last one.

    `elapsed_ms` is by the monotonic clock, in milliseconds; 0 for a session's first record.
    """

    event: Event
    at: str
    elapsed_ms: Annotated[int, msgspec.Meta(ge=0)]


class RecordError(Exception):
    """These bytes are no record, or a record is too long: a bug, or not written by us."""


def padded(record: Record) -> bytes:
    """The record as canonical JSON, blanks up to a multiple of 256 bytes; at most 64 KiB."""
    body = msgspec.json.encode(record)
    if len(body) > LONGEST:
        raise RecordError("record too long")
    return body.ljust(-(-len(body) // PADDED_TO) * PADDED_TO, b" ")


def unpadded(data: bytes) -> Record:
    """The record that `padded` made; raises RecordError for anything else."""
    try:
        record = msgspec.json.decode(data, type=Record)
    except msgspec.MsgspecError as error:
        raise RecordError("not a record") from error
    if padded(record) != data:
        raise RecordError("not canonical")
    return record
