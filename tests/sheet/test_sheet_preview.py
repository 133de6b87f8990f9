"""A sheet as a parent sees it, tried out by a nurse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.forms.beside import grouped, is_beside
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire, QuestionnaireText
from nurseapp.forms.visibility import Answered
from nurseapp.forms.wording import ItemText
from nurseapp.look.theme import apply_theme
from nurseapp.sheet.preview import SheetPreview

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WALK = Question(id="1", kind="yes_no", options=("a", "b"))
FAR = Question(id="2", kind="number", unit="km", show_when=Answered("1", ("a",)))
TICK = Question(id="2c", kind="multiple", options=("a",), optional=True)
NOTE = Question(id="n", kind="information")


@pytest.fixture
def preview(qapp: QApplication, qtbot: QtBot) -> SheetPreview:
    apply_theme(qapp)
    texts = {
        "1": ItemText("Øvingstekst: Har dere gått en tur?", {"a": "Ja", "b": "Nei"}),
        "2": ItemText("Øvingstekst: Hvor langt?"),
    }
    text = QuestionnaireText(
        status="training", title="Tur", introduction="Øvelse.", recall="I dag", items=texts
    )
    made = SheetPreview(
        Questionnaire(
            form="walk", version=1, sha256="c" * 64, layout="page", recall_days=None,
            items=(WALK, FAR), texts={"ar": text},
        ),
        "ar",
    )  # fmt: skip
    qtbot.addWidget(made)
    made.show()
    return made


def test_preview_asks_what_an_answer_calls_for(preview: SheetPreview) -> None:
    cards = preview.cards.cards
    assert cards["1"].words.text() == "1. Øvingstekst: Har dere gått en tur?"
    assert not cards["2"].isVisible()
    QTest.mouseClick(cards["1"].rows["a"], Qt.MouseButton.LeftButton)
    assert cards["2"].isVisible()
    assert not cards["2"].skip_button.isVisible()


def test_preview_runs_as_its_language_does(preview: SheetPreview) -> None:
    assert preview.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_single_tick_that_may_be_left_belongs_to_the_question_before_it() -> None:
    assert is_beside(TICK)
    assert not is_beside(Question(id="x", kind="multiple", options=("a",)))
    assert not is_beside(Question(id="x", kind="multiple", options=("a", "b"), optional=True))
    assert grouped((WALK, TICK, NOTE, TICK, FAR)) == ((WALK, TICK), (NOTE,), (TICK,), (FAR,))
