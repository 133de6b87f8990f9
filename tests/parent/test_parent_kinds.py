"""Questions of every kind, pressed and typed as a parent does."""

from __future__ import annotations

from typing import Any

import pytest
from parent_kinds import every_kind
from parent_samples import MemoryRecorder, Sheet
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nurseapp.base.errors import DiskFullError
from nurseapp.outbox.answer import Answered, Paused, Started, TakenBack
from nurseapp.parent.flow import ParentFlow
from nurseapp.sheet.date_answer import DateAnswer
from nurseapp.sheet.number_answer import NumberAnswer
from nurseapp.sheet.text_answer import TextAnswer
from nurseapp.sheet.tick_answer import TickAnswer

pytest_plugins = ["parent_fixtures"]


def in_view(sheet: Sheet, kind: type[Any]) -> Any:
    """The only part of this kind that can be seen."""
    parts = [part for part in sheet.window.findChildren(kind) if part.isVisible()]
    assert len(parts) == 1
    return parts[0]


def to(sheet: Sheet, item: str) -> None:
    """Goes on until `item` is in view."""
    while sheet.flow.state.item != item:
        if sheet.flow.state.item == "walk":
            sheet.press(sheet.window.question.rows[0])
        sheet.press(sheet.window.question.next_button)


def given(recorder: MemoryRecorder) -> list[tuple[str, str]]:
    return [(one.item, one.value) for one in recorder.events if isinstance(one, Answered)]


def write(field: QWidget, text: str) -> None:
    assert field.isVisible()
    field.setFocus()
    QTest.keyClicks(field, text)


def test_a_whole_sheet_of_every_kind_is_answered_with_keys_and_presses(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(every_kind())
    sheet.press(window.question.next_button)
    sheet.press(window.question.rows[0])
    sheet.press(window.question.next_button)
    write(in_view(sheet, NumberAnswer).line, "12,5")
    sheet.press(window.question.next_button)
    ticks = in_view(sheet, TickAnswer)
    sheet.press(ticks.rows[2])
    sheet.press(ticks.rows[0])
    sheet.press(window.question.next_button)
    sheet.press(window.question.rows[1])
    sheet.press(in_view(sheet, TickAnswer).rows[0])
    sheet.press(window.question.next_button)
    for line, text in zip(in_view(sheet, DateAnswer).lines, ("3", "9", "24"), strict=True):
        write(line, text)
    sheet.press(window.question.next_button)
    write(in_view(sheet, TextAnswer).field, "Vi så et ekorn.")
    sheet.press(window.question.next_button)
    assert given(recorder) == [
        ("walk", "a"), ("far", "12.5"), ("seen", "c"), ("seen", "a c"), ("liked", "b"),
        ("liked-c", "a"), ("day", "2024-09-03"), ("told", "Vi så et ekorn."),
    ]  # fmt: skip
    assert window.review.isVisible()
    assert sheet.flow.state.unanswered == ()


def test_a_text_between_questions_is_not_counted(sheet: Sheet) -> None:
    window = sheet.begin(every_kind())
    assert not any(words.startswith("Spørsmål") for words in sheet.words())
    assert not window.question.skip_button.isVisible()
    sheet.press(window.question.next_button)
    assert "Spørsmål 1 av 5 · Denne uken" in sheet.words()
    sheet.press(window.question.rows[0])
    assert "Spørsmål 1 av 6 · Denne uken" in sheet.words()


def test_going_on_from_a_list_without_a_tick_says_none(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "seen")
    assert ("seen", "") not in given(recorder)
    sheet.press(window.question.next_button)
    assert given(recorder)[-1] == ("seen", "")
    assert "liked-c" not in sheet.flow.state.answers


def test_a_number_out_of_range_is_explained_and_not_kept(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "far")
    number = in_view(sheet, NumberAnswer)
    write(number.line, "120")
    assert "Tallet må være mellom 0,5 og 40." not in sheet.words()  # not while she is typing
    sheet.press(window.question.next_button)
    assert sheet.flow.state.item == "far"
    assert "Tallet må være mellom 0,5 og 40." in sheet.words()
    assert number.line.accessibleDescription() == "Tallet må være mellom 0,5 og 40."
    QTest.keyClick(number.line, Qt.Key.Key_Backspace)
    assert "Tallet må være mellom 0,5 og 40." not in sheet.words()
    sheet.press(window.question.next_button)
    assert sheet.flow.state.item == "seen"
    assert given(recorder)[-1] == ("far", "12")


def test_who_cannot_give_a_number_may_still_skip_it(sheet: Sheet) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "far")
    write(in_view(sheet, NumberAnswer).line, "langt")
    sheet.press(window.question.skip_button)
    sheet.press(window.question.prompt.skip_button)
    assert sheet.flow.state.item == "seen"
    sheet.press(window.question.back_button)
    assert in_view(sheet, NumberAnswer).line.text() == ""


def test_an_emptied_field_takes_its_answer_back(sheet: Sheet, recorder: MemoryRecorder) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "far")
    write(in_view(sheet, NumberAnswer).line, "7")
    sheet.press(window.question.next_button)
    sheet.press(window.question.back_button)
    line = in_view(sheet, NumberAnswer).line
    assert line.text() == "7"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    sheet.press(window.question.next_button)
    assert recorder.events[-1] == TakenBack(item="far")
    assert "far" in sheet.flow.state.unanswered


@pytest.mark.parametrize("leave", ["pause_button", "language_button"])
def test_what_is_typed_is_kept_before_the_page_is_left(
    sheet: Sheet, recorder: MemoryRecorder, leave: str
) -> None:
    window = sheet.begin(every_kind(languages=("nb", "ar")))
    to(sheet, "told")
    write(in_view(sheet, TextAnswer).field, "Fint.")
    sheet.press(getattr(window.top, leave))
    assert ("told", "Fint.") in given(recorder)
    assert isinstance(recorder.events[-1], Paused) == (leave == "pause_button")


@pytest.mark.parametrize("layout", ["one_at_a_time", "page"])
def test_what_is_typed_and_not_on_disk_stays_typed_and_in_view(
    sheet: Sheet, recorder: MemoryRecorder, layout: str
) -> None:
    window = sheet.begin(every_kind(layout=layout))  # type: ignore[arg-type]
    if layout == "one_at_a_time":
        to(sheet, "told")
    place = window.question if layout == "one_at_a_time" else window.question_page
    field = in_view(sheet, TextAnswer).field
    write(field, "Fint.")
    recorder.full = True
    sheet.press(place.next_button)
    assert place.isVisible()
    assert field.toPlainText() == "Fint."
    assert any(words.startswith(DiskFullError().sentence) for words in sheet.words())
    recorder.full = False
    sheet.press(place.next_button)
    assert ("told", "Fint.") in given(recorder)
    assert window.review.isVisible()


def test_on_the_page_a_press_elsewhere_keeps_what_was_typed_first(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(every_kind(layout="page"))
    cards = window.question_page.cards
    sheet.press(cards["walk"].rows["a"])
    write(in_view(sheet, NumberAnswer).line, "3")
    sheet.press(cards["liked"].rows["a"])
    assert given(recorder) == [("walk", "a"), ("far", "3"), ("liked", "a")]


def test_on_the_page_the_first_answer_that_does_not_fit_is_shown(sheet: Sheet) -> None:
    window = sheet.begin(every_kind(layout="page"), size=(1280, 600))
    sheet.press(window.question_page.cards["walk"].rows["a"])
    write(in_view(sheet, NumberAnswer).line, "900")
    write(in_view(sheet, DateAnswer).lines[0], "12")
    sheet.press(window.question_page.next_button)
    assert window.question_page.isVisible()
    assert in_view(sheet, NumberAnswer).line.hasFocus()
    assert "Skriv både dag, måned og år." in sheet.words()


def test_a_day_that_does_not_exist_is_explained(sheet: Sheet) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "day")
    for line, text in zip(in_view(sheet, DateAnswer).lines, ("30", "2", "2024"), strict=True):
        write(line, text)
    sheet.press(window.question.next_button)
    assert "Datoen 30.2.2024 finnes ikke." in sheet.words()


def test_a_text_says_when_it_is_nearly_full_and_takes_no_more(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "told")
    field = in_view(sheet, TextAnswer).field
    write(field, "a" * 99)
    assert not any("igjen" in words for words in sheet.words())
    write(field, "b")
    assert "100 tegn igjen" in sheet.words()
    field.setPlainText("a" * 199)
    write(field, "bc")
    sheet.press(window.question.next_button)
    assert len(given(recorder)[-1][1]) == 200


def test_another_language_keeps_what_is_being_typed(sheet: Sheet) -> None:
    sheet.begin(every_kind(languages=("nb", "ar")))
    to(sheet, "far")
    line = in_view(sheet, NumberAnswer).line
    write(line, "1")
    sheet.flow.resize_text(1)
    sheet.flow.choose_language("ar")
    assert line.text() == "1"


def test_return_leads_from_field_to_field(sheet: Sheet) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "day")
    first, second, third = in_view(sheet, DateAnswer).lines
    write(first, "1")
    for line, text in ((second, "2"), (third, "24")):
        sheet.key(Qt.Key.Key_Return)
        assert line.hasFocus()
        write(line, text)
    sheet.key(Qt.Key.Key_Return)
    assert window.question.back_button.hasFocus()
    assert sheet.flow.state.answers["day"] == "2024-02-01"


def test_nothing_typed_can_be_copied_cut_or_pasted(sheet: Sheet) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("før")
    window = sheet.begin(every_kind())
    window.guard()
    handle = window.windowHandle()
    assert handle is not None
    to(sheet, "far")
    line = in_view(sheet, NumberAnswer).line
    write(line, "12")
    line.selectAll()
    modifier = Qt.KeyboardModifier
    for key, held in (
        (Qt.Key.Key_C, modifier.ControlModifier), (Qt.Key.Key_X, modifier.ControlModifier),
        (Qt.Key.Key_V, modifier.ControlModifier), (Qt.Key.Key_Delete, modifier.ShiftModifier),
        (Qt.Key.Key_Insert, modifier.ShiftModifier), (Qt.Key.Key_Insert, modifier.ControlModifier),
    ):  # fmt: skip
        QTest.keyClick(handle, key, held)
        QTest.keyClick(line, key, held)
    assert (clipboard.text(), line.text()) == ("før", "12")
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton)
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == "12"


def test_fields_have_a_name_and_the_right_keyboard(sheet: Sheet) -> None:
    window = sheet.begin(every_kind(layout="page"))
    sheet.press(window.question_page.cards["walk"].rows["a"])
    for field in window.question_page.findChildren(QWidget):
        if isinstance(field, QLineEdit) and field.isVisible():
            assert field.accessibleName().startswith("Øvingstekst")
            assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert in_view(sheet, TextAnswer).field.accessibleName() == "Øvingstekst: Fortell om turen."


def test_flow_refuses_what_is_no_answer(recorder: MemoryRecorder) -> None:
    flow = ParentFlow(every_kind(), recorder, language="nb")
    flow.begin()
    for item, value in (("i", ""), ("day", "i går"), ("told", "  "), ("seen", "c a"), ("far", "3")):
        flow.answer(item, value)
    flow.take_back("day")
    assert recorder.events == [Started(language="nb", layout="one_at_a_time")]


def test_an_optional_question_left_open_is_not_called_unanswered(sheet: Sheet) -> None:
    window = sheet.begin(every_kind())
    to(sheet, "told")
    sheet.press(window.question.next_button)
    numbers = [row.text()[:2] for row in window.review.rows]
    assert numbers == ["2.", "4.", "5."]
