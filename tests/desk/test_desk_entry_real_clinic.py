"""Sheets from paper and observations, entered over a real clinic and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.people import people
from nurseapp.clinic.station.access import OpenStation, found_station, open_station
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.clinic.values.result import ResultView
from nurseapp.clinic.values.station import NewStation, NewUser
from nurseapp.desk import wiring_records as wiring
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.number_rows import NumberRows
from nurseapp.desk.entry.screen import EntryScreen
from nurseapp.desk.entry.worded_cards import WordedCards
from nurseapp.desk.routes import Entry, Result, Route
from nurseapp.look.theme import apply_theme
from nurseapp.people.national_number import synthetic_number
from nurseapp.vault.cost import FLOOR

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PASSWORD = "en lang nok setning"
NOW = datetime(2026, 11, 21, 10, 12, tzinfo=UTC)
TODAY = NOW.date()


class MorningClock:
    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStation]:
    folder = tmp_path_factory.mktemp("entry") / "station"
    nurse = NewUser(
        name="S. Eik", title="helsesykepleier", password=PASSWORD, phone="", administrator=True
    )
    new = NewStation(
        name="Solvang helsestasjon", municipality="Testvik kommune", phone="", training=True,
        language="nb", first_user=nurse,
    )  # fmt: skip
    found_station(folder, new, clock=MorningClock(), cost=FLOOR)
    opened = open_station(folder, "S. Eik", PASSWORD, clock=MorningClock())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def mother(station: OpenStation) -> int:
    born = date(1994, 9, 12)
    return people.register(
        station,
        PersonDetails(
            kind="adult", given_name="Rolig", family_name="Bjørk", birth_date=born, sex="female",
            national_number=synthetic_number(born, "female", 3),
        ),
        (),
    )  # fmt: skip


@pytest.fixture(scope="module")
def child(station: OpenStation, mother: int) -> int:
    """Twenty months old."""
    details = PersonDetails(
        kind="child", given_name="Blid", family_name="Bjørk", birth_date=date(2025, 3, 10),
        sex="male", gestation_weeks=40,
    )  # fmt: skip
    return people.register(station, details, (FamilyLink(adult=mother, child=0, role="mother"),))


def entry_flow(station: OpenStation, wanted: Entry, went: list[Route]) -> EntryFlow:
    flow = EntryFlow(wanted, wiring.entry_cases(station), WorkAtOnce(), go=went.append, today=TODAY)
    flow.start()
    return flow


def result_of(station: OpenStation, went: list[Route]) -> ResultView:
    (route,) = went
    assert isinstance(route, Result)
    return wiring.result_cases(station).result.result(route.screening)


def keyed(flow: EntryFlow, number: int) -> None:
    """The same option of every question, to the end."""
    while flow.state.sheet is not None and flow.state.sheet.item is not None:
        item = flow.state.sheet.item
        flow.type(lambda sheet, item=item: sheet.pressed(item, number))  # type: ignore[misc]


def test_a_mothers_sheet_is_typed_in_under_thirty_keys(
    qapp: QApplication, qtbot: QtBot, station: OpenStation, mother: int
) -> None:
    apply_theme(qapp)
    went: list[Route] = []
    flow = entry_flow(station, Entry(mother, "epds", mode="paper"), went)
    screen = EntryScreen(flow, day=TODAY, hide=lambda: None, back=lambda: None)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    QTest.mouseClick(screen.choosing.begin, Qt.MouseButton.LeftButton)
    assert isinstance(screen.filling.sheet, NumberRows)
    for _question in range(10):
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_1)
    QTest.mouseClick(screen.filling.done, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen.summary.save, Qt.MouseButton.LeftButton)
    view = result_of(station, went)
    assert (view.subject, view.scales[0].score) == (mother, 21)
    assert view.critical
    assert "papir" in " ".join((view.how_words, *view.entered))


def test_a_childs_sheet_leads_to_its_second_stage_and_back_to_one_result(
    station: OpenStation, mother: int, child: int
) -> None:
    went: list[Route] = []
    flow = entry_flow(station, Entry(child, "m-chat-rf", mode="paper"), went)
    assert flow.state.form is not None
    assert flow.state.setting.respondent == mother  # the only adult there is
    flow.begin()
    keyed(flow, 1)
    flow.finish()
    flow.save()
    first = result_of(station, went)
    assert first.subject == child
    assert first.respondent_words.endswith("Rolig Bjørk (mor)")
    assert first.second_stage
    went.clear()
    second = Entry(child, "m-chat-rf", mode="second_stage", continues=first.screening)
    flow = entry_flow(station, second, went)
    assert [form.mode for form in flow.state.forms] == ["second_stage"]
    flow.begin()
    sheet = flow.state.sheet
    assert sheet is not None
    assert [each.question.id for each in sheet.items] == ["f2", "f5", "f12"]
    keyed(flow, 2)
    flow.finish()
    flow.save()
    assert flow.state.problem == ""
    after = result_of(station, went)
    assert after.screening == first.screening
    assert after.second_stage == ""


@pytest.mark.slow
def test_every_form_offered_can_be_opened_and_shown(
    qapp: QApplication, qtbot: QtBot, station: OpenStation, mother: int, child: int
) -> None:
    apply_theme(qapp)
    opened = 0
    for person in (mother, child):
        flow = entry_flow(station, Entry(person), [])
        for form in flow.state.forms:
            if form.why_not:
                continue
            one = entry_flow(station, Entry(person), [])
            one.choose(form)
            one.set_up(
                replace(one.state.setting, observer="S. Eik", certified_on="01.02.2024",
                        alone=True, respondent=mother)
            )  # fmt: skip
            one.begin()
            assert one.state.stage == "fill", (form.title, one.state.blocked, one.state.problem)
            screen = EntryScreen(one, day=TODAY, hide=lambda: None, back=lambda: None)
            qtbot.addWidget(screen)
            screen.show()
            by_number = form.mode == "paper"
            assert isinstance(screen.filling.sheet, NumberRows if by_number else WordedCards)
            one.finish()
            assert screen.summary.isVisible()
            screen.hide()
            opened += 1
    assert opened > 12


def test_an_observation_is_entered_by_its_labels(
    station: OpenStation, mother: int, child: int
) -> None:
    went: list[Route] = []
    flow = entry_flow(station, Entry(mother, "violence-talk", mode="observer"), went)
    assert flow.state.form is not None
    assert flow.state.blocked == "Dette skjemaet krever at den som svarer, er alene."
    flow.set_up(replace(flow.state.setting, alone=True))
    flow.begin()
    assert flow.state.sheet is not None
    first = next(each for each in flow.state.sheet.items if each.question.kind == "choice")
    flow.type(lambda sheet: sheet.pressed(first.question.id, 1))
    flow.finish()
    flow.save()
    assert flow.state.problem == ""
    view = result_of(station, went)
    assert view.scales == ()
