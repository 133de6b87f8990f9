"""The file itself, kept beside the form so that all of it comes out again.

Each item and score that was brought in carries its id here, in an extension of ours, so that
answers to the file's names can be told apart later whatever a new edition of the program does.
"""

from __future__ import annotations

from copy import deepcopy

from nurseapp.exchange.fhir.form_table import Understood, scale_ids
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.urls import FORM_ITEM, FORM_SCALE


def annotated(table: Table, found: Understood) -> Table:
    """The Questionnaire with our ids at its items and its language; nothing else is changed."""
    kept = deepcopy(table)
    kept.setdefault("language", found.source.main)
    items = {name: (FORM_ITEM, one.id) for name, one in found.questions.items()}
    scales = {
        stated.place.item.link_id: (FORM_SCALE, scale)
        for stated, scale in scale_ids(found.counting.stated)
        if stated.place is not None
    }
    named = items | scales
    waiting: list[object] = [kept]
    while waiting:
        one = waiting.pop()
        assert isinstance(one, dict)
        url, name = named.get(str(one.get("linkId")), ("", ""))
        if url:
            others = [each for each in one.get("extension", []) if each["url"] != url]
            one["extension"] = [*others, marked(url, name)]
        waiting += one.get("item", [])
    return kept


def marked(url: str, name: str) -> Table:
    """An extension that holds an id of ours."""
    return {"url": url, "extension": [{"url": "id", "valueString": name}]}
