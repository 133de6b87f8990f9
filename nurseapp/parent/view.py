"""Everything that a place needs to draw itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nurseapp.forms.beside import grouped
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire, QuestionnaireText
from nurseapp.parent.state import ParentState
from nurseapp.parent.ticket import RecordKind
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.measures import Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The state, with the words and sizes to show it in.

    `can_read`: as far as we know, the machine has a voice for this language. `record` is where
    the answers will stand.
    """

    state: ParentState
    questionnaire: Questionnaire
    languages: tuple[str, ...]
    resumed: bool
    record: RecordKind
    can_read: bool
    measures: Measures

    @property
    def text(self) -> QuestionnaireText:
        """The form's words in the language now chosen."""
        return self.questionnaire.texts[self.state.language]

    def asked_items(self) -> tuple[AskedItem, ...]:
        """Everything that is asked now, in printed order."""
        return self._asked(self.state.items)

    def in_view(self) -> tuple[AskedItem, ...]:
        """The item in view and the ticks beside it; none before the beginning."""
        groups = grouped(self.state.items)
        group = next((one for one in groups if one[0].id == self.state.item), ())
        return self._asked(group)

    def spoken_words(self, item: str) -> str:
        """A question and its answers, as they are read aloud."""
        question = next(one for one in self.questionnaire.items if one.id == item)
        text = self.text.items[item]
        answers = (text.options[option] for option in question.options)
        return ". ".join([text.text, *answers, *filter(None, [question.unit])])

    def _asked(self, questions: Iterable[Question]) -> tuple[AskedItem, ...]:
        state = self.state
        numbers = {item: number for number, item in enumerate(state.questions, 1)}
        return tuple(
            AskedItem(
                question=question,
                text=self.text.items[question.id],
                number=numbers.get(question.id),
                answer=state.answers.get(question.id),
                declined=question.id in state.declined,
            )
            for question in questions
        )
