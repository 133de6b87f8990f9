"""Everything that a place needs to draw itself."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.forms.questionnaire import Questionnaire, QuestionnaireText
from nurseapp.parent.measures import Measures
from nurseapp.parent.state import ParentState


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The state, with the words and sizes to show it in.

    `can_read`: as far as we know, the machine has a voice for this language.
    """

    state: ParentState
    questionnaire: Questionnaire
    languages: tuple[str, ...]
    resumed: bool
    can_read: bool
    measures: Measures

    @property
    def text(self) -> QuestionnaireText:
        """The form's words in the language now chosen."""
        return self.questionnaire.texts[self.state.language]

    def options(self, item: str) -> tuple[str, ...]:
        """The option ids of an item, in printed order."""
        return next(one.options for one in self.questionnaire.items if one.id == item)
