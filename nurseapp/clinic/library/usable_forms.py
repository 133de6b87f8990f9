"""Which words a person may be shown here, and whether answers from paper may be entered."""

from __future__ import annotations

from collections.abc import Sequence

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _
from nurseapp.clinic.library.approval_standing import PAPER, in_force, reason, to_come
from nurseapp.clinic.station.kept_wordings import wording_kept
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library
from nurseapp.journal.queries.library import Approval, WordingRow


def needs_approval(station: OpenStation, loaded: LoadedForm) -> bool:
    """Whether somebody must approve the form before it is used on a real person.

    Only the program's own headings need nobody: those under which a nurse takes down what others
    have found. Words that came from anywhere else are approved, whether they are scored or not.
    """
    if loaded.form.not_scored is None:
        return True
    shipped = (one.wordings for one in station.shipped.forms if one.form.id == loaded.form.id)
    return next(shipped, None) != loaded.wordings


def is_approved(station: OpenStation, loaded: LoadedForm, wording: Wording) -> bool:
    """Whether the municipality stands behind exactly these words, from today or a later day."""
    if not needs_approval(station, loaded):
        return True
    approvals = station.journal.read(lambda cursor: library.approvals_of(cursor, loaded.form.id))
    holding = in_force(approvals, loaded, station.day).values()
    coming = to_come(approvals, loaded, station.day)
    sha256 = wording_sha256(wording)
    return any(each.wording_sha256 == sha256 for each in (*holding, *coming))


def usable_wordings(station: OpenStation, loaded: LoadedForm) -> tuple[Wording, ...]:
    """The words a person may be shown here; raises FormNotUsableError with the reason.

    A production station uses exactly the approved words, from the day they are approved for. A
    training station uses what the clinic has put in itself, approved or not; without any, the
    practice words, or those that came with the program.
    """

    def found(cursor: Cursor) -> tuple[tuple[Wording, ...], str]:
        approvals = library.approvals_of(cursor, loaded.form.id)
        rows = library.wordings_of(cursor, loaded.form.id)
        wordings = (
            _for_training(loaded, rows)
            if station.training or not needs_approval(station, loaded)
            else _approved(station, cursor, loaded, approvals)
        )
        return wordings, "" if wordings else why_no_words(station, loaded, approvals, rows)

    wordings, why = station.journal.read(found)
    if not wordings:
        raise FormNotUsableError(form=loaded.form.name, why=why)
    return wordings


def require_usable_on_paper(station: OpenStation, loaded: LoadedForm) -> None:
    """Raises FormNotUsableError unless answers from a paper form may be entered here.

    Whoever approved the wording has held its structure against the paper too.
    """
    approvals = station.journal.read(lambda cursor: library.approvals_of(cursor, loaded.form.id))
    if usable_on_paper(station, loaded, approvals):
        return
    why = reason(approvals, loaded, station.day) or _(
        "ingen i kommunen har godkjent det. Den som er ansvarlig, gjør det under Skjema"
    )
    raise FormNotUsableError(form=loaded.form.name, why=why)


def usable_on_paper(
    station: OpenStation, loaded: LoadedForm, approvals: Sequence[Approval]
) -> bool:
    """Whether answers from a paper form may be entered, by the form's own approvals."""
    if station.training or not needs_approval(station, loaded):
        return True
    return bool(in_force(approvals, loaded, station.day))


def why_no_words(
    station: OpenStation,
    loaded: LoadedForm,
    approvals: Sequence[Approval],
    rows: Sequence[WordingRow],
) -> str:
    """Why nobody may be shown the form, and what to do, as the end of a sentence; or nothing."""
    if station.training:
        missing = _("det finnes ingen tekst til det. Skriv den inn under Skjema")
        return "" if _for_training(loaded, rows) else missing
    holding = in_force(approvals, loaded, station.day)
    if any(language != PAPER for language in holding):
        return ""
    if holding:
        return _(
            "det er bare godkjent for svar som føres inn fra papir. Den som er ansvarlig, kan"
            " legge inn teksten under Skjema"
        )
    why = reason(approvals, loaded, station.day)
    return why or _never_approved(loaded, drafted=any(row.draft for row in rows))


def _for_training(loaded: LoadedForm, rows: Sequence[WordingRow]) -> tuple[Wording, ...]:
    own = {
        row.whole.body.language
        for row in rows
        if row.whole is not None and row.whole.body.version == loaded.form.version
    }
    real = loaded.real_wordings()
    mine = tuple(wording for wording in real if wording.language in own)
    return mine or loaded.practice_wordings() or real


def _approved(
    station: OpenStation, cursor: Cursor, loaded: LoadedForm, approvals: Sequence[Approval]
) -> tuple[Wording, ...]:
    """The approved words in force, as they were when they were approved."""
    holding = in_force(approvals, loaded, station.day).values()
    found = (wording_kept(cursor, each.wording_sha256) for each in holding)
    return tuple(wording for wording in found if wording is not None)


def _never_approved(loaded: LoadedForm, *, drafted: bool) -> str:
    if loaded.real_wordings():
        return _(
            "det har en tekst som kommunen ikke har godkjent. Den som er ansvarlig, godkjenner den"
            " under Skjema"
        )
    if drafted:
        return _("teksten er ikke ferdig skrevet inn. Fortsett under Skjema")
    licensed = loaded.form.about.rights.wording == "licence"
    if loaded.practice_wordings():
        return (
            _(
                "det finnes bare øvingstekst. Kommunen må legge inn teksten den har lisens til,"
                " under Skjema"
            )
            if licensed
            else _("det finnes bare øvingstekst. Kommunen må legge inn teksten under Skjema")
        )
    if licensed:
        return _("kommunen må legge inn teksten den har lisens til, under Skjema")
    return _("kommunen må legge inn teksten under Skjema")
