"""How a form stands on this station: what it lacks, who must do something, whether it is in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.library.approval_standing import in_force, to_come, waiting, withdrawn
from nurseapp.clinic.library.usable_forms import needs_approval, usable_on_paper, why_no_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.station_library import values_in
from nurseapp.clinic.values.library import FormStatus
from nurseapp.forms.loaded import LoadedForm
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library, users
from nurseapp.journal.queries.library import Approval, Licence, WordingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that the journal holds about the station's forms, read at once; by form or family."""

    approvals: Mapping[str, Sequence[Approval]]
    rows: Mapping[str, Sequence[WordingRow]]
    licences: Mapping[str, Licence]
    value_sources: Mapping[str, str]
    users: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStanding:
    """One form's standing; `why` ends a sentence, and is empty when its wording may be used."""

    status: FormStatus
    why: str
    paper_mode: bool

    def why_not(self, name: str) -> str:
        """The whole sentence about the form or family of this name."""
        return FormNotUsableError(form=name, why=self.why).sentence if self.why else ""


def shelf(cursor: Cursor) -> Shelf:
    """Everything about forms, wording and licences."""
    rows: dict[str, list[WordingRow]] = {}
    for row in library.wordings(cursor):
        rows.setdefault(row.newest.body.form, []).append(row)
    return Shelf(
        approvals=_by_form(library.approvals(cursor)),
        rows=rows,
        licences={each.licence_of: each for each in library.licences(cursor)},
        value_sources=_sources(cursor),
        users={user.user: user.name for user in users.users(cursor)},
    )


def form_standing(station: OpenStation, loaded: LoadedForm, shelf: Shelf) -> FormStanding:
    """The form as it stands today."""
    approvals = shelf.approvals.get(loaded.form.id, ())
    rows = shelf.rows.get(loaded.form.id, ())
    decided = needs_approval(station, loaded)
    return FormStanding(
        status=_status(station, loaded, approvals, rows) if decided else "not_scored",
        why=why_no_words(station, loaded, approvals, rows) if decided else "",
        paper_mode=usable_on_paper(station, loaded, approvals),
    )


def _status(
    station: OpenStation,
    loaded: LoadedForm,
    approvals: Sequence[Approval],
    rows: Sequence[WordingRow],
) -> FormStatus:
    decided = _decided(station, loaded, approvals)
    if decided is not None:
        return decided
    if loaded.real_wordings():
        return "ready"
    if any(row.draft for row in rows):
        return "draft"
    return "training" if station.training and loaded.practice_wordings() else "no_wording"


def _decided(
    station: OpenStation, loaded: LoadedForm, approvals: Sequence[Approval]
) -> FormStatus | None:
    """What has been decided about the form as it is now; None if that is nothing."""
    if withdrawn(approvals) is not None:
        return "withdrawn"
    if in_force(approvals, loaded, station.day):
        return "approved"
    if waiting(approvals, loaded):
        return "awaiting_second"
    return "starts_later" if to_come(approvals, loaded, station.day) else None


def _by_form(found: Iterable[Approval]) -> dict[str, list[Approval]]:
    by_form: dict[str, list[Approval]] = {}
    for each in found:
        by_form.setdefault(each.form, []).append(each)
    return by_form


def _sources(cursor: Cursor) -> dict[str, str]:
    """What each licensed table was typed from."""
    return {saved.form: values_in(saved).source for saved in library.licensed_values(cursor)}
