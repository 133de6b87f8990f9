"""Wordings as the journal keeps them: whole ones spelt out, drafts as they were typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from nurseapp.base.dates import short_date
from nurseapp.base.text import _, mark
from nurseapp.clinic.station.moments import day_of
from nurseapp.forms.unfinished_wording import UnfinishedWording
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import Origin, WordingSaved
from nurseapp.journal.queries import library
from nurseapp.journal.queries.library import Saved

TYPED: Final = Origin("typed")

_HOW: Final = {
    "typed": mark("Skrevet inn her {day} av {who}"),
    "table": mark("Fra regneark {day}, hentet inn av {who}"),
    "fhir": mark("Fra FHIR-fil {day}, hentet inn av {who}"),
    "pack": mark("Fra {station} {day}, tatt inn av {who}"),
    "program": mark("Fulgte med programmet"),
}


def whole_entry(wording: Wording, origin: Origin) -> WordingSaved:
    """A wording with every text there."""
    spelt = wording.spelt_out()
    return WordingSaved(
        form=spelt.form,
        version=spelt.version,
        language=spelt.language,
        sha256=wording_sha256(spelt),
        whole=True,
        content=msgspec.json.encode(spelt, order="sorted").decode(),
        origin=origin,
    )


def draft_entry(texts: UnfinishedWording, origin: Origin) -> WordingSaved:
    """A wording in which texts lack."""
    return WordingSaved(
        form=texts.form,
        version=texts.version,
        language=texts.language,
        sha256="",
        whole=False,
        content=content_of(texts),
        origin=origin,
    )


def content_of(texts: UnfinishedWording) -> str:
    """The texts as they are kept."""
    return msgspec.json.encode(texts, order="sorted").decode()


def texts_in(saved: WordingSaved) -> UnfinishedWording:
    """What was saved, to be written on."""
    return msgspec.json.decode(saved.content, type=UnfinishedWording)


def wording_in(saved: WordingSaved) -> Wording:
    """A whole wording as it was saved."""
    return msgspec.json.decode(saved.content, type=Wording)


def wording_kept(cursor: Cursor, sha256: str) -> Wording | None:
    """The wording of this hash, however long ago it was saved."""
    saved = library.wording_by_hash(cursor, sha256)
    return wording_in(saved) if saved is not None else None


def origin_words(saved: Saved, users: Mapping[int, str]) -> str:
    """`Skrevet inn her 21.11.2026 av S. Eik`, with who approved it elsewhere if anybody did."""
    origin = saved.body.origin
    words = _(_HOW.get(origin.how, _HOW["typed"])).format(
        day=short_date(day_of(saved.at)),
        who=users.get(saved.author, ""),
        station=origin.station,
    )
    if not origin.approved_by:
        return words
    return _("{origin}. Godkjent der {day} av {who}").format(
        origin=words,
        day=short_date(date.fromordinal(origin.approved_day)),
        who=origin.approved_by,
    )
