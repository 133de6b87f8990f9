"""FHIR's conditions for asking an item, where ours say exactly the same; else why they cannot.

The standard's `!=` holds for an unanswered question too, which none of ours does. It is taken
over only where the question is required, so that no finished sheet lacks it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.answer_options import AnswerChoice
from nurseapp.exchange.fhir.asked import Asked
from nurseapp.exchange.fhir.placed import PlacedItem
from nurseapp.exchange.fhir.resources import Coding, EnableWhen, of_url
from nurseapp.exchange.fhir.urls import ENABLE_WHEN_ELSEWHERE, ENABLE_WHEN_EXPRESSION
from nurseapp.forms.model import When

_HIGHEST: Final = 10_000
_COMPARES: Final[dict[str, Callable[[int, int], bool]]] = {">": gt, ">=": ge, "<": lt, "<=": le}
_INSIDE: Final = frozenset({"group"})


def condition(place: PlacedItem, questions: Mapping[str, Asked]) -> When | None:
    """When the item is asked, by its own conditions and those of all above it; None for always.

    `questions` are those asked here, by the file's names. Raises FhirError, `why` a sentence.
    """
    parts = [_own(place, place, questions)]
    for above in place.above:
        parts.append(_own(above, place, questions))
        if above.item.type not in _INSIDE and not _said_only(above, questions):
            parts.append(_exists(_question(above.item.link_id, place, questions)))
    return _joined("all", [part for part in parts if part is not None])


def _own(place: PlacedItem, shown: PlacedItem, questions: Mapping[str, Asked]) -> When | None:
    item = place.item
    if any(of_url(item, ENABLE_WHEN_EXPRESSION, *ENABLE_WHEN_ELSEWHERE)):
        raise FhirError(why=_("Betingelsen er en formel, og kan ikke brukes her."))
    told = [_one(each, shown, questions) for each in item.enable_when]
    if len(told) > 1 and item.enable_behavior not in {"all", "any"}:
        raise FhirError(why=_("Filen sier ikke om alle betingelsene må gjelde, eller én av dem."))
    return _joined("any" if item.enable_behavior == "any" else "all", told)


def _said_only(place: PlacedItem, questions: Mapping[str, Asked]) -> bool:
    """Whether the item above is a text, which nobody answers."""
    found = questions.get(place.item.link_id)
    return found is not None and found.kind == "information"


def _joined(how: str, parts: list[When]) -> When | None:
    if len(parts) < 2:  # noqa: PLR2004 - one condition stands alone
        return parts[0] if parts else None
    return When(any=tuple(parts)) if how == "any" else When(all=tuple(parts))


def _question(link_id: str, shown: PlacedItem, questions: Mapping[str, Asked]) -> Asked:
    found = questions.get(link_id)
    if found is None or found.kind == "information":
        raise FhirError(why=_("Betingelsen henger på et punkt som ikke spørres om her."))
    if found.placed.number >= shown.number:
        raise FhirError(why=_("Betingelsen henger på et punkt lenger ned i skjemaet."))
    return found


def _one(when: EnableWhen, shown: PlacedItem, questions: Mapping[str, Asked]) -> When:
    asked = _question(when.question, shown, questions)
    if when.operator == "exists":
        if when.answer_boolean is not True:
            raise FhirError(why=_("«Ikke besvart» kan ikke være en betingelse her."))
        return _exists(asked)
    if asked.kind == "yes_no" and when.answer_boolean is not None:
        return _yes_or_no(when, asked)
    if asked.kind == "number":
        return _number(when, asked)
    return _chosen(when, asked)


def _exists(asked: Asked) -> When:
    answered = When(item=asked.id, answered=True)
    if not asked.open:
        return answered
    return When(any=(answered, When(item=asked.other_id, answered=True)))


def _yes_or_no(when: EnableWhen, asked: Asked) -> When:
    wanted = when.answer_boolean
    if when.operator == "!=":
        _refuse_unless_required(asked)
        wanted = not wanted
    elif when.operator != "=":
        raise _unknown(when)
    return When(item=asked.id, equals="a" if wanted else "b")


def _number(when: EnableWhen, asked: Asked) -> When:
    """At least so many; more than so many only where the answer is a whole number."""
    stated = Decimal(when.answer_integer) if when.answer_integer is not None else None
    least = when.answer_decimal if stated is None else stated
    whole = asked.limits is not None and asked.limits.decimals == 0
    if least is None or not least.is_finite() or not 0 <= least < _HIGHEST:
        raise _unknown(when)
    if when.operator == ">" and whole and least == least.to_integral_value():
        return When(item=asked.id, at_least=int(least) + 1)
    if when.operator != ">=":
        raise _unknown(when)
    return When(item=asked.id, at_least=float(least))


def _chosen(when: EnableWhen, asked: Asked) -> When:
    if when.operator in _COMPARES:
        fitting = [one for one in asked.choices if _compared(when, one)]
        if asked.open or not all(isinstance(one.value[1], int) for one in asked.choices):
            raise _unknown(when)
    elif when.operator == "=":
        fitting = [_named(when, asked)]
    elif when.operator == "!=":
        _refuse_unless_required(asked)
        named = _named(when, asked)
        fitting = [one for one in asked.choices if one.id != named.id]
    else:
        raise _unknown(when)
    if not fitting:
        raise FhirError(why=_("Ingen svar oppfyller betingelsen."))
    told = [When(item=asked.id, equals=one.id) for one in fitting]
    return told[0] if len(told) == 1 else When(any=tuple(told))


def _compared(when: EnableWhen, choice: AnswerChoice) -> bool:
    value, limit = choice.value[1], when.answer_integer
    if not isinstance(value, int) or limit is None:
        raise _unknown(when)
    return _COMPARES[when.operator](value, limit)


def _named(when: EnableWhen, asked: Asked) -> AnswerChoice:
    """The one answer that the condition names."""
    if when.answer_coding is not None:
        found = _coded(when.answer_coding, asked)
    elif when.answer_integer is not None:
        found = [one for one in asked.choices if one.value == ("integer", when.answer_integer)]
    elif when.answer_string is not None:
        found = [one for one in asked.choices if one.value == ("string", when.answer_string)]
    else:
        raise _unknown(when)
    if len(found) != 1:
        raise FhirError(why=_("Betingelsen nevner et svar som ikke finnes."))
    return found[0]


def _coded(coding: Coding, asked: Asked) -> list[AnswerChoice]:
    """By system and code; by code alone only where the condition names no system."""
    code = coding.code or coding.display
    return [
        one for one in asked.choices if one.value[1] == code and coding.system in {"", one.value[0]}
    ]


def _refuse_unless_required(asked: Asked) -> None:
    """Refuses "is not" for a question that may stand unanswered or have several answers."""
    always = asked.placed.item.required and not asked.open and asked.kind != "multiple"
    above = (asked.placed, *asked.placed.above)
    hangs_on_others = any(
        one.item.enable_when
        or any(of_url(one.item, ENABLE_WHEN_EXPRESSION, *ENABLE_WHEN_ELSEWHERE))
        for one in above
    )
    if not always or hangs_on_others:
        raise FhirError(why=_("«Er ikke» gjelder også uten svar, og kan ikke brukes her."))


def _unknown(when: EnableWhen) -> FhirError:
    says = _("Betingelsen «{operator}» kan ikke brukes her.")
    return FhirError(why=says.format(operator=when.operator[:10]))
