"""A licensed ten-item form: typed in, approved and used on a training person, by clicks alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from desk_fakes import TestClock
from library_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.clinic.library import wordings
from nurseapp.clinic.people import people
from nurseapp.clinic.station.access import found_station, open_station
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.clinic.values.station import NewStation, NewUser
from nurseapp.desk.library.form_row import FormRow
from nurseapp.desk.lock.screen import LockScreen
from nurseapp.desk.press_row import PressRow
from nurseapp.desk.program import DeskProgram
from nurseapp.vault.cost import FLOOR

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]

PASSWORD = "riktig hest batteri"
QUESTIONS = (
    "Jeg har hatt tid til en kopp te", "Jeg har gledet meg til en tur ut",
    "Jeg har husket hvor nøklene ligger", "Jeg har hørt på musikk jeg liker",
    "Jeg har fått lese noen sider", "Jeg har fått ryddet på benken",
    "Jeg har spist frokost i ro", "Jeg har vannet plantene",
    "Jeg har pratet med en nabo", "Jeg har sett på været",
)  # fmt: skip
ANSWERS = ("Hver dag", "Ofte", "Iblant", "Ikke ennå")


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training station with one mother, Rolig Bjørk."""
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
    return folder


@pytest.fixture
def program(qtbot: QtBot, station: Path) -> Iterator[DeskProgram]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = DeskProgram(app, station, TestClock(), windowed=True)
    made.prepare()
    made.show()
    made.window.activateWindow()
    yield made
    made.close()
    made.window.hide()
    made.window.deleteLater()


def log_in(program: DeskProgram, hands: Hands) -> None:
    program.window.activateWindow()
    hands.qtbot.waitUntil(program.window.isActiveWindow)
    (screen,) = program.window.findChildren(LockScreen)
    QTest.keyClicks(screen.password.edit, PASSWORD)
    QTest.keyClick(screen.password.edit, Qt.Key.Key_Return)
    hands.sees("Innlogget: S. Eik")


def type_the_words(hands: Hands) -> None:
    """The whole paper, in the order of the tab key."""
    hands.type_into("Tittel", "Små pauser")
    for text in ("Her er noen setninger om uken din.", "De siste sju dagene", "Egne øveord."):
        hands.tab()
        hands.type(text)
    hands.tab()  # the box about answers that are alike, which is left
    for question in QUESTIONS:
        hands.tab()
        hands.type(question)
        for answer in ANSWERS:
            hands.tab()
            hands.type(answer)


def test_a_licensed_form_is_in_and_used_in_a_quarter_of_an_hour(
    program: DeskProgram, qtbot: QtBot
) -> None:
    hands = Hands(program.window, qtbot)
    log_in(program, hands)
    hands.press("Skjemaer")
    hands.press_on(
        lambda: (one for one in program.window.findChildren(FormRow) if one.card.form == "epds")
    )
    hands.sees("Neste steg")
    hands.press("Legg inn teksten")
    hands.sees("Skriv av papirskjemaet")
    type_the_words(hands)
    hands.sees("Alle tekstene er på plass")
    hands.press("Ferdig: gå til godkjenning")
    hands.sees("1. Hva er endret")
    for row in ("Tittelen", "Innledningen", "Tidsrommet", *(f"{n} " for n in range(1, 11))):
        hands.press(f"Jeg har lest denne mot papirskjemaet: {row}")
    hands.press("Godkjenn skjemaet")
    hands.sees("Skriv hvem som har lisensen.")
    hands.type_into("Hvem har lisensen?", "Solvang kommune")
    hands.type_into("Lisensens nummer eller dato", "12/2026")
    hands.press("Godkjenn skjemaet")
    hands.sees("Klart til bruk.")
    hands.press("Gå til Personer")
    hands.press_on(
        lambda: (
            one
            for one in program.window.findChildren(PressRow)
            if one.isVisible() and "Rolig" in one.accessibleName()
        )
    )
    tickets: list[dict[str, Any]] = []
    program.hand_over_requested.connect(tickets.append)
    hands.press("Start kartlegging")
    hands.sees("Gi nettbrettet til Rolig Bjørk")
    hands.press("Rolig Bjørk er alene i rommet")
    hands.press("Rolig Bjørk vet at det er frivillig")
    hands.press("Overlevér")
    qtbot.waitUntil(lambda: bool(tickets), timeout=20_000)
    asked = str(tickets[0])
    assert all(question in asked for question in QUESTIONS)
    assert hands.minutes() < 15, hands
    assert hands.presses < 40, hands


def test_what_is_typed_outlives_a_lock_in_the_middle_of_a_word(
    program: DeskProgram, qtbot: QtBot, station: Path
) -> None:
    hands = Hands(program.window, qtbot)
    log_in(program, hands)
    hands.press("Skjemaer")
    hands.press_on(
        lambda: (one for one in program.window.findChildren(FormRow) if one.card.form == "who-5")
    )
    hands.press("Legg inn teksten")
    hands.type_into("Tittel", "Små glede")
    ended: list[str] = []
    program.ended.connect(ended.append)
    hands.press("Lås nå")
    qtbot.waitUntil(lambda: ended == ["locked"], timeout=20_000)
    opened = open_station(station, "S. Eik", PASSWORD, clock=TestClock())
    assert wordings.draft(opened, "who-5", "nb").title == "Små glede"
    opened.close()
