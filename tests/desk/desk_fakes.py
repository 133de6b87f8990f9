"""A health station without a database: what the desk's flows and screens are tried on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import (
    NoStationError,
    SituationError,
    WrongPasswordError,
    WrongRecoveryKeyError,
)
from nurseapp.base.flow import Result
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.card import StationCard
from nurseapp.clinic.values.handover import TakenIn
from nurseapp.clinic.values.people import PersonRow
from nurseapp.clinic.values.station import Founded, NewStation, UserRow
from nurseapp.clinic.values.today import AlertCard, FollowUpView, StepCard, TodayView, VisitCard
from nurseapp.desk.doors import Copy, StationDoors
from nurseapp.look.fields import Field

DAY = date(2026, 11, 21)
NURSE = UserRow(
    user_id=1, name="S. Eik", title="Helsesykepleier", phone="", hpr_number="",
    administrator=True, active=True,
)  # fmt: skip
COLLEAGUE = replace(NURSE, user_id=2, name="M. Lind", title="Jordmor", administrator=False)
CARD = StationCard(
    name="Solvang helsestasjon", municipality="Solvang", training=True, language="nb"
)
GROUPS = ("K7QF", "2MXA", "9TRD", "PLW4", "HN3E", "B6VZ", "YC8J", "4GSU")


def stand(qtbot: QtBot, screen: QWidget) -> None:
    """Shows `screen` as large as it stands in the desk's window."""
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    screen.activateWindow()


def press(widget: QWidget) -> None:
    """A click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(field: Field, text: str) -> None:
    """Keys, one by one, into an emptied field."""
    assert isinstance(field.edit, QLineEdit)
    field.edit.clear()
    QTest.keyClicks(field.edit, text)


def words(screen: QWidget) -> str:
    """Everything that can be read on it now."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


class TestClock:
    """A clock that a test sets."""

    __test__ = False

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 21, 9, 50, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.seconds

    def pass_seconds(self, seconds: float) -> None:
        self.seconds += seconds
        self.moment += timedelta(seconds=seconds)


class LaterWork:
    """Runs a task when the test says so: what is seen while the clinic works."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(
        self,
        task: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[SituationError], None],
    ) -> None:
        def finish() -> None:
            try:
                result = task()
            except SituationError as error:
                failed(error)
            else:
                done(result)

        self._waiting.append(finish)

    def finish(self, which: int = 0) -> None:
        self._waiting.pop(which)()


@dataclass
class FakeStation:
    """An open station that knows only who is in and whether it was closed."""

    card: StationCard = CARD
    user: UserRow = NURSE
    folder: Path = Path()
    notice: str = ""
    closed: bool = False
    closed_in: str = ""

    def idle(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True
        self.closed_in = threading.current_thread().name


class FakeClinic(StationDoors):
    """What stands behind the door; the password is "riktig hest batteri"."""

    def __init__(self) -> None:
        super().__init__(Path("ikke her"), TestClock())
        self.known: StationCard | None = CARD
        self.users: tuple[str, ...] = ("S. Eik", "M. Lind")
        self.station = FakeStation()
        self.taken: tuple[TakenIn, ...] = ()
        self.founded: list[NewStation] = []
        self.copies: list[Copy] = []
        self.trouble_with_copies = ""
        self.take_in_problem: SituationError | None = None
        self.unreadable: SituationError | None = None

    def card(self) -> StationCard:
        if self.unreadable is not None:
            raise self.unreadable
        if self.known is None:
            raise NoStationError(folder="her")
        return self.known

    def names(self) -> tuple[str, ...]:
        return self.users

    def open_station(self, name: str, password: str) -> OpenStation:
        if password != "riktig hest batteri":
            raise WrongPasswordError
        self.station.user = replace(NURSE, name=name)
        return cast("OpenStation", self.station)

    def open_by_recovery(self, key: str, name: str, password: str) -> OpenStation:
        if key != "-".join(GROUPS):
            raise WrongRecoveryKeyError
        return self.open_station(name, "riktig hest batteri")

    def take_in_answers(self, station: OpenStation) -> tuple[TakenIn, ...]:
        if self.take_in_problem is not None:
            raise self.take_in_problem
        return self.taken

    def copies_notice(self) -> str:
        return self.trouble_with_copies

    def close(self, station: OpenStation, *, copy: Copy) -> None:
        self.copies.append(copy)
        station.close()

    def found(self, new: NewStation) -> Founded:
        self.founded.append(new)
        self.known = CARD._replace(name=new.name, training=new.training)
        return Founded(recovery_key="-".join(GROUPS), groups=GROUPS)

    def save_recovery_sheet(self, founded: Founded, file: Path) -> None:
        file.write_bytes(b"%PDF-")

    def print_recovery_sheet(self, founded: Founded, printer: str) -> str:
        return f"Sendt til skriveren {printer}."


def alert(number: int = 1, **other: Any) -> AlertCard:
    card = AlertCard(
        alert=number, kind="critical", person=10 + number, screening=100 + number,
        title="Lun Gran, mor til Glad Gran (6 uker) – kritisk svar, spørsmål 10",
        detail="Besvart 09:42 · ikke fulgt opp ennå · ansvarlig S. Eik",
    )  # fmt: skip
    return replace(card, **other)


def visit(number: int = 1, **other: Any) -> VisitCard:
    card = VisitCard(
        visit=number, title="Blid Bjørk · 6 uker 2 dager",
        detail="Mor: Rolig Bjørk · kartlegging skal tilbys ved 6 uker",
        pill="Skal tilbys", pill_kind="calm", person=20 + number, respondent=30 + number,
        form="epds",
    )  # fmt: skip
    return replace(card, **other)


def step(number: int = 1, **other: Any) -> StepCard:
    card = StepCard(
        step=number, title="Ny samtale med Lun Gran", detail="Avtalt 14.11. av S. Eik",
        due=date(2026, 11, 19), overdue=True, done=False, person=11, screening=101,
    )  # fmt: skip
    return replace(card, **other)


def hit(person: int, name: str, **other: Any) -> PersonRow:
    row = PersonRow(
        person=person, name=name, kind="adult", born="12.03.1994", context="mor til Glad Gran",
        last_seen="07.11.2026", shielded=False,
    )  # fmt: skip
    return replace(row, **other)


BUSY_DAY = TodayView(
    day=DAY,
    alerts=(alert(),),
    unfinished=(
        alert(
            2, kind="incomplete", title="Stille Furu: skjemaet ble satt på pause",
            detail="4 av 10 besvart · i går 14:10",
        ),
    ),
    overdue=(step(),),
    visits=(
        visit(),
        visit(
            2, title="Kvikk Rogn · 8 mnd (korrigert 6 mnd 3 uker)",
            detail="Født uke 33 · skjema for 6 måneder (korrigert alder)", pill="6 måneder",
        ),
        visit(
            3, title="Stille Furu · gravid uke 24", detail="Tolk: arabisk (telefon) bestilt",
            pill="Kartlegging alene", pill_kind="concern",
        ),
    ),
)  # fmt: skip
CALM_DAY = TodayView(day=DAY, alerts=(), unfinished=(), overdue=(), visits=())
LIST = FollowUpView(
    alerts=(alert(),),
    steps=(
        step(),
        step(2, title="Ny kartlegging av Rolig Bjørk om 2–4 uker", due=date(2026, 12, 5),
             overdue=False, detail="Planlagt 21.11. av S. Eik"),
    ),
    done=(step(3, title="Samtale med Lun Gran", overdue=False, done=True,
               detail="Gjennomført 14.11. av S. Eik"),),
)  # fmt: skip
PEOPLE = (hit(11, "Lun Gran"), hit(12, "Lun Granli", shielded=True, context="gravid uke 24"))
