"""Logging in: the sentences, the wait, the choice of a name, the recovery."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from desk_fakes import CARD, GROUPS, FakeClinic, LaterWork, TestClock, press, stand, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import (
    AccessLostError,
    StationDamagedError,
    TooManyTriesError,
    WeakPasswordError,
)
from nurseapp.base.flow import Work, WorkAtOnce
from nurseapp.clinic.station.access import OpenStation
from nurseapp.desk.lock.flow import FEW_USERS, LockFlow, LockState
from nurseapp.desk.lock.recovery_flow import RecoveryFlow
from nurseapp.desk.lock.recovery_screen import RecoveryScreen
from nurseapp.desk.lock.screen import LockScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PASSWORD = "riktig hest batteri"
KEY = "-".join(GROUPS)
Open = Callable[[str, str], OpenStation]


class Door:
    """A lock flow and who came in through it."""

    def __init__(
        self,
        *,
        names: tuple[str, ...] = ("S. Eik", "M. Lind"),
        open_station: Open | None = None,
        work: Work | None = None,
    ) -> None:
        self.clock = TestClock()
        self.entered: list[OpenStation] = []
        self.flow = LockFlow(
            LockState(station_name=CARD.name, training=True, names=names),
            open_station or FakeClinic().open_station,
            work or WorkAtOnce(),
            self.clock,
            self.entered.append,
        )


def test_the_right_password_lets_her_in() -> None:
    door = Door()
    door.flow.choose("S. Eik")
    door.flow.unlock(PASSWORD)
    assert [station.user.name for station in door.entered] == ["S. Eik"]


def test_a_wrong_password_says_so_and_that_nothing_is_deleted() -> None:
    door = Door(names=("S. Eik",))
    door.flow.unlock("feil")
    state = door.flow.state
    assert state.sentence == "Navnet og passordet hører ikke sammen."
    assert "Ingenting er slettet" in state.hint
    assert not state.busy
    assert not door.entered


def test_a_name_or_a_password_that_is_missing_is_asked_for_without_a_try() -> None:
    tried: list[str] = []

    def refuse(name: str, _password: str) -> OpenStation:
        tried.append(name)
        raise AssertionError

    door = Door(open_station=refuse)
    door.flow.unlock(PASSWORD)
    assert (door.flow.state.problem_at, door.flow.state.sentence) == ("name", "Skriv navnet ditt.")
    door.flow.choose("S. Eik")
    door.flow.unlock("")
    assert door.flow.state.problem_at == "password"
    assert not tried


def test_only_one_user_needs_not_type_her_name() -> None:
    assert Door(names=("S. Eik",)).flow.state.name == "S. Eik"
    assert Door().flow.state.name == ""


def test_after_too_many_tries_the_wait_is_counted_down_and_no_try_is_made() -> None:
    tries: list[str] = []

    def too_many(name: str, _password: str) -> OpenStation:
        tries.append(name)
        raise TooManyTriesError(seconds=4)

    door = Door(names=("S. Eik",), open_station=too_many)
    door.flow.unlock("feil")
    seen = [door.flow.state.wait_seconds]
    for _second in range(4):
        door.flow.unlock(PASSWORD)
        door.clock.pass_seconds(1)
        door.flow.tick()
        seen.append(door.flow.state.wait_seconds)
    assert seen == [4, 3, 2, 1, 0]
    assert len(tries) == 1
    door.flow.unlock(PASSWORD)
    assert len(tries) == 2


def test_a_second_press_while_it_opens_does_nothing() -> None:
    later = LaterWork()
    door = Door(names=("S. Eik",), work=later)
    door.flow.unlock(PASSWORD)
    assert door.flow.state.busy
    door.flow.unlock(PASSWORD)
    later.finish()
    assert len(door.entered) == 1
    with pytest.raises(IndexError):
        later.finish()


def test_a_damaged_station_is_told_in_its_own_words() -> None:
    def damaged(_name: str, _password: str) -> OpenStation:
        raise StationDamagedError(what="kjeden er brutt")

    door = Door(names=("S. Eik",), open_station=damaged)
    door.flow.unlock(PASSWORD)
    assert "kjeden er brutt" in door.flow.state.sentence


def test_a_tap_on_a_name_and_a_typed_password_open(qtbot: QtBot) -> None:
    door = Door()
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    press(next(button for button in screen._name_buttons if button.text() == "M. Lind"))
    assert screen.name.text() == "M. Lind"
    write(screen.password, PASSWORD)
    QTest.keyClick(screen.password.edit, Qt.Key.Key_Return)
    assert [station.user.name for station in door.entered] == ["M. Lind"]


def test_more_users_than_one_can_read_at_a_glance_are_not_listed(qtbot: QtBot) -> None:
    door = Door(names=tuple(f"Bruker {number}" for number in range(FEW_USERS + 1)))
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    screen.focus_first()
    assert not screen._name_buttons
    qtbot.waitUntil(screen.name.edit.hasFocus)


def test_the_one_who_was_in_last_types_her_password_alone(qtbot: QtBot) -> None:
    door = Door()
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    door.flow.expect("M. Lind")
    screen.focus_first()
    qtbot.waitUntil(screen.password.edit.hasFocus)
    QTest.keyClicks(screen.password.edit, PASSWORD)
    QTest.keyClick(screen.password.edit, Qt.Key.Key_Return)
    assert [station.user.name for station in door.entered] == ["M. Lind"]


def test_somebody_else_begins_at_the_list_of_names(qtbot: QtBot) -> None:
    door = Door()
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    door.flow.expect("")
    screen.focus_first()
    qtbot.waitUntil(screen._name_buttons[0].hasFocus)
    QTest.keyClick(screen._name_buttons[0], Qt.Key.Key_Space)
    assert screen.name.text() == "S. Eik"
    qtbot.waitUntil(screen.password.edit.hasFocus)


def test_one_who_may_no_longer_come_in_is_not_expected() -> None:
    door = Door()
    door.flow.expect("A. Hassel")
    assert door.flow.state.name == ""
    alone = Door(names=("S. Eik",))
    alone.flow.expect("")
    assert alone.flow.state.name == "S. Eik"


def test_a_wrong_password_is_emptied_and_the_cursor_stands_ready(qtbot: QtBot) -> None:
    door = Door(names=("S. Eik",))
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    write(screen.password, "feil")
    press(screen.unlock)
    assert screen.password.text() == ""
    qtbot.waitUntil(screen.password.edit.hasFocus)
    assert screen.password.error().startswith("Navnet og passordet hører ikke sammen.")


def test_the_wait_stands_on_the_button(qtbot: QtBot) -> None:
    def too_many(_name: str, _password: str) -> OpenStation:
        raise TooManyTriesError(seconds=60)

    door = Door(names=("S. Eik",), open_station=too_many)
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    write(screen.password, "feil")
    press(screen.unlock)
    assert screen.unlock.text() == "Vent 60 sekunder"
    assert not screen.unlock.isEnabled()
    door.clock.pass_seconds(60)
    door.flow.tick()
    assert screen.unlock.text() == "Lås opp"
    assert screen.unlock.isEnabled()


def test_capitals_without_shift_are_noticed(qtbot: QtBot) -> None:
    door = Door(names=("S. Eik",))
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    QTest.keyClicks(screen.password.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not screen._caps.isVisible()
    QTest.keyClicks(screen.password.edit, "B")
    assert screen._caps.isVisible()


def test_what_happened_before_the_lock_is_said_calmly(qtbot: QtBot) -> None:
    door = Door()
    screen = LockScreen(door.flow)
    stand(qtbot, screen)
    door.flow.tell("Svarene er lagret.")
    assert screen._notice is not None
    assert screen._notice.text() == "Svarene er lagret."


def test_each_missing_part_of_the_recovery_is_named_beside_its_field() -> None:
    flow = RecoveryFlow(("S. Eik",), FakeClinic().open_by_recovery, WorkAtOnce(), _nobody)
    flow.recover("", "", "", "x")
    state = flow.state
    assert state.key_problem
    assert state.name_problem
    assert state.password_problem
    assert state.again_problem == "De to passordene er ikke like."


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (WeakPasswordError(shortest=10), "password_problem"),
        (AccessLostError(), "name_problem"),
        (StationDamagedError(what="x"), "sentence"),
    ],
)
def test_what_the_recovery_meets_stands_where_it_belongs(error: Exception, field: str) -> None:
    def fails(_key: str, _name: str, _password: str) -> OpenStation:
        raise error

    flow = RecoveryFlow(("S. Eik",), fails, WorkAtOnce(), _nobody)
    flow.recover(KEY, "S. Eik", "kort", "kort")
    assert getattr(flow.state, field)
    assert not flow.state.busy


def test_a_wrong_recovery_key_stands_beside_the_key(qtbot: QtBot) -> None:
    entered: list[OpenStation] = []
    flow = RecoveryFlow((), FakeClinic().open_by_recovery, WorkAtOnce(), entered.append)
    screen = RecoveryScreen(flow)
    stand(qtbot, screen)
    write(screen.key, "FEIL")
    write(screen.name, "S. Eik")
    write(screen.password, "et langt passord")
    write(screen.again, "et langt passord")
    press(screen.open)
    assert "passer ikke" in screen.key.error()
    write(screen.key, KEY)
    QTest.keyClick(screen.again.edit, Qt.Key.Key_Return)
    assert len(entered) == 1


def _nobody(_station: OpenStation) -> None:
    raise AssertionError
