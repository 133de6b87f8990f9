"""Extensions that change what a form does and are not used here, each told of once or by item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nurseapp.base.text import _
from nurseapp.exchange.fhir.resources import Element, Extension, Item
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.urls import (
    BASE,
    CALCULATED,
    CALCULATED_ELSEWHERE,
    DECIMALS,
    ENABLE_WHEN_ELSEWHERE,
    ENABLE_WHEN_EXPRESSION,
    HIDDEN,
    ITEM_CONTROL,
    LEAST,
    MERELY_LOOKS,
    MOST,
    OPEN_LABEL,
    TRANSLATION,
    UNIT,
    UNIT_OPTION,
    VARIABLE,
    WORTH,
)

_USED: Final = (
    frozenset(
        {
            CALCULATED,
            DECIMALS,
            ENABLE_WHEN_EXPRESSION,
            HIDDEN,
            ITEM_CONTROL,
            LEAST,
            MOST,
            OPEN_LABEL,
            TRANSLATION,
            UNIT,
            UNIT_OPTION,
            VARIABLE,
        }
    )
    | CALCULATED_ELSEWHERE
    | ENABLE_WHEN_ELSEWHERE
    | WORTH
)
_SUBLABEL: Final = "http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel"
_LONGEST_NAME: Final = 120


def tell_unused(source: Source) -> None:
    """Tells `source` of every extension that is kept and not used.

    Formulas and texts are told of item by item, others once for all their places.
    """
    told: set[str] = set()
    for item, extension in _extensions(source):
        url = extension.url
        if url in _USED or url in MERELY_LOOKS or url.startswith(BASE) or "/" not in url:
            continue
        if url == _SUBLABEL:
            says = _("Teksten under spørsmålet vises ikke her.")
            source.leave(item, _("undertekst"), says)
        elif extension.value_expression is not None:
            says = _("Formelen brukes ikke: {name}")
            source.leave(item, _("formel"), says.format(name=_short(url)))
        elif url not in told:
            told.add(url)
            says = _("Den tas vare på, men brukes ikke: {name}")
            source.leave(None, _("utvidelse"), says.format(name=_short(url)))


def _extensions(source: Source) -> Iterator[tuple[Item | None, Extension]]:
    elements: list[tuple[Item | None, Element]] = [(None, source.questionnaire)]
    for place in source.items:
        item = place.item
        elements.append((item, item))
        elements += [(item, option) for option in item.answer_option]
    for told_of, element in elements:
        for extension in element.extension:
            yield told_of, extension


def _short(url: str) -> str:
    last = url.rstrip("/").rpartition("/")[2] or url
    return "".join(sign if sign.isprintable() else "?" for sign in last[:_LONGEST_NAME])
