"""Forms about a child: which fits the child's age on a day, and the rule it was chosen by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from nurseapp.base.text import _
from nurseapp.clinic.people.naming import born, gestation
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.age import Age
from nurseapp.forms.age_choice import AgeChoice, choose
from nurseapp.forms.age_words import in_months
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Form
from nurseapp.journal.queries.people import Person

_SEXES: Final = {"female": "girl", "male": "boy"}


class AgeFit(NamedTuple):
    """How one form, or the right one of a family, fits a child's age.

    `loaded` is the form to use; where none fits it is the nearest, and `why_not` the end of a
    sentence that says so. `words` say both ages and the rule; ages are in months and days.
    """

    loaded: LoadedForm
    words: str
    why_not: str
    chronological: tuple[int, int] | None
    corrected: tuple[int, int] | None


def fits(station: OpenStation, child: Person, day: date) -> tuple[AgeFit, ...]:
    """Every form about a child, of each family the one for this age, in the library's order."""
    families: dict[str, list[LoadedForm]] = {}
    for loaded in station.library.forms:
        if loaded.form.subject == "child":
            families.setdefault(loaded.form.family or loaded.form.id, []).append(loaded)
    return tuple(_fit(forms, child, day) for forms in families.values())


def age_fit(loaded: LoadedForm, child: Person, day: date) -> AgeFit:
    """How this one form fits, whatever others of its family do."""
    return _fit([loaded], child, day)


def child_sex(child: Person) -> str:
    """`girl` or `boy`, as cut-offs are chosen by; empty where it is not known."""
    return _SEXES.get(child.sex, "")


def _fit(forms: Sequence[LoadedForm], child: Person, day: date) -> AgeFit:
    birth = born(child)
    if birth is None or birth > day:
        why = _("barnets fødselsdato er ikke kjent, eller ligger etter denne dagen")
        return AgeFit(forms[0], "", why, None, None)
    if forms[0].form.ages is None or forms[0].form.not_scored is not None:
        return AgeFit(forms[0], "", "", None, None)  # made for any age, or found by others
    choice = choose([each.form for each in forms], birth, gestation(child), day)
    chosen = next((each for each in forms if each.form.id == choice.form), None)
    return AgeFit(
        loaded=chosen or _nearest(forms, choice),
        words=choice.rule,
        why_not="" if chosen else _outside(_nearest(forms, choice).form, choice),
        chronological=_pair(choice.chronological),
        corrected=None if choice.corrected is None else _pair(choice.corrected),
    )


def _pair(age: Age) -> tuple[int, int]:
    return age.months, age.days


def _nearest(forms: Sequence[LoadedForm], choice: AgeChoice) -> LoadedForm:
    """The form whose window lies closest to the age that counts."""
    age = choice.corrected or choice.chronological

    def away(loaded: LoadedForm) -> int:
        window = loaded.form.ages
        assert window is not None
        return max(_in_days(window.first) - _in_days(age), _in_days(age) - _in_days(window.last))

    return min(forms, key=away)


def _in_days(age: Age) -> int:
    """Near enough to compare distances."""
    return age.months * 31 + age.days


def _outside(form: Form, choice: AgeChoice) -> str:
    assert form.ages is not None
    says = (
        _("barnet er {age}, og nærmeste skjema, {form}, er for {first} til {last}")
        if form.family
        else _("barnet er {age}, og skjemaet er for {first} til {last}")
    )
    return says.format(
        age=in_months(choice.corrected or choice.chronological),
        form=form.name,
        first=in_months(form.ages.first),
        last=in_months(form.ages.last),
    )
