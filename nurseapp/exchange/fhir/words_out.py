"""A text in several languages as FHIR has it: one, and the others as its translations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.urls import TRANSLATION
from nurseapp.forms.wording import Wording


def said(key: str, texts: Mapping[str, str], main: str) -> Table:
    """The element and what stands beside it; empty where nothing is said."""
    others = [translation(language, text) for language, text in texts.items() if language != main]
    table: Table = {key: texts[main]} if main in texts else {}
    return table | ({f"_{key}": {"extension": others}} if others else {})


def translation(language: str, text: str) -> Table:
    """The text in one more language."""
    parts = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": text}]
    return {"url": TRANSLATION, "extension": parts}


def item_texts(wordings: Sequence[Wording], item: str) -> dict[str, str]:
    """What each wording says at an item."""
    return {one.language: one.items[item].text for one in wordings if item in one.items}


def option_texts(wordings: Sequence[Wording], item: str, option: str) -> dict[str, str]:
    """What each wording calls an answer."""
    return {
        one.language: one.items[item].options[option]
        for one in wordings
        if item in one.items and option in one.items[item].options
    }
