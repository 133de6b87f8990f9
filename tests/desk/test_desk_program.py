"""The desk as a whole, on a station without a database: in, about, covered, locked, handed over."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from desk_fakes import CARD, GROUPS, FakeClinic, TestClock, press
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError
from nurseapp.base.flow import Flow
from nurseapp.clinic.values.handover import TakenIn
from nurseapp.desk import display, routes
from nurseapp.desk.clipboard import brief_clipboard
from nurseapp.desk.firststart.flow import Draft
from nurseapp.desk.firststart.screen import FirstStartScreen
from nurseapp.desk.lock.recovery_screen import RecoveryScreen
from nurseapp.desk.lock.screen import LockScreen
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.program import DeskProgram
from nurseapp.desk.routes import Route

PASSWORD = "riktig hest batteri"


class RecordedPlace(Place):
    """Shows which route it was made for; a field to type into."""

    def __init__(self, route: Route, desk: DeskContext) -> None:
        super().__init__(Flow(route))
        self.route = route
        self.desk = desk
        self.left = False
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(QLabel(f"Rolig Bjørk {route!r}"))
        column.addWidget(self.field)

    def leave(self) -> None:
        self.left = True
        super().leave()

    def unsaved(self) -> bool:
        return bool(self.field.text())

    def focus_search(self) -> bool:
        if isinstance(self.route, routes.Today):
            self.field.setFocus()
            return True
        return False


class Desk:
    """A program under test, and what it told the launcher."""

    def __init__(self, qtbot: QtBot, folder: Path, clinic: FakeClinic, clock: TestClock) -> None:
        self.qtbot = qtbot
        self.clinic = clinic
        self.clock = clock
        self.told: list[object] = []
        self.places: list[RecordedPlace] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.program = DeskProgram(
            app, folder, clock, windowed=True, doors=clinic, build=self._build
        )
        self.program.painted.connect(lambda: self.told.append("painted"))
        self.program.ended.connect(self.told.append)
        self.program.hand_over_requested.connect(self.told.append)
        self.window = self.program.window

    def _build(self, route: Route, desk: DeskContext) -> Place:
        self.places.append(RecordedPlace(route, desk))
        return self.places[-1]

    @property
    def place(self) -> RecordedPlace:
        return self.places[-1]

    def show(self, why: str = "") -> None:
        self.program.prepare()
        self.program.show(why)
        self.qtbot.waitUntil(lambda: "painted" in self.told)

    def lock_screen(self) -> LockScreen:
        found = self.window.findChildren(LockScreen)
        assert found
        return found[-1]

    def log_in(self, name: str = "S. Eik") -> None:
        screen = self.lock_screen()
        screen.name.edit.setText(name)
        QTest.keyClicks(screen.password.edit, PASSWORD)
        QTest.keyClick(screen.password.edit, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.places) and self.place.isVisible())

    def wait_told(self, what: object) -> None:
        self.qtbot.waitUntil(lambda: what in self.told)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window.focusWidget(), key, modifier)


@pytest.fixture
def clinic() -> FakeClinic:
    return FakeClinic()


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def make(
    qtbot: QtBot, tmp_path: Path, clinic: FakeClinic, clock: TestClock
) -> Iterator[Callable[[], Desk]]:
    made: list[Desk] = []

    def one() -> Desk:
        made.append(Desk(qtbot, tmp_path, clinic, clock))
        return made[-1]

    yield one
    for desk in made:
        desk.program.close()
        desk.window.hide()
        desk.window.deleteLater()


@pytest.fixture
def desk(make: Callable[[], Desk]) -> Desk:
    shown = make()
    shown.show()
    return shown


def test_painted_is_told_once_for_each_showing(desk: Desk) -> None:
    desk.window.repaint()
    assert desk.told == ["painted"]


def test_the_right_password_leads_to_today(desk: Desk) -> None:
    desk.log_in()
    assert desk.place.route == routes.Today()
    assert desk.place.desk.user.name == "S. Eik"


def test_a_critical_answer_comes_before_everything_after_login(desk: Desk) -> None:
    desk.clinic.taken = (
        _taken(7, critical=False, finished=True),
        _taken(8, critical=True, finished=False),
    )
    desk.log_in()
    assert [place.route for place in desk.places[1:]] == [routes.Result(8)]
    desk.place.desk.back()
    assert desk.place.route == routes.Today()


def test_a_problem_with_the_answers_is_said_above_the_place(desk: Desk) -> None:
    desk.clinic.taken = (replace(_taken(7), problem="Svarfilen er avkortet."),)
    desk.log_in()
    assert "Svarfilen er avkortet." in _words(desk)


def test_a_file_that_nobody_knows_is_told_of_and_leads_to_today(desk: Desk) -> None:
    desk.clinic.taken = (replace(_taken(0), problem="En svarfil er lagt til side."),)
    desk.log_in()
    assert [place.route for place in desk.places] == [routes.Today()]
    assert "En svarfil er lagt til side." in _words(desk)


def test_what_the_login_has_to_say_stands_above_the_place(desk: Desk) -> None:
    desk.clinic.station.notice = "Nøkkelfilen var skadet."
    desk.log_in()
    assert "Nøkkelfilen var skadet." in _words(desk)


def test_a_copy_that_did_not_come_off_is_told_after_the_login(desk: Desk) -> None:
    desk.clinic.trouble_with_copies = "Sikkerhetskopien ble ikke tatt."
    desk.log_in()
    assert "Sikkerhetskopien ble ikke tatt." in _words(desk)


def test_a_parents_answer_is_told_of_alone(desk: Desk) -> None:
    desk.clinic.trouble_with_copies = "Sikkerhetskopien ble ikke tatt."
    desk.clinic.taken = (_taken(7),)
    desk.log_in()
    assert "Sikkerhetskopien" not in _words(desk)


def test_a_full_disk_at_the_intake_does_not_shut_the_nurse_out(desk: Desk) -> None:
    desk.clinic.take_in_problem = DiskFullError()
    desk.log_in()
    assert desk.place.route == routes.Today()
    assert "Disken er full." in _words(desk)


def test_the_window_title_names_nobody(desk: Desk) -> None:
    desk.log_in()
    desk.place.desk.go(routes.PersonPage(3))
    assert desk.window.windowTitle() == "nurseapp"


def test_leaving_a_place_drops_its_work_and_its_data(desk: Desk, qtbot: QtBot) -> None:
    desk.log_in()
    first = desk.place
    late: list[str] = []
    first.desk.work.run(lambda: "navn", late.append, lambda _error: late.append("feil"))
    first.desk.go(routes.People())
    desk.place.desk.work.run(lambda: "etter", late.append, lambda _error: None)
    qtbot.waitUntil(lambda: late == ["etter"])
    assert first.left


@pytest.mark.parametrize("way", ["button", "switch", "key"])
def test_locking_hides_everything_closes_the_station_off_the_windows_thread_and_ends(
    desk: Desk, qtbot: QtBot, way: str
) -> None:
    desk.log_in()
    place = desk.place
    if way == "key":
        desk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    else:
        sidebar = desk.program._inside.session.home.sidebar  # type: ignore[union-attr]
        press(sidebar.lock if way == "button" else sidebar.switch_user)
    assert desk.window.covered
    assert place.left
    desk.wait_told("switched" if way == "switch" else "locked")
    assert desk.clinic.station.closed
    assert desk.clinic.station.closed_in == "work"
    assert _no_person_is_left(desk)


def test_after_a_lock_the_same_user_is_named_and_after_a_change_nobody(
    make: Callable[[], Desk], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.log_in("M. Lind")
    qtbot.waitUntil(lambda: display.read_display(tmp_path).last_user == "M. Lind")
    named = {}
    for why in ("locked", "finished", "crash", "start", "switched"):
        other = make()
        other.show(why)
        named[why] = other.lock_screen().name.text()
    assert named.pop("switched") == ""
    assert set(named.values()) == {"M. Lind"}


def test_a_text_size_that_no_disk_keeps_is_told_and_nothing_breaks(
    desk: Desk, tmp_path: Path
) -> None:
    desk.log_in()
    shutil.rmtree(tmp_path)
    desk.place.desk.size_text(175)
    assert "Programmet får ikke skrive i" in _words(desk)
    assert desk.told == ["painted"]


def test_the_ticket_is_given_away_once_nobody_is_seen_and_the_station_closes(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.log_in()
    ticket = {"session": "abc"}
    covered: list[bool] = []
    desk.program.hand_over_requested.connect(lambda _ticket: covered.append(desk.window.covered))
    desk.place.desk.hand_over(ticket)
    desk.wait_told(ticket)
    assert covered == [True]
    assert _no_person_is_left(desk)
    qtbot.waitUntil(lambda: desk.clinic.station.closed)
    assert desk.clinic.station.closed_in == "work"
    assert desk.clinic.copies == ["never"]
    assert "locked" not in desk.told


@pytest.mark.parametrize("way", ["lock", "hand over", "bug"])
def test_nothing_stays_on_the_clipboard_when_the_process_that_put_it_there_ends(
    desk: Desk, way: str
) -> None:
    desk.log_in()
    brief_clipboard().copy("Føres i MORS journal")
    assert QGuiApplication.clipboard().text()
    match way:
        case "lock":
            desk.place.desk.lock("button")
        case "hand over":
            desk.place.desk.hand_over({"outbox": ""})
        case _:
            desk.program.crashed(ValueError())
    assert QGuiApplication.clipboard().text() == ""


def test_a_failed_hand_over_says_so_and_leads_to_the_lock(desk: Desk, qtbot: QtBot) -> None:
    desk.log_in()
    desk.place.desk.hand_over({"session": "abc"})
    desk.wait_told({"session": "abc"})
    desk.program.hand_over_failed()
    assert "kom ikke opp" in desk.window.cover.words()
    press(desk.window.cover.button)
    assert desk.told[-1] == "locked"


def test_nobody_there_covers_the_screen_and_a_touch_brings_it_back(
    desk: Desk, qtbot: QtBot, clock: TestClock
) -> None:
    desk.log_in()
    guard = desk.program._inside._guard  # type: ignore[union-attr]
    assert guard is not None
    clock.pass_seconds(CARD.blank_after_seconds)
    guard.look()
    assert desk.window.covered
    assert not desk.place.isVisible()
    press(desk.window.cover)
    assert desk.place.isVisible()


def test_nobody_there_for_longer_locks(desk: Desk, clock: TestClock) -> None:
    desk.log_in()
    guard = desk.program._inside._guard  # type: ignore[union-attr]
    assert guard is not None
    clock.pass_seconds(CARD.lock_after_seconds)
    guard.look()
    desk.wait_told("locked")


@pytest.mark.skipif(sys.platform != "linux", reason="heard over the message bus of Linux")
def test_a_machine_that_is_locked_locks_the_station(desk: Desk) -> None:
    desk.log_in()
    guard = desk.program._inside._guard  # type: ignore[union-attr]
    assert guard is not None
    guard.system.told()
    desk.wait_told("locked")


def test_a_machine_that_slept_is_locked_when_it_wakes(desk: Desk, clock: TestClock) -> None:
    desk.log_in()
    guard = desk.program._inside._guard  # type: ignore[union-attr]
    assert guard is not None
    clock.moment += timedelta(minutes=10)
    guard.look()
    desk.wait_told("locked")


def test_a_clock_that_is_set_back_or_drifts_locks_nobody_out(desk: Desk, clock: TestClock) -> None:
    desk.log_in()
    guard = desk.program._inside._guard  # type: ignore[union-attr]
    assert guard is not None
    for change in (-3600, 5, -20, 20):
        clock.moment += timedelta(seconds=change)
        guard.look()
    assert not desk.window.covered


def test_hidden_from_others_until_a_key_is_pressed(desk: Desk, qtbot: QtBot) -> None:
    desk.log_in()
    desk.place.desk.hide()
    assert not desk.place.isVisible()
    QTest.keyClick(desk.window.cover, Qt.Key.Key_Space)
    assert desk.place.isVisible()


def test_ctrl_k_searches_from_anywhere(desk: Desk) -> None:
    desk.log_in()
    desk.place.desk.go(routes.Settings())
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.place.route == routes.Today()
    assert desk.place.field.hasFocus()


def test_escape_leads_back_and_never_out_of_the_desk(desk: Desk) -> None:
    desk.log_in()
    desk.place.desk.go(routes.People())
    desk.place.desk.go(routes.PersonPage(3))
    for expected in (routes.People(), routes.Today(), routes.Today()):
        desk.key(Qt.Key.Key_Escape)
        assert desk.place.route == expected


def test_what_is_not_saved_is_not_left_without_asking(desk: Desk, qtbot: QtBot) -> None:
    desk.log_in()
    desk.place.field.setText("en setning")
    here = desk.place
    desk.place.desk.go(routes.People())
    assert desk.place is here
    home = desk.program._inside.session.home  # type: ignore[union-attr]
    assert "ikke er lagret" in home.message.text()
    home.message.acted.emit()
    assert desk.place.route == routes.People()


def test_a_message_survives_one_change_of_place_and_no_more(desk: Desk) -> None:
    desk.log_in()
    desk.place.desk.tell("Lagret.", "done")
    desk.place.desk.go(routes.People())
    assert "Lagret." in _words(desk)
    desk.place.desk.go(routes.Settings())
    assert "Lagret." not in _words(desk)


def test_another_text_size_is_kept_and_drawn_at_once(desk: Desk, tmp_path: Path) -> None:
    desk.log_in()
    before = desk.place.font().pixelSize()
    desk.place.desk.size_text(200)
    assert display.read_display(tmp_path).text_percent == 200
    assert desk.place.font().pixelSize() == 2 * before
    assert desk.place.route == routes.Today()
    desk.place.desk.size_text(100)


def test_a_hidden_lock_screen_knows_a_user_that_was_added_meanwhile(
    make: Callable[[], Desk], clinic: FakeClinic
) -> None:
    desk = make()
    desk.program.prepare()
    clinic.users = ("S. Eik", "M. Lind", "A. Hassel")
    desk.program.show()
    desk.qtbot.waitUntil(lambda: "painted" in desk.told)
    assert "A. Hassel" in [button.text() for button in desk.lock_screen()._name_buttons]


def test_after_a_crash_the_lock_screen_says_that_nothing_is_lost(make: Callable[[], Desk]) -> None:
    desk = make()
    desk.show("crash")
    assert "Alt som var bekreftet, er lagret" in _words(desk)


def test_our_own_bug_closes_the_station_and_keeps_no_word_of_it(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.log_in()

    def fails() -> None:
        raise KeyError("Rolig Bjørk")

    desk.place.desk.work.run(fails, lambda _none: None, lambda _error: None)
    qtbot.waitUntil(lambda: desk.window.covered)
    assert "Alt som var bekreftet" in _words(desk)
    kept = (tmp_path / "log" / "errors.log").read_text(encoding="utf-8")
    assert "KeyError" in kept
    assert "test_desk_program.py" in kept
    assert "Rolig" not in kept
    qtbot.waitUntil(lambda: desk.clinic.station.closed)
    press(desk.window.cover.button)
    assert desk.told[-1] == "crash"


def test_a_bug_in_a_press_is_kept_as_a_trace_and_printed_nowhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    desk.log_in()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desk.program.answer_for_bugs()

    def fails() -> None:
        raise ValueError("Rolig Bjørk")

    QTimer.singleShot(0, fails)
    desk.qtbot.waitUntil(lambda: desk.window.covered)
    assert "ValueError" in (tmp_path / "log" / "errors.log").read_text(encoding="utf-8")
    assert "Rolig" not in "".join(capsys.readouterr())
    desk.qtbot.waitUntil(lambda: desk.clinic.station.closed)


def test_where_there_is_no_station_one_is_set_up_and_then_locked(
    make: Callable[[], Desk], clinic: FakeClinic
) -> None:
    clinic.known = None
    desk = make()
    desk.show()
    (screen,) = desk.window.findChildren(FirstStartScreen)
    flow = screen._flow
    draft = Draft(name="Solvang", municipality="Solvang", user_name="S. Eik", user_title="Jordmor")
    flow.name_station(draft)
    flow.choose_kind(training=True)
    flow.name_user(replace(draft, training=True), PASSWORD, PASSWORD)
    desk.qtbot.waitUntil(lambda: bool(flow.state.groups))
    flow.kept(kept=True)
    flow.ask_back()
    first, second = flow.state.asked
    assert first != second
    flow.confirm(GROUPS[first], GROUPS[second])
    press(screen.next)
    assert desk.told[-1] == "locked"


def test_quitting_from_the_lock_screen_ends(desk: Desk, qtbot: QtBot) -> None:
    press(desk.lock_screen().quit)
    assert desk.told[-1] == "quit"


def test_closing_the_window_closes_the_station_first(desk: Desk) -> None:
    desk.log_in()
    desk.window.close()
    assert desk.window.isVisible()
    desk.wait_told("quit")
    assert desk.clinic.station.closed


def test_the_recovery_key_opens_with_a_new_password(desk: Desk, qtbot: QtBot) -> None:
    press(desk.lock_screen().recover)
    (screen,) = desk.window.findChildren(RecoveryScreen)
    for field, text in (
        (screen.key, "K7QF-2MXA-9TRD-PLW4-HN3E-B6VZ-YC8J-4GSU"),
        (screen.name, "S. Eik"),
        (screen.password, "et nytt langt passord"),
        (screen.again, "et nytt langt passord"),
    ):
        QTest.keyClicks(field.edit, text)
    press(screen.open)
    qtbot.waitUntil(lambda: bool(desk.places) and desk.place.isVisible())


def _taken(screening: int, *, critical: bool = False, finished: bool = True) -> TakenIn:
    return TakenIn(
        screening=screening, subject=1, subject_name="Rolig Bjørk", finished=finished,
        critical=critical, problem="",
    )  # fmt: skip


def _words(desk: Desk) -> str:
    return "\n".join(
        label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()
    )


def _no_person_is_left(desk: Desk) -> bool:
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    return not any("Bjørk" in label.text() for label in desk.window.findChildren(QLabel))
