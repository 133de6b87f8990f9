"""Reads a QuestionnaireResponse that anybody may have written, as answers to a form of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

import msgspec
from msgspec import Struct

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.answer_options import AnswerChoice, choices_of
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.our_ids import other_id, our_id
from nurseapp.exchange.fhir.resources import Coding, Item, every
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.urls import FORM_ITEM, FORM_SCALE
from nurseapp.forms.problem import printable
from nurseapp.forms.ticks import joined

_LARGEST_EXPONENT: Final = 20


class Quantity(Struct, frozen=True):
    """A number, with a unit that is not read here."""

    value: Decimal | None = None


class Answer(Struct, frozen=True, rename="camel", kw_only=True):
    """One answer in one of FHIR's types, and what hangs below it."""

    value_boolean: bool | None = None
    value_integer: int | None = None
    value_decimal: Decimal | None = None
    value_string: str | None = None
    value_uri: str | None = None
    value_date: str | None = None
    value_date_time: str | None = None
    value_time: str | None = None
    value_coding: Coding | None = None
    value_quantity: Quantity | None = None
    item: tuple[AnsweredItem, ...] = ()


class AnsweredItem(Struct, frozen=True, rename="camel", kw_only=True):
    """The answers to one item, or what hangs below a group."""

    link_id: str
    answer: tuple[Answer, ...] = ()
    item: tuple[AnsweredItem, ...] = ()


class Response(Struct, frozen=True, kw_only=True):
    """A QuestionnaireResponse as far as it is read here."""

    questionnaire: str = ""
    item: tuple[AnsweredItem, ...] = ()


@dataclass(slots=True, kw_only=True)
class ReadAnswers:
    """The answers by our ids, the scores that the file states by our scales, and what is wrong."""

    answers: dict[str, str] = field(default_factory=dict)
    stated: dict[str, Decimal] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def response_in(table: Table) -> Response:
    """The one response in a file, which may be a Bundle; raises FhirError."""
    found = [one for one in _resources(table) if one.get("resourceType") == "QuestionnaireResponse"]
    if len(found) != 1:
        raise FhirError(why=_("filen har ikke ett svarark (QuestionnaireResponse)"))
    try:
        return msgspec.convert(found[0], Response)
    except msgspec.ValidationError as error:
        raise FhirError(why=_("svararket følger ikke FHIR R4")) from error


def read_answers(response: Response, source: Source) -> ReadAnswers:
    """What the response says to the items of `source`, whose items carry our ids."""
    items = {item.link_id: item for item in every(source.questionnaire.item)}
    read = ReadAnswers()
    told: dict[str, list[Answer]] = {}
    for one in _every(response.item):
        if one.link_id not in items:
            says = _("Punktet «{name}» finnes ikke i skjemaet.")
            read.problems.append(says.format(name=printable(one.link_id)))
        told.setdefault(one.link_id, []).extend(one.answer)
    for name, answers in told.items():
        item = items.get(name)
        if item is None or not answers:
            continue
        try:
            _take(item, answers, source, read)
        except FhirError as error:
            says = _("{name}: {why}")
            read.problems.append(says.format(name=printable(name), why=error.facts["why"]))
    return read


def _resources(table: Table) -> Iterator[Table]:
    yield table
    entries = table.get("entry")
    for one in entries if isinstance(entries, list) else []:
        if isinstance(one, dict) and isinstance(one.get("resource"), dict):
            yield one["resource"]


def _every(items: tuple[AnsweredItem, ...]) -> Iterator[AnsweredItem]:
    for one in items:
        yield one
        yield from _every(one.item)
        for answer in one.answer:
            yield from _every(answer.item)


def _take(item: Item, answers: list[Answer], source: Source, read: ReadAnswers) -> None:
    scale, name = our_id(item, FORM_SCALE), our_id(item, FORM_ITEM)
    if scale:
        _take_score(scale, answers, read)
    elif not name:
        return
    elif item.type in {"choice", "open-choice"}:
        _take_choices(name, item, answers, source, read)
    elif len(answers) > 1:
        raise FhirError(why=_("Spørsmålet har flere svar."))
    else:
        read.answers[name] = _plain(item, answers[0])


def _take_score(scale: str, answers: list[Answer], read: ReadAnswers) -> None:
    numbers = {_number(one) for one in answers}
    numbers |= {read.stated[scale]} if scale in read.stated else set()
    number = numbers.pop()
    if number is None or numbers:
        raise FhirError(why=_("Skåren er ikke ett tall."))
    read.stated[scale] = number


def _take_choices(
    name: str, item: Item, answers: list[Answer], source: Source, read: ReadAnswers
) -> None:
    choices = choices_of(item, source.value_sets, source.main)
    chosen = []
    for answer in answers:
        found = [one for one in choices if _is(one, answer)]
        if len(found) == 1:
            chosen.append(found[0].id)
        elif item.type == "open-choice" and answer.value_string:
            read.answers[other_id(name)] = answer.value_string
        else:
            raise FhirError(why=_("Svaret finnes ikke i skjemaet."))
    several = item.repeats or len(choices) == 1
    if not several and len(chosen) > 1:
        raise FhirError(why=_("Spørsmålet har flere svar."))
    if chosen:
        read.answers[name] = joined([one.id for one in choices], chosen)


def _is(choice: AnswerChoice, answer: Answer) -> bool:
    """By system and code; by code alone where one of them names no system."""
    kind, value = choice.value
    if answer.value_coding is not None:
        coding = answer.value_coding
        systems = {kind, coding.system} - {""}
        return value == (coding.code or coding.display) and len(systems) < 2  # noqa: PLR2004
    told: Mapping[str, str | int | None] = {
        "integer": answer.value_integer,
        "string": answer.value_string,
        "date": answer.value_date,
        "time": answer.value_time,
    }
    return kind in told and told[kind] == value


def _plain(item: Item, answer: Answer) -> str:
    if item.type == "boolean" and answer.value_boolean is not None:
        return "a" if answer.value_boolean else "b"
    if item.type in {"integer", "decimal", "quantity"}:
        number = _number(answer)
        if number is not None:
            return _written(number)
    if item.type in {"date", "dateTime"}:
        return (answer.value_date or answer.value_date_time or "")[:10]
    text = answer.value_string or answer.value_uri
    if text is not None:
        return text
    raise FhirError(why=_("Svaret er av en annen type enn spørsmålet."))


def _number(answer: Answer) -> Decimal | None:
    """The one number in an answer; None for anything else, and for one beyond all measure."""
    quantity = answer.value_quantity.value if answer.value_quantity is not None else None
    whole = Decimal(answer.value_integer) if answer.value_integer is not None else None
    told = [one for one in (answer.value_decimal, quantity, whole) if one is not None]
    if len(told) != 1 or not told[0].is_finite() or abs(told[0].adjusted()) > _LARGEST_EXPONENT:
        return None
    return told[0]


def _written(number: Decimal) -> str:
    """As answers are written here: `12.5`, without needless zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
