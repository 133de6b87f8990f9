"""From a file to the Questionnaire in it; a Bundle may hold the same form in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.placed import placed
from nurseapp.exchange.fhir.resources import Item, Questionnaire, ValueSet, every
from nurseapp.exchange.fhir.small_words import language_of
from nurseapp.exchange.fhir.source import Source
from nurseapp.forms.problem import printable

_MOST_LANGUAGES: Final = 40
_PLACE: Final = re.compile(r"at `\$\.?([^`]*)`")
_LIST_NUMBER: Final = re.compile(r"\[(\d+|\.\.\.)\]")


def opened(table: Table, unsaid: str) -> tuple[Source, Table]:
    """The form as FHIR has it, and the resource it stands in; raises FhirError.

    `unsaid` is the language of a file that does not say it.
    """
    first, *others = _questionnaires(table)
    for one in (first, *others):
        _refuse_other_versions(one)
    questionnaire = _shaped(first)
    _refuse_modified(questionnaire)
    main = language_of(questionnaire.language) or unsaid
    source = Source(
        questionnaire=questionnaire,
        main=main,
        items=placed(questionnaire.item),
        value_sets=dict(_value_sets(questionnaire)),
    )
    if not language_of(questionnaire.language):
        says = _("Filen sier ikke hvilket språk den er på. Teksten er ført opp som «{language}».")
        source.leave(None, _("språk"), says.format(language=main))
    if questionnaire.status == "retired":
        says = _("Den som laget skjemaet, har trukket det tilbake.")
        source.leave(None, _("status"), says)
    if others:
        _refuse_other_forms(first, others)
        _translate(source, others)
    return source, first


def _questionnaires(table: Table) -> list[Table]:
    """The file's Questionnaires, the Norwegian one first."""
    kind = table.get("resourceType")
    if kind == "Questionnaire":
        return [table]
    if kind != "Bundle":
        says = _("filen er ikke et skjema (Questionnaire), men «{kind}»")
        raise FhirError(why=says.format(kind=printable(str(kind))))
    entries = table.get("entry")
    inside = [one.get("resource") for one in _tables(entries)]
    found = [one for one in _tables(inside) if one.get("resourceType") == "Questionnaire"]
    if not 1 <= len(found) <= _MOST_LANGUAGES:
        raise FhirError(why=_("filen har ikke ett skjema (Questionnaire)"))
    return sorted(found, key=lambda one: language_of(str(one.get("language", ""))) != "nb")


def _tables(value: object) -> list[Table]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _shaped(table: Table) -> Questionnaire:
    try:
        return msgspec.convert(table, Questionnaire)
    except msgspec.ValidationError as error:
        found = _PLACE.search(str(error))
        place = _LIST_NUMBER.sub("", found[1]) if found else ""
        says = _("filen følger ikke FHIR R4 ved «{place}»")
        raise FhirError(why=says.format(place=place or "Questionnaire")) from error


def _refuse_other_versions(table: Table) -> None:
    for item in _raw_items(table):
        if "linkId" not in item:
            raise FhirError(why=_("et av punktene mangler «linkId», som FHIR R4 krever"))
        if "option" in item or "options" in item:
            raise FhirError(why=_("filen er laget for en eldre utgave av FHIR enn R4"))
        if item.get("type") == "coding" or "answerConstraint" in item:
            raise FhirError(why=_("filen er laget for en nyere utgave av FHIR enn R4"))


def _raw_items(table: Table) -> Iterator[Table]:
    waiting = _tables(table.get("item"))
    while waiting:
        item = waiting.pop()
        yield item
        waiting += _tables(item.get("item"))


def _refuse_modified(questionnaire: Questionnaire) -> None:
    """What FHIR says that nobody may overlook."""
    modified = [item for item in every(questionnaire.item) if item.modifier_extension]
    if questionnaire.modifier_extension or questionnaire.implicit_rules or modified:
        says = _("den har et tillegg som endrer hva den betyr, og som programmet ikke kjenner")
        raise FhirError(why=says)


def _value_sets(questionnaire: Questionnaire) -> Iterator[tuple[str, ValueSet]]:
    for one in questionnaire.contained:
        if one.get("resourceType") != "ValueSet":
            continue
        try:
            found = msgspec.convert(one, ValueSet)
        except msgspec.ValidationError as error:
            raise FhirError(why=_("en svarliste i filen følger ikke FHIR R4")) from error
        yield f"#{found.id}", found
        if found.url:
            yield found.url, found


def _refuse_other_forms(first: Table, others: list[Table]) -> None:
    """Other languages of the same form have the same url, or where there is none the same name."""
    for key in ("url", "name"):
        named = {str(one.get(key)) for one in (first, *others) if one.get(key)}
        if len(named) > 1:
            raise FhirError(why=_("filen har flere skjemaer. Hent dem inn ett om gangen"))
        if named:
            return


def _translate(source: Source, others: list[Table]) -> None:
    """Takes the words of the same form in other languages, where it has the same items."""
    shape = [(place.item.link_id, place.item.type) for place in source.items]
    tables: dict[str, Mapping[str, Item]] = {}
    titles = dict[str, str]()
    for other in others:
        questionnaire = _shaped(other)
        language = language_of(questionnaire.language)
        items = {item.link_id: item for item in every(questionnaire.item)}
        if not language or language in {source.main, *tables}:
            source.leave(None, _("språk"), _("En av tekstene i filen sier ikke hvilket språk."))
        elif [(item.link_id, item.type) for item in items.values()] != shape:
            says = _("«{language}» har andre spørsmål, og er ikke tatt med.")
            source.leave(None, _("språk"), says.format(language=language))
        else:
            tables[language] = items
            titles[language] = questionnaire.title
    source.translations.update(tables)
    source.titles.update(titles)
