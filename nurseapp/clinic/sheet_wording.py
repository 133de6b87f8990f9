"""The very words a sheet was answered in, for whoever reads the answers later."""

from __future__ import annotations

import msgspec

from nurseapp.base.text import language
from nurseapp.clinic.open_station import OpenStation
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library
from nurseapp.journal.queries.screenings import Screening


def sheet_wording(
    station: OpenStation, cursor: Cursor, sheet: Screening, loaded: LoadedForm | None
) -> Wording | None:
    """In the interface language, else as it was answered, else in bokmål, else any.

    Of a sheet that was entered, and one older than these notes, the form's words as they are
    now; None without the form.
    """
    offered = library.wordings_offered(cursor, sheet.screening)
    for spoken in dict.fromkeys((language(), sheet.language, "nb", *offered)):
        sha256 = offered.get(spoken)
        found = _by_hash(station, cursor, sheet.form, sha256) if sha256 else None
        if found is not None:
            return found
    return wording_for(loaded, training=bool(sheet.training))


def wording_for(loaded: LoadedForm | None, *, training: bool) -> Wording | None:
    """The words to show a nurse beside the answers, in the interface language if there are any."""
    if loaded is None:
        return None
    wordings = loaded.practice_wordings() if training else ()
    wordings = wordings or loaded.real_wordings()
    mine = [wording for wording in wordings if wording.language == language()]
    bokmaal = [wording for wording in wordings if wording.language == "nb"]
    return next(iter([*mine, *bokmaal, *wordings]), None)


def _by_hash(station: OpenStation, cursor: Cursor, form: str, sha256: str) -> Wording | None:
    """The wording with this hash: kept in the journal, or shipped with the program."""
    saved = library.wording_by_hash(cursor, sha256)
    if saved is not None:
        return msgspec.json.decode(saved.content, type=Wording)
    here = (
        wording
        for each in station.library.forms
        if each.form.id == form
        for wording in each.wordings
    )
    return next((wording for wording in here if wording_sha256(wording) == sha256), None)
