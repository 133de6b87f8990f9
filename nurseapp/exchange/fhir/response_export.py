"""An answered sheet as a QuestionnaireResponse, without the questions' words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from nurseapp.exchange.fhir.answer_options import AnswerChoice, choices_of
from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.opening import opened
from nurseapp.exchange.fhir.our_ids import other_id, our_id
from nurseapp.exchange.fhir.parties import contained, reference
from nurseapp.exchange.fhir.questionnaire_export import questionnaire
from nurseapp.exchange.fhir.resources import Item, of_url
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.urls import BASE, FORM_ITEM, FORM_SCALE, UNIT
from nurseapp.forms.question import questions_of
from nurseapp.forms.ticks import ticked
from nurseapp.forms.visibility import asked_now

SUBJECT: Final = "subject"
_VALUES: Final = {
    "boolean": "valueBoolean",
    "integer": "valueInteger",
    "decimal": "valueDecimal",
    "quantity": "valueQuantity",
    "date": "valueDate",
    "dateTime": "valueDateTime",
    "url": "valueUri",
}
_TEST_DATA: Final = (
    {"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST"},
)


def questionnaire_response(sheet: AnsweredSheet) -> Table:
    """The answers to what was asked, under the names and in the types of the Questionnaire.

    It names the Questionnaire with its version. Questions that were not asked, not answered or
    declined have no item.
    """
    table = questionnaire(sheet.loaded, (), sheet.kept)
    source, _table = opened(table, "nb")
    told, named = _parties(sheet)
    items = list(_items(source.questionnaire.item, sheet, source))
    return {
        "resourceType": "QuestionnaireResponse",
        **labels(sheet),
        **({"contained": named} if named else {}),
        **canonical_of(table, sheet),
        "status": sheet.status,
        **told,
        "authored": sheet.authored_words,
        **({"item": items} if items else {}),
    }


def _parties(sheet: AnsweredSheet) -> tuple[Table, list[Table]]:
    """The three references, and those of the people behind them that stand in the response."""
    known = {sheet.subject: SUBJECT}
    told: Table = {"subject": reference(sheet.subject, SUBJECT)}
    for name, party in (("source", sheet.source), ("author", sheet.author)):
        told[name] = reference(party, known.setdefault(party, name))
    named = [one for party, name in known.items() for one in contained(party, name, SUBJECT)]
    return told, named


def labels(sheet: AnsweredSheet) -> Table:
    """What marks answers of invented people, wherever they end up."""
    return {"meta": {"security": [dict(one) for one in _TEST_DATA]}} if sheet.training else {}


def canonical_of(table: Table, sheet: AnsweredSheet) -> Table:
    """The Questionnaire's name with its version; a file of others may have neither."""
    url = str(table.get("url") or f"{BASE}/Questionnaire/{sheet.loaded.form.id}")
    version = str(table.get("version") or sheet.loaded.form.version)
    return {"questionnaire": f"{url}|{version}"}


def _items(items: Iterable[Item], sheet: AnsweredSheet, source: Source) -> Iterator[Table]:
    shown = frozenset(asked_now(questions_of(sheet.loaded.form, None), sheet.answers))
    answers = {name: answer for name, answer in sheet.answers.items() if name in shown}
    yield from _below(items, answers, sheet, source)


def _below(
    items: Iterable[Item], answers: Mapping[str, str], sheet: AnsweredSheet, source: Source
) -> Iterator[Table]:
    for item in items:
        told = [*_answers(item, answers, source), *_score(item, sheet)]
        inner = list(_below(item.item, answers, sheet, source))
        if not told and not inner:
            continue
        table: Table = {"linkId": item.link_id}
        if told:
            if inner:
                told[0] = {**told[0], "item": inner}
            table["answer"] = told
        else:
            table["item"] = inner
        yield table


def _answers(item: Item, answers: Mapping[str, str], source: Source) -> Iterator[Table]:
    name = our_id(item, FORM_ITEM)
    if not name:
        return
    answer = answers.get(name)
    if answer is not None:
        yield from _told(item, answer, source)
    other = answers.get(other_id(name))
    if item.type == "open-choice" and other:
        yield {"valueString": other}


def _told(item: Item, answer: str, source: Source) -> Iterator[Table]:
    if item.type in {"choice", "open-choice"}:
        choices = {one.id: one for one in choices_of(item, source.value_sets, source.main)}
        several = item.repeats or len(choices) == 1
        for option in ticked(answer) if several else (answer,):
            yield _choice(choices[option])
    elif answer.strip():
        yield _single(item, answer)


def _single(item: Item, answer: str) -> Table:
    kind = _VALUES.get(item.type, "valueString")
    match item.type:
        case "boolean":
            return {kind: answer == "a"}
        case "integer":
            return {kind: int(Decimal(answer))}
        case "decimal":
            return {kind: Decimal(answer)}
        case "quantity":
            return {kind: {"value": Decimal(answer), **_unit(item)}}
        case _:
            return {kind: answer}


def _choice(choice: AnswerChoice) -> Table:
    kind, value = choice.value
    if isinstance(value, int):
        return {"valueInteger": value}
    if kind in {"string", "date", "time"}:
        return {f"value{kind.capitalize()}": value}
    return {"valueCoding": {**({"system": kind} if kind else {}), "code": value}}


def _unit(item: Item) -> Table:
    for one in of_url(item, UNIT):
        if one.value_coding is not None:
            coding = one.value_coding
            told = {"unit": coding.display, "system": coding.system, "code": coding.code}
            return {key: value for key, value in told.items() if value}
    return {}


def _score(item: Item, sheet: AnsweredSheet) -> Iterator[Table]:
    """A score that the Questionnaire has an item for; none while an answer lacks."""
    name = our_id(item, FORM_SCALE)
    for result in sheet.results:
        if name and result.id == name and result.score is not None:
            if item.type == "integer" and isinstance(result.score, int):
                yield {"valueInteger": result.score}
            elif item.type == "quantity":
                yield {"valueQuantity": {"value": result.score, **_unit(item)}}
            else:
                yield {"valueDecimal": result.score}
