"""A form as an R4 Questionnaire; what came from a FHIR file goes out whole, in today's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nurseapp.exchange.fhir.json_reading import Table, read_json
from nurseapp.exchange.fhir.own_form import own_questionnaire
from nurseapp.exchange.fhir.own_form_back import is_own
from nurseapp.exchange.fhir.urls import BASE, DECIMALS, HIDDEN, LEAST, MOST, UNIT
from nurseapp.exchange.fhir.words_over import with_words
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.wording import Wording

_OUR_LIMITS: Final = frozenset({DECIMALS, HIDDEN, LEAST, MOST, UNIT})
# What we say anew each time; a narrative would go on telling of the form as it was.
_WRITTEN: Final = frozenset(
    {
        "_text", "_title", "answerOption", "copyright", "enableBehavior", "enableWhen",
        "experimental", "extension", "id", "item", "language", "linkId", "maxLength", "name",
        "publisher", "purpose", "readOnly", "repeats", "required", "resourceType", "status",
        "subjectType", "text", "title", "type", "url", "version",
    }
)  # fmt: skip


def questionnaire(loaded: LoadedForm, wordings: Sequence[Wording], kept: str = "") -> Table:
    """The form and these of its wordings, one a language; JSON-able but for its Decimals.

    `kept` is the file the form came from, as its ImportReport had it: everything in it that is
    not used here comes out again, in its own place. What a publisher's licensed table adds stays
    in the station.
    """
    form = (loaded.plain or loaded).form
    if kept:
        table = read_json(kept.encode())
        if not is_own(table):
            return with_words(table, wordings)
        return _with_rest(own_questionnaire(form, wordings, released=loaded.released), table)
    return own_questionnaire(form, wordings, released=loaded.released)


def _with_rest(fresh: Table, kept: Table) -> Table:
    """What we write, and beside it what others had added to the file."""
    added = {key: value for key, value in kept.items() if key not in _WRITTEN}
    table: Table = {**added, **fresh}
    extensions = [*_extensions(fresh), *_others(kept)]
    if extensions:
        table["extension"] = extensions
    if "item" in fresh:
        known = {one.get("linkId"): one for one in _tables(kept.get("item"))}
        table["item"] = [
            _with_rest(one, known.get(one.get("linkId"), {})) for one in _tables(fresh["item"])
        ]
    return table


def _extensions(table: Table) -> list[Table]:
    return _tables(table.get("extension"))


def _others(table: Table) -> list[Table]:
    """Extensions that this program does not write itself."""
    return [
        one
        for one in _extensions(table)
        if one.get("url") not in _OUR_LIMITS and not str(one.get("url")).startswith(BASE)
    ]


def _tables(value: object) -> list[Table]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
