"""The languages of a form in the library: the newest text of each, and what is in use."""

from __future__ import annotations

from typing import cast

from nurseapp.base.text import _
from nurseapp.clinic.library.approval_standing import in_force
from nurseapp.clinic.library.form_standing import Shelf
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.kept_wordings import origin_words, texts_in
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.library import WordingLine
from nurseapp.exchange.wording_rows import status_words
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.wording import Status, Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.queries.library import Saved

_ORDER = {"nb": 0, "nn": 1, "en": 2}


def wording_lines(
    station: OpenStation, loaded: LoadedForm, shelf: Shelf
) -> tuple[WordingLine, ...]:
    """One line for each language the clinic or the program has; practice words come last."""
    own = {
        row.newest.body.language: row.newest
        for row in shelf.rows.get(loaded.form.id, ())
        if row.newest.body.version == loaded.form.version
    }
    lines = [
        *(_own_line(station, loaded, saved, shelf) for saved in own.values()),
        *(
            _shipped_line(station, loaded, wording, shelf)
            for wording in loaded.wordings
            if wording.training or wording.language not in own
        ),
    ]
    lines.sort(key=lambda line: (line.status == "training", *_place(line.language)))
    return tuple(lines)


def _place(spoken: str) -> tuple[int, str]:
    """Norwegian and English first, then the others by code."""
    return _ORDER.get(spoken, len(_ORDER)), spoken


def _own_line(station: OpenStation, loaded: LoadedForm, saved: Saved, shelf: Shelf) -> WordingLine:
    texts = texts_in(saved.body)
    sha256 = _hash_in_use(loaded, saved)
    approved, words = _approved(station, loaded, texts.language, sha256, shelf)
    said = status_words(texts.status)
    return WordingLine(
        form=loaded.form.id,
        language=texts.language,
        language_words=language_words(texts.language),
        status=cast("Status", texts.status),
        status_words=said if saved.body.whole else _("{status}, ikke ferdig").format(status=said),
        sha256=sha256,
        whole=saved.body.whole,
        origin_words=origin_words(saved, shelf.users),
        editable=station.user.administrator,
        approved=approved,
        approved_words=words,
        shipped=False,
    )


def _hash_in_use(loaded: LoadedForm, saved: Saved) -> str:
    """A whole wording's hash, cut down to the items that a licensed key leaves."""
    if not saved.body.whole:
        return ""
    found = (each for each in loaded.real_wordings() if each.language == saved.body.language)
    fitting = next(found, None)
    return saved.body.sha256 if fitting is None else wording_sha256(fitting)


def _shipped_line(
    station: OpenStation, loaded: LoadedForm, wording: Wording, shelf: Shelf
) -> WordingLine:
    sha256 = wording_sha256(wording)
    approved, words = (
        (False, "")
        if wording.training
        else _approved(station, loaded, wording.language, sha256, shelf)
    )
    said = _("øvingstekst, aldri på virkelige personer")
    return WordingLine(
        form=loaded.form.id,
        language=wording.language,
        language_words=language_words(wording.language),
        status=wording.status,
        status_words=said if wording.training else status_words(wording.status),
        sha256=sha256,
        whole=True,
        origin_words=_("Fulgte med programmet"),
        editable=station.user.administrator and not wording.training,
        approved=approved,
        approved_words=words,
        shipped=True,
    )


def _approved(
    station: OpenStation, loaded: LoadedForm, spoken: str, sha256: str, shelf: Shelf
) -> tuple[bool, str]:
    """Whether these very words are in use, and what is said about it."""
    holding = in_force(shelf.approvals.get(loaded.form.id, ()), loaded, station.day).get(spoken)
    if holding is None:
        return False, ""
    if holding.wording_sha256 == sha256:
        return True, _("Godkjent og i bruk")
    return False, _("En tidligere tekst er i bruk. Denne er ikke godkjent.")
