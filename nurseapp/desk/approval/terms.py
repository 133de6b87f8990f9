"""What is typed about the licence and where an approval holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_day
from nurseapp.clinic.values.approving import FamilyApprovalView
from nurseapp.clinic.values.library import ApprovalView


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is typed about the licence and where the approval holds; days as they are typed."""

    holder: str = ""
    number: str = ""
    until: str = ""
    starts: str = ""
    clinics: str = ""


def terms_of(typed: Terms, before: ApprovalView | FamilyApprovalView) -> Terms:
    """The terms as the family was last approved with; `typed` where there is nothing of that."""
    return replace(
        typed,
        holder=before.holder,
        number=before.number,
        until=short_date(before.until) if before.until is not None else "",
        starts=short_date(before.starts) if before.starts is not None else typed.starts,
        clinics=before.clinics or typed.clinics,
    )


def missing_terms(terms: Terms, today: date, *, licence_needed: bool) -> Iterator[str]:
    """What has yet to be typed, or cannot be read, in sentences."""
    if licence_needed and not terms.holder.strip():
        yield _("Skriv hvem som har lisensen.")
    starts = typed_day(terms.starts, today=today)
    until = typed_day(terms.until, today=today)
    if starts.day is None:
        yield starts.problem or _("Skriv fra hvilken dag godkjenningen gjelder.")
    if until.problem:
        yield until.problem
    if not terms.clinics.strip():
        yield _("Skriv hvilke helsestasjoner det gjelder for.")
