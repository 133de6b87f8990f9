"""The answers of a choice, listed at the item or in a value set inside the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_lowercase
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.resources import (
    AnswerOption,
    Coding,
    Concept,
    Element,
    Extension,
    Item,
    ValueSet,
    of_url,
)
from nurseapp.exchange.fhir.texts import Texts, coding_texts, texts_of
from nurseapp.exchange.fhir.urls import WORTH

MOST_OPTIONS: Final = 100
_MOST_POINTS: Final = 100
_NO_NUMBER: Final = Decimal("NaN")

Value = tuple[str, str | int]
"""What identifies an answer in a response: a code's system and code, or the kind and the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChoice:
    """One answer; `worth` is what the file says it counts, None where it says nothing."""

    id: str
    value: Value
    texts: Texts
    worth: Decimal | None


def choices_of(item: Item, value_sets: Mapping[str, ValueSet], main: str) -> list[AnswerChoice]:
    """The item's answers in printed order; raises FhirError, `why` a whole sentence."""
    if item.answer_value_set:
        concepts = list(_concepts(item.answer_value_set, value_sets))
        found = [(_coded(one), coding_texts(one, main), _worth(one)) for one in concepts]
    else:
        found = [_listed(one, main) for one in item.answer_option]
    if not found:
        raise FhirError(why=_("Svarene står ikke i filen."))
    if len(found) > MOST_OPTIONS:
        says = _("Spørsmålet har mer enn {most} svar.")
        raise FhirError(why=says.format(most=MOST_OPTIONS))
    if len({value for value, _texts, _points in found}) < len(found):
        raise FhirError(why=_("To av svarene er det samme."))
    return [
        AnswerChoice(id=option_id(place), value=value, texts=texts, worth=worth)
        for place, (value, texts, worth) in enumerate(found)
    ]


def option_id(place: int) -> str:
    """The id by place: a, b, c from the top; aa comes after z."""
    first, second = divmod(place, len(ascii_lowercase))
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[second]


def points_of(worth: Decimal) -> int | None:
    """The worth as points; None unless it is a whole number from 0 to 100."""
    if not worth.is_finite() or not 0 <= worth <= _MOST_POINTS:
        return None
    return int(worth) if worth == worth.to_integral_value() else None


def value_of(coding: Coding) -> Value:
    """What identifies a coded answer."""
    return coding.system, coding.code or coding.display


def _listed(option: AnswerOption, main: str) -> tuple[Value, Texts, Decimal | None]:
    if option.value_coding is not None:
        coding = option.value_coding
        return value_of(coding), coding_texts(coding, main), _worth(option, coding)
    if option.value_integer is not None:
        number, element = option.value_integer, option.integer_element
        texts = texts_of(str(number), element, main)
        return ("integer", number), texts, _worth(option, element)
    for kind in ("string", "date", "time"):
        text = getattr(option, f"value_{kind}")
        if text:
            texts = texts_of(text, option.string_element, main)
            return (kind, text), texts, _worth(option, option.string_element)
    raise FhirError(why=_("Et av svarene er av en type som programmet ikke har."))


def _concepts(name: str, value_sets: Mapping[str, ValueSet]) -> Iterator[Concept]:
    found = value_sets.get(name.partition("|")[0])
    if found is None:
        says = _("Svarene står i en liste utenfor filen: {name}")
        raise FhirError(why=says.format(name=name[:200]))
    if found.expansion is not None and found.expansion.contains:
        yield from _spelt_out(found.expansion.contains)
        return
    compose = found.compose
    if compose is None or compose.exclude:
        raise FhirError(why=_("Svarlisten i filen er ikke skrevet ut."))
    for include in compose.include:
        if include.filter or include.value_set or not include.concept:
            raise FhirError(why=_("Svarlisten i filen er ikke skrevet ut."))
        for concept in include.concept:
            yield _in_system(concept, include.system)


def _spelt_out(concepts: Iterable[Concept]) -> Iterator[Concept]:
    for concept in concepts:
        if not concept.abstract and not concept.inactive:
            yield concept
        yield from _spelt_out(concept.contains)


def _in_system(concept: Concept, system: str) -> Concept:
    return Concept(
        system=concept.system or system,
        code=concept.code,
        display=concept.display,
        display_element=concept.display_element,
        designation=concept.designation,
        extension=concept.extension,
    )


def _coded(concept: Concept) -> Value:
    return value_of(concept)


def _worth(*elements: Element | None) -> Decimal | None:
    """What the file says an answer counts; not a number where it says two things."""
    said = {
        worth
        for element in elements
        for one in of_url(element, *WORTH)
        if (worth := _number(one)) is not None
    }
    if len(said) > 1:
        return _NO_NUMBER
    return said.pop() if said else None


def _number(extension: Extension) -> Decimal | None:
    if extension.value_integer is not None:
        return Decimal(extension.value_integer)
    worth = extension.value_decimal
    return worth if worth is None or worth.is_finite() else _NO_NUMBER
