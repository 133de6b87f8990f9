"""A sheet as a parent sees it, to be tried out; nothing that is pressed in it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.forms.beside import grouped
from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.forms.visibility import asked_now
from nurseapp.look import theme
from nurseapp.look.labels import Label, aside
from nurseapp.sheet.asked_item import AskedItem
from nurseapp.sheet.languages import is_right_to_left
from nurseapp.sheet.measures import Measures, step_for
from nurseapp.sheet.question_cards import QuestionCards
from nurseapp.sheet.sizes import Sizes


class SheetPreview(QWidget):
    """All questions on one page, with the parent's own widgets and sizes, in one language.

    Answers can be tried, and questions that hang on them come and go.
    """

    def __init__(self, questionnaire: Questionnaire, language: str) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._text = questionnaire.texts[language]
        self._answers: dict[str, str] = {}
        sizes = Sizes()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(sizes.sized(aside(self._text.introduction), 14))
        column.addWidget(sizes.sized(Label(self._text.recall), 20, bold=True))
        self.cards = QuestionCards(sizes, may_skip=False)
        self.cards.build(questionnaire.items)
        self.cards.answer.connect(self._answered)
        self.cards.take_back.connect(self._taken_back)
        column.addWidget(self.cards)
        self._mirror(language)
        sizes.dress(Measures(step=step_for(theme.text_scale())))
        self._present()

    def _answered(self, item: str, value: str) -> None:
        self._answers[item] = value
        self._present()

    def _taken_back(self, item: str) -> None:
        self._answers.pop(item, None)
        self._present()

    def _present(self) -> None:
        asked = set(asked_now(self._questionnaire.items, self._answers))
        items = [item for item in self._questionnaire.items if item.id in asked]
        heads = [group[0].id for group in grouped(items) if group[0].kind != "information"]
        self.cards.present(
            AskedItem(
                question=item,
                text=self._text.items[item.id],
                number=heads.index(item.id) + 1 if item.id in heads else None,
                answer=self._answers.get(item.id),
            )
            for item in items
        )

    def _mirror(self, language: str) -> None:
        mirrored = is_right_to_left(language)
        if mirrored:
            theme.load_arabic()
        direction = Qt.LayoutDirection
        self.setLayoutDirection(direction.RightToLeft if mirrored else direction.LeftToRight)
