"""One item as it is asked now."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.forms.question import Question
from nurseapp.forms.wording import ItemText


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """Its words in the language now chosen, its number on the sheet, and what was answered.

    `answer` is a string as the form model has it; None while there is none.
    """

    question: Question
    text: ItemText
    number: int
    answer: str | None = None
    declined: bool = False
