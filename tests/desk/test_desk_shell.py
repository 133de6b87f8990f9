"""The parts of the shell: text size, trace of a bug, damaged files, the door, the list of forms."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from desk_fakes import (
    BUSY_DAY,
    CARD,
    FakeClinic,
    FakeStation,
    TestClock,
    press,
    stand,
    visit,
    words,
)
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError, KeyFileError, UnreadableError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.base.trace import keep_trace
from nurseapp.clinic.station import copies as clinic_copies
from nurseapp.clinic.station.access import OpenStation
from nurseapp.desk import display, routes, warm_up
from nurseapp.desk.cover import Cover
from nurseapp.desk.doors import Copy, StationDoors
from nurseapp.desk.gates import Gates
from nurseapp.desk.in_turn import AT_ONCE, InTurn
from nurseapp.desk.lock.screen import SHIFT
from nurseapp.desk.routes import Route
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.sidebar import Sidebar
from nurseapp.desk.today.flow import TodayCases, TodayFlow
from nurseapp.desk.today.screen import TodayScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize(
    ("kept", "percent"),
    [("150", 150), ("10", 100), ("900", 200), ('"stor"', 100), ("null", 100)],
)
def test_an_odd_text_size_in_the_file_is_never_used(
    tmp_path: Path, kept: str, percent: int
) -> None:
    (tmp_path / "display.json").write_text(f'{{"text_percent": {kept}}}', encoding="utf-8")
    assert display.read_display(tmp_path).text_percent == percent


def test_a_text_size_that_was_kept_is_read_again(tmp_path: Path) -> None:
    assert display.read_display(tmp_path) == display.Display(100, "")
    display.keep_text_percent(tmp_path, 175)
    display.keep_last_user(tmp_path, "S. Eik")
    assert display.read_display(tmp_path) == display.Display(175, "S. Eik")
    display.keep_text_percent(tmp_path, 125)
    assert display.read_display(tmp_path) == display.Display(125, "S. Eik")
    kept = json.loads((tmp_path / "display.json").read_text())
    assert kept == {"text_percent": 125, "last_user": "S. Eik"}
    assert [file.name for file in tmp_path.iterdir()] == ["display.json"]


def test_a_display_file_of_an_earlier_program_is_read_and_a_senseless_one_is_not(
    tmp_path: Path,
) -> None:
    file = tmp_path / "display.json"
    file.write_text('{"text_percent": 150}', encoding="utf-8")
    assert display.read_display(tmp_path) == display.Display(150, "")
    file.write_text("[]", encoding="utf-8")
    assert display.read_display(tmp_path) == display.Display()


def test_the_same_user_again_writes_nothing(tmp_path: Path) -> None:
    display.keep_last_user(tmp_path, "S. Eik")
    before = (tmp_path / "display.json").stat().st_ino
    display.keep_last_user(tmp_path, "S. Eik")
    assert (tmp_path / "display.json").stat().st_ino == before


def test_a_trace_tells_where_and_never_what(tmp_path: Path) -> None:
    try:
        _fails("Rolig Bjørk")
    except ValueError as error:
        keep_trace(tmp_path, error, TestClock())
    kept = (tmp_path / "log" / "errors.log").read_text(encoding="utf-8")
    assert "ValueError" in kept
    assert "_fails" in kept
    assert "Rolig" not in kept


def test_without_a_station_no_trace_is_left_in_its_way(tmp_path: Path) -> None:
    keep_trace(tmp_path / "station", ValueError(), TestClock())
    assert not (tmp_path / "station").exists()


@pytest.mark.parametrize("error", [UnreadableError(file="station.json"), KeyFileError()])
def test_open_files_that_cannot_be_read_are_told_and_the_program_can_be_ended(
    qtbot: QtBot, error: UnreadableError | KeyFileError
) -> None:
    clinic = FakeClinic()
    clinic.unreadable = error
    gates = Gates(clinic, WorkAtOnce(), TestClock())
    page = gates.build()
    stand(qtbot, page)
    assert isinstance(page, Cover)
    assert error.sentence in words(page)
    assert gates.stale()
    left: list[str] = []
    gates.left.connect(left.append)
    press(page.button)
    assert left == ["quit"]


def test_a_page_is_stale_only_when_what_it_shows_has_changed() -> None:
    clinic = FakeClinic()
    gates = Gates(clinic, WorkAtOnce(), TestClock())
    assert gates.stale()
    page = gates.build()
    assert not gates.stale()
    clinic.known = CARD._replace(name="Lia helsestasjon")
    assert gates.stale()
    page.deleteLater()


class Copies:
    """Counts the automatic copies; may refuse one."""

    def __init__(self) -> None:
        self.made = 0
        self.refuse = False
        self.old = False

    def make(self, _station: OpenStation) -> None:
        if self.refuse:
            raise DiskFullError
        self.made += 1

    def close(self, station: FakeStation, copy: Copy) -> int:
        StationDoors(Path(), TestClock()).close(cast("OpenStation", station), copy=copy)
        return self.made


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> Copies:
    counted = Copies()
    monkeypatch.setattr(clinic_copies, "copy_on_close", counted.make)
    monkeypatch.setattr(clinic_copies, "copy_is_old", lambda _station: counted.old)
    return counted


def test_nobody_waits_for_a_copy_while_the_last_one_is_fresh(copies: Copies) -> None:
    station = FakeStation()
    assert copies.close(station, "once_a_day") == 0
    assert copies.close(station, "always") == 1
    copies.old = True
    assert copies.close(station, "once_a_day") == 2
    assert copies.close(station, "never") == 2


def test_a_full_disk_keeps_nobody_from_locking(copies: Copies) -> None:
    copies.refuse = True
    station = FakeStation()
    copies.close(station, "always")
    assert station.closed


@pytest.mark.parametrize(
    ("route", "name"),
    [
        (routes.Today(), "I dag"),
        (routes.PersonPage(1), "Personer"),
        (routes.RegisterPerson(), "Personer"),
        (routes.FollowUp(3), "Oppfølging"),
        (routes.FormWording("epds", "nb"), "Skjemaer"),
        (routes.FormPack(), "Skjemaer"),
        (routes.Settings("safety"), "Innstillinger"),
    ],
)
def test_the_sidebar_marks_the_place_one_is_under(qtbot: QtBot, route: Route, name: str) -> None:
    sidebar = Sidebar("Solvang helsestasjon", "S. Eik", training=False)
    qtbot.addWidget(sidebar)
    sidebar.show_here(route)
    here = [item.text() for item in sidebar.items.values() if item.accessibleDescription()]
    assert here == [name]


def test_a_long_list_shows_its_beginning_at_once_and_the_rest_soon(qtbot: QtBot) -> None:
    many = replace(
        BUSY_DAY, alerts=(), unfinished=(), overdue=(),
        visits=tuple(visit(number, title=f"Barn {number}") for number in range(40)),
    )  # fmt: skip
    cases = TodayCases(today=lambda: many, search=lambda _text: ())
    flow = TodayFlow(cases, WorkAtOnce(), lambda _route: None)
    screen = TodayScreen(flow, day=many.day, hide=lambda: None)
    stand(qtbot, screen)
    flow.refresh()
    assert len(screen.findChildren(ActionRow)) == AT_ONCE
    qtbot.waitUntil(lambda: len(screen.findChildren(ActionRow)) == 40)
    assert [row.name for row in screen.findChildren(ActionRow)][-1] == "Barn 39"


def test_a_new_page_forgets_the_rest_of_the_old_one(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    filling = InTurn(parent)
    old, new = iter(range(100)), iter(range(20))
    filling.start(old)
    filling.start(new)
    qtbot.waitUntil(lambda: next(new, None) is None)
    assert next(old) == AT_ONCE


def test_the_rehearsal_shows_nothing_and_leaves_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    warm_up.rehearse(window.size())
    warm_up.import_clinic()


def test_the_shift_key_has_the_number_that_qt_gives_it() -> None:
    from PySide6.QtCore import Qt

    assert Qt.KeyboardModifier.ShiftModifier.value == SHIFT


def _fails(name: str) -> None:
    raise ValueError(name)
