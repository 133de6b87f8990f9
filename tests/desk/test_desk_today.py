"""I dag: what needs action first, who is due, and search as the nurse types."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_fakes import (
    BUSY_DAY,
    CALM_DAY,
    DAY,
    PEOPLE,
    LaterWork,
    alert,
    press,
    stand,
    visit,
    words,
    write,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError, SituationError
from nurseapp.base.flow import Work, WorkAtOnce
from nurseapp.clinic.values.people import PersonRow
from nurseapp.clinic.values.today import TodayView
from nurseapp.desk import routes
from nurseapp.desk.routes import Route
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.today.flow import TodayCases, TodayFlow
from nurseapp.desk.today.screen import TodayScreen
from nurseapp.desk.today.sections import VisitRow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Day:
    """A flow over a made-up day, and where it led."""

    def __init__(self, view: TodayView = BUSY_DAY, work: Work | None = None) -> None:
        self.went: list[Route] = []
        self.hidden: list[bool] = []
        self.failing: SituationError | None = None
        self.view = view
        cases = TodayCases(today=self._today, search=self._search)
        self.flow = TodayFlow(cases, work or WorkAtOnce(), self.went.append)

    def _today(self) -> TodayView:
        if self.failing is not None:
            raise self.failing
        return self.view

    def _search(self, text: str) -> tuple[PersonRow, ...]:
        if self.failing is not None:
            raise self.failing
        return tuple(row for row in PEOPLE if row.name.casefold().startswith(text.casefold()))

    def screen(self, qtbot: QtBot) -> TodayScreen:
        made = TodayScreen(self.flow, day=DAY, hide=lambda: self.hidden.append(True))
        self.flow.refresh()
        stand(qtbot, made)
        return made


def test_an_alert_leads_to_its_result_and_a_visit_to_the_hand_over() -> None:
    day = Day()
    day.flow.follow_up(alert())
    day.flow.start(visit())
    day.flow.open_step(BUSY_DAY.overdue[0])
    day.flow.register()
    assert day.went == [
        routes.Result(101), routes.HandOver(21, 1), routes.FollowUp(1), routes.RegisterPerson(),
    ]  # fmt: skip


def test_an_older_search_never_replaces_a_newer_one() -> None:
    later = LaterWork()
    day = Day(work=later)
    day.flow.search("l")
    day.flow.search("lun granl")
    later.finish(1)
    later.finish(0)
    assert day.flow.state.hits is not None
    assert [row.name for row in day.flow.state.hits] == ["Lun Granli"]


def test_an_emptied_search_shows_the_day_again_even_if_hits_come_late() -> None:
    later = LaterWork()
    day = Day(work=later)
    day.flow.search("lun")
    day.flow.search("")
    later.finish()
    assert day.flow.state.hits is None


def test_return_opens_a_person_only_when_there_is_no_doubt_who() -> None:
    day = Day()
    day.flow.search("lun")
    day.flow.choose_only()
    assert not day.went
    day.flow.search("lun granl")
    day.flow.choose_only()
    assert day.went == [routes.PersonPage(12)]


def test_return_before_the_hits_have_come_opens_the_person_that_was_typed() -> None:
    work = LaterWork()
    day = Day(work=work)
    day.flow.search("lun")
    day.flow.search("lun granl")
    day.flow.choose_only()
    work.finish()
    assert not day.went, "an answer that came too late"
    work.finish()
    assert day.went == [routes.PersonPage(12)]
    day.flow.search("ukjent")
    day.flow.choose_only()
    work.finish()
    assert day.went == [routes.PersonPage(12)], "the hit of what stood there before"


def test_a_day_that_cannot_be_read_says_why_and_comes_back() -> None:
    day = Day()
    day.failing = DiskFullError()
    day.flow.refresh()
    assert "Disken er full." in day.flow.state.problem
    day.failing = None
    day.flow.refresh()
    assert day.flow.state.problem == ""
    assert day.flow.state.view == BUSY_DAY


def test_what_is_critical_stands_above_everything_else(qtbot: QtBot) -> None:
    screen = Day().screen(qtbot)
    rows = [row.name for row in screen.findChildren(ActionRow)]
    assert rows == [
        *(card.title for card in BUSY_DAY.alerts),
        *(card.title for card in BUSY_DAY.unfinished),
        *(step.title for step in BUSY_DAY.overdue),
        *(card.title for card in BUSY_DAY.visits),
    ]


def test_red_is_for_critical_alerts_alone(qtbot: QtBot) -> None:
    view = replace(
        CALM_DAY, alerts=(alert(), alert(2, kind="over_cut_off"), alert(3, kind="damaged"))
    )
    screen = Day(view).screen(qtbot)
    assert [row._tone for row in screen.findChildren(ActionRow)] == ["red", "amber", "amber"]


def test_a_form_is_started_in_one_press(qtbot: QtBot) -> None:
    day = Day()
    screen = day.screen(qtbot)
    row = next(one for one in screen.findChildren(ActionRow) if one.name.startswith("Blid"))
    assert row.button is not None
    assert row.button.accessibleName() == "Start: Blid Bjørk · 6 uker 2 dager"
    press(row.button)
    assert day.went == [routes.HandOver(21, 1)]


def test_a_sheet_that_came_on_paper_is_one_press_away(qtbot: QtBot) -> None:
    day = Day()
    screen = day.screen(qtbot)
    row = next(row for row in screen.findChildren(VisitRow) if row.name.startswith("Blid"))
    assert row.paper.accessibleName() == f"Fra papir: {row.name}"
    press(row.paper)
    assert day.went == [routes.Entry(31, "epds", mode="paper", visit=1, beside=21)]


def test_a_calm_day_says_so_inwords(qtbot: QtBot) -> None:
    screen = Day(CALM_DAY).screen(qtbot)
    assert "Ingen konsultasjoner er satt opp i dag." in words(screen)
    assert "Krever handling nå" not in words(screen)
    assert "Ikke fullført" not in words(screen)


def test_hits_come_as_she_types_and_go_with_escape(qtbot: QtBot) -> None:
    day = Day()
    screen = day.screen(qtbot)
    write(screen.search, "lun g")
    assert "Lun Granli" in words(screen)
    assert "Konsultasjoner i dag" not in words(screen)
    write(screen.search, "finnes ikke")
    assert "Ingen treff." in words(screen)
    assert screen.escape()
    assert "Konsultasjoner i dag" in words(screen)
    assert not screen.escape()


def test_return_in_the_search_field_opens_the_only_hit(qtbot: QtBot) -> None:
    day = Day()
    screen = day.screen(qtbot)
    write(screen.search, "lun granli")
    QTest.keyClick(screen.search.edit, Qt.Key.Key_Return)
    assert day.went == [routes.PersonPage(12)]


def test_the_heading_is_the_day_as_norwegians_say_it(qtbot: QtBot) -> None:
    assert "I dag · lørdag 21. november" in words(Day().screen(qtbot))


def test_a_name_that_looks_like_markup_is_shown_as_typed(qtbot: QtBot) -> None:
    view = replace(CALM_DAY, alerts=(alert(title="<b>Lun</b> & Gran"),))
    assert "<b>Lun</b> & Gran" in words(Day(view).screen(qtbot))


def test_the_buttons_of_a_visit_stay_side_by_side_below_large_words(qtbot: QtBot) -> None:
    row = VisitRow(visit(title="Kvikk Rogn · 8 mnd (korrigert 6 mnd 3 uker) og litt til"))
    stand(qtbot, row)
    row.resize(520, row.heightForWidth(520))
    assert row.button is not None
    assert row.paper.y() == row.button.y()
    words = row.findChildren(QLabel)[0]
    assert words.mapTo(row, words.rect().bottomLeft()).y() < row.button.mapTo(row, QPoint(0, 0)).y()
