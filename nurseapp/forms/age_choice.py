"""Which age form fits a child today, by the edition's own rule for children born early."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from nurseapp.base.errors import BirthDateError
from nurseapp.base.text import _
from nurseapp.forms.age import Age, Prematurity
from nurseapp.forms.age_words import (
    ages_sentence,
    before_term_sentence,
    rule_sentence,
    unknown_term_sentence,
    window_sentence,
)
from nurseapp.forms.model import Form

_DAYS_A_WEEK = 7


class Pregnancy(Protocol):
    """How far a pregnancy was at birth, in completed weeks and days beyond them."""

    @property
    def weeks(self) -> int:
        """Completed weeks."""
        ...

    @property
    def days(self) -> int:
        """Days beyond them, 0 to 6."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeChoice:
    """The form for the child's age, or None where no window holds it; `rule` says why.

    `corrected` is None where the age is not corrected, and before term.
    """

    form: str | None
    chronological: Age
    corrected: Age | None
    rule: str


def choose(
    forms: Iterable[Form], birth: date, gestation: Pregnancy | None, today: date
) -> AgeChoice:
    """The form among a family's age forms, or among any forms with a window.

    The rule for prematurity is the forms' own; with None as `gestation` the age counts from birth,
    and the rule says so. Where windows overlap, a form gives way to the one it names. Raises
    BirthDateError.
    """
    known = tuple(forms)
    prematurity = next((form.prematurity for form in known if form.prematurity), None)
    age = age_in_months(birth, today)
    early = _days_early(prematurity, gestation)
    corrects = prematurity is not None and _corrects(prematurity, early, age)
    term = birth + timedelta(days=early)
    corrected = age_in_months(term, today) if corrects and term <= today else None
    counted = corrected if corrects else age
    chosen = None if counted is None else _fitting(known, counted)
    words = [ages_sentence(age, corrected)]
    if prematurity is not None and early > 0:
        words.append(rule_sentence(prematurity, early, age, corrects=corrects))
    if prematurity is not None and gestation is None and age.months < prematurity.until_months:
        words.append(unknown_term_sentence())
    window = chosen.ages if chosen else None
    words.append(before_term_sentence() if counted is None else window_sentence(window))
    return AgeChoice(
        form=chosen.id if chosen else None,
        chronological=age,
        corrected=corrected,
        rule=" ".join(words),
    )


def age_in_months(birth: date, today: date) -> Age:
    """Completed calendar months and the days beyond them; raises BirthDateError.

    A month is complete on the day of the same number, or on the first of the month after where
    that number does not exist.
    """
    if birth > today:
        raise BirthDateError(why=_("den er fram i tid"))
    months = (today.year - birth.year) * 12 + today.month - birth.month
    months -= today.day < birth.day
    return Age(months, (today - _after_months(birth, months)).days)


def _after_months(birth: date, months: int) -> date:
    year, month = divmod(birth.year * 12 + birth.month - 1 + months, 12)
    try:
        return date(year, month + 1, birth.day)
    except ValueError:
        return date(year, month + 2, 1)  # the day does not exist; such a month is no December


def _days_early(prematurity: Prematurity | None, gestation: Pregnancy | None) -> int:
    if prematurity is None or gestation is None:
        return 0
    return prematurity.term_weeks * _DAYS_A_WEEK - gestation.weeks * _DAYS_A_WEEK - gestation.days


def _corrects(prematurity: Prematurity, early: int, age: Age) -> bool:
    bound = prematurity.weeks * _DAYS_A_WEEK
    so_early = early >= bound if prematurity.comparison == ">=" else early > bound
    return so_early and early > 0 and age.months < prematurity.until_months


def _fitting(forms: Iterable[Form], age: Age) -> Form | None:
    inside = {form.id: form for form in forms if form.ages and _within(form, age)}
    staying = [form for form in inside.values() if form.gives_way_to not in inside]
    return next(iter(staying), None)


def _within(form: Form, age: Age) -> bool:
    assert form.ages is not None
    return form.ages.first <= age <= form.ages.last
