"""What an item of a Questionnaire is called here."""

from __future__ import annotations

from typing import Final

from nurseapp.exchange.fhir.resources import Item, of_url

_LONGEST_STEM: Final = 14


def our_id(item: Item, url: str) -> str:
    """The id in our extension `url`, FORM_ITEM or FORM_SCALE; empty where there is none."""
    for one in of_url(item, url):
        for part in one.extension:
            if part.url == "id":
                return part.value_string or ""
    return ""


def other_id(item: str) -> str:
    """The id of the line for another answer than those listed at an item."""
    return f"{item[:_LONGEST_STEM]}-other"
