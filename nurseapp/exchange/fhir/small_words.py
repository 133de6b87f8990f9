"""The few words that FHIR leaves to the program that shows a form, in the reader's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})([-_][A-Za-z0-9]+)*")
# Norwegian is bokmål unless nynorsk is said; Northern Sámi and others keep their own codes.
_SAME_AS: Final = {"no": "nb", "nob": "nb", "nno": "nn", "eng": "en", "sme": "se"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """What a yes/no question's two answers, an open answer and the start of a form are called."""

    yes: str
    no: str
    other: str
    introduction: str


_WORDS: Final = {
    "nb": SmallWords(
        yes="Ja", no="Nei", other="Annet svar", introduction="Svar på spørsmålene nedenfor."
    ),
    "nn": SmallWords(
        yes="Ja", no="Nei", other="Anna svar", introduction="Svar på spørsmåla nedanfor."
    ),
    "en": SmallWords(
        yes="Yes",
        no="No",
        other="Another answer",
        introduction="Please answer the questions below.",
    ),
    "sv": SmallWords(
        yes="Ja", no="Nej", other="Annat svar", introduction="Svara på frågorna nedan."
    ),
    "da": SmallWords(
        yes="Ja", no="Nej", other="Andet svar", introduction="Svar på spørgsmålene nedenfor."
    ),
    "de": SmallWords(
        yes="Ja",
        no="Nein",
        other="Andere Antwort",
        introduction="Bitte beantworten Sie die folgenden Fragen.",
    ),
    "pl": SmallWords(
        yes="Tak",
        no="Nie",
        other="Inna odpowiedź",
        introduction="Proszę odpowiedzieć na poniższe pytania.",
    ),
    "uk": SmallWords(
        yes="Так",
        no="Ні",
        other="Інша відповідь",
        introduction="Будь ласка, дайте відповіді на запитання нижче.",
    ),
    "ar": SmallWords(
        yes="نعم", no="لا", other="إجابة أخرى", introduction="يرجى الإجابة عن الأسئلة أدناه."
    ),
    "so": SmallWords(
        yes="Haa",
        no="Maya",
        other="Jawaab kale",
        introduction="Fadlan ka jawaab su'aalaha hoose.",
    ),
}


def language_of(tag: str) -> str:
    """The code of two or three letters in a language tag such as `nb-NO`; empty if it is none."""
    found = _LANGUAGE.fullmatch(tag.strip())
    if found is None:
        return ""
    code = found[1].lower()
    return _SAME_AS.get(code, code)


def small_words(language: str) -> SmallWords | None:
    """The words in this language; None where we have none."""
    return _WORDS.get(language)
