"""Which part serves which kind of item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from nurseapp.forms.vocabulary import ItemKind
from nurseapp.sheet.answer_part import AnswerPart
from nurseapp.sheet.choice_answer import ChoiceAnswer
from nurseapp.sheet.sizes import Sizes


def answer_part(kind: ItemKind, sizes: Sizes) -> AnswerPart | None:
    """A new part for items of this kind; None for a text that asks nothing."""
    make = _PARTS.get(kind)
    return None if make is None else make(sizes)


def family(kind: ItemKind) -> ItemKind:
    """The kind that stands for all that the same part can serve."""
    return "choice" if kind == "yes_no" else kind


def _ticks(sizes: Sizes) -> AnswerPart:
    from nurseapp.sheet.tick_answer import TickAnswer

    return TickAnswer(sizes)


def _number(sizes: Sizes) -> AnswerPart:
    from nurseapp.sheet.number_answer import NumberAnswer

    return NumberAnswer(sizes)


def _day(sizes: Sizes) -> AnswerPart:
    from nurseapp.sheet.date_answer import DateAnswer

    return DateAnswer(sizes)


def _words(sizes: Sizes) -> AnswerPart:
    from nurseapp.sheet.text_answer import TextAnswer

    return TextAnswer(sizes)


_PARTS: Final[dict[ItemKind, Callable[[Sizes], AnswerPart]]] = {
    "choice": ChoiceAnswer,
    "yes_no": ChoiceAnswer,
    "multiple": _ticks,
    "number": _number,
    "date": _day,
    "text": _words,
}
"""What few forms ask for is imported when a form does; the parent's window waits in the wings."""
