"""Approval: who stands behind which words of which form here, from when, under which licence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from nurseapp.base.dates import short_date
from nurseapp.base.errors import (
    ApprovalIncompleteError,
    ApprovalRefusedError,
    FormNotUsableError,
    NoSecondApproverError,
    SameApproverError,
)
from nurseapp.base.text import _
from nurseapp.clinic.library.approval_demands import changed_since, hash_of, missing, refusals
from nurseapp.clinic.library.approval_standing import PAPER, as_approved, is_confirmed
from nurseapp.clinic.library.approval_view import (
    approved_before,
    case_lines,
    cases_words,
    changes_in_form,
    changes_in_wording,
    earlier_lines,
    rows_to_tick,
    table_of,
)
from nurseapp.clinic.library.family_terms import last_terms
from nurseapp.clinic.library.licences import licence_of, licence_wanted, licence_words
from nurseapp.clinic.library.licensed_tables import values_sha256
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.kept_wordings import whole_entry
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.station.station_library import family_of
from nurseapp.clinic.values.approving import NewConfirmation
from nurseapp.clinic.values.library import ApprovalView, NewApproval, Withdrawal
from nurseapp.forms.cases import run_cases
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.wording import Wording
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import (
    ApprovalConfirmed,
    ApprovalsWithdrawn,
    FormApproved,
    Origin,
    SecondApproverSet,
)
from nurseapp.journal.entry import Body, Entry
from nurseapp.journal.queries import library, users
from nurseapp.people.typed import one_line, plain_text


def view(station: OpenStation, form: str, language: str = PAPER) -> ApprovalView:
    """All an approver must see before she approves the form in this language, or from paper.

    Raises UnknownFormError, FormProblemsError.
    """
    loaded = station.library.form(form)
    wording = _wording(loaded, language)
    return station.journal.read(lambda cursor: _view(station, cursor, loaded, language, wording))


def approve(station: OpenStation, new: NewApproval) -> int:
    """Writes that the one logged in approves exactly this form and these words; the approval.

    Raises NotAdministratorError, ApprovalIncompleteError with all that lacks, and
    ApprovalRefusedError with what stands in the way whatever is ticked, or that the words, the
    form or its licensed values are not those she read.
    """
    (number,) = approve_several(station, (new,))
    return number


def approve_several(station: OpenStation, several: Sequence[NewApproval]) -> tuple[int, ...]:
    """Each as its own approval, and all or none; raises as `approve`, for the first that fails."""
    require_administrator(station)
    bodies = [_approval_entries(station, new) for new in several]
    with station.journal.write(station.author) as unit:
        made = [[unit.add(Entry(subject=None, body=one)).ref for one in each] for each in bodies]
    return tuple(refs[-1] for refs in made)


def confirm(station: OpenStation, seen: NewConfirmation) -> None:
    """A second user stands behind it too; from then on it can come into force.

    She confirms only what she has read and can read now: words that were changed since are
    approved anew. Raises NotAdministratorError, SameApproverError for the one who approved, and
    FormNotUsableError when there is nothing to confirm any more, or it is not what she read.
    """
    confirm_several(station, (seen,))


def confirm_several(station: OpenStation, several: Sequence[NewConfirmation]) -> None:
    """Each approval of several age forms, and all or none; raises as `confirm`."""
    require_administrator(station)
    for seen in several:
        _refuse_to_confirm(station, seen)
    _append(station, *(ApprovalConfirmed(seen.approval) for seen in several))


def _refuse_to_confirm(station: OpenStation, seen: NewConfirmation) -> None:
    """Unless it waits for her, and is what she read."""
    found = station.journal.read(lambda cursor: library.approval(cursor, seen.approval))
    if found is None or found.withdrawn_at or is_confirmed(found):
        title = found.form_title if found else _("Skjemaet")
        why = _("godkjenningen er bekreftet eller trukket tilbake")
        raise FormNotUsableError(form=title, why=why)
    if found.author == station.author:
        raise SameApproverError(form=found.form_title)
    if not as_approved(found, station.library.form(found.form)):
        why = _("det er endret siden det ble godkjent. Det må godkjennes på nytt")
        raise FormNotUsableError(form=found.form_title, why=why)
    if (seen.form_sha256, seen.wording_sha256) != (found.form_sha256, found.wording_sha256):
        why = _("det du har lest, er ikke det som ble godkjent. Les det på nytt")
        raise FormNotUsableError(form=found.form_title, why=why)


def withdraw(station: OpenStation, form: str, why: str) -> None:
    """From now on nobody is handed the form and nothing of it is entered, in any language.

    `form` may be a family, for all its age forms. Results and unfinished sheets stay as they are
    and can be read. Raises NotAdministratorError, ApprovalIncompleteError without a reason.
    """
    require_administrator(station)
    reason = plain_text(why)
    approvals = station.journal.read(library.approvals)
    here = [one for one in station.library.forms if form in {one.form.id, family_of(one.form)}]
    meant = {form, *(one.form.id for one in here)}
    standing = {each.form for each in approvals if not each.withdrawn_at} & meant
    if not reason:
        title = here[0].form.name if here else form
        raise ApprovalIncompleteError(form=title, missing=_("hvorfor det trekkes tilbake"))
    _append(station, *(ApprovalsWithdrawn(each, reason) for each in sorted(standing)))


def set_second_needed(station: OpenStation, needed: bool) -> None:
    """Whether approvals from here on need a second user; those given before stay as they are.

    Raises NotAdministratorError, and NoSecondApproverError where only one could approve.
    """
    require_administrator(station)
    able = [one for one in station.journal.read(users.users) if one.active and one.administrator]
    if needed and len(able) == 1:
        raise NoSecondApproverError
    if needed != second_needed(station):
        _append(station, SecondApproverSet(needed))


def second_needed(station: OpenStation) -> bool:
    """Whether a second user must confirm what is approved here."""
    return station.journal.read(library.second_needed)


def withdrawal(station: OpenStation, form: str) -> Withdrawal | None:
    """The banner for a form that is withdrawn, wherever it or a result of it is shown."""
    return station.journal.read(lambda cursor: _withdrawal(cursor, form))


def _view(
    station: OpenStation,
    cursor: Cursor,
    loaded: LoadedForm,
    language: str,
    wording: Wording | None,
) -> ApprovalView:
    before = approved_before(cursor, loaded.form.id, language)
    cases = case_lines(loaded)
    known = library.licence(cursor, licence_of(loaded.form))
    last = last_terms(station, cursor, family_of(loaded.form))
    return ApprovalView(
        form=loaded.form.id,
        family=loaded.form.family or "",
        title=loaded.form.name,
        version=loaded.form.version,
        form_sha256=loaded.sha256,
        wording_sha256=hash_of(wording),
        language=language,
        language_words=_("fra papir") if language == PAPER else language_words(language),
        first_time=before.structure is None,
        structure_changes=changes_in_form(before, loaded),
        wording_changes=changes_in_wording(before, wording, loaded),
        cases=cases,
        cases_words=cases_words(cases),
        rows=rows_to_tick(loaded, wording),
        refusals=tuple(refusals(station, loaded, language, wording)),
        notes=tuple(_notes(cursor, loaded, language)),
        licence_needed=bool(licence_wanted(loaded.form)),
        licence_words=licence_words(known, station.day),
        holder=known.holder if known else "",
        number=known.number if known else "",
        until=known.until if known else None,
        starts=last.starts,
        clinics=last.clinics,
        second_needed=library.second_needed(cursor),
        may_approve=station.user.administrator,
        earlier=earlier_lines(station, cursor, loaded),
    )


def _wording(loaded: LoadedForm, language: str) -> Wording | None:
    """The whole wording as it stands now; None on paper, or where it lacks."""
    real = loaded.real_wordings()
    return next((one for one in real if one.language == language), None)


def _notes(cursor: Cursor, loaded: LoadedForm, language: str) -> Iterator[str]:
    for row in library.wordings_of(cursor, loaded.form.id):
        draft = row.draft.body if row.draft is not None else None
        if draft is not None and (draft.version, draft.language) == (loaded.form.version, language):
            yield _("En nyere tekst er påbegynt. Den er ikke med i det som godkjennes her.")


def _approval_entries(station: OpenStation, new: NewApproval) -> tuple[Body, ...]:
    """The words, unless the journal has them, and the approval of them last."""
    loaded = station.library.form(new.form)
    language = new.language if new.wording else PAPER
    wording = _wording(loaded, language)
    stopped = tuple(refusals(station, loaded, language, wording))
    stopped = stopped or tuple(changed_since(new, loaded, wording))
    if stopped:
        raise ApprovalRefusedError(form=loaded.form.name, why=" ".join(stopped))
    lacks = tuple(missing(new, loaded, wording))
    if lacks:
        raise ApprovalIncompleteError(form=loaded.form.name, missing=", ".join(lacks))
    approved = _approved(station, new, loaded, wording)
    if wording is None or _is_kept(station, hash_of(wording)):
        return (approved,)
    return (whole_entry(wording, Origin("program")), approved)


def _is_kept(station: OpenStation, sha256: str) -> bool:
    """Whether the words stand in the journal, as they do unless they came with the program."""
    found = station.journal.read(lambda cursor: library.wording_by_hash(cursor, sha256))
    return found is not None


def _approved(
    station: OpenStation, new: NewApproval, loaded: LoadedForm, wording: Wording | None
) -> FormApproved:
    until = new.licence_until
    return FormApproved(
        form=loaded.form.id,
        form_title=loaded.form.name,
        version=loaded.form.version,
        form_sha256=loaded.sha256,
        structure=msgspec.json.encode(table_of(loaded)).decode(),
        language=wording.language if wording is not None else PAPER,
        wording_sha256=hash_of(wording),
        values_sha256=values_sha256(station, loaded),
        ticked=tuple(row.item for row in rows_to_tick(loaded, wording)),
        cases=len(run_cases(loaded)),
        licence_of=licence_of(loaded.form),
        holder=one_line(new.licence_holder),
        number=one_line(new.licence_number),
        until_day=until.toordinal() if until is not None else None,
        starts_day=new.starts.toordinal(),
        clinics=one_line(new.clinics),
        second_needed=second_needed(station),
    )


def _withdrawal(cursor: Cursor, form: str) -> Withdrawal | None:
    approvals = library.approvals_of(cursor, form)
    last = approvals[-1] if approvals else None
    if last is None or not last.withdrawn_at:
        return None
    names = {user.user: user.name for user in users.users(cursor)}
    at = moment(last.withdrawn_at)
    words = _(
        "{form} ble trukket tilbake {day} av {who}: {why} Ingen nye kan få det. Resultater og"
        " påbegynte ark fra før står som de er."
    ).format(
        form=last.form_title,
        day=short_date(at),
        who=names.get(last.withdrawn_by, ""),
        why=last.why if last.why.endswith((".", "!", "?")) else f"{last.why}.",
    )
    return Withdrawal(form=form, words=words, at=at)


def _append(station: OpenStation, *bodies: Body) -> None:
    """Approvals concern no patient: they are entries about the station."""
    if bodies:
        entries = [Entry(subject=None, body=body) for body in bodies]
        station.journal.append(station.author, entries)
