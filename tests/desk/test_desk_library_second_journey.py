"""The words come in by spreadsheet, two people approve, a parent answers, and the result is read.

By clicks alone, but for the system's own dialogue about files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
from desk_fakes import TestClock
from library_hands import Hands
from openpyxl import load_workbook  # type: ignore[import-untyped]
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from test_desk_library_journey import ANSWERS, PASSWORD, QUESTIONS
from test_desk_library_journey import station as _station

from nurseapp.clinic.station import users
from nurseapp.clinic.station.access import open_station
from nurseapp.clinic.values.station import NewUser
from nurseapp.desk.library.form_row import FormRow
from nurseapp.desk.lock.screen import LockScreen
from nurseapp.desk.press_row import PressRow
from nurseapp.desk.program import DeskProgram
from nurseapp.parent.program import ParentProgram

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]

station = _station


@pytest.fixture
def desk(qtbot: QtBot, station: Path) -> Callable[[str], Any]:
    @contextmanager
    def at(user: str) -> Iterator[tuple[DeskProgram, Hands]]:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        made = DeskProgram(app, station, TestClock(), windowed=True)
        made.prepare()
        made.show()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        (screen,) = made.window.findChildren(LockScreen)
        screen.name.edit.clear()
        QTest.keyClicks(screen.name.edit, user)
        QTest.keyClicks(screen.password.edit, PASSWORD)
        QTest.keyClick(screen.password.edit, Qt.Key.Key_Return)
        hands = Hands(made.window, qtbot)
        hands.sees(f"Innlogget: {user}")
        yield made, hands
        made.close()
        made.window.hide()
        made.window.deleteLater()

    return at


def open_form(program: DeskProgram, hands: Hands) -> None:
    hands.press("Skjemaer")
    hands.press_on(
        lambda: (one for one in program.window.findChildren(FormRow) if one.card.form == "epds")
    )
    hands.sees("Neste steg")


def fill(file: Path) -> None:
    """Types into the column for text, in whatever spreadsheet program."""
    book = load_workbook(file)
    sheet = book.active
    assert sheet is not None
    heads = ("Små pauser", "Noen setninger om uken din.", "De siste sju dagene", "Egne øveord.")
    texts = dict(zip(("title", "introduction", "recall", "note"), heads, strict=True))
    texts |= {f"all {option}": text for option, text in zip("abcd", ANSWERS, strict=True)}
    texts |= {f"item {number}": text for number, text in enumerate(QUESTIONS, start=1)}
    for row in sheet.iter_rows():
        if str(row[0].value) in texts:
            row[3].value = texts.pop(str(row[0].value))
    assert not texts
    book.save(file)


def approve(hands: Hands) -> None:
    for row in ("Tittelen", "Innledningen", "Tidsrommet", *(f"{n} " for n in range(1, 11))):
        hands.press(f"Jeg har lest denne mot papirskjemaet: {row}")
    hands.type_into("Hvem har lisensen?", "Solvang kommune")
    hands.type_into("Lisensens nummer eller dato", "12/2026")
    hands.press("Hver godkjenning her skal bekreftes av en til")
    hands.sees("Etterpå må en annen logge inn og bekrefte.")
    hands.press("Godkjenn skjemaet")
    hands.sees("Venter på bekreftelse")


def hand_over(program: DeskProgram, hands: Hands) -> dict[str, Any]:
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
    hands.qtbot.waitUntil(lambda: bool(tickets), timeout=20_000)
    return tickets[0]


def answer(qtbot: QtBot, ticket: dict[str, Any], option: str) -> None:
    """The parent chooses the same answer to every question, and hands in."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    parent = ParentProgram(app, windowed=True)
    parent.prepare()
    parent.take_json(json.loads(json.dumps(msgspec.to_builtins(ticket))))
    hands = Hands(parent.window, qtbot)
    hands.press("Begynn")
    for number, question in enumerate(QUESTIONS):
        hands.sees(question)
        hands.press_on(partial(choices, parent.window, option, number))
    hands.press("Ferdig")
    hands.press("Lever svarene")
    hands.sees("Takk!")
    parent.close()
    parent.window.hide()
    parent.window.deleteLater()


def choices(window: QWidget, option: str, number: int) -> Iterator[QWidget]:
    """The buttons with these words on the page, from the question of this number on."""
    found = (one for one in window.findChildren(QAbstractButton) if one.isVisible())
    return islice((one for one in found if one.text() == option), number, None)


def test_two_people_approve_a_spreadsheet_and_a_parent_answers_to_a_result(
    desk: Callable[[str], Any],
    qtbot: QtBot,
    station: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = str(tmp_path / "tekst.xlsx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (file, "(*.xlsx)"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (file, ""))
    opened = open_station(station, "S. Eik", PASSWORD, clock=TestClock())
    users.add_user(
        opened,
        NewUser(name="M. Lind", title="Jordmor", password=PASSWORD, administrator=True),
    )
    opened.close()
    with desk("S. Eik") as (program, hands):
        open_form(program, hands)
        hands.press("Lagre regneark")
        hands.sees("Lagret:")
        fill(Path(file))
        hands.press("Hent inn regneark")
        hands.press("Gå til godkjenning")
        approve(hands)
    with desk("M. Lind") as (program, hands):
        open_form(program, hands)
        hands.press("Les og bekreft")
        hands.sees(QUESTIONS[9])
        hands.press("Bekreft")
        hands.sees("Klart til bruk.")
        ticket = hand_over(program, hands)
    answer(qtbot, ticket, ANSWERS[0])
    with desk("M. Lind") as (program, hands):
        hands.sees("EPDS · Rolig Bjørk")
        hands.sees("21\nav 30")  # the first answer counts 3 at seven of the ten
        hands.sees("Spørsmål 10 (selvskading): svar 3 av 3")
