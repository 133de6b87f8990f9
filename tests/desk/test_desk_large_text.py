"""At 200 % text every page gives way: it scrolls down, never sideways, and cuts no word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from desk_fakes import BUSY_DAY, CARD, DAY, GROUPS, LIST, NURSE, FakeClinic, TestClock, alert
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.flow import WorkAtOnce
from nurseapp.desk.cover import Cover
from nurseapp.desk.firststart.flow import Draft, FirstStartCases, FirstStartFlow
from nurseapp.desk.firststart.screen import FirstStartScreen
from nurseapp.desk.followup.flow import FollowUpCases, FollowUpFlow
from nurseapp.desk.followup.screen import FollowUpScreen
from nurseapp.desk.lock.flow import LockFlow, LockState
from nurseapp.desk.lock.recovery_flow import RecoveryFlow
from nurseapp.desk.lock.recovery_screen import RecoveryScreen
from nurseapp.desk.lock.screen import LockScreen
from nurseapp.desk.printing.printers import Printers
from nurseapp.desk.settings.flow import Part, SettingsFlow
from nurseapp.desk.settings.password_flow import PasswordFlow
from nurseapp.desk.settings.safety_flow import CopiesWords, Finding, SafetyCases, SafetyFlow
from nurseapp.desk.settings.screen import SettingsScreen
from nurseapp.desk.settings.station_flow import StationFlow
from nurseapp.desk.settings.users_flow import UsersCases, UsersFlow
from nurseapp.desk.sidebar import Sidebar
from nurseapp.desk.today.flow import TodayCases, TodayFlow
from nurseapp.desk.today.screen import TodayScreen
from nurseapp.look.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = "Rolig-Vennlig Morgenglad Nordavind Bjørkelund-Vestenfjeldske"


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, text_scale=2.0)
    yield
    apply_theme(qapp)


def lock() -> QWidget:
    state = LockState(station_name=CARD.name, training=True, names=("S. Eik", LONG))
    flow = LockFlow(
        state, FakeClinic().open_station, WorkAtOnce(), TestClock(), lambda _station: None
    )
    flow.choose("S. Eik")
    flow.unlock("feil")
    flow.caps_lock(on=True)
    screen = LockScreen(flow)
    flow.tell("Programmet måtte starte på nytt. Alt som var bekreftet, er lagret.")
    return screen


def recovery() -> QWidget:
    flow = RecoveryFlow((), FakeClinic().open_by_recovery, WorkAtOnce(), lambda _station: None)
    screen = RecoveryScreen(flow)
    flow.recover("", "", "", "x")
    return screen


def first_start(step: int) -> QWidget:
    clinic = FakeClinic()
    cases = FirstStartCases(
        found=clinic.found,
        save_sheet=clinic.save_recovery_sheet,
        print_sheet=clinic.print_recovery_sheet,
        printers=lambda: Printers(names=("gangen", "Kopimaskin-i-andre-etasje-ved-pauserommet")),
    )
    flow = FirstStartFlow(cases, WorkAtOnce(), lambda _count: (0, 7))
    screen = FirstStartScreen(flow)
    whole = Draft(
        name=CARD.name, municipality="Solvang", training=True, user_name=LONG, user_title="Jordmor"
    )
    moves: tuple[Callable[[], None], ...] = (
        lambda: flow.name_station(whole),
        lambda: flow.choose_kind(training=True),
        lambda: flow.name_user(whole, "et langt passord", "et langt passord"),
        lambda: flow.kept(kept=True),
        flow.ask_back,
        lambda: flow.confirm(GROUPS[0], GROUPS[7]),
    )
    for move in moves[:step]:
        move()
    return screen


def today() -> QWidget:
    view = replace(BUSY_DAY, alerts=(alert(title=f"{LONG}: kritisk svar"),))
    cases = TodayCases(today=lambda: view, search=lambda _text: ())
    flow = TodayFlow(cases, WorkAtOnce(), lambda _route: None)
    screen = TodayScreen(flow, day=DAY, hide=lambda: None)
    flow.refresh()
    return screen


def follow_up() -> QWidget:
    cases = FollowUpCases(follow_up=lambda: LIST, finish_step=lambda _step, _outcome: None)
    flow = FollowUpFlow(cases, WorkAtOnce(), lambda _route: None, 1)
    screen = FollowUpScreen(flow, hide=lambda: None)
    flow.refresh()
    flow.finish("")
    return screen


def settings(part: Part) -> QWidget:
    work = WorkAtOnce()
    users = UsersCases(
        list_users=lambda: (NURSE, replace(NURSE, user_id=2, name=LONG)),
        add_user=lambda _new: None,
        remove_user=lambda _id: None,
    )
    safety = SafetyCases(
        back_up=lambda _file: None,
        copies=lambda: CopiesWords(
            place="Automatiske kopier legges i /en/ganske/lang/mappe/et/sted/langt/inne",
            room="Ledig plass: 7,4 GB",
            outside=True,
            notes=(
                Finding(words="Siste gode kopi: 21.11.2026 kl. 10:12", good=True),
                Finding(
                    words="Sikkerhetskopien fra 21.11.2026 kl. 10:12 ble ikke tatt.", good=False
                ),
            ),
            kept=("21.11.2026 kl. 10:12, 1,2 MB, i den valgte mappen",),
        ),
        keep_in=lambda _place: None,
        health=lambda: (Finding(words="Kjeden er hel fra begynnelse til slutt.", good=True),),
    )
    flow = SettingsFlow(
        users=UsersFlow(users, work, NURSE),
        password=PasswordFlow(lambda _old, _new: None, work),
        station=StationFlow(CARD, 200, lambda _card: None, lambda _percent: None, work),
        safety=SafetyFlow(safety, work, ("Vern.",), may_choose=True),
        part=part,
    )
    flow.users.begin_adding()
    flow.safety.check()
    return SettingsScreen(flow)


def cover() -> QWidget:
    page = Cover()
    page.say(
        "Vinduet til forelderen kom ikke opp.", "Ingenting er tapt.", action="Til låseskjermen"
    )
    return page


LARGE: dict[str, Callable[[], QWidget]] = {
    "lock": lock,
    "recovery": recovery,
    **{f"first start {step}": partial(first_start, step) for step in (0, 1, 2, 3, 5, 6)},
    "today": today,
    "follow-up": follow_up,
    "users": lambda: settings("users"),
    "password": lambda: settings("password"),
    "station": lambda: settings("station"),
    "safety": lambda: settings("safety"),
    "cover": cover,
}


@pytest.mark.parametrize("page", LARGE)
def test_large_text_scrolls_down_and_never_sideways(page: str, qtbot: QtBot) -> None:
    screen = LARGE[page]()
    qtbot.addWidget(screen)
    screen.resize(960, 800)
    screen.show()
    qtbot.waitExposed(screen)
    areas = [area for area in screen.findChildren(QScrollArea) if area.widget() is not None]
    assert areas
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas)
    assert not _cut(screen)


def test_the_sidebar_is_never_wider_than_a_third_of_the_window(qtbot: QtBot) -> None:
    sidebar = Sidebar("Solvang helsestasjon", LONG, training=True)
    qtbot.addWidget(sidebar)
    sidebar.resize(sidebar.width(), 800)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    assert sidebar.width() <= 1280 / 3
    assert sidebar.horizontalScrollBar().maximum() == 0
    assert not _cut(sidebar)


def _cut(screen: QWidget) -> list[str]:
    """The labels that are lower than their words need."""
    QApplication.processEvents()
    labels = [label for label in screen.findChildren(QLabel) if label.isVisible()]
    return [
        label.text()
        for label in labels
        if label.height() < label.heightForWidth(label.width())
        or label.width() < label.minimumSizeHint().width()
    ]
