"""The file as it was understood so far, and what had to be left out on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nurseapp.exchange.fhir.left_out import LeftOut
from nurseapp.exchange.fhir.placed import PlacedItem
from nurseapp.exchange.fhir.resources import Item, Questionnaire, ValueSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Questionnaire; `main` is its language.

    `translations` and `titles` have what the same form says in other languages of the file.
    `value_sets` has those inside the file, by `#id` and by url.
    """

    questionnaire: Questionnaire
    main: str
    items: tuple[PlacedItem, ...]
    value_sets: Mapping[str, ValueSet]
    translations: dict[str, Mapping[str, Item]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def leave(self, item: Item | None, what: str, why: str) -> None:
        """Notes that something of the item, or of the whole form, is not used."""
        link_id = "" if item is None else item.link_id
        self.left_out.append(LeftOut(link_id=link_id, what=what, why=why))
