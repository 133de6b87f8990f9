"""Dates and times as Norwegians write them."""

from __future__ import annotations

from datetime import date, datetime

from nurseapp.base.text import Language, language

_DAYS: dict[Language, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    "nb": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "desember"),
    "nn": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip


def short_date(day: date) -> str:
    """`21.11.2026`."""
    return f"{day:%d.%m.%Y}"


def day_and_month(day: date) -> str:
    """`21.11.`."""
    return f"{day:%d.%m.}"


def long_day(day: date) -> str:
    """`lørdag 21. november`; in English `Saturday 21 November`."""
    spoken = language()
    dot = "" if spoken == "en" else "."
    return f"{_DAYS[spoken][day.weekday()]} {day.day}{dot} {_MONTHS[spoken][day.month - 1]}"


def month_and_year(day: date) -> str:
    """`november 2026`."""
    return f"{_MONTHS[language()][day.month - 1]} {day.year}"


def clock_time(moment: datetime) -> str:
    """`10:12`."""
    return f"{moment:%H:%M}"


def date_and_time(moment: datetime) -> str:
    """`21.11.2026 kl. 10:12`; in English `21.11.2026 at 10:12`."""
    joint = "at" if language() == "en" else "kl."
    return f"{short_date(moment)} {joint} {clock_time(moment)}"
