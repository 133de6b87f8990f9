"""Results of several scales, of two stages, and with answers of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from record_samples import EPDS_TREND, SCREENING
from records_screens import ResultClinic, choose, press, shown, words_on, write
from result_samples import AREAS, ASQ_LIKE, STAGED, STRENGTHS, TICKED

from nurseapp.desk.people.trend_chart import TrendChart
from nurseapp.desk.result.score_card import VERDICT_TONES
from nurseapp.desk.result.screen import ResultScreen
from nurseapp.desk.result.ticked_amendment import TickedAmendment
from nurseapp.desk.routes import Entry
from nurseapp.look import tokens
from nurseapp.look.labels import Label
from nurseapp.look.pill import Pill
from nurseapp.look.score_bar import ScoreBar, ScoreOnScale
from nurseapp.look.theme import apply_theme
from nurseapp.sheet.number_answer import NumberAnswer

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_theme(qapp)


def bars(screen: ResultScreen) -> list[str]:
    return [bar.accessibleName() for bar in screen.findChildren(ScoreBar)]


def test_every_area_stands_with_its_bar_and_its_word(qtbot: QtBot) -> None:
    screen = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, screen)
    assert bars(screen) == [
        "50 av 60, grense 25, følg med til 35",
        "30 av 60, grense 25, følg med til 35",
        "20 av 60, grense 25, følg med til 35",
        "mellom 20 og 40 av 60, grense 25, følg med til 35",
        "46,25 av 60, grense 25, følg med til 35",
    ]
    assert [pill.text() for pill in screen.findChildren(Pill)] == [
        "Over grensen", "Følg med", "Under grensen: samtale", "Kan ikke utelukkes", "Over grensen",
    ]  # fmt: skip
    words = words_on(screen)
    assert all(area in words for area in AREAS)
    assert "46,25 av 60 · grense under 25" in words


def test_what_the_areas_come_to_together_stands_before_them(qtbot: QtBot) -> None:
    screen = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, screen)
    words = words_on(screen)
    summary = words.index("Minst ett område har nådd grensen: finmotorikk.")
    assert summary < words.index("Kommunikasjon")


def test_a_source_that_all_share_is_said_once(qtbot: QtBot) -> None:
    screen = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, screen)
    said = [label for label in screen.findChildren(Label) if "kommunens lisens" in label.text()]
    assert len(said) == 1
    assert said[0].isVisible()
    several = ResultClinic(STRENGTHS).screen()
    shown(qtbot, several)
    assert "Samlet: Agder 2019, gutter 2–4 år." in [
        label.text() for label in several.findChildren(Label)
    ]


def test_who_answered_when_and_how_old_the_child_was_stand_on_top(qtbot: QtBot) -> None:
    screen = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, screen)
    words = words_on(screen)
    for part in (
        "12 måneder 20 dager · besvart av Rolig Bjørk (mor) · 20.11.2026 · fra papir",
        "Korrigert alder 11 måneder 8 dager gjelder: født 6 uker før termin.",
        "Besvart på papir 20.11.2026, ført inn 21.11.2026 av S. Eik, ført to ganger",
    ):
        assert part in words


def test_a_value_without_a_source_is_told_of(qtbot: QtBot) -> None:
    screen = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, screen)
    texts = [label.text() for label in screen.findChildren(Label)]
    assert "Hvor lenge skjemaet passer etter fylte 12 måneder." in texts


def test_what_a_person_wrote_is_shown_as_written_and_whole(qtbot: QtBot) -> None:
    screen = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, screen)
    words = words_on(screen)
    assert "Han <b>elsker</b> bøker.\nVi leser hver kveld, og han blar selv om." in words
    assert "9,4 kg" in words
    assert "03.11.2026" in words


def test_points_have_no_column_where_nothing_gives_any(qtbot: QtBot) -> None:
    view = replace(ASQ_LIKE, items=ASQ_LIKE.items[1:])
    screen = ResultClinic(view).screen()
    shown(qtbot, screen)
    assert "Poeng" not in words_on(screen).split("\n")


def test_a_follow_up_talk_that_is_due_is_one_press_away(qtbot: QtBot) -> None:
    clinic = ResultClinic(STAGED)
    screen = clinic.screen()
    shown(qtbot, screen)
    assert "Oppfølgingssamtale gjenstår." in words_on(screen)
    button = next(
        one for one in screen.findChildren(type(screen.plan.ehr)) if "Før inn" in one.text()
    )
    press(qtbot, button)
    assert clinic.went == [
        Entry(STAGED.subject, "two-steps", mode="second_stage", continues=SCREENING)
    ]
    done = ResultClinic(ASQ_LIKE).screen()
    shown(qtbot, done)
    assert "Oppfølgingssamtale gjenstår." not in words_on(done)


def test_a_number_is_put_right_in_its_own_field(qtbot: QtBot) -> None:
    clinic = ResultClinic(ASQ_LIKE)
    screen = clinic.screen()
    shown(qtbot, screen)
    screen._flows.amend.begin_answer(ASQ_LIKE.items[1])
    part = screen.amend.typed.part
    assert isinstance(part, NumberAnswer)
    assert part.line.text() == "9,4"
    write(qtbot, screen.amend.why, "Feil avlest")
    part.line.setText("ni")
    press(qtbot, screen.amend.save)
    assert clinic.corrected == []
    part.line.setText("9,6")
    press(qtbot, screen.amend.save)
    assert clinic.corrected == [(14, "w", "9.6", "Feil avlest")]


def test_an_emptied_field_puts_right_to_not_answered(qtbot: QtBot) -> None:
    clinic = ResultClinic(ASQ_LIKE)
    screen = clinic.screen()
    shown(qtbot, screen)
    screen._flows.amend.begin_answer(ASQ_LIKE.items[1])
    write(qtbot, screen.amend.why, "Ikke veid")
    assert isinstance(screen.amend.typed.part, NumberAnswer)
    screen.amend.typed.part.line.clear()
    press(qtbot, screen.amend.save)
    assert clinic.corrected == [(14, "w", None, "Ikke veid")]


def _ticks(screen: ResultScreen) -> TickedAmendment:
    """The boxes to tick, once the page has shown them."""
    QApplication.processEvents()
    return screen.amend.ticks


def test_ticks_are_put_right_by_ticking(qtbot: QtBot) -> None:
    clinic = ResultClinic(TICKED)
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.amend.begin_answer)
    assert not screen.amend.option.isVisible()
    assert not screen.amend.typed.isVisible()
    ticks = _ticks(screen)
    assert [row.isChecked() for row in ticks.rows.values()] == [True, False, True]
    for option in ("a", "b"):
        press(qtbot, ticks.rows[option])
    write(qtbot, screen.amend.why, "Feil kryss")
    press(qtbot, screen.amend.save)
    assert clinic.corrected == [(14, "t", "b c", "Feil kryss")]


def test_no_tick_is_an_answer_and_not_answered_is_another(qtbot: QtBot) -> None:
    clinic = ResultClinic(TICKED)
    screen = clinic.screen()
    shown(qtbot, screen)
    for last, kept in (("c", ""), ("", None)):
        press(qtbot, screen.amend.begin_answer)
        ticks = _ticks(screen)
        press(qtbot, ticks.rows["a"])
        press(qtbot, ticks.rows[last] if last else ticks.unanswered)
        assert not any(row.isChecked() for row in ticks.rows.values())
        write(qtbot, screen.amend.why, "Feil kryss")
        press(qtbot, screen.amend.save)
        assert clinic.corrected.pop() == (14, "t", kept, "Feil kryss")


def test_a_tick_that_was_left_can_be_set_afterwards(qtbot: QtBot) -> None:
    clinic = ResultClinic(TICKED)
    screen = clinic.screen()
    shown(qtbot, screen)
    press(qtbot, screen.amend.begin_answer)
    choose(screen.amend.item, "Kryss ved 1")
    ticks = _ticks(screen)
    assert ticks.unanswered.isChecked()
    press(qtbot, ticks.rows["a"])
    assert not ticks.unanswered.isChecked()
    write(qtbot, screen.amend.why, "Glemt")
    press(qtbot, screen.amend.save)
    assert clinic.corrected == [(14, "u", "a", "Glemt")]


@pytest.mark.parametrize("view", [ASQ_LIKE, STRENGTHS, STAGED], ids=lambda view: str(view.form))
def test_large_text_of_several_scales_never_scrolls_sideways(
    qapp: QApplication, qtbot: QtBot, view: object
) -> None:
    apply_theme(qapp, text_scale=2.0)
    screen = ResultClinic(view).screen()  # type: ignore[arg-type]
    qtbot.addWidget(screen)
    screen.resize(960, 800)
    screen.show()
    QApplication.processEvents()
    for area in screen.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


def _colours(bar: ScoreBar, qtbot: QtBot, value: float) -> set[str]:
    """The colours of the track around a score, left of the figures and away from the point."""
    qtbot.addWidget(bar)
    bar.resize(628, bar.sizeHint().height())
    image = bar.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    x = round(14 + value / 60 * 600)
    return {image.pixelColor(x + dx, 17 + dy).name() for dx in range(-6, 7) for dy in (-3, 0, 3)}


def test_low_concern_lies_on_the_low_side_and_the_zone_beside_the_limit(qtbot: QtBot) -> None:
    score = ScoreOnScale(
        maximum=60, lowest=60, highest=60, cut_off=25, low_is_concern=True, monitoring=35
    )
    amber, plain = QColor(tokens.AMBER_BAND).name(), QColor(tokens.LINE).name()
    assert _colours(ScoreBar(score), qtbot, 10) == {amber}
    zone = _colours(ScoreBar(score), qtbot, 30)
    assert plain not in zone
    assert amber not in zone
    assert len(zone) > 1  # hatched: told from the band without its hue
    assert _colours(ScoreBar(score), qtbot, 45) == {plain}
    high = ScoreOnScale(maximum=60, lowest=0, highest=0, cut_off=25, monitoring=15)
    assert _colours(ScoreBar(high), qtbot, 45) == {amber}
    assert plain not in _colours(ScoreBar(high), qtbot, 20)


def test_a_trend_of_low_concern_is_shaded_under_the_limit(qtbot: QtBot) -> None:
    chart = TrendChart(replace(EPDS_TREND, maximum=100, cut_off=50, low_is_concern=True))
    qtbot.addWidget(chart)
    chart.resize(500, 240)
    image = chart.grab().toImage()
    soft = QColor(tokens.AMBER_SOFT).name()
    x = chart.width() - 14
    column = [image.pixelColor(x, y).name() == soft for y in range(chart.height())]
    shaded = [y for y, is_soft in enumerate(column) if is_soft]
    assert min(shaded) > chart.height() * 0.4
    assert max(shaded) > chart.height() * 0.75
    assert chart.accessibleName().endswith("grense under 50")


def test_red_is_for_critical_answers_and_never_for_a_score() -> None:
    assert "red" not in VERDICT_TONES.values()
    assert VERDICT_TONES["over"] == VERDICT_TONES["cannot_exclude"] == "amber"
    assert VERDICT_TONES["unscored"] == "plain"
