"""The words of a form: written beside the structure, kept as a draft, held until they are whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_fakes import press, stand, words
from hypothesis import given
from hypothesis import strategies as st
from library_samples import FakeWordings, draft
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import NotAdministratorError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.library import WordingDraft
from nurseapp.desk import routes
from nurseapp.desk.wording.flow import WordingFlow
from nurseapp.desk.wording.languages import language_choices, runs_right_to_left, status_choices
from nurseapp.desk.wording.screen import WordingScreen
from nurseapp.desk.wording.texts import lacks, texts_of, with_texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def editor(qtbot: QtBot, clinic: FakeWordings, language: str = "nb") -> WordingScreen:
    flow = flow_of(clinic, language)
    screen = WordingScreen(flow, back=lambda: None)
    flow.start()
    stand(qtbot, screen)
    if language:
        qtbot.waitUntil(lambda: screen.end is not None and screen.end.isVisible())
    return screen


def flow_of(clinic: FakeWordings, language: str = "nb") -> WordingFlow:
    wanted = routes.FormWording("sleep-talk", language)
    return WordingFlow(wanted, clinic.cases(), WorkAtOnce(), clinic.gone_to.append)


def written(some: WordingDraft, *, alike: bool) -> dict[str, str]:
    """Something in every field that is asked for."""
    texts = {place: f"Tekst {place}" for place in texts_of(some)}
    unused = [place for place in texts if place.startswith("options.") is not alike]
    return texts | {place: "" for place in unused if "option" in place}


@given(st.dictionaries(st.sampled_from(sorted(texts_of(draft()))), st.text(max_size=8)))
def test_what_is_typed_comes_back_from_the_draft_as_it_was_typed(typed: dict[str, str]) -> None:
    texts = texts_of(draft()) | typed
    assert texts_of(with_texts(draft(), texts, alike=True)) == texts


@pytest.mark.parametrize("alike", [True, False])
def test_nothing_lacks_exactly_when_every_asked_text_is_there(alike: bool) -> None:
    whole = written(draft(), alike=alike)
    assert lacks(draft(), whole, alike=alike) == ()
    for place in (place for place, text in whole.items() if text):
        lacking = lacks(draft(), {**whole, place: "  "}, alike=alike)
        assert len(lacking) == 1, place


def test_answers_that_are_alike_are_written_once() -> None:
    clinic = FakeWordings()
    flow = flow_of(clinic)
    flow.start()
    flow.set_alike(True)
    for place, text in written(draft(), alike=True).items():
        flow.write(place, text)
    assert flow.state.lacks == ()
    flow.save()
    assert clinic.saved[-1].options == tuple((one, f"Tekst options.{one}") for one in "abcd")
    flow.set_alike(False)
    flow.save()
    assert clinic.saved[-1].options == tuple((one, "") for one in "abcd")


def test_a_draft_is_kept_when_the_place_is_left_and_stands_there_again(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    screen = editor(qtbot, clinic)
    row = screen.rows["items.3"]
    row.field.setFocus()
    QTest.keyClicks(row.field.edit, "Hvordan er morgenen?")
    screen.leave()
    again = editor(qtbot, clinic)
    assert again.rows["items.3"].field.text() == "Hvordan er morgenen?"


def test_nothing_is_kept_when_nothing_was_typed(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    editor(qtbot, clinic).leave()
    assert clinic.saved == []


def test_tab_goes_down_the_texts_in_printed_order(qtbot: QtBot) -> None:
    screen = editor(qtbot, FakeWordings())
    places = [place for place in screen.rows if not place.startswith("options.")]
    screen.rows["title"].field.setFocus()
    seen = []
    for _step in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen += [place for place, row in screen.rows.items() if row.field.edit is focused]
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[: len(places)] == places


def test_what_lacks_is_listed_and_a_press_leads_there(qtbot: QtBot) -> None:
    screen = editor(qtbot, FakeWordings())
    assert screen.end is not None
    assert "14 ting mangler" in words(screen)
    press(next(one for one in screen.end.jumps if "Spørsmål 7" in one.text()))
    assert screen.rows["items.7"].field.edit.hasFocus()


def test_a_text_that_is_not_whole_is_kept_and_not_led_to_the_approval(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    screen = editor(qtbot, clinic)
    assert screen.end is not None
    press(screen.end.finish)
    assert clinic.gone_to == []
    assert "ikke hel ennå" in words(screen)


def test_a_whole_text_leads_to_the_approval(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    clinic.drafts["nb"] = with_texts(draft(), written(draft(), alike=False), alike=False)
    screen = editor(qtbot, clinic)
    assert screen.end is not None
    assert "Alle tekstene er på plass" in words(screen)
    press(screen.end.finish)
    assert clinic.gone_to == [routes.FormApproval("sleep-talk", "nb")]


def test_the_answers_of_each_question_hide_while_all_share_theirs(qtbot: QtBot) -> None:
    screen = editor(qtbot, FakeWordings())
    assert screen.head is not None
    assert screen.rows["items.1.options.a"].isVisible()
    assert not screen.rows["options.a"].isVisible()
    press(screen.head.alike)
    assert not screen.rows["items.1.options.a"].isVisible()
    assert screen.rows["options.a"].isVisible()


def test_an_answer_of_a_questions_own_never_hides(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    first = draft().rows[0]
    own = replace(first, options=(("a", "0", "Sjelden"), *first.options[1:]))
    clinic.drafts["nb"] = draft(rows=(own, *draft().rows[1:]))
    screen = editor(qtbot, clinic)
    assert screen.head is not None
    press(screen.head.alike)
    assert screen.rows["items.1.options.a"].isVisible()
    assert not screen.rows["items.2.options.a"].isVisible()


def test_a_language_is_asked_for_and_may_be_any(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    screen = editor(qtbot, clinic, "")
    flow = screen._flow
    flow.choose_language("not a code")
    assert flow.state.language_problem
    assert not flow.state.language
    flow.choose_language("SWA ")
    assert flow.state.draft is not None
    assert flow.state.draft.language == "swa"


def test_another_language_keeps_what_was_written_in_the_first() -> None:
    clinic = FakeWordings()
    flow = flow_of(clinic)
    flow.start()
    flow.write("title", "Nettene hjemme")
    flow.choose_language("so")
    assert clinic.saved[-1].title == "Nettene hjemme"
    assert flow.state.texts["title"] == ""


def test_arabic_is_written_from_right_to_left(qtbot: QtBot) -> None:
    screen = editor(qtbot, FakeWordings(), "ar")
    for place in ("title", "items.1"):
        edit = screen.rows[place].field.edit
        assert edit.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert not runs_right_to_left("so")


def test_every_status_is_told_with_what_it_means(qtbot: QtBot) -> None:
    screen = editor(qtbot, FakeWordings())
    assert screen.head is not None
    said = set()
    for status, _name in status_choices():
        screen._flow.set_status(status)
        said.add(words(screen))
    assert len(said) == len(status_choices())
    assert "training" not in dict(status_choices())
    assert len(language_choices()) > 10


def test_a_draft_is_thrown_away_only_by_two_presses(qtbot: QtBot) -> None:
    clinic = FakeWordings()
    screen = editor(qtbot, clinic)
    assert screen.end is not None
    press(screen.end.remove)
    assert clinic.removed == []
    press(screen.end.remove_sure)
    assert clinic.removed == [("sleep-talk", "nb")]
    assert clinic.gone_to == [routes.FormPage("sleep-talk")]


def test_a_refusal_is_said_and_what_was_typed_stands(qtbot: QtBot) -> None:
    clinic = FakeWordings(failing=NotAdministratorError())
    screen = editor(qtbot, clinic)
    screen._flow.write("title", "Nettene hjemme")
    screen._flow.save()
    assert str(NotAdministratorError()) in words(screen)
    assert screen._flow.state.changed
