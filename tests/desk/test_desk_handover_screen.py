from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from record_samples import (
    EPDS_CHOICE,
    OFFER,
)
from records_screens import (
    HandOverClinic,
    choose,
    press,
    shown,
    words_on,
    write,
)

from nurseapp.desk.routes import Entry, Today
from nurseapp.look.theme import apply_theme, text_scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> None:
    if not qapp.styleSheet() or text_scale() != 1.0:
        apply_theme(qapp)


def test_hand_over_screen_is_two_presses(qtbot: QtBot) -> None:
    clinic = HandOverClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    assert not screen.hand_over.isEnabled()
    press(qtbot, screen.conditions.informed)
    press(qtbot, screen.hand_over)
    assert clinic.tickets == [{}]
    assert clinic.choices[0].informed


def test_hand_over_screen_says_training_text_in_words(qtbot: QtBot) -> None:
    screen = HandOverClinic().screen()
    shown(qtbot, screen)
    assert "Øvingstekst" in words_on(screen)
    real = HandOverClinic(replace(OFFER, forms=(replace(EPDS_CHOICE, training=False),))).screen()
    shown(qtbot, real)
    assert "Øvingstekst" not in words_on(real)


def test_hand_over_screen_warns_of_a_relative_who_interprets(qtbot: QtBot) -> None:
    clinic = HandOverClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.conditions.informed)
    press(qtbot, screen.conditions.change)
    choose(screen.conditions.how, "Med tolk")
    choose(screen.conditions.interpreter, "Slektning")
    assert "Familie og barn skal ikke tolke" in words_on(screen)
    assert not screen.hand_over.isEnabled()
    write(qtbot, screen.conditions.interpreter_name, "Søster, ingen tolk å få")
    press(qtbot, screen.hand_over)
    assert clinic.choices[0].interpreter == "relative"


def test_hand_over_screen_asks_whose_answers_where_two_can_answer(qtbot: QtBot) -> None:
    clinic = HandOverClinic()
    clinic.who = ((1, "Rolig Bjørk (mor)"), (3, "Trygg Bjørk (far)"))
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.respondents.rows[3])
    press(qtbot, screen.conditions.informed)
    press(qtbot, screen.hand_over)
    assert clinic.choices[0].subject == 3


def test_hand_over_screen_notes_an_outcome_without_a_form_in_one_press(qtbot: QtBot) -> None:
    clinic = HandOverClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    assert not screen.outcomes.declined.isVisible()
    press(qtbot, screen.not_now)
    press(qtbot, screen.outcomes.declined)
    assert [note.outcome for note in clinic.noted] == ["declined"]
    assert clinic.went == [Today()]


def test_paused_private_sheet_goes_on_only_after_the_tick(qtbot: QtBot) -> None:
    paused = replace(
        OFFER, unfinished=12, unfinished_words="6 svar er lagret", unfinished_alone=True
    )
    clinic = HandOverClinic(paused)
    screen = clinic.screen()
    shown(qtbot, screen)
    assert not screen.unfinished.resume.isEnabled()
    press(qtbot, screen.unfinished.alone)
    press(qtbot, screen.unfinished.resume)
    assert clinic.tickets == [{}]


def test_hand_over_screen_says_whom_a_form_is_about_and_why_this_age_form(qtbot: QtBot) -> None:
    rule = "Alder: 6 måneder. Skjemaet gjelder fra 5 måneder til 7 måneder."
    about = replace(
        EPDS_CHOICE, form="asq-3-6", title="ASQ-3 6 mnd", about=9, about_name="Glad Gran",
        age_words=rule,
    )  # fmt: skip
    screen = HandOverClinic(replace(OFFER, forms=(about,), default_form=about.key)).screen()
    shown(qtbot, screen)
    assert rule in words_on(screen)
    assert "ASQ-3 6 mnd · om Glad Gran" in words_on(screen)


def test_hand_over_screen_leads_to_the_paper_sheet_of_the_chosen_form(qtbot: QtBot) -> None:
    clinic = HandOverClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.paper)
    child = HandOverClinic(
        replace(OFFER, forms=(replace(EPDS_CHOICE, form="play", about=9, about_name="Blid"),),
                default_form="play/9")
    )  # fmt: skip
    screen = child.screen()
    shown(qtbot, screen)
    press(qtbot, screen.paper)
    assert clinic.went == [Entry(1, "epds", mode="paper", visit=7)]
    assert child.went == [Entry(9, "play", mode="paper", visit=7)]


def _after(stop: QWidget) -> QWidget:
    following = stop.nextInFocusChain()
    assert following is not None
    return following


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_hands_over_is_in_sight_however_much_stands_above_it(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, text_scale=scale)
    long = replace(EPDS_CHOICE, age_words="Alder: 10 måneder og 16 dager. " * 8)
    screen = HandOverClinic(replace(OFFER, forms=(long,))).screen()
    shown(qtbot, screen)
    screen.resize(1055, 800)
    press(qtbot, screen.conditions.change)
    QApplication.processEvents()
    for button in (screen.not_now, screen.hand_over):
        place = QRect(button.mapTo(screen, QPoint(0, 0)), button.size())
        assert screen.rect().contains(place)
        assert button.visibleRegion().boundingRect() == button.rect()
    press(qtbot, screen.not_now)
    qtbot.waitUntil(lambda: not screen.outcomes.declined.visibleRegion().isEmpty())
    apply_theme(qapp)


def test_the_tab_key_comes_to_whose_answers_first_and_to_the_ways_aside_last(
    qtbot: QtBot,
) -> None:
    clinic = HandOverClinic()
    clinic.who = ((1, "Rolig Bjørk (mor)"), (3, "Trygg Bjørk (far)"))
    screen = clinic.screen()
    shown(qtbot, screen)
    seen: list[QWidget] = [screen.cancel]
    while len(seen) < 12:
        stop = _after(seen[-1])
        while not (stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus):
            stop = _after(stop)
        seen.append(stop)
    wished = (*screen.respondents.rows.values(), screen.conditions.change,
              screen.conditions.alone, screen.conditions.informed, screen.not_now,
              screen.paper)  # fmt: skip
    met = [seen.index(stop) for stop in wished]
    assert met == sorted(met)


def test_hand_over_screen_shows_every_choice_whole_at_large_text(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, text_scale=2.0)
    screen = HandOverClinic().screen()
    shown(qtbot, screen)
    screen.resize(1050, 800)
    press(qtbot, screen.conditions.change)
    QApplication.processEvents()
    for field in (screen.conditions.layout_choice, screen.conditions.how):
        words = field.edit.currentText()
        assert field.edit.width() >= field.edit.fontMetrics().horizontalAdvance(words) + 70
    apply_theme(qapp)


def test_anonymous_feedback_is_handed_over_in_one_press(qtbot: QtBot) -> None:
    clinic = HandOverClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.feedback)
    assert clinic.tickets == [{"anonymous": "parent-feedback", "in": "nb"}]
