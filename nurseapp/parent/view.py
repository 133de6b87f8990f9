"""Everything that a place needs to draw itself."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire, QuestionnaireText
from nurseapp.parent.state import ParentState
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.measures import Measures


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

    def question(self, item: str) -> Question:
        """The item of that id; StopIteration if there is none."""
        return next(one for one in self.questionnaire.items if one.id == item)

    def asked_item(self, item: str) -> AskedItem:
        """One of the asked items, as it stands now."""
        state = self.state
        return AskedItem(
            question=self.question(item),
            text=self.text.items[item],
            number=state.asked.index(item) + 1,
            answer=state.answers.get(item),
            declined=item in state.declined,
        )
