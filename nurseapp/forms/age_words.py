"""A child's age and the rule that chose a form by it, in sentences for the nurse."""

from __future__ import annotations

from nurseapp.base.text import _, plural
from nurseapp.forms.age import Age, AgeWindow, Prematurity

_DAYS_A_WEEK = 7


def in_months(age: Age) -> str:
    """`11 måneder og 3 dager`."""
    months = plural("{count} måned", "{count} måneder", age.months)
    if not age.days:
        return months
    return _joined(months, plural("{count} dag", "{count} dager", age.days))


def ages_sentence(age: Age, corrected: Age | None) -> str:
    """Both ages, or the only one."""
    if corrected is None:
        return _("Alder: {age}.").format(age=in_months(age))
    says = _("Alder: {age}, korrigert {corrected}.")
    return says.format(age=in_months(age), corrected=in_months(corrected))


def rule_sentence(prematurity: Prematurity, early: int, age: Age, *, corrects: bool) -> str:
    """Why the age of a child born `early` days before term is corrected, or is not."""
    facts = {"early": _in_weeks(early), "rule": _bound(prematurity)}
    if corrects:
        says = _("Født {early} før termin. Det trekkes fra ved {rule}, til barnet er {months}.")
    elif age.months >= prematurity.until_months:
        says = _("Født {early} før termin. Det trekkes ikke fra etter at barnet er {months}.")
    else:
        says = _("Født {early} før termin. Det trekkes bare fra ved {rule}.")
    months = plural("{count} måned", "{count} måneder", prematurity.until_months)
    sentence = says.format(months=months, **facts)
    if prematurity.verified:
        return sentence
    return sentence + " " + _("Regelen er ikke kontrollert mot kilden.")


def unknown_term_sentence() -> str:
    """For a child of whom nobody has recorded whether it was born early."""
    return _("Svangerskapets lengde er ikke registrert. Alderen er regnet fra fødselen.")


def before_term_sentence() -> str:
    """For a child whose corrected age has not begun."""
    return _("Barnet har ikke nådd termin, så ingen aldersform passer ennå.")


def window_sentence(window: AgeWindow | None) -> str:
    """The window that holds the age, or that none does."""
    if window is None:
        return _("Ingen aldersform er laget for denne alderen.")
    says = _("Skjemaet gjelder fra {first} til {last}.")
    sentence = says.format(first=in_months(window.first), last=in_months(window.last))
    if window.verified:
        return sentence
    return sentence + " " + _("Aldersvinduet er ikke kontrollert mot kilden.")


def _bound(prematurity: Prematurity) -> str:
    weeks = plural("{count} uke", "{count} uker", prematurity.weeks)
    if prematurity.comparison == ">=":
        return _("{weeks} eller mer").format(weeks=weeks)
    return _("mer enn {weeks}").format(weeks=weeks)


def _in_weeks(days: int) -> str:
    weeks, rest = divmod(days, _DAYS_A_WEEK)
    if not weeks:
        return plural("{count} dag", "{count} dager", rest)
    words = plural("{count} uke", "{count} uker", weeks)
    return _joined(words, plural("{count} dag", "{count} dager", rest)) if rest else words


def _joined(one: str, other: str) -> str:
    return _("{one} og {other}").format(one=one, other=other)
