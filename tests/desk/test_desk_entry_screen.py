"""Entering a sheet with real presses and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_fakes import press, words
from entry_samples import PAPER, TALK, TODAY, WATCHED, EntryClinic, mixed_questions, sheet_questions
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from nurseapp.desk.entry.number_rows import NumberRows
from nurseapp.desk.entry.screen import EntryScreen
from nurseapp.desk.routes import Entry, Result
from nurseapp.look.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_theme(qapp)


def shown(qtbot: QtBot, screen: EntryScreen, size: tuple[int, int] = (1050, 800)) -> EntryScreen:
    qtbot.addWidget(screen)
    screen.resize(*size)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


def keys(text: str) -> None:
    for sign in text:
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, sign)


def rows(screen: EntryScreen) -> NumberRows:
    assert isinstance(screen.filling.sheet, NumberRows)
    return screen.filling.sheet


def test_a_sheet_is_typed_compared_and_saved(qtbot: QtBot) -> None:
    clinic = EntryClinic()
    screen = shown(qtbot, clinic.screen(Entry(2, mode="paper")))
    press(screen.choosing.rows["walks", "paper"])
    press(screen.choosing.begin)
    keys("1234123412")
    assert screen.filling.done.hasFocus()
    press(screen.filling.done)
    press(screen.summary.again)
    keys("1234123413")
    press(screen.filling.done)
    assert "Ett svar er forskjellig" in words(screen)
    press(screen.comparing.choices["10"].rows["second"])
    press(screen.comparing.agree)
    assert "Ført inn to ganger, og nå er begge like." in words(screen)
    press(screen.summary.save)
    assert clinic.recorded[0].answers["10"] == "c"
    assert clinic.went == [Result(77)]


def test_numbers_can_be_pressed_and_the_next_question_is_marked(qtbot: QtBot) -> None:
    screen = shown(qtbot, EntryClinic().screen(Entry(2, "walks")))
    press(screen.choosing.begin)
    press(rows(screen).rows["1"].keys["1"].keys[2])
    assert rows(screen).rows["1"].keys["1"].keys[2].isChecked()
    assert rows(screen).rows["2"].hasFocus()
    assert rows(screen).rows["1"].accessibleName() == "1 Søvn. svar 3"
    keys("-")
    assert "står tomt på arket" in words(screen)
    QTest.keyClick(rows(screen).rows["3"], Qt.Key.Key_Up)
    keys("4")
    assert "står tomt på arket" not in words(screen)


def test_every_kind_is_entered_from_the_keyboard_alone(qtbot: QtBot) -> None:
    clinic = EntryClinic(questions=mixed_questions())
    screen = shown(qtbot, clinic.screen(Entry(2, "walks")))
    press(screen.choosing.begin)
    keys("112,5\r31\rx23\r11\r26\rFint.")
    press(screen.filling.done)
    press(screen.summary.save)
    assert clinic.recorded[0].answers == {
        "1": "a", "2": "12.5", "3": "a c", "4": "b", "4c": "a", "5": "2026-11-03", "6": "Fint.",
    }  # fmt: skip


def test_a_number_out_of_range_holds_the_sheet_open(qtbot: QtBot) -> None:
    screen = shown(qtbot, EntryClinic(questions=mixed_questions()).screen(Entry(2, "walks")))
    press(screen.choosing.begin)
    keys("1900")
    press(screen.filling.done)
    assert screen.filling.isVisible()
    assert "Tallet må være mellom 0 og 40." in words(screen)


def test_the_question_to_answer_is_always_in_view(qtbot: QtBot) -> None:
    screen = shown(qtbot, EntryClinic().screen(Entry(2, "walks")), size=(900, 420))
    press(screen.choosing.begin)
    keys("12341234")
    row = rows(screen).rows["9"]
    assert row.hasFocus()
    top = row.mapTo(screen, row.rect().topLeft()).y()
    assert 0 <= top <= screen.height() - row.height()


def test_what_is_observed_is_answered_by_its_words(qtbot: QtBot) -> None:
    clinic = EntryClinic(WATCHED, questions=sheet_questions(worded=True))
    screen = shown(qtbot, clinic.screen(Entry(2, mode="observer")))
    press(screen.choosing.rows["birds", "observer"])
    assert "Krever kurs i fugletitting." in words(screen)
    assert not screen.choosing.begin.isEnabled()
    setting = screen.choosing.setting
    setting.observer.setFocus()
    keys("S. Eik")
    setting.certified_on.setFocus()
    keys("31.2.2024")
    assert "Datoen 31.2.2024 finnes ikke." in words(screen)
    setting.certified_on.edit.clear()
    keys("1.2.2024")
    press(screen.choosing.begin)
    assert not isinstance(screen.filling.sheet, NumberRows)
    assert screen.filling.sheet is not None
    press(screen.filling.sheet.cards.cards["1"].rows["b"])
    press(screen.filling.done)
    assert "2 · Noen dager" in words(screen)
    assert "9 spørsmål står uten svar." in words(screen)


def test_showing_what_is_known_changes_none_of_it(qtbot: QtBot) -> None:
    clinic = EntryClinic(TALK)
    flow = clinic.flow()
    flow.choose(TALK)
    known = replace(flow.state.setting, alone=True, answered_on="20.11.2026", respondent=3)
    flow.set_up(known)
    shown(qtbot, EntryScreen(flow, day=TODAY, hide=screen_end, back=screen_end))
    assert flow.state.setting == known
    assert flow.state.blocked == ""


def screen_end() -> None:
    pass


def test_leaving_with_something_typed_is_asked_about(qtbot: QtBot) -> None:
    screen = shown(qtbot, EntryClinic().screen(Entry(2, "walks")))
    assert not screen.unsaved()
    press(screen.choosing.begin)
    assert screen.unsaved()
    assert "Låses skjermen, må du føre inn på nytt." in words(screen)
    assert screen.escape()
    assert not screen.escape()


def test_a_form_that_may_not_be_used_says_why(qtbot: QtBot) -> None:
    screen = shown(qtbot, EntryClinic().screen())
    assert not screen.choosing.rows["closed", "paper"].isEnabled()
    assert "Skjemaet er ikke godkjent her." in words(screen)


@pytest.mark.parametrize("stage", ["choose", "fill", "compare", "summary"])
def test_large_text_never_scrolls_sideways(qapp: QApplication, qtbot: QtBot, stage: str) -> None:
    apply_theme(qapp, text_scale=2.0)
    screen = shown(qtbot, EntryClinic().screen(Entry(2, "walks")), size=(960, 800))
    flow = screen._flow
    if stage != "choose":
        flow.begin()
        flow.type(lambda sheet: sheet.pressed("1", 1))
    if stage in {"compare", "summary"}:
        flow.finish()
    if stage == "compare":
        flow.again()
        flow.finish()
    assert flow.state.stage == stage
    QApplication.processEvents()
    for area in screen.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


def test_paper_is_the_same_to_a_screen_reader(qtbot: QtBot) -> None:
    screen = shown(qtbot, EntryClinic(PAPER).screen(Entry(2, "walks")))
    press(screen.choosing.begin)
    assert rows(screen).rows["3"].accessibleName() == "3 Regn. ikke ført inn"
    names = [key.accessibleName() for key in rows(screen).rows["3"].keys["3"].keys]
    assert names == ["1: 1", "2: 2", "3: 3", "4: 4"]
