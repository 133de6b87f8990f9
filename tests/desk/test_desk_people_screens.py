from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from record_samples import (
    CHILD,
    CHILD_PAGE,
    MOTHER,
    MOTHER_PAGE,
    SCREENING,
)
from records_screens import (
    birth_screen,
    details_screen,
    page_screen,
    people_screen,
    press,
    row_of,
    shown,
    words_on,
    write,
)

from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.desk.people.trend_chart import label_top, trend_in_words
from nurseapp.desk.routes import Entry, HandOver, Result, Route
from nurseapp.desk.routes import PersonPage as PageRoute
from nurseapp.look.buttons import Button
from nurseapp.look.theme import apply_theme, text_scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> None:
    if not qapp.styleSheet() or text_scale() != 1.0:
        apply_theme(qapp)


MARKUP = "<b>Rolig</b> <img src='x'>"


def test_search_screen_searches_at_each_key_and_opens_on_return(qtbot: QtBot) -> None:
    went: list[Route] = []
    asked: list[str] = []
    screen = people_screen(went, asked)
    shown(qtbot, screen)
    QTest.keyClicks(screen.search.edit, "rol")
    assert asked[-3:] == ["r", "ro", "rol"]
    assert "1 treff" in words_on(screen)
    QTest.keyClick(screen.search.edit, Qt.Key.Key_Return)
    assert went == [PageRoute(MOTHER)]


def test_search_screen_opens_the_row_that_is_pressed(qtbot: QtBot) -> None:
    went: list[Route] = []
    screen = people_screen(went, [])
    shown(qtbot, screen)
    press(qtbot, row_of(screen, "Blid"))
    assert went == [PageRoute(CHILD)]


def test_page_of_a_parent_says_that_the_record_is_her_own(qtbot: QtBot) -> None:
    went: list[Route] = []
    screen = page_screen(MOTHER_PAGE, went, [])
    shown(qtbot, screen)
    assert "egen journal, vises aldri i barnets" in words_on(screen)
    press(qtbot, screen.start)
    press(qtbot, row_of(screen, "24.10."))
    assert went == [HandOver(MOTHER), Result(SCREENING - 1)]


def test_page_leads_to_what_is_entered_without_handing_over(qtbot: QtBot) -> None:
    went: list[Route] = []
    screen = page_screen(CHILD_PAGE, went, [])
    shown(qtbot, screen)
    press(qtbot, screen.paper)
    press(qtbot, screen.observation)
    assert went == [Entry(CHILD, mode="paper"), Entry(CHILD, mode="observer")]


def test_page_of_a_child_has_the_nurses_line_and_says_what_never_stands_there(qtbot: QtBot) -> None:
    lines: list[str] = []
    screen = page_screen(CHILD_PAGE, [], lines)
    shown(qtbot, screen)
    assert "Svar og skår fra foreldre står aldri her." in words_on(screen)
    QTest.keyClicks(screen.line.edit, "Avtale om veiledning")
    assert screen.unsaved()
    press(qtbot, screen.write)
    assert lines == ["Avtale om veiledning"]
    assert not screen.unsaved()


def test_page_shows_names_as_typed_and_never_as_markup(qtbot: QtBot) -> None:
    screen = page_screen(replace(MOTHER_PAGE, name=MARKUP), [], [])
    shown(qtbot, screen)
    assert MARKUP in words_on(screen)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in screen.findChildren(QLabel)
    )


def test_trend_is_told_in_words_too() -> None:
    words = trend_in_words(MOTHER_PAGE.trends[0])
    assert "6 uker: 16 av 30" in words
    assert "grense 10" in words


# Registrere og rette


def test_form_screen_registers_what_was_typed(qtbot: QtBot) -> None:
    registered: list[tuple[PersonDetails, tuple[FamilyLink, ...]]] = []
    screen = details_screen(registered)
    shown(qtbot, screen)
    write(qtbot, screen.fields.given_name, "Rolig")
    write(qtbot, screen.fields.family_name, "Bjørk")
    write(qtbot, screen.fields.birth_date, "12.09.1994")
    press(qtbot, screen.save)
    ((details, _links),) = registered
    assert (details.given_name, details.family_name) == ("Rolig", "Bjørk")


def test_form_screen_says_beside_the_field_what_does_not_hold(qtbot: QtBot) -> None:
    registered: list[tuple[PersonDetails, tuple[FamilyLink, ...]]] = []
    screen = details_screen(registered)
    shown(qtbot, screen)
    write(qtbot, screen.fields.birth_date, "22.11.2026")
    write(qtbot, screen.fields.national_number, "1")
    assert "framtiden" in screen.fields.birth_date.error()
    assert "stemmer ikke" in screen.fields.national_number.error()
    press(qtbot, screen.save)
    assert "Fornavn" in screen.fields.given_name.error()
    assert registered == []


def test_form_screen_shows_only_the_fields_of_the_kind(qtbot: QtBot) -> None:
    screen = details_screen([])
    shown(qtbot, screen)
    assert not screen.fields.weeks.isVisible()
    screen.fields.standing.edit.setFocus()
    QTest.keyClicks(screen.fields.standing.edit, "B")
    assert screen.fields.weeks.isVisible()
    QTest.keyClick(screen.fields.standing.edit, Qt.Key.Key_Down)
    assert screen.fields.due_date.isVisible()
    assert not screen.fields.given_name.isVisible()


def test_form_screen_says_what_a_shielded_address_means(qtbot: QtBot) -> None:
    screen = details_screen([])
    shown(qtbot, screen)
    assert "aldri på noe papir" not in words_on(screen)
    press(qtbot, screen.fields.shielded)
    assert "aldri på noe papir" in words_on(screen)


def test_form_screen_beside_a_mother_links_the_child(qtbot: QtBot) -> None:
    registered: list[tuple[PersonDetails, tuple[FamilyLink, ...]]] = []
    screen = details_screen(registered, beside=1)
    shown(qtbot, screen)
    write(qtbot, screen.fields.given_name, "Blid")
    write(qtbot, screen.fields.birth_date, "08.10.2026")
    press(qtbot, screen.save)
    assert registered[0][1] == (FamilyLink(adult=MOTHER, child=0, role="mother"),)


def test_form_screen_for_a_correction_is_filled_and_asks_why(qtbot: QtBot) -> None:
    registered: list[tuple[PersonDetails, tuple[FamilyLink, ...]]] = []
    screen = details_screen(registered, correcting=1)
    shown(qtbot, screen)
    assert screen.fields.given_name.text() == "Rolig"
    assert not screen.unsaved()
    press(qtbot, screen.save)
    assert "hvorfor" in screen.why.error()
    write(qtbot, screen.why, "Skrivefeil")
    press(qtbot, screen.save)
    assert registered[0][0].birth_date == MOTHER_PAGE.details.birth_date


def test_form_screen_takes_a_link_away_only_when_it_is_saved_with_a_reason(qtbot: QtBot) -> None:
    unlinked: list[tuple[int, int, str]] = []
    screen = details_screen([], correcting=MOTHER, unlinked=unlinked)
    shown(qtbot, screen)
    press(qtbot, named(qtbot, screen, "Ta bort koblingen: Blid Bjørk"))
    warning = "Koblingen tas bort når du lagrer. Ingenting slettes."
    qtbot.waitUntil(lambda: warning in words_on(screen))
    assert screen.unsaved()
    press(qtbot, named(qtbot, screen, "Behold: Blid Bjørk"))
    qtbot.waitUntil(lambda: warning not in words_on(screen))
    press(qtbot, named(qtbot, screen, "Ta bort koblingen: Blid Bjørk"))
    press(qtbot, screen.save)
    assert "hvorfor" in screen.why.error()
    assert unlinked == []
    write(qtbot, screen.why, "Feil barn")
    press(qtbot, screen.save)
    assert unlinked == [(MOTHER, CHILD, "Feil barn")]
    assert not screen.unsaved()


def named(qtbot: QtBot, screen: QWidget, name: str) -> QWidget:
    """The one button that a screen reader calls so, once it is there."""

    def found() -> list[Button]:
        buttons = screen.findChildren(Button)
        return [one for one in buttons if one.isVisible() and one.accessibleName() == name]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def test_birth_screen_takes_twins(qtbot: QtBot) -> None:
    born: list[int] = []
    screen = birth_screen([], born)
    shown(qtbot, screen)
    write(qtbot, screen.birth_date, "20.11.2026")
    press(qtbot, screen.one_more)
    for fields, name in zip(screen.child_fields, ("Blid", "Glad"), strict=True):
        write(qtbot, fields.given_name, name)
        write(qtbot, fields.family_name, "Bjørk")
    press(qtbot, screen.save)
    assert born == [2]


def test_birth_screen_asks_before_a_loss_and_escape_takes_it_back(qtbot: QtBot) -> None:
    lost: list[int] = []
    screen = birth_screen(lost, [])
    shown(qtbot, screen)
    press(qtbot, screen.ask_loss)
    assert screen.escape()
    assert not screen.confirm_loss.isVisible()
    press(qtbot, screen.ask_loss)
    press(qtbot, screen.confirm_loss)
    assert lost == [4]


def test_no_figure_of_the_trend_stands_across_the_cut_off() -> None:
    dot = QRectF(100, 60, 14, 14)
    assert label_top(dot, height=18, line=None, lowest=180) == 40
    assert label_top(dot, height=18, line=20, lowest=180) == 40
    assert label_top(dot, height=18, line=50, lowest=180) == 76
    assert label_top(dot, height=18, line=50, lowest=80) == 40
