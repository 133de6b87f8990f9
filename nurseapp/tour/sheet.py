"""The answers of the tour's mother, in the words of the practice text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nurseapp.base.paths import forms_folder
from nurseapp.forms.library import load_library
from nurseapp.forms.scoring import Respondent, scorer_for

if TYPE_CHECKING:
    from nurseapp.base.text import Language
    from nurseapp.forms.library import LoadedForm
    from nurseapp.forms.wording import Wording

FIRST_THOUGHT: Final = ("1", "a")
"""What is answered first, and then changed."""

ANSWERS: Final = {
    "1": "c", "2": "c", "3": "b", "4": "b", "5": "c",
    "6": "b", "7": "c", "8": "c", "9": "d", "10": "c",
}  # fmt: skip
SCORE: Final = 13
"""2 + 2 + 2 + 1 + 1 + 2 + 1 + 1 + 0 + 1, by the printed key."""
PAUSE_AFTER: Final = "6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """EPDS in one language: what is asked and what the options are called."""

    loaded: LoadedForm
    language: Language

    def question(self, item: str) -> str:
        """The words of the question."""
        return self._wording.items[item].text

    def option(self, item: str, option: str) -> str:
        """The words of the answer."""
        return self._wording.items[item].options[option]

    def score(self) -> float | None:
        """What the answers come to, reckoned in this process and not read from the screen."""
        outcome = scorer_for(self.loaded.form).score(ANSWERS, Respondent(role="mother"))
        return outcome.scales[0].score

    @property
    def _wording(self) -> Wording:
        return next(one for one in self.loaded.wordings if one.language == self.language)


def tour_sheet(language: Language) -> Sheet:
    """EPDS with its practice text."""
    return Sheet(loaded=load_library(forms_folder()).form("epds"), language=language)
