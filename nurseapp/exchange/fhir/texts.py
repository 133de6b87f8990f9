"""What an element says in each language: its own text and the translations beside it."""

from __future__ import annotations

import re
from typing import Final

from nurseapp.exchange.fhir.resources import Coding, Concept, Element, Extension, of_url
from nurseapp.exchange.fhir.small_words import language_of
from nurseapp.exchange.fhir.urls import TRANSLATION

Texts = dict[str, str]
"""A text by language code."""

# A tab, a line's end as other systems write it, and a byte order mark say nothing to a reader.
_BLANKS: Final = re.compile("[\t\x0b\x0c\u2028\u2029]")
_NOTHING: Final = re.compile("[\r\ufeff]")
# Signs that make a text read otherwise than it is stored; no question may have one.
_HIDDEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def texts_of(text: str, element: Element | None, main: str) -> Texts:
    """The text in the file's language `main`, and in every language it is translated to."""
    said: Texts = {}
    for one in of_url(element, TRANSLATION):
        language, content = _translation(one)
        if language and content and language not in said:
            said[language] = content
    if tidy(text):
        said[main] = tidy(text)
    return said


def coding_texts(coding: Coding, main: str) -> Texts:
    """What a code is called; its code where no words stand beside it."""
    said = texts_of(coding.display or coding.code, coding.display_element, main)
    if isinstance(coding, Concept):
        for one in coding.designation:
            language = language_of(one.language)
            if language and tidy(one.value):
                said.setdefault(language, tidy(one.value))
    return said


def tidy(text: str) -> str:
    """The text without blanks around it and signs that nobody sees."""
    return _BLANKS.sub(" ", _NOTHING.sub("", text)).strip()


def shown(text: str) -> str:
    """The text as it may be shown beside a form: tidy, and without hidden signs."""
    return _HIDDEN.sub("", tidy(text)).strip()


def hidden_sign(text: str) -> str:
    """The first sign that no question may have, as `U+202E`; empty if there is none."""
    found = _HIDDEN.search(text)
    return "" if found is None else f"U+{ord(found[0]):04X}"


def _translation(extension: Extension) -> tuple[str, str]:
    parts = {one.url: one for one in extension.extension}
    lang, content = parts.get("lang"), parts.get("content")
    if lang is None or content is None:
        return "", ""
    tag = lang.value_code or lang.value_string or ""
    return language_of(tag), tidy(content.value_string or content.value_markdown or "")
