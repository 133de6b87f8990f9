"""One item as it is asked now."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.forms.question import Question
from nurseapp.forms.wording import ItemText


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """Its words in the language now chosen, and what was answered.

    `number` counts the questions of the sheet from 1; None for what is no question of its own.
    `answer` is a string as `forms.answer` has it; None while there is none.
    """

    question: Question
    text: ItemText
    number: int | None = None
    answer: str | None = None
    declined: bool = False

    @property
    def words(self) -> str:
        """The words with the number before them, as on a page."""
        return self.text.text if self.number is None else f"{self.number}. {self.text.text}"
