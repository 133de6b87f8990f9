"""Exact ages from the calendar, corrected ages, and how far a pregnancy has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from nurseapp.base.dates import short_date
from nurseapp.base.errors import BirthDateError, DueDateError
from nurseapp.base.text import _, plural

TERM_DAYS: Final = 280  # 40 completed weeks
CORRECTED_IF_DAYS_EARLY: Final = 21  # more than three weeks, that is born before 37 + 0
CORRECTED_UNTIL_MONTHS: Final = 24  # chronological

_WEEKS_UNTIL: Final = 16
_MONTHS_UNTIL: Final = 24
_YEARS_ALONE_FROM: Final = 7
_LAST_WEEK: Final = 43
_EARLIEST_WEEKS: Final = 21
_LATEST_WEEKS: Final = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """A completed age: whole days, whole weeks, whole calendar months, whole years.

    Each counts from birth. `weeks_after_months` is what is left after the whole months.
    A month is complete on the day of the same number, or on the first of the month after
    where that number does not exist: one born on 29 February is a year old on 1 March 2027.
    """

    days: int
    weeks: int
    months: int
    years: int
    weeks_after_months: int


@dataclass(frozen=True, slots=True, order=True)
class Gestation:
    """Completed weeks and days of a pregnancy; `days` is 0 to 6."""

    weeks: int
    days: int = 0

    def __str__(self) -> str:
        return f"{self.weeks} + {self.days}"


def age_on(birth: date, today: date) -> Age:
    """The age on `today`; raises BirthDateError when `birth` is later."""
    if birth > today:
        raise BirthDateError(why=_("den er fram i tid"))
    days = (today - birth).days
    months = (today.year - birth.year) * 12 + today.month - birth.month
    months -= today.day < birth.day
    return Age(
        days=days,
        weeks=days // 7,
        months=months,
        years=months // 12,
        weeks_after_months=(today - _after_months(birth, months)).days // 7,
    )


def days_early(gestation: Gestation) -> int:
    """Days between this birth and 40 completed weeks; negative after term.

    Raises BirthDateError for a length of pregnancy that no living child is born at.
    """
    in_range = _EARLIEST_WEEKS <= gestation.weeks <= _LATEST_WEEKS
    if not in_range or not 0 <= gestation.days <= 6:  # noqa: PLR2004 - days of a week
        raise BirthDateError(
            why=_("svangerskapets lengde ved fødsel må være {least} til {most} uker").format(
                least=_EARLIEST_WEEKS, most=_LATEST_WEEKS
            )
        )
    return TERM_DAYS - gestation.weeks * 7 - gestation.days


def corrected_birth(birth: date, gestation: Gestation | None, today: date) -> date | None:
    """The day to count the corrected age from, or None where the age is not corrected.

    Corrected is a child born more than three weeks early, until 24 months after birth. The
    day may lie ahead of `today`.
    """
    if gestation is None:
        return None
    early = days_early(gestation)
    if early <= CORRECTED_IF_DAYS_EARLY or age_on(birth, today).months >= CORRECTED_UNTIL_MONTHS:
        return None
    return birth + timedelta(days=early)


def age_in_words(birth: date, today: date, gestation: Gestation | None = None) -> str:
    """`6 uker 2 dager`, `8 mnd`, `2 år 3 mnd`, `8 mnd (korrigert 6 mnd 3 uker)`.

    `gestation` is how far the pregnancy was at birth. Raises BirthDateError.
    """
    plain = _age_words(age_on(birth, today))
    term = corrected_birth(birth, gestation, today)
    if term is None:
        return plain
    if term == today:
        return _("{age} (termin i dag)").format(age=plain)
    if term > today:
        until = _weeks_and_days((term - today).days)
        return _("{age} (termin om {until})").format(age=plain, until=until)
    corrected = _precise_words(age_on(term, today))
    return _("{age} (korrigert {corrected})").format(age=plain, corrected=corrected)


def gestation_today(due_date: date, today: date) -> Gestation:
    """How far the pregnancy has come, with term at 40 completed weeks.

    Raises DueDateError when the due date is more than 40 weeks ahead.
    """
    days = TERM_DAYS - (due_date - today).days
    if days < 0:
        raise DueDateError(why=_("den er mer enn 40 uker fram i tid"))
    return Gestation(days // 7, days % 7)


def pregnancy_in_words(due_date: date, today: date) -> str:
    """`gravid uke 24`; long after term `termin var 01.02.2026`. Raises DueDateError."""
    gestation = gestation_today(due_date, today)
    if gestation.weeks >= _LAST_WEEK:
        return _("termin var {day}").format(day=short_date(due_date))
    return _("gravid uke {week}").format(week=gestation.weeks)


def _after_months(birth: date, months: int) -> date:
    """The day on which `months` calendar months are complete."""
    year, month = divmod(birth.year * 12 + birth.month - 1 + months, 12)
    try:
        return date(year, month + 1, birth.day)
    except ValueError:
        # The day does not exist; no month of that kind is a December.
        return date(year, month + 2, 1)


def _age_words(age: Age) -> str:
    if age.weeks < _WEEKS_UNTIL:
        return _weeks_and_days(age.days)
    if age.months < _MONTHS_UNTIL:
        return _("{months} mnd").format(months=age.months)
    rest = age.months % 12
    if age.years >= _YEARS_ALONE_FROM or rest == 0:
        return _("{years} år").format(years=age.years)
    return _("{years} år {months} mnd").format(years=age.years, months=rest)


def _precise_words(age: Age) -> str:
    """With weeks after the months, as development is judged."""
    if age.weeks < _WEEKS_UNTIL:
        return _weeks_and_days(age.days)
    months = _("{months} mnd").format(months=age.months)
    if age.weeks_after_months == 0:
        return months
    return f"{months} {plural('{count} uke', '{count} uker', age.weeks_after_months)}"


def _weeks_and_days(days: int) -> str:
    if days == 0:
        return _("født i dag")
    weeks, rest = divmod(days, 7)
    words = []
    if weeks:
        words.append(plural("{count} uke", "{count} uker", weeks))
    if rest:
        words.append(plural("{count} dag", "{count} dager", rest))
    return " ".join(words)
