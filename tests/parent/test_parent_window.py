"""The parent's window with real presses and keys."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from parent_samples import MemoryRecorder, Sheet, questionnaire, ticket
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError
from nurseapp.look.labels import Label
from nurseapp.look.parent_keys import ParentKeysOnly
from nurseapp.outbox.answer import Answered, Declined, Finished, Paused, WentBack
from nurseapp.parent.window import is_practice

pytest_plugins = ["parent_fixtures"]


def test_a_sheet_is_answered_one_question_at_a_time(sheet: Sheet, recorder: MemoryRecorder) -> None:
    window = sheet.begin(questionnaire(3))
    for row in (1, 3, 0):
        sheet.press(window.question.rows[row])
        sheet.press(window.question.next_button)
    sheet.press(window.review.hand_in_button)
    assert [event for event in recorder.events if isinstance(event, Answered)] == [
        Answered(item="1", value="b"),
        Answered(item="2", value="d"),
        Answered(item="3", value="a"),
    ]
    assert recorder.events[-1] == Finished(records=4)
    assert window.thanks.isVisible()


def test_a_sheet_is_answered_on_one_page(sheet: Sheet, recorder: MemoryRecorder) -> None:
    window = sheet.begin(questionnaire(3, layout="page"))
    assert [card.words.text()[:2] for card in window.question_page.cards.values()] == [
        "1.",
        "2.",
        "3.",
    ]
    for item, option in (("2", "c"), ("1", "a"), ("3", "d"), ("1", "b")):
        sheet.press(window.question_page.cards[item].rows[option])
    sheet.press(window.question_page.next_button)
    sheet.press(window.review.hand_in_button)
    assert sheet.flow.state.answers == {"1": "b", "2": "c", "3": "d"}
    assert recorder.events[-1] == Finished(records=5)


def test_going_back_shows_the_answer_and_lets_it_be_changed(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(questionnaire(2))
    sheet.press(window.question.rows[1])
    sheet.press(window.question.next_button)
    assert not any(row.isChecked() for row in window.question.rows)
    sheet.press(window.question.back_button)
    assert [row.isChecked() for row in window.question.rows[:4]] == [False, True, False, False]
    sheet.press(window.question.rows[2])
    assert [row.isChecked() for row in window.question.rows[:4]] == [False, False, True, False]
    assert recorder.events[-2:] == [WentBack(item="1"), Answered(item="1", value="c")]


def test_pressing_the_chosen_answer_again_keeps_it(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(1))
    sheet.press(window.question.rows[1])
    sheet.press(window.question.rows[1])
    assert window.question.rows[1].isChecked()


def test_not_wanting_to_answer_is_asked_about_once_and_gently(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(questionnaire(2))
    sheet.press(window.question.skip_button)
    assert not window.question.next_button.isVisible()
    sheet.press(window.question.prompt.stay_button)
    sheet.press(window.question.skip_button)
    sheet.press(window.question.prompt.skip_button)
    assert recorder.events[-1] == Declined(item="1")
    assert sheet.flow.state.item == "2"


def test_on_the_page_a_skipped_question_says_so_and_can_be_answered(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.begin(questionnaire(2, layout="page"))
    card = window.question_page.cards["2"]
    sheet.press(card.skip_button)
    assert "Det er helt greit å la være. Vil du hoppe over spørsmål 2?" in sheet.words()
    sheet.press(window.question_page.prompt.skip_button)
    assert "Du valgte å ikke svare på dette. Du kan ombestemme deg." in sheet.words()
    sheet.press(card.rows["a"])
    assert "Du valgte å ikke svare på dette. Du kan ombestemme deg." not in sheet.words()
    assert recorder.events[-2:] == [Declined(item="2"), Answered(item="2", value="a")]


def test_open_questions_are_listed_and_lead_back(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(3))
    sheet.press(window.question.next_button)
    sheet.press(window.question.rows[0])
    sheet.press(window.question.next_button)
    sheet.press(window.question.next_button)
    assert "2 spørsmål er ikke besvart" in sheet.words()
    assert [row.text()[:2] for row in window.review.rows] == ["1.", "3."]
    sheet.press(window.review.rows[1])
    assert window.question.isVisible()
    assert sheet.flow.state.item == "3"


def test_the_review_echoes_no_answer(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(2))
    sheet.press(window.question.rows[1])
    sheet.press(window.question.next_button)
    sheet.press(window.question.next_button)
    assert window.review.isVisible()
    assert not any("Noen dager" in words for words in sheet.words())


@pytest.mark.parametrize("layout", ["one_at_a_time", "page"])
def test_what_is_not_on_disk_is_not_shown_as_chosen(
    sheet: Sheet, recorder: MemoryRecorder, layout: str
) -> None:
    window = sheet.begin(questionnaire(2, layout=layout))  # type: ignore[arg-type]
    recorder.full = True
    rows = (
        window.question.rows
        if layout == "one_at_a_time"
        else list(window.question_page.cards["1"].rows.values())
    )
    sheet.press(rows[1])
    assert not rows[1].isChecked()
    assert any(words.startswith(DiskFullError().sentence) for words in sheet.words())
    recorder.full = False
    sheet.press(rows[1])
    assert rows[1].isChecked()
    assert not any(words.startswith(DiskFullError().sentence) for words in sheet.words())


def ending_after(sheet: Sheet, recorder: MemoryRecorder, options: str) -> QImage:
    """The last page after these answers; `-` skips, `.` leaves open."""
    recorder.events.clear()
    window = sheet.begin(questionnaire(len(options)))
    for option in options:
        if option == "-":
            sheet.press(window.question.skip_button)
            sheet.press(window.question.prompt.skip_button)
            continue
        if option != ".":
            sheet.press(window.question.rows["abcd".index(option)])
        sheet.press(window.question.next_button)
    sheet.press(window.review.hand_in_button)
    assert "Takk!" in sheet.words()
    picture = window.grab().toImage()
    window.hide()
    return picture


def test_everybody_gets_the_same_ending_to_the_pixel(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    endings = [ending_after(sheet, recorder, answers) for answers in ("aaa", "ddd", "---", "..a")]
    assert all(ending == endings[0] for ending in endings)


def test_no_place_shows_points_or_a_score(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(2))
    seen = list(sheet.words())
    for _question in range(2):
        sheet.press(window.question.rows[3])
        seen += sheet.words()
        sheet.press(window.question.next_button)
    seen += sheet.words()
    sheet.press(window.review.hand_in_button)
    seen += sheet.words()
    judging = re.compile(r"poeng|skår|score|grense|resultat|normal", re.IGNORECASE)
    assert [words for words in seen if judging.search(words)] == []


def test_a_pause_hands_back_to_the_nurse(sheet: Sheet, recorder: MemoryRecorder) -> None:
    window = sheet.begin(questionnaire(3))
    sheet.press(window.question.rows[0])
    sheet.press(window.top.pause_button)
    assert recorder.events[-1] == Paused(records=2)
    assert "Gi nettbrettet tilbake til helsesykepleieren." in sheet.words()
    assert not window.top.isVisible()
    with sheet.qtbot.waitSignal(window.left):
        sheet.press(window.paused.nurse_button)


@pytest.mark.parametrize("layout", ["one_at_a_time", "page"])
@pytest.mark.parametrize("pages", [0, 1, 2])
def test_a_pause_is_one_press_away_on_every_page(
    sheet: Sheet, layout: Literal["one_at_a_time", "page"], pages: int
) -> None:
    """Whoever is no longer alone hands the device back, and the page left says nothing."""
    window = sheet.open(questionnaire(1, layout=layout))
    questions = window.question if layout == "one_at_a_time" else window.question_page
    for button in (window.welcome.begin_button, questions.next_button)[:pages]:
        sheet.press(button)
    sheet.press(window.top.pause_button)
    assert sheet.flow.state.place == "paused"
    assert "Øvingstekst" not in sheet.words()


def test_the_whole_sheet_can_be_answered_by_keyboard(
    sheet: Sheet, recorder: MemoryRecorder
) -> None:
    window = sheet.open(questionnaire(2))
    window.welcome.begin_button.setFocus()
    sheet.key(Qt.Key.Key_Space)
    for _question in range(2):
        sheet.key(Qt.Key.Key_Down)
        assert window.question.rows[0].hasFocus()
        sheet.key(Qt.Key.Key_Down)
        sheet.key(Qt.Key.Key_Return)
        for _step in range(10):
            if QApplication.focusWidget() is window.question.next_button:
                break
            sheet.key(Qt.Key.Key_Tab)
        sheet.key(Qt.Key.Key_Space)
    assert window.review.isVisible()
    assert sheet.flow.state.answers == {"1": "b", "2": "b"}


def test_a_new_question_chooses_and_rings_nothing(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(2))
    sheet.press(window.question.rows[1])
    sheet.press(window.question.next_button)
    assert window.question.words.hasFocus()
    assert not any(row.isChecked() or row.hasFocus() for row in window.question.rows)


def test_the_window_cannot_be_closed_and_has_no_menu(sheet: Sheet) -> None:
    window = sheet.open(questionnaire(1))
    window.guard()
    closing = QCloseEvent()
    QApplication.sendEvent(window, closing)
    assert not closing.isAccepted()
    handle = window.windowHandle()
    assert handle is not None
    handle.close()
    QTest.keyClick(handle, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(window, menu)
    assert window.isVisible()
    assert QApplication.activePopupWidget() is None


def test_only_plain_keys_reach_a_parents_window(sheet: Sheet) -> None:
    window = sheet.open(questionnaire(1))
    handle = window.windowHandle()
    assert handle is not None
    ParentKeysOnly(handle)
    window.welcome.begin_button.setFocus()
    QTest.keyClick(handle, Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier)
    assert window.welcome.isVisible()
    QTest.keyClick(handle, Qt.Key.Key_Space)
    assert window.question.isVisible()


def test_the_guarded_window_takes_only_plain_keys(sheet: Sheet) -> None:
    window = sheet.open(questionnaire(1))
    window.guard()
    handle = window.windowHandle()
    assert handle is not None
    assert handle.findChildren(ParentKeysOnly)


def test_the_next_question_is_shown_from_its_beginning(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(2), text_step=2, size=(800, 600))
    scroll_bar = window.question.page.verticalScrollBar()
    sheet.qtbot.waitUntil(lambda: scroll_bar.maximum() > 0)
    scroll_bar.setValue(scroll_bar.maximum())
    sheet.press(window.question.next_button)
    assert scroll_bar.value() == 0


def test_early_presses_fall_through_to_nothing(sheet: Sheet, recorder: MemoryRecorder) -> None:
    """The second half of the nurse's double tap must not press what comes up under it."""
    window = sheet.open(questionnaire(1))
    window.hide()
    window.guard()
    window.show()
    handle = window.windowHandle()
    assert handle is not None
    button = window.welcome.begin_button
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)
    assert window.welcome.isVisible()
    assert recorder.events == []


def test_the_other_half_of_a_double_tap_hands_nothing_in(
    sheet: Sheet, recorder: MemoryRecorder, qtbot: QtBot
) -> None:
    window = sheet.begin(questionnaire(2, layout="page"))
    window.guard()
    handle = window.windowHandle()
    assert handle is not None

    def tapped() -> bool:
        """Presses again until the half second after the window came up is over."""
        button = window.question_page.next_button
        place = button.mapTo(window, button.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)
        return window.review.isVisible()

    qtbot.waitUntil(tapped)
    button = window.review.hand_in_button
    QTest.mouseClick(
        handle, Qt.MouseButton.LeftButton, pos=button.mapTo(window, button.rect().center())
    )
    assert window.review.isVisible()
    assert not any(isinstance(event, Finished) for event in recorder.events)


def test_text_cannot_be_selected_or_copied(sheet: Sheet) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("før")
    window = sheet.begin(questionnaire(1))
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "før"
    flags = {label.textInteractionFlags() for label in window.findChildren(Label)}
    assert flags <= {Qt.TextInteractionFlag.NoTextInteraction, Qt.TextInteractionFlag.LinksAccessibleByMouse}  # fmt: skip


def test_practice_says_so_on_every_page(sheet: Sheet) -> None:
    window = sheet.open(questionnaire(1))
    steps = [
        window.welcome.begin_button,
        window.question.next_button,
        window.review.hand_in_button,
    ]
    for button in steps:
        assert window.banner.isVisible()
        assert window.banner.accessibleName() == "Øving – ikke ekte svar"
        sheet.press(button)
    assert window.banner.isVisible()


def test_practice_words_say_so_even_in_a_real_station() -> None:
    assert is_practice(ticket(questionnaire(training=True), training=False))
    assert is_practice(ticket(questionnaire(training=False), training=True))
    assert not is_practice(ticket(questionnaire(training=False), training=False))


def test_practice_words_are_shown_as_practice_even_in_a_real_station(sheet: Sheet) -> None:
    assert sheet.open(questionnaire(1), training=False).banner.isVisible()


def test_a_resumed_sheet_says_that_earlier_answers_are_kept(sheet: Sheet) -> None:
    sheet.open(questionnaire(1), resumed=True)
    assert any(words.startswith("Du fortsetter der du stoppet.") for words in sheet.words())


def test_the_opening_page_promises_what_can_be_kept(sheet: Sheet) -> None:
    sheet.open(questionnaire(1))
    text = " ".join(sheet.words())
    for promise in ("Helsesykepleieren ser svarene", "lagres kryptert", "frivillig", "barnevernet"):
        assert promise in text


def test_no_button_is_without_a_name(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(2, languages=("nb", "nn")))
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
    assert window.top.larger_button.accessibleName() == "Større tekst"


def test_reading_aloud_disappears_where_there_is_no_voice(sheet: Sheet) -> None:
    window = sheet.begin(questionnaire(1))
    sheet.press(window.top.read_button)
    assert not window.top.read_button.isVisible()
    assert any(words.startswith("Maskinen har ingen stemme") for words in sheet.words())
    sheet.press(window.question.next_button)
    assert not any(words.startswith("Maskinen har ingen stemme") for words in sheet.words())
