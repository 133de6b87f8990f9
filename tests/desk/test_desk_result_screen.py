from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from record_samples import (
    INCOMPLETE_RESULT,
    NOW,
    RESULT,
)
from records_screens import (
    ResultClinic,
    choose,
    press,
    shown,
    top_of,
    words_on,
    write,
)

from nurseapp.clinic.values.result import Assessment
from nurseapp.desk.clipboard import BriefClipboard
from nurseapp.look.theme import apply_theme, text_scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> None:
    if not qapp.styleSheet() or text_scale() != 1.0:
        apply_theme(qapp)


def test_result_screen_shows_the_critical_answer_before_the_score(qtbot: QtBot) -> None:
    screen = ResultClinic().screen()
    shown(qtbot, screen)
    qtbot.waitUntil(lambda: top_of(screen, "EPDS · Rolig") > 0)
    assert top_of(screen, "Spørsmål 10") < top_of(screen, "EPDS · Rolig")
    assert top_of(screen, "Spørsmål 10") < 300


def test_result_screen_shows_the_nurses_words_above_the_score(qtbot: QtBot) -> None:
    words = Assessment(text="Sliten, men trygg.", author="S. Eik", at=NOW)
    screen = ResultClinic(replace(RESULT, assessments=(words,))).screen()
    shown(qtbot, screen)
    qtbot.waitUntil(lambda: top_of(screen, "EPDS · Rolig") > 0)
    assert top_of(screen, "Sliten, men trygg.") < top_of(screen, "EPDS · Rolig")


def test_result_screen_closes_an_alert_only_when_all_is_said(qtbot: QtBot) -> None:
    clinic = ResultClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.plan.save)
    assert "ikke fulgt opp" in words_on(screen)
    press(qtbot, screen.critical.closings[0])
    press(qtbot, screen.closing.close_alert)
    assert "Dette mangler: hva som er gjort" in words_on(screen)
    write(qtbot, screen.closing.action, "Samtale i enerom")
    press(qtbot, screen.closing.tomorrow)
    choose(screen.closing.discussed, "Nei")
    press(qtbot, screen.closing.close_alert)
    assert clinic.closings[0].by == "S. Eik"
    assert not screen.closing.isVisible()
    qtbot.waitUntil(lambda: "Samtale i enerom." in words_on(screen))
    assert "ikke fulgt opp" not in words_on(screen)
    press(qtbot, screen.plan.save)
    assert clinic.back == [""]


def test_result_screen_opens_the_guide_with_telephone_numbers(qtbot: QtBot) -> None:
    screen = ResultClinic().screen()
    shown(qtbot, screen)
    press(qtbot, screen.critical.guides[0])
    qtbot.waitUntil(lambda: "116 123" in words_on(screen))
    assert screen.escape()
    assert "116 123" not in words_on(screen)
    assert not screen.escape()


def test_what_is_opened_in_the_page_is_seen_and_written_in(qtbot: QtBot) -> None:
    screen = ResultClinic().screen()
    shown(qtbot, screen)
    screen.resize(1050, 800)
    qtbot.waitUntil(screen.isActiveWindow)
    press(qtbot, screen.critical.guides[0])
    screen.guide.setMinimumHeight(1500)
    press(qtbot, screen.critical.closings[0])
    qtbot.waitUntil(screen.closing.action.edit.hasFocus)
    assert screen.closing.action.edit.visibleRegion().boundingRect().height() > 50
    press(qtbot, screen.closing.put_away)
    qtbot.waitUntil(lambda: 0 < top_of(screen, "Spørsmål 10") < 300)
    press(qtbot, screen.plan.ehr)
    qtbot.waitUntil(screen.ehr.copy.hasFocus)
    assert not screen.ehr.copy.visibleRegion().isEmpty()


def test_result_screen_saves_text_and_steps(qtbot: QtBot) -> None:
    clinic = ResultClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.plan.lines["support-talk"].tick)
    write(qtbot, screen.plan.lines["support-talk"].due, "01.12.2026")
    write(qtbot, screen.plan.text, "Snakket sammen")
    assert screen.unsaved()
    press(qtbot, screen.plan.later)
    (new,) = clinic.assessed
    assert new.text == "Snakket sammen"
    assert new.steps[0].due is not None
    assert new.steps[0].due.day == 1


def test_result_screen_of_an_incomplete_sheet_shows_a_range_and_how_to_go_on(qtbot: QtBot) -> None:
    screen = ResultClinic(INCOMPLETE_RESULT).screen()
    shown(qtbot, screen)
    words = words_on(screen)
    assert "8–14" in words
    assert "kan ikke utelukke 10 eller mer" in words
    assert "Arket er ikke fullført" in words
    assert "Under grensen" not in words


def test_result_screen_marks_the_critical_row_with_a_word(qtbot: QtBot) -> None:
    screen = ResultClinic().screen()
    shown(qtbot, screen)
    assert "10 Selvskading: kritisk" in words_on(screen)


def test_result_screen_corrects_an_answer_with_a_reason(qtbot: QtBot) -> None:
    clinic = ResultClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.amend.begin_answer)
    choose(screen.amend.item, "3")
    choose(screen.amend.option, "Øvingssvar d")
    write(qtbot, screen.amend.why, "Feil rad")
    press(qtbot, screen.amend.save)
    assert clinic.corrected == [(14, "3", "d", "Feil rad")]


def test_result_screen_says_what_a_file_will_hold_before_it_is_written(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = ResultClinic()
    screen = clinic.screen()
    shown(qtbot, screen)
    assert not screen.fhir.isVisible()
    press(qtbot, screen.plan.fhir)
    said = words_on(screen)
    assert "dette ene arket" in said
    assert "Fødselsnummer er ikke med." in said
    proposed: list[str] = []

    def chosen(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        proposed.append(place)
        return str(tmp_path / "svarark.json"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    press(qtbot, screen.fhir.save)
    assert [Path(place).name for place in proposed] == ["svarark.json"]
    assert clinic.written == [(14, tmp_path / "svarark.json")]
    assert "Lagret" in words_on(screen)
    assert screen.escape()
    assert not screen.fhir.isVisible()


def test_result_screen_offers_a_file_only_of_a_whole_sheet_that_stands(qtbot: QtBot) -> None:
    for view in (
        INCOMPLETE_RESULT,
        replace(RESULT, withdrawn="Trukket tilbake 21.11."),
        replace(RESULT, scales=()),
    ):
        screen = ResultClinic(view).screen()
        shown(qtbot, screen)
        assert not screen.plan.fhir.isVisible()


def test_result_screen_of_a_withdrawn_sheet_only_tells_that_it_is(qtbot: QtBot) -> None:
    screen = ResultClinic(replace(RESULT, withdrawn="Trukket tilbake 21.11.")).screen()
    shown(qtbot, screen)
    assert "Trukket tilbake 21.11." in words_on(screen)
    assert not screen.plan.isVisible()
    assert not screen.amend.begin_answer.isVisible()


def test_record_text_is_copied_and_the_clipboard_emptied_in_time(qtbot: QtBot) -> None:
    clipboard = BriefClipboard(seconds=0.05)
    screen = ResultClinic().screen(clipboard)
    shown(qtbot, screen)
    press(qtbot, screen.plan.ehr)
    with qtbot.waitSignal(clipboard.emptied):
        press(qtbot, screen.ehr.copy)
        assert QGuiApplication.clipboard().text() == "Føres i MORS journal"
        assert "tømmes" in words_on(screen)
    assert QGuiApplication.clipboard().text() == ""
    assert "Utklippstavlen er tømt." in words_on(screen)


def test_clipboard_that_holds_somebody_elses_text_is_left_alone(qtbot: QtBot) -> None:
    clipboard = BriefClipboard(seconds=0.05)
    with qtbot.waitSignal(clipboard.emptied):
        clipboard.copy("vårt")
        QGuiApplication.clipboard().setText("deres")
    assert QGuiApplication.clipboard().text() == "deres"
