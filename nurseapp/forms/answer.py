"""What counts as an answer to a question; an answer is always a string, whatever the kind.

choice and yes_no: the option's id. multiple: the chosen ids in printed order, joined by one space,
empty for none of them. number: a plain decimal with a point (`12.5`). date: ISO (`2026-11-21`).
text: as it was typed. A question that was not answered has no string at all.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from nurseapp.forms.question import Question

_NUMBER: Final = re.compile(r"-?\d{1,7}(?:\.(\d{1,3}))?")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_answer(question: Question, value: str) -> bool:
    """Whether `value` answers the question, within its options, limits and length."""
    match question.kind:
        case "choice" | "yes_no":
            return value in question.options
        case "multiple":
            return value == joined(question, frozenset(value.split()))
        case "number":
            return _is_number(question, value)
        case "date":
            return _is_day(value)
        case "text":
            return bool(value.strip()) and len(value) <= question.longest
        case "information":
            return False


def joined(question: Question, chosen: frozenset[str]) -> str:
    """The answer to a `multiple` question of which these options are chosen."""
    return " ".join(option for option in question.options if option in chosen)


def _is_number(question: Question, value: str) -> bool:
    found = _NUMBER.fullmatch(value)
    if found is None or not value.isascii() or len(found[1] or "") > question.decimals:
        return False
    number = float(value)
    low_enough = question.maximum is None or number <= question.maximum
    return low_enough and (question.minimum is None or number >= question.minimum)


def _is_day(value: str) -> bool:
    if _DAY.fullmatch(value) is None or not value.isascii():
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
