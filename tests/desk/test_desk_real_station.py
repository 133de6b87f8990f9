"""The whole desk on a real station: encrypted journal, real use cases, every place opened."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from desk_fakes import TestClock, press, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.clinic.people import people
from nurseapp.clinic.station.access import add_user, found_station, open_station
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.clinic.values.station import NewStation, NewUser
from nurseapp.desk import routes
from nurseapp.desk.lock.screen import LockScreen
from nurseapp.desk.place import Place
from nurseapp.desk.program import DeskProgram
from nurseapp.desk.settings.screen import SettingsScreen
from nurseapp.desk.settings.station_part import StationPart
from nurseapp.desk.today.screen import TodayScreen
from nurseapp.vault.cost import FLOOR

PASSWORD = "riktig hest batteri"


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training station with two users."""
    folder = tmp_path_factory.mktemp("data") / "station"
    nurse = NewUser(name="S. Eik", title="Helsesykepleier", password=PASSWORD, administrator=True)
    found_station(
        folder,
        NewStation(
            name="Solvang helsestasjon", municipality="Solvang", phone="", training=True,
            language="nb", first_user=nurse,
        ),
        clock=TestClock(),
        cost=FLOOR,
    )  # fmt: skip
    opened = open_station(folder, "S. Eik", PASSWORD, clock=TestClock())
    add_user(opened, NewUser(name="M. Lind", title="Jordmor", password=PASSWORD))
    opened.close()
    return folder


@pytest.fixture(scope="module")
def mother(station: Path) -> int:
    """Rolig Bjørk, whose child Blid is six weeks old."""
    opened = open_station(station, "S. Eik", PASSWORD, clock=TestClock())
    rolig = people.register(
        opened, PersonDetails(kind="adult", given_name="Rolig", family_name="Bjørk",
                              birth_date=date(1994, 3, 12)),
    )  # fmt: skip
    people.register(
        opened,
        PersonDetails(kind="child", given_name="Blid", family_name="Bjørk",
                      birth_date=date(2026, 10, 8)),
        [FamilyLink(adult=rolig, child=0, role="mother")],
    )  # fmt: skip
    opened.close()
    return rolig


@pytest.fixture
def start(qtbot: QtBot, station: Path) -> Iterator[Callable[[str], DeskProgram]]:
    """Brings up a desk, as the launcher does when the one before has ended for this reason."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made: list[DeskProgram] = []

    def one(why: str) -> DeskProgram:
        made.append(DeskProgram(app, station, TestClock(), windowed=True))
        made[-1].prepare()
        made[-1].show(why)
        return made[-1]

    yield one
    for program in made:
        program.close()
        program.window.hide()
        program.window.deleteLater()


@pytest.fixture
def program(start: Callable[[str], DeskProgram]) -> DeskProgram:
    return start("start")


def log_in(program: DeskProgram, qtbot: QtBot, name: str = "S. Eik") -> TodayScreen:
    (screen,) = program.window.findChildren(LockScreen)
    press(next(button for button in screen._name_buttons if button.text() == name))
    qtbot.waitUntil(screen.password.edit.hasFocus)
    QTest.keyClicks(screen.password.edit, PASSWORD)
    QTest.keyClick(screen.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(TodayScreen)), timeout=20_000)
    (today,) = program.window.findChildren(TodayScreen)
    qtbot.waitUntil(lambda: today._drawn is not None and today._drawn.view is not None)
    return today


def test_every_place_opens_from_the_password_to_the_lock(
    program: DeskProgram, qtbot: QtBot, mother: int
) -> None:
    today = log_in(program, qtbot)
    write(today.search, "rolig")
    qtbot.waitUntil(lambda: "Rolig Bjørk" in words(program.window))
    QTest.keyClick(today.search.edit, Qt.Key.Key_Return)
    place = arrive(program, qtbot, "nurseapp.desk.people.page_screen")
    qtbot.waitUntil(lambda: "Rolig Bjørk" in words(place))
    assert program._inside is not None
    session = program._inside.session
    for route, module, word in (
        (routes.People(), "nurseapp.desk.people.screen", "Personer"),
        (routes.RegisterPerson(), "nurseapp.desk.people.details_screen", "Fornavn"),
        (routes.HandOver(mother), "nurseapp.desk.handover.screen", "Rolig Bjørk"),
        (routes.FollowUp(), "nurseapp.desk.followup.screen", "Ingen steg er planlagt."),
        (routes.FormLibrary(), "nurseapp.desk.library.screen", "EPDS"),
        (routes.Settings("station"), "nurseapp.desk.settings.screen", "Øvingsstasjon"),
        (routes.Settings("safety"), "nurseapp.desk.settings.screen", "Sikkerhetskopier"),
        (routes.Settings("users"), "nurseapp.desk.settings.screen", "Helsesykepleier"),
    ):
        session.go(route)
        place = arrive(program, qtbot, module)
        assert_shows(qtbot, place, word)
    assert isinstance(place, SettingsScreen)
    press(place.tabs["station"])
    program._inside.rebuild()
    drawn_anew = session.home.place
    assert isinstance(drawn_anew, SettingsScreen)
    assert isinstance(drawn_anew.part, StationPart)
    ended: list[str] = []
    program.ended.connect(ended.append)
    press(session.home.sidebar.lock)
    qtbot.waitUntil(lambda: ended == ["locked"], timeout=20_000)
    assert list(program._folder.glob("backups/*"))


def test_change_of_user_is_a_name_and_a_password_and_takes_no_ten_seconds(
    start: Callable[[str], DeskProgram], qtbot: QtBot, mother: int
) -> None:
    program = start("start")
    log_in(program, qtbot)
    for name in ("M. Lind", "S. Eik"):
        assert program._inside is not None
        began = time.monotonic()
        with qtbot.waitSignal(program.ended, timeout=20_000) as ended:
            press(program._inside.session.home.sidebar.switch_user)
        assert ended.args == ["switched"]
        program = start("switched")
        log_in(program, qtbot, name)
        assert time.monotonic() - began < 5.0, "half of the ten seconds is for her own fingers"
        assert program._inside is not None
        assert program._inside._station.user.name == name


def arrive(program: DeskProgram, qtbot: QtBot, module: str) -> Place:
    def places() -> list[Place]:
        return [one for one in program.window.findChildren(Place) if type(one).__module__ == module]

    qtbot.waitUntil(lambda: bool(places()), timeout=20_000)
    return places()[-1]


def assert_shows(qtbot: QtBot, place: Place, word: str) -> None:
    qtbot.waitUntil(lambda: word in words(place), timeout=20_000)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
