"""Puts today's words into a Questionnaire that others wrote, and leaves all else as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from nurseapp.exchange.fhir.asked import Asked
from nurseapp.exchange.fhir.form_table import understood
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.opening import opened
from nurseapp.exchange.fhir.texts import Texts, texts_of
from nurseapp.exchange.fhir.urls import TRANSLATION
from nurseapp.exchange.fhir.words_out import item_texts, option_texts, translation
from nurseapp.forms.wording import Wording

_USUAL_LANGUAGE = "nb"
_PRIMITIVES = ("valueString", "valueInteger", "valueDate", "valueTime")


def with_words(kept: Table, wordings: Sequence[Wording]) -> Table:
    """The file with these words wherever it said something else; raises FhirError."""
    source, table = opened(deepcopy(kept), _USUAL_LANGUAGE)
    questions = understood(source, add_up=False).questions
    main = source.main
    form = source.questionnaire
    titles = texts_of(form.title, form.title_element, main)
    _say(table, "title", titles, {one.language: one.title for one in wordings}, main)
    for item in _items(table):
        asked = questions.get(str(item.get("linkId")))
        if asked is None:
            continue
        _say(item, "text", asked.texts, item_texts(wordings, asked.id), main)
        _say_options(table, item, asked, wordings, main)
    return table


def _say_options(
    table: Table, item: Table, asked: Asked, wordings: Sequence[Wording], main: str
) -> None:
    if asked.kind not in {"choice", "multiple"}:
        return
    places = list(_option_places(table, item))
    for choice, (place, key) in zip(asked.choices, places, strict=True):
        wanted = option_texts(wordings, asked.id, choice.id)
        if key in _PRIMITIVES:
            # The answer is its own words: they stay, and other languages stand beside them.
            wanted.pop(main, None)
        _say(place, key, choice.texts, wanted, main)


def _option_places(table: Table, item: Table) -> Iterator[tuple[Table, str]]:
    """Where each answer's words stand, in printed order."""
    for option in _tables(item.get("answerOption")):
        coding = option.get("valueCoding")
        if isinstance(coding, dict):
            yield coding, "display"
        else:
            yield option, next(key for key in _PRIMITIVES if key in option)
    name = str(item.get("answerValueSet", "")).partition("|")[0]
    if name:
        contained = _tables(table.get("contained"))
        found = [one for one in contained if name in {f"#{one.get('id')}", one.get("url")}]
        for concept in _concepts(found[-1]):
            yield concept, "display"


def _concepts(value_set: Table) -> Iterator[Table]:
    expansion = value_set.get("expansion")
    if isinstance(expansion, dict) and expansion.get("contains"):
        yield from _spelt_out(expansion)
        return
    compose = value_set.get("compose")
    for include in _tables(compose.get("include") if isinstance(compose, dict) else None):
        yield from _tables(include.get("concept"))


def _spelt_out(table: Table) -> Iterator[Table]:
    for concept in _tables(table.get("contains")):
        if not concept.get("abstract") and not concept.get("inactive"):
            yield concept
        yield from _spelt_out(concept)


def _items(table: Table) -> Iterator[Table]:
    for item in _tables(table.get("item")):
        yield item
        yield from _items(item)


def _say(table: Table, key: str, now: Texts, wanted: Mapping[str, str], main: str) -> None:
    for language, text in wanted.items():
        if now.get(language) == text:
            continue
        if language == main:
            table[key] = text
        else:
            _translate(table, key, language, text)


def _translate(table: Table, key: str, language: str, text: str) -> None:
    beside = table.setdefault(f"_{key}", {})
    assert isinstance(beside, dict)
    fresh = translation(language, text)
    kept = [one for one in _tables(beside.get("extension")) if _language(one) != language]
    beside["extension"] = [*kept, fresh]


def _language(extension: Table) -> str:
    if extension.get("url") != TRANSLATION:
        return ""
    parts = {one.get("url"): one for one in _tables(extension.get("extension"))}
    return str(parts.get("lang", {}).get("valueCode", "")).partition("-")[0].lower()


def _tables(value: object) -> list[Table]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
