"""The unit, the limits and the decimals of a number, where FHIR says them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.resources import Extension, Item, of_url
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.texts import shown
from nurseapp.exchange.fhir.urls import DECIMALS, LEAST, MOST, UNIT, UNIT_OPTION

_FARTHEST: Final = 10_000
_MOST_DECIMALS: Final = 3
_LONGEST_UNIT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLimits:
    """Both ends in; None where the file sets none."""

    minimum: float | None
    maximum: float | None
    decimals: int
    unit: str


def number_limits(item: Item, source: Source) -> NumberLimits:
    """What a number may be; raises FhirError where its unit is left open."""
    return NumberLimits(
        minimum=_limit(item, LEAST, source),
        maximum=_limit(item, MOST, source),
        decimals=_decimals(item, source),
        unit=_unit(item),
    )


def _limit(item: Item, url: str, source: Source) -> float | None:
    for one in of_url(item, url):
        value = _number(one)
        if value is not None and value.is_finite() and abs(value) <= _FARTHEST:
            return int(value) if value == value.to_integral_value() else float(value)
        says = _("Grensen for tallet kan ikke brukes her.")
        source.leave(item, _("minste eller største tall"), says)
    return None


def _number(extension: Extension) -> Decimal | None:
    if extension.value_integer is not None:
        return Decimal(extension.value_integer)
    return extension.value_decimal


def _decimals(item: Item, source: Source) -> int:
    if item.type == "integer":
        return 0
    stated = [one.value_integer for one in of_url(item, DECIMALS) if one.value_integer is not None]
    if not stated or 0 <= stated[0] <= _MOST_DECIMALS:
        return stated[0] if stated else _MOST_DECIMALS
    says = _("Tallet kan ha høyst {most} desimaler her.").format(most=_MOST_DECIMALS)
    source.leave(item, _("desimaler"), says)
    return _MOST_DECIMALS


def _unit(item: Item) -> str:
    stated = [one.value_coding for one in of_url(item, UNIT)]
    offered = [one.value_coding for one in of_url(item, UNIT_OPTION)]
    units = {shown(one.display or one.code) for one in stated or offered if one is not None} - {""}
    if len(units) > 1:
        raise FhirError(why=_("Filen lar den som svarer, velge mellom flere enheter."))
    unit = units.pop() if units else ""
    if len(unit) > _LONGEST_UNIT:
        raise FhirError(why=_("Navnet på enheten er for langt."))
    return unit
