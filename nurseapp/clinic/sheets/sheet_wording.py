"""The very words a sheet was answered in, for whoever reads the answers later."""

from __future__ import annotations

from collections.abc import Sequence

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, language
from nurseapp.clinic.station.kept_wordings import whole_entry, wording_kept
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import Origin, WordingSaved
from nurseapp.journal.queries import library
from nurseapp.journal.queries.screenings import Screening


def sheet_wording(cursor: Cursor, sheet: Screening, loaded: LoadedForm | None) -> Wording | None:
    """In the interface language, else as it was answered, else in bokmål, else any.

    Of a sheet that was entered, and one older than these notes, the form's words as they are
    now; None without the form.
    """
    offered = library.wordings_offered(cursor, sheet.screening)
    for spoken in dict.fromkeys((language(), sheet.language, "nb", *offered)):
        sha256 = offered.get(spoken)
        found = wording_kept(cursor, sha256) if sha256 else None
        if found is not None:
            return found
    return wording_for(loaded, training=bool(sheet.training))


def words_begun_with(cursor: Cursor, sheet: Screening, loaded: LoadedForm) -> tuple[Wording, ...]:
    """Every language the sheet was offered in, as it was; raises FormNotUsableError without."""
    offered = library.wordings_offered(cursor, sheet.screening)
    found = [wording_kept(cursor, sha256) for sha256 in offered.values()]
    words = tuple(wording for wording in found if wording is not None)
    if not words or len(words) < len(found):
        why = _("teksten som arket ble påbegynt i, finnes ikke lenger. Begynn på et nytt ark")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    return words


def wording_for(loaded: LoadedForm | None, *, training: bool) -> Wording | None:
    """The words to show a nurse beside the answers, in the interface language if there are any."""
    if loaded is None:
        return None
    wordings = loaded.practice_wordings() if training else ()
    wordings = wordings or loaded.real_wordings()
    mine = [wording for wording in wordings if wording.language == language()]
    bokmaal = [wording for wording in wordings if wording.language == "nb"]
    return next(iter([*mine, *bokmaal, *wordings]), None)


def words_to_keep(cursor: Cursor, wordings: Sequence[Wording]) -> tuple[WordingSaved, ...]:
    """Those of the words a sheet is offered in that the journal does not know yet.

    So that an old result can be read in them when the program comes with others.
    """
    return tuple(
        whole_entry(wording, Origin("program"))
        for wording in wordings
        if wording_kept(cursor, wording_sha256(wording)) is None
    )
