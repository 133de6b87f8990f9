"""Large enough by the ruler, whole at every text size, mirrored where text runs the other way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from parent_kinds import every_kind
from parent_samples import Sheet, questionnaire
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from nurseapp.base.text import language
from nurseapp.look.buttons import Button
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import Label
from nurseapp.look.wrapping import height_for
from nurseapp.sheet.tick_row import TickRow

pytest_plugins = ["parent_fixtures"]


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [part for part in window.findChildren(kind) if part.isVisible()]


def millimetres(pixels: int, dpi: float) -> float:
    return pixels / dpi * 25.4


@pytest.mark.parametrize("dpi", [96.0, 200.0])
@pytest.mark.parametrize("layout", ["one_at_a_time", "page"])
def test_answers_are_14_mm_high_full_width_and_2_mm_apart(
    sheet: Sheet, dpi: float, layout: str
) -> None:
    asked = questionnaire(2, layout=layout)  # type: ignore[arg-type]
    window = sheet.begin(asked, dpi=dpi, size=(1920, 1200))
    rows = [row for row in visible(window, ChoiceRow) if isinstance(row, ChoiceRow)]
    assert len(rows) == (4 if layout == "one_at_a_time" else 8)
    rows.sort(key=lambda row: row.mapTo(window, row.rect().topLeft()).y())
    assert len({row.width() for row in rows}) == 1
    for row in rows:
        assert millimetres(row.height(), dpi) >= 14
    for upper, lower in pairwise(rows[:4]):
        assert millimetres(lower.y() - upper.geometry().bottom() - 1, dpi) >= 2
    for button in visible(window, Button):
        assert millimetres(button.height(), dpi) >= 12


@pytest.mark.parametrize(("step", "question", "answer"), [(0, 20, 18), (2, 32, 28.8)])
def test_text_is_as_large_as_promised(
    sheet: Sheet, step: int, question: float, answer: float
) -> None:
    window = sheet.begin(questionnaire(1), text_step=step)
    assert window.question.words.font().pixelSize() == pytest.approx(question * 96 / 72, abs=1)
    assert window.question.rows[0].font().pixelSize() == pytest.approx(answer * 96 / 72, abs=1)


def assert_whole(window: QWidget) -> None:
    """No label or button is lower than its words need, or hangs out of its place."""
    for label in visible(window, Label):
        assert isinstance(label, Label)
        metrics = QFontMetrics(label.font())
        assert label.height() >= height_for(metrics, label.text(), label.width()), label.text()
    for button in visible(window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        assert button.height() >= button.heightForWidth(button.width()), button.text()
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    for area in visible(window, QScrollArea):
        assert isinstance(area, QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0
    for part in [*visible(window, Label), *visible(window, QAbstractButton)]:
        left = part.mapTo(window, part.rect().topLeft()).x()
        assert 0 <= left <= left + part.width() <= window.width()


def wait_until_whole(sheet: Sheet) -> None:
    sheet.qtbot.waitUntil(lambda: assert_whole(sheet.window))


@pytest.mark.parametrize("layout", ["one_at_a_time", "page"])
@pytest.mark.parametrize(
    "size", [(1280, 800), (800, 1280), pytest.param((1024, 768), marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("language", ["nb", "ar"])
def test_nothing_is_cut_at_the_largest_text(
    sheet: Sheet, layout: str, size: tuple[int, int], language: str
) -> None:
    languages = (language, "nn")
    asked = questionnaire(2, layout=layout, languages=languages)  # type: ignore[arg-type]
    window = sheet.open(asked, text_step=2, size=size)
    assert (window.width(), window.height()) == size
    wait_until_whole(sheet)
    sheet.flow.begin()
    wait_until_whole(sheet)
    sheet.flow.ask_to_skip("1")
    wait_until_whole(sheet)
    sheet.flow.decline()
    sheet.flow.next()
    sheet.flow.next()
    assert window.review.isVisible()
    wait_until_whole(sheet)
    sheet.flow.list_languages()
    wait_until_whole(sheet)
    sheet.flow.back()
    sheet.flow.next()
    sheet.flow.hand_in()
    assert window.thanks.isVisible()
    wait_until_whole(sheet)
    assert (window.width(), window.height()) == size


def test_text_grows_at_once_when_asked(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(1))
    before = window.question.words.font().pixelSize()
    sheet.press(window.top.larger_button)
    sheet.press(window.top.larger_button)
    assert window.question.words.font().pixelSize() == pytest.approx(1.6 * before, abs=1)
    assert not window.top.larger_button.isEnabled()


def test_a_language_from_right_to_left_mirrors_the_frame_and_not_the_answers(sheet: Sheet) -> None:
    asked = questionnaire(2, languages=("ar", "nb"))
    window = sheet.begin(asked)
    question = window.question
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert question.back_button.mapTo(window, question.back_button.rect().center()).x() > 640
    assert question.next_button.mapTo(window, question.next_button.rect().center()).x() < 640
    tops = [row.y() for row in question.rows[:4]]
    assert tops == sorted(tops)
    assert [row.property("option") for row in question.rows[:4]] == ["a", "b", "c", "d"]
    assert "كل يوم" in question.rows[0].text()
    sheet.press(window.top.language_button)
    sheet.press(window.languages.rows["nb"])
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert question.next_button.mapTo(window, question.next_button.rect().center()).x() > 640


def test_the_interface_follows_the_language_that_it_knows(sheet: Sheet) -> None:
    window = sheet.open(questionnaire(1, languages=("nb", "nn")))
    buttons = {button.property("language"): button for button in window.welcome.language_buttons()}
    sheet.press(buttons["nn"])
    assert sheet.flow.state.language == "nn"
    assert language() == "nn"
    assert any("Dette er ei øving." in words for words in sheet.words())


@pytest.mark.parametrize("layout", ["one_at_a_time", "page"])
@pytest.mark.parametrize("language", ["nb", "ar"])
def test_no_kind_of_question_is_cut_at_the_largest_text(
    sheet: Sheet, layout: str, language: str
) -> None:
    asked = every_kind(layout=layout, languages=(language,))  # type: ignore[arg-type]
    window = sheet.begin(asked, text_step=2, size=(800, 1280))
    sheet.flow.answer("walk", "a")
    while window.question.isVisible():
        wait_until_whole(sheet)
        sheet.flow.next()
    wait_until_whole(sheet)
    assert (window.width(), window.height()) == (800, 1280)


def test_fields_are_as_high_as_answers(sheet: Sheet) -> None:
    window = sheet.begin(every_kind(layout="page"), dpi=200.0, size=(1920, 1200))
    sheet.press(window.question_page.cards["walk"].rows["a"])
    fields = visible(window, QLineEdit)
    assert len(fields) == 4
    for field in fields:
        assert millimetres(field.height(), 200.0) >= 14
    for row in visible(window, TickRow):
        assert millimetres(row.height(), 200.0) >= 14
