"""Numbers as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from nurseapp.base.text import _
from nurseapp.forms.question import Question

_NUMBER: Final = re.compile(r"[-+]?(\d{1,7})?(?:[.,](\d*))?")
_EASTERN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫−", "01234567890123456789,-")
"""Digits, decimal sign and minus as Arabic, Persian and Urdu keyboards write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """Either an answer, or a sentence about why there is none; neither for an empty field."""

    answer: str | None = None
    problem: str = ""


def typed_number(text: str, question: Question) -> TypedNumber:
    """The number that `text` says, with comma or point, as an answer to `question`."""
    written = text.translate(_EASTERN).replace(" ", "").replace("\u00a0", "")
    if not written:
        return TypedNumber()
    found = _NUMBER.fullmatch(written)
    if found is None or not (found[1] or found[2]):
        return TypedNumber(problem=_("Skriv et tall, for eksempel {example}.").format(
            example=_example(question)
        ))  # fmt: skip
    number = Decimal(written.replace(",", "."))
    if number != round(number, question.decimals):
        return TypedNumber(problem=_too_exact(question.decimals))
    if not _within(number, question):
        return TypedNumber(problem=range_words(question))
    return TypedNumber(answer=_plain(number))


def range_words(question: Question) -> str:
    """`Tallet må være mellom 0,5 og 20.`; empty where there is no limit."""
    least, most = said(question.minimum), said(question.maximum)
    if least and most:
        return _("Tallet må være mellom {least} og {most}.").format(least=least, most=most)
    if least:
        return _("Tallet må være {least} eller mer.").format(least=least)
    if most:
        return _("Tallet må være {most} eller mindre.").format(most=most)
    return ""


def said(number: float | None) -> str:
    """As Norwegians write it: `12,5`; empty for none."""
    return "" if number is None else _plain(Decimal(str(number))).replace(".", ",")


def _within(number: Decimal, question: Question) -> bool:
    least, most = question.minimum, question.maximum
    high_enough = least is None or number >= Decimal(str(least))
    return high_enough and (most is None or number <= Decimal(str(most)))


def _too_exact(decimals: int) -> str:
    if not decimals:
        return _("Skriv et helt tall, uten desimaler.")
    return _("Skriv høyst {count} tall etter komma.").format(count=decimals)


def _example(question: Question) -> str:
    number = question.minimum if question.minimum is not None else 3
    return said(number + 0.5 if question.decimals else number)


def _plain(number: Decimal) -> str:
    """Without an exponent, a sign before nought, or noughts at the end: 12.50 is 12.5."""
    return f"{number.normalize():f}" if number else "0"
