"""Every item of a Questionnaire in printed order, with what stands above it and its id here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.resources import Item
from nurseapp.forms.problem import printable

MOST_ITEMS: Final = 600
_LONGEST_ID: Final = 20
_FITS: Final = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")
_UNFIT: Final = re.compile(r"[^A-Za-z0-9.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedItem:
    """An item of the file; `number` counts from 1, `above` holds its groups from the outermost."""

    item: Item
    id: str
    number: int
    above: tuple[PlacedItem, ...]


def placed(items: tuple[Item, ...]) -> tuple[PlacedItem, ...]:
    """All items, each with an id of its own here; raises FhirError for doubled or lacking names."""
    found: dict[str, PlacedItem] = {}
    ids: set[str] = set()
    for item, above in _walk(items, ()):
        name = item.link_id
        if not name.strip():
            raise FhirError(why=_("et punkt mangler «linkId»"))
        if name in found:
            raise FhirError(why=_("to punkter heter «{name}»").format(name=printable(name)))
        if len(found) == MOST_ITEMS:
            raise FhirError(why=_("skjemaet har mer enn {most} punkter").format(most=MOST_ITEMS))
        number = len(found) + 1
        fresh = _id(name, number, ids)
        ids.add(fresh)
        groups = tuple(found[group] for group in above)
        found[name] = PlacedItem(item=item, id=fresh, number=number, above=groups)
    return tuple(found.values())


def _walk(items: Iterable[Item], above: tuple[str, ...]) -> Iterator[tuple[Item, tuple[str, ...]]]:
    for item in items:
        yield item, above
        yield from _walk(item.item, (*above, item.link_id))


def _id(name: str, number: int, taken: set[str]) -> str:
    """The file's own name where it can be one here, else one made of it, else a number."""
    plain = re.sub(r"\.+", ".", _UNFIT.sub("-", name)).strip("-.")
    for wanted in (name, plain):
        if len(wanted) <= _LONGEST_ID and _FITS.fullmatch(wanted) and wanted not in taken:
            return wanted
    while f"q{number}" in taken:
        number += MOST_ITEMS
    return f"q{number}"
