"""Who stands beside which child or pregnancy."""

from __future__ import annotations

from nurseapp.base.errors import PersonIncompleteError
from nurseapp.base.text import _
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.people import FamilyLink
from nurseapp.journal.entries.people import FamilyLinked, FamilyUnlinked
from nurseapp.journal.entry import Entry
from nurseapp.people.typed import plain_text


def link(station: OpenStation, new: FamilyLink) -> None:
    """Gives an adult a place beside a child or a pregnancy."""
    body = FamilyLinked(new.adult, new.role)
    station.journal.append(station.author, [Entry(subject=new.child, body=body)])


def unlink(station: OpenStation, *, adult: int, child: int, why: str) -> None:
    """Takes an adult's place away; that she had it, and why no more, stays in the child's record.

    Raises PersonIncompleteError without a reason.
    """
    body = FamilyUnlinked(adult, require_reason(why))
    station.journal.append(station.author, [Entry(subject=child, body=body)])


def require_reason(why: str) -> str:
    """The reason for setting something right; raises PersonIncompleteError if there is none."""
    reason = plain_text(why)
    if not reason:
        raise PersonIncompleteError(missing=_("hvorfor det rettes"))
    return reason
