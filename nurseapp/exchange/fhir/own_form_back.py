"""A Questionnaire that this program wrote, read back; refused where somebody has changed it since.

The form is read from our own extensions and written again. What the file says in FHIR's own
elements must be just that: a file whose two halves differ could score one thing and show another.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.opening import opened
from nurseapp.exchange.fhir.own_form import PARTS, own_questionnaire, part_link
from nurseapp.exchange.fhir.struct_extensions import table_of
from nurseapp.exchange.fhir.texts import hidden_sign
from nurseapp.exchange.fhir.urls import FORM, FORM_ITEM, FORM_WORDING, TRANSLATION
from nurseapp.forms.meaning import form_flaws
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import Flaw, printable
from nurseapp.forms.shape import shaped
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_meaning import wording_flaws

_MOST_TOLD: Final = 5
_LONGEST_TOLD: Final = 300
# Elements that change what is asked; where we wrote none, nobody may have added one.
_MEANING: Final = frozenset(
    {
        "answerOption", "answerValueSet", "enableBehavior", "enableWhen", "implicitRules",
        "initial", "item", "maxLength", "modifierExtension", "readOnly", "repeats", "required",
        "type",
    }
)  # fmt: skip


def is_own(table: Table) -> bool:
    """Whether this program wrote the file from a form of its own kind."""
    return any(_ours(table, FORM))


def read_own(table: Table) -> tuple[Form, tuple[Wording, ...]]:
    """The form and its words as they were; raises FhirError with everything that differs."""
    opened(table, "nb")  # refuses what is not FHIR at all
    items = list(_items(table))
    structure = table_of(next(_ours(table, FORM)), Form)
    rows = [table_of(one, Item) for item in items for one in _ours(item, FORM_ITEM)]
    form, flaws = shaped(structure | {"items": rows}, Form)
    if form is not None:
        flaws = tuple(form_flaws(_alone(form)))
    if form is None or flaws:
        raise FhirError(why=_said(flaws))
    wordings = tuple(_wordings(table, items, form))
    again = own_questionnaire(form, wordings, released=table.get("status") == "active")
    changed = list(dict.fromkeys(_changes(again, table, "")))
    if changed:
        raise _changed(changed)
    return form, wordings


def _alone(form: Form) -> Form:
    """The form without what it has from its family, which only the family's own file may say."""
    return replace(form, family=None, age_form=None, gives_way_to=None, prematurity=None)


def _ours(table: Table, url: str) -> Iterator[Table]:
    extensions = table.get("extension")
    for one in extensions if isinstance(extensions, list) else []:
        if isinstance(one, dict) and one.get("url") == url:
            yield one


def _items(table: Table) -> Iterator[Table]:
    inside = table.get("item")
    for one in inside if isinstance(inside, list) else []:
        if isinstance(one, dict):
            yield one
            yield from _items(one)


def _wordings(table: Table, items: list[Table], form: Form) -> Iterator[Wording]:
    by_link = {str(item.get("linkId")): item for item in items}
    lost = [item.id for item in form.items if item.id not in by_link]
    if lost:
        raise _changed(lost)
    for extension in _ours(table, FORM_WORDING):
        aside = table_of(extension, Wording)
        language = str(aside.get("language"))
        main = str(table.get("language", ""))
        words: Table = {
            **aside,
            "form": form.id,
            "version": form.version,
            "title": _text(table, "title", language, main),
            "items": {
                item.id: _words(by_link[item.id], item, language, main) for item in form.items
            },
        }
        for part in PARTS:
            words[part] = _text(by_link.get(part_link(part), {}), "text", language, main)
        wording, flaws = shaped(words, Wording)
        if wording is not None:
            flaws = tuple(wording_flaws(wording, form, language, training=wording.training))
            flaws += tuple(_hidden(wording))
        if wording is None or flaws:
            raise FhirError(why=_said(flaws))
        yield wording


def _words(table: Table, item: Item, language: str, main: str) -> Table:
    options = table.get("answerOption")
    codings = [
        one.get("valueCoding")
        for one in (options if isinstance(options, list) else [])
        if isinstance(one, dict)
    ]
    texts = {
        option.id: _text(coding, "display", language, main)
        for option, coding in zip(item.options, codings, strict=False)
        if isinstance(coding, dict)
    }
    said: Table = {"text": _text(table, "text", language, main)}
    return said | ({"options": texts} if texts else {})


def _text(table: Table, key: str, language: str, main: str) -> object:
    """What an element says in a language, sign for sign; empty where it says nothing."""
    if language == main:
        return table.get(key, "")
    beside = table.get(f"_{key}")
    for one in _ours(beside, TRANSLATION) if isinstance(beside, dict) else ():
        inside = one.get("extension")
        told = {
            part.get("url"): part.get("valueCode", part.get("valueString"))
            for part in (inside if isinstance(inside, list) else [])
            if isinstance(part, dict)
        }
        if told.get("lang") == language:
            return told.get("content", "")
    return ""


def _hidden(wording: Wording) -> Iterator[Flaw]:
    for name, text in wording.items.items():
        for words in (text.text, *text.options.values()):
            sign = hidden_sign(words)
            if sign:
                says = _("Teksten har et skjult tegn ({sign}) som ikke er tillatt.")
                yield Flaw(f"items.{name}", says.format(sign=sign))


def _said(flaws: tuple[Flaw, ...]) -> str:
    """The first of what is wrong, for the end of a sentence."""
    said = (f"{path}: {sentence}" if path else sentence for path, sentence in flaws[:_MOST_TOLD])
    return " ".join(said)[:_LONGEST_TOLD].removesuffix(".")


def _changed(places: list[str]) -> FhirError:
    says = _("den er endret siden programmet skrev den, ved {places}")
    return FhirError(why=says.format(places=", ".join(map(printable, places[:_MOST_TOLD]))))


def _changes(wanted: object, found: object, place: str) -> Iterator[str]:
    """Where the file says something else than we would write; additions of others are let be."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        here = str(wanted.get("linkId", place))
        for key, value in wanted.items():
            inner = here or key
            if key not in found:
                yield inner
            else:
                yield from _changes(value, found[key], inner)
        if _MEANING & set(found) - set(wanted):
            yield here
    elif isinstance(wanted, list) and isinstance(found, list):
        yield from _list_changes(wanted, found, place)
    elif not _same(wanted, found):
        yield place


def _list_changes(wanted: list[object], found: list[object], place: str) -> Iterator[str]:
    """Extensions of others may stand among ours; in any other list nothing may be added."""
    ours = {one.get("url") for one in wanted if isinstance(one, dict)} - {None}
    there = [one for one in found if not ours or (isinstance(one, dict) and one.get("url") in ours)]
    if len(wanted) != len(there):
        yield place
        return
    for one, other in zip(wanted, there, strict=True):
        yield from _changes(one, other, place)


def _same(wanted: object, found: object) -> bool:
    if isinstance(wanted, bool) or isinstance(found, bool):
        return wanted is found
    if isinstance(wanted, int | float) and isinstance(found, int | float | Decimal):
        return Decimal(str(wanted)) == Decimal(str(found))
    return wanted == found
