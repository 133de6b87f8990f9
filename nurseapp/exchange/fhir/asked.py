"""A FHIR item as a question or a text here, as far as there is a kind for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.answer_options import AnswerChoice, choices_of
from nurseapp.exchange.fhir.number_limits import NumberLimits, number_limits
from nurseapp.exchange.fhir.our_ids import other_id
from nurseapp.exchange.fhir.placed import PlacedItem
from nurseapp.exchange.fhir.resources import Item, control_of, of_url
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.texts import Texts, texts_of
from nurseapp.exchange.fhir.urls import HIDDEN, ITEM_CONTROL
from nurseapp.forms.vocabulary import ItemKind

_LONGEST_STRING: Final = 255
_LONGEST_TEXT: Final = 4000
_MOST_SIGNS_SHOWN: Final = 2000
_CHOICES: Final = frozenset({"choice", "open-choice"})
_NUMBERS: Final = frozenset({"integer", "decimal", "quantity"})
_TEXTS: Final = frozenset({"string", "text", "url"})
_NO_KIND: Final = frozenset({"attachment", "reference", "question", "time"})
# Helsenorge writes help and headings as items of type text.
_READ_ONLY_CONTROLS: Final = frozenset({"help", "inline", "highlight", "header", "footer"})
_NOT_IN_THE_FORM: Final = frozenset({"sidebar", "unit", "lower", "upper", "navigator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One item as it is asked here; `open` adds a line for another answer than those listed."""

    placed: PlacedItem
    kind: ItemKind
    texts: Texts
    choices: tuple[AnswerChoice, ...] = ()
    limits: NumberLimits | None = None
    longest: int | None = None
    open: bool = False

    @property
    def id(self) -> str:
        """The item's id here."""
        return self.placed.id

    @property
    def other_id(self) -> str:
        """The id of the line for another answer."""
        return other_id(self.placed.id)


def asked(place: PlacedItem, source: Source) -> Asked | None:
    """The item as a question or a text; None where it is not shown, which `source` then tells."""
    item = place.item
    texts = texts_of(item.text, item.text_element, source.main)
    for language, table in source.translations.items():
        other = table[item.link_id]
        texts |= texts_of(other.text, other.text_element, language)
    if item.type == "group":
        if item.repeats:
            source.leave(item, _("gjentakelse"), _("Gruppen kan bare fylles ut én gang her."))
        return Asked(placed=place, kind="information", texts=texts) if texts else None
    why = _why_not(item, texts)
    if why:
        source.leave(item, _("punktet"), why)
        return None
    if _is_text(item):
        return Asked(placed=place, kind="information", texts=texts) if texts else None
    return _question(place, texts, source)


def _why_not(item: Item, texts: Texts) -> str:
    """Why an item is not shown, whatever its type."""
    asks = item.type != "display"
    too_long = any(len(text) > _MOST_SIGNS_SHOWN for text in texts.values())
    reasons = (
        (
            item.type in _NO_KIND,
            _("Spørsmål av typen «{type}» finnes ikke her.").format(type=item.type[:40]),
        ),
        (
            any(one.value_boolean for one in of_url(item, HIDDEN)),
            _("Punktet er skjult for den som svarer."),
        ),
        (
            item.read_only and asks,
            _("Punktet fylles ut av et annet program, og spørres ikke om."),
        ),
        (
            bool(control_of(item, ITEM_CONTROL) & _NOT_IN_THE_FORM),
            _("Teksten hører til visningen et annet sted."),
        ),
        (asks and not texts, _("Spørsmålet har ingen tekst.")),
        (too_long, _("Teksten er lengre enn {most} tegn.").format(most=_MOST_SIGNS_SHOWN)),
    )
    return next((why for holds, why in reasons if holds), "")


def _is_text(item: Item) -> bool:
    shown_only = item.type == "text" and control_of(item, ITEM_CONTROL) & _READ_ONLY_CONTROLS
    return item.type == "display" or bool(shown_only)


def _question(place: PlacedItem, texts: Texts, source: Source) -> Asked | None:
    item = place.item
    if item.initial or any(one.initial_selected for one in item.answer_option):
        source.leave(item, _("forhåndsutfylt svar"), _("Ingen svar er fylt ut på forhånd her."))
    if item.repeats and item.type not in _CHOICES:
        source.leave(item, _("gjentakelse"), _("Spørsmålet kan bare besvares én gang her."))
    try:
        if item.type in _CHOICES:
            return _choice(place, texts, source)
        if item.type in _NUMBERS:
            limits = number_limits(item, source)
            return Asked(placed=place, kind="number", texts=texts, limits=limits)
    except FhirError as error:
        source.leave(item, _("spørsmålet"), str(error.facts["why"]))
        return None
    return _plain(place, texts, source)


def _choice(place: PlacedItem, texts: Texts, source: Source) -> Asked:
    item = place.item
    found = choices_of(item, source.value_sets, source.main)
    for language, table in source.translations.items():
        there = {
            one.value: one.texts.get(language)
            for one in choices_of(table[item.link_id], source.value_sets, language)
        }
        for one in found:
            words = there.get(one.value)
            if words:
                one.texts[language] = words
    return Asked(
        placed=place,
        kind="multiple" if item.repeats or len(found) == 1 else "choice",
        texts=texts,
        choices=tuple(found),
        open=item.type == "open-choice",
    )


def _plain(place: PlacedItem, texts: Texts, source: Source) -> Asked | None:
    item = place.item
    if item.type == "boolean":
        return Asked(placed=place, kind="yes_no", texts=texts)
    if item.type in {"date", "dateTime"}:
        if item.type == "dateTime":
            source.leave(item, _("klokkeslett"), _("Bare datoen spørres det om."))
        return Asked(placed=place, kind="date", texts=texts)
    if item.type in _TEXTS:
        if item.type == "url":
            source.leave(item, _("nettadresse"), _("Adressen skrives som vanlig tekst."))
        return Asked(placed=place, kind="text", texts=texts, longest=_longest(item))
    says = _("Typen «{type}» finnes ikke i FHIR R4.")
    source.leave(item, _("spørsmålet"), says.format(type=item.type[:40]))
    return None


def _longest(item: Item) -> int:
    usual = _LONGEST_STRING if item.type == "string" else _LONGEST_TEXT
    return min(max(item.max_length or usual, 1), _LONGEST_TEXT)
