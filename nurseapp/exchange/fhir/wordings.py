"""The words of a file as one wording for each language that has all of them."""

from __future__ import annotations

from collections.abc import Iterator

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.asked import Asked
from nurseapp.exchange.fhir.form_table import VERSION, Understood
from nurseapp.exchange.fhir.resources import of_url
from nurseapp.exchange.fhir.small_words import small_words
from nurseapp.exchange.fhir.texts import Texts, hidden_sign, shown, texts_of, tidy
from nurseapp.exchange.fhir.urls import OPEN_LABEL

_MOST_NAMED = 5

_Table = dict[str, object]


def wording_tables(found: Understood, form: str) -> Iterator[_Table]:
    """One table for each whole language, the file's own first; `found.source` hears of others.

    The status is `translated_only` for all: a file cannot vouch for a validation.
    """
    source = found.source
    titles = texts_of(source.questionnaire.title, source.questionnaire.title_element, source.main)
    titles = {language: shown(title) for language, title in (titles | source.titles).items()}
    for language in _languages(found):
        try:
            items = dict(_items(found, language))
        except FhirError as error:
            says = _("«{language}» er ikke tatt med: {why}")
            why = str(error.facts["why"])
            source.leave(None, _("språk"), says.format(language=language, why=why))
            continue
        title = titles.get(language) or titles.get(source.main) or form
        own = small_words(language)
        yield {
            "form": form,
            "version": VERSION,
            "language": language,
            "status": "translated_only",
            "title": title,
            "introduction": own.introduction if own else title,
            "recall": title,
            "note": _note(found),
            "items": items,
        }


def _note(found: Understood) -> str:
    questionnaire = found.source.questionnaire
    said = shown(questionnaire.copyright) or shown(questionnaire.publisher)
    return said[:2000] or _("Hentet inn fra en FHIR-fil som ikke sier hvem som eier teksten.")


def _languages(found: Understood) -> list[str]:
    """Every language with at least one question's text, the file's own first."""
    main = found.source.main
    said = {language for one in found.questions.values() for language in one.texts}
    return [main, *sorted(said - {main})]


def _items(found: Understood, language: str) -> Iterator[tuple[str, _Table]]:
    lacking = [
        name
        for name, one in found.questions.items()
        if not all(language in texts for texts in _all_texts(one))
    ]
    if lacking:
        says = _("teksten mangler for {names}")
        raise FhirError(why=says.format(names=_listed(lacking)))
    for one in found.questions.values():
        yield one.id, _item(one, language)
        if one.open:
            yield one.other_id, {"text": _other(one, language)}


def _all_texts(one: Asked) -> Iterator[Texts]:
    yield one.texts
    for choice in one.choices:
        yield choice.texts


def _item(one: Asked, language: str) -> _Table:
    text = _fit(one.texts[language], one)
    options = {choice.id: _fit(choice.texts[language], one) for choice in one.choices}
    if one.kind == "yes_no":
        words = small_words(language)
        if words is None:
            raise FhirError(why=_("programmet har ikke ordene «ja» og «nei» på dette språket"))
        options = {"a": words.yes, "b": words.no}
    return {"text": text} | ({"options": options} if options else {})


def _fit(text: str, one: Asked) -> str:
    sign = hidden_sign(text)
    if sign:
        says = _("teksten til {name} har et skjult tegn ({sign})")
        raise FhirError(why=says.format(name=one.id, sign=sign))
    return text


def _other(one: Asked, language: str) -> str:
    labels = [each.value_string for each in of_url(one.placed.item, OPEN_LABEL)]
    words = small_words(language)
    label = next((tidy(label) for label in labels if label and tidy(label)), "")
    if not label and words is None:
        raise FhirError(why=_("programmet har ikke ordene «annet svar» på dette språket"))
    return label or (words.other if words else "")


def _listed(names: list[str]) -> str:
    shown = ", ".join(name[:40] for name in names[:_MOST_NAMED])
    rest = len(names) - _MOST_NAMED
    return shown if rest <= 0 else _("{shown} og {rest} til").format(shown=shown, rest=rest)
