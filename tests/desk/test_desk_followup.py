"""Oppfølging: the clinic's list, and finishing a step where it stands."""

from __future__ import annotations

import pytest
from desk_fakes import LIST, LaterWork, alert, press, stand, step, words
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import AlreadyClosedError, SituationError
from nurseapp.base.flow import Work, WorkAtOnce
from nurseapp.clinic.values.today import FollowUpView
from nurseapp.desk import routes
from nurseapp.desk.followup.flow import FollowUpCases, FollowUpFlow
from nurseapp.desk.followup.screen import FollowUpScreen
from nurseapp.desk.routes import Route
from nurseapp.desk.rows import ActionRow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Clinic:
    """Keeps a list and what was finished."""

    def __init__(self, work: Work | None = None, finishing: int | None = None) -> None:
        self.went: list[Route] = []
        self.finished: list[tuple[int, str]] = []
        self.failing: SituationError | None = None
        cases = FollowUpCases(follow_up=self._list, finish_step=self._finish)
        self.flow = FollowUpFlow(cases, work or WorkAtOnce(), self.went.append, finishing)

    def _list(self) -> FollowUpView:
        done = {number for number, _words in self.finished}
        left = tuple(one for one in LIST.steps if one.step not in done)
        return FollowUpView(alerts=LIST.alerts, steps=left, done=LIST.done)

    def _finish(self, number: int, outcome: str) -> None:
        if self.failing is not None:
            raise self.failing
        self.finished.append((number, outcome))

    def screen(self, qtbot: QtBot) -> FollowUpScreen:
        made = FollowUpScreen(self.flow, hide=lambda: None)
        self.flow.refresh()
        stand(qtbot, made)
        return made


def test_a_step_is_finished_with_its_outcome_and_leaves_the_list() -> None:
    clinic = Clinic()
    clinic.flow.refresh()
    clinic.flow.begin(1)
    clinic.flow.finish("  Gjennomført. ")
    assert clinic.finished == [(1, "Gjennomført.")]
    assert clinic.flow.state.view is not None
    assert [one.step for one in clinic.flow.state.view.steps] == [2]
    assert clinic.flow.state.finished == 1


def test_a_step_is_not_finished_without_a_word() -> None:
    clinic = Clinic(finishing=1)
    clinic.flow.finish("   ")
    assert not clinic.finished
    assert clinic.flow.state.outcome_problem
    assert clinic.flow.state.finishing == 1


def test_a_step_that_somebody_finished_first_says_so_and_keeps_the_line() -> None:
    clinic = Clinic(finishing=1)
    clinic.failing = AlreadyClosedError()
    clinic.flow.finish("Gjennomført.")
    assert clinic.flow.state.outcome_problem == "Dette er allerede lukket."
    assert clinic.flow.state.finishing == 1


def test_nothing_else_is_begun_while_a_step_is_being_saved() -> None:
    later = LaterWork()
    clinic = Clinic(work=later, finishing=1)
    clinic.flow.finish("Gjennomført.")
    clinic.flow.begin(2)
    clinic.flow.cancel()
    clinic.flow.finish("Kom ikke.")
    assert clinic.flow.state.finishing == 1
    later.finish()
    assert clinic.finished == [(1, "Gjennomført.")]


def test_alerts_and_people_are_one_press_away() -> None:
    clinic = Clinic()
    clinic.flow.open_alert(alert())
    clinic.flow.open_person(step())
    assert clinic.went == [routes.Result(101), routes.PersonPage(11)]


def test_a_usual_outcome_is_two_presses(qtbot: QtBot) -> None:
    clinic = Clinic(finishing=1)
    screen = clinic.screen(qtbot)
    assert screen.editor is not None
    press(screen.editor.usual[0])
    press(screen.editor.save)
    assert clinic.finished == [(1, "Gjennomført.")]
    assert "Fullført og skrevet i journalen." in words(screen)
    assert screen.editor is None


def test_what_is_typed_survives_a_refused_save_and_counts_as_unsaved(qtbot: QtBot) -> None:
    clinic = Clinic(finishing=1)
    clinic.failing = AlreadyClosedError()
    screen = clinic.screen(qtbot)
    assert screen.editor is not None
    assert not screen.unsaved()
    QTest.keyClicks(screen.editor.text.edit, "Ringte, avtalte ny tid")
    press(screen.editor.save)
    assert screen.editor.text.text() == "Ringte, avtalte ny tid"
    assert screen.unsaved()
    assert "Dette er allerede lukket." in words(screen)


def test_escape_closes_the_line_before_it_leads_back(qtbot: QtBot) -> None:
    screen = Clinic(finishing=1).screen(qtbot)
    assert screen.escape()
    assert screen.editor is None
    assert not screen.escape()


def test_an_overdue_step_says_so_with_its_day(qtbot: QtBot) -> None:
    screen = Clinic().screen(qtbot)
    row = next(one for one in screen.findChildren(ActionRow) if one.name.startswith("Ny samtale"))
    assert row.pill is not None
    assert row.pill.text() == "Forfalt 19.11.2026"
