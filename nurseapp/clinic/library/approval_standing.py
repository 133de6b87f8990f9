"""What is approved here right now: exactly these words of exactly this form, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.station.moments import day_of
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.queries.library import Approval

PAPER = ""
"""The language of an approval without wording."""


def in_force(approvals: Iterable[Approval], loaded: LoadedForm, today: date) -> dict[str, Approval]:
    """The approval that holds for each language (or PAPER): the newest that has begun.

    One that waits for a second user, or has not begun, leaves the one before it in force.
    """
    return {
        each.language: each
        for each in approvals
        if is_confirmed(each)
        and not each.withdrawn_at
        and fits(each, loaded)
        and each.starts_day <= today.toordinal()
    }


def fits(approval: Approval, loaded: LoadedForm) -> bool:
    """Whether it was given for this very form, licensed values and all."""
    return (approval.form, approval.form_sha256) == (loaded.form.id, loaded.sha256)


def as_approved(approval: Approval, loaded: LoadedForm) -> bool:
    """Whether whoever reads the form and its words now reads exactly what was approved."""
    if not fits(approval, loaded) or approval.language == PAPER:
        return fits(approval, loaded)
    words = (one for one in loaded.real_wordings() if one.language == approval.language)
    return any(wording_sha256(one) == approval.wording_sha256 for one in words)


def is_confirmed(approval: Approval) -> bool:
    """Whether everybody who must stand behind it does."""
    return bool(approval.confirmed_at) or not approval.second_needed


def waiting(approvals: Iterable[Approval], loaded: LoadedForm) -> tuple[Approval, ...]:
    """Those that a second user has yet to confirm."""
    return tuple(
        each
        for each in approvals
        if not is_confirmed(each) and not each.withdrawn_at and as_approved(each, loaded)
    )


def to_come(approvals: Iterable[Approval], loaded: LoadedForm, today: date) -> tuple[Approval, ...]:
    """Those that begin on a later day."""
    return tuple(
        each
        for each in approvals
        if is_confirmed(each)
        and not each.withdrawn_at
        and fits(each, loaded)
        and each.starts_day > today.toordinal()
    )


def withdrawn(approvals: Sequence[Approval]) -> Approval | None:
    """The last approval, if that was withdrawn and nothing came after it."""
    last = approvals[-1] if approvals else None
    return last if last is not None and last.withdrawn_at else None


def reason(approvals: Sequence[Approval], loaded: LoadedForm, today: date) -> str:
    """Why nothing is in force, as the end of a sentence; empty if nothing was ever approved."""
    gone = withdrawn(approvals)
    if gone is not None:
        return _("det ble trukket tilbake {day} ({why})").format(
            day=short_date(day_of(gone.withdrawn_at)), why=gone.why
        )
    if waiting(approvals, loaded):
        return _("en annen enn den som godkjente det, må bekrefte under Skjema")
    coming = to_come(approvals, loaded, today)
    if coming:
        first = min(each.starts_day for each in coming)
        day = short_date(date.fromordinal(first))
        return _("godkjenningen gjelder fra {day}").format(day=day)
    if any(not each.withdrawn_at for each in approvals):
        return _(
            "skjemaet er endret siden det ble godkjent. Den som er ansvarlig, går gjennom det på"
            " nytt under Skjema"
        )
    return ""
