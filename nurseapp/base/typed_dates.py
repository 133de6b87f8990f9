"""Dates as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from nurseapp.base.text import _

_PARTS: Final = re.compile(r"(\d{1,2})[.\-/ ]\s*(\d{1,2})[.\-/ ]\s*(\d{4}|\d{2})\.?")
_RUN: Final = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_MOMENT: Final = re.compile(r"(.+?)\s+(?:kl\.?\s*|at\s+)?(\d{1,2})[:.](\d{2})")

_CENTURY: Final = 100
_AHEAD: Final = 20
_OLDEST: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDay:
    """Either a day, or a sentence about why there is none; neither for an empty field."""

    day: date | None = None
    problem: str = ""


def typed_day(text: str, *, today: date) -> TypedDay:
    """The day that `text` names: `21.11.2026`, `21.11.26`, `21112026` or `211126`.

    Two-digit years are read as the one of that ending nearest to `today` within 20 years ahead.
    """
    written = text.strip()
    if not written:
        return TypedDay()
    found = _PARTS.fullmatch(written) or _RUN.fullmatch(written)
    if found is None:
        return TypedDay(problem=_("Skriv datoen som dag.måned.år, for eksempel 21.11.2026."))
    day, month, year = (int(part) for part in found.groups())
    if len(found[3]) == 2:  # noqa: PLR2004 - two digits
        year += today.year // _CENTURY * _CENTURY
        year -= _CENTURY if year > today.year + _AHEAD else 0
    try:
        return TypedDay(day=date(year, month, day))
    except ValueError:
        return TypedDay(problem=_("Datoen {date} finnes ikke.").format(date=written))


def typed_past_day(text: str, *, today: date) -> TypedDay:
    """As `typed_day`, but a day after `today` or more than 120 years ago is a problem."""
    typed = typed_day(text, today=today)
    if typed.day is None:
        return typed
    if typed.day > today:
        return TypedDay(problem=_("Datoen er i framtiden. Se etter tastefeil."))
    if typed.day.year < today.year - _OLDEST:
        return TypedDay(problem=_("Datoen er mer enn 120 år tilbake. Se etter tastefeil."))
    return typed


def typed_moment(text: str, *, now: datetime) -> datetime | None:
    """The moment that `text` names (`21.11.2026 kl. 10:12`), in the zone of `now`, or None."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    day = typed_day(found[1], today=now.date()).day
    if day is None:
        return None
    try:
        return datetime.combine(day, time(int(found[2]), int(found[3])), tzinfo=now.tzinfo)
    except ValueError:
        return None
