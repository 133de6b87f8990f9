"""Setting up a station: step by step, and never without the recovery key asked back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_fakes import GROUPS, FakeClinic, press, stand, words, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import (
    NoPrinterError,
    ReadOnlyError,
    SituationError,
    UnsafeFolderError,
    WeakPasswordError,
)
from nurseapp.base.flow import WorkAtOnce
from nurseapp.base.text import use_language
from nurseapp.clinic.values.station import Founded, NewStation
from nurseapp.desk.firststart.flow import Draft, FirstStartCases, FirstStartFlow
from nurseapp.desk.firststart.key_pages import ConfirmPage, KeyPage
from nurseapp.desk.firststart.pages import KindPage, StationPage, UserPage
from nurseapp.desk.firststart.screen import FirstStartScreen
from nurseapp.desk.printing.printers import Printers

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Setup:
    """A set-up under test; `failing` makes the clinic refuse."""

    def __init__(self) -> None:
        self.clinic = FakeClinic()
        self.clinic.known = None
        self.failing: SituationError | None = None
        cases = FirstStartCases(
            found=self._found,
            save_sheet=self._save,
            print_sheet=self._print,
            printers=lambda: Printers(names=("gangen", "kontoret")),
        )
        self.flow = FirstStartFlow(cases, WorkAtOnce(), lambda _count: (1, 5))

    def _found(self, new: NewStation) -> Founded:
        self._fail()
        return self.clinic.found(new)

    def _save(self, founded: Founded, file: Path) -> None:
        self._fail()
        self.clinic.save_recovery_sheet(founded, file)

    def _print(self, founded: Founded, printer: str) -> str:
        self._fail()
        return self.clinic.print_recovery_sheet(founded, printer)

    def _fail(self) -> None:
        if self.failing is not None:
            raise self.failing

    def step(self) -> str:
        return self.flow.state.step

    def to_key(self) -> None:
        self.flow.name_station(Draft(name=" Solvang helsestasjon ", municipality="Solvang"))
        self.flow.choose_kind(training=True)
        self.name_user()

    def name_user(self, password: str = "riktig hest batteri") -> None:
        draft = Draft(
            name="Solvang helsestasjon", municipality="Solvang", training=True,
            user_name="S. Eik", user_title="Helsesykepleier",
        )  # fmt: skip
        self.flow.name_user(draft, password, password)


@pytest.fixture
def setup() -> Iterator[Setup]:
    yield Setup()
    use_language("nb")


def test_the_station_is_founded_with_what_was_typed(setup: Setup) -> None:
    setup.to_key()
    (new,) = setup.clinic.founded
    assert (new.name, new.municipality, new.training) == ("Solvang helsestasjon", "Solvang", True)
    assert new.first_user.administrator
    assert new.first_user.password == "riktig hest batteri"
    assert setup.flow.state.groups == GROUPS


def test_no_step_is_left_before_it_is_filled_in(setup: Setup) -> None:
    setup.flow.name_station(Draft())
    assert setup.step() == "station"
    assert set(setup.flow.state.problems) == {"name", "municipality"}
    setup.flow.name_station(Draft(name="Solvang", municipality="Solvang"))
    setup.flow.choose_kind(training=None)
    assert setup.step() == "kind"
    setup.flow.choose_kind(training=False)
    setup.flow.name_user(Draft(), "et langt passord", "et annet passord")
    assert setup.step() == "user"
    assert set(setup.flow.state.problems) == {"user_name", "user_title", "again"}
    assert not setup.clinic.founded


def test_a_password_is_never_kept_in_the_state(setup: Setup) -> None:
    setup.to_key()
    assert "riktig hest batteri" not in repr(setup.flow.state)


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (WeakPasswordError(shortest=10), "password"),
        (UnsafeFolderError(folder="/x", why="den ligger på en nettverksdisk"), None),
        (ReadOnlyError(folder="/x"), None),
    ],
)
def test_what_the_world_refuses_is_said_and_the_step_stays(
    setup: Setup, error: SituationError, field: str | None
) -> None:
    setup.failing = error
    setup.to_key()
    state = setup.flow.state
    assert state.step == "user"
    assert not state.busy
    said = state.problems[field] if field else state.sentence
    assert said == str(error)
    setup.failing = None
    setup.name_user()
    assert setup.step() == "key"


def test_the_key_is_asked_back_only_when_it_was_kept(setup: Setup) -> None:
    setup.to_key()
    setup.flow.ask_back()
    assert setup.step() == "key"
    assert setup.flow.state.problems["kept"]
    setup.flow.kept(kept=True)
    setup.flow.ask_back()
    assert setup.step() == "confirm"


def test_two_groups_as_printed_end_the_set_up_and_nothing_of_the_key_stays(setup: Setup) -> None:
    setup.to_key()
    setup.flow.kept(kept=True)
    setup.flow.ask_back()
    setup.flow.confirm(f" {GROUPS[1].lower()}", GROUPS[5])
    assert setup.step() == "done"
    assert not any(group in repr(setup.flow.state) for group in GROUPS)


def test_a_wrong_group_is_named_by_its_number(setup: Setup) -> None:
    setup.to_key()
    setup.flow.kept(kept=True)
    setup.flow.ask_back()
    setup.flow.confirm(GROUPS[5], GROUPS[5])
    assert setup.step() == "confirm"
    assert list(setup.flow.state.problems) == ["first"]
    assert "gruppe 2" in setup.flow.state.problems["first"]
    setup.flow.back()
    assert setup.step() == "key"
    assert setup.flow.state.groups == GROUPS


def test_without_a_printer_the_key_can_still_be_saved(setup: Setup, tmp_path: Path) -> None:
    setup.to_key()
    setup.failing = NoPrinterError()
    setup.flow.print()
    assert setup.flow.state.sentence == str(NoPrinterError())
    setup.failing = None
    setup.flow.save(tmp_path / "ark.pdf")
    assert (tmp_path / "ark.pdf").read_bytes().startswith(b"%PDF")
    assert setup.flow.state.said
    assert not setup.flow.state.sentence


def test_another_language_keeps_what_was_typed(setup: Setup) -> None:
    setup.flow.speak("nn", Draft(name="Solvang"))
    assert setup.flow.state.draft == Draft(name="Solvang", language="nn")


def test_return_leads_through_the_fields_and_on(setup: Setup, qtbot: QtBot) -> None:
    screen, window = FirstStartScreen(setup.flow), QStackedWidget()
    window.addWidget(screen)
    stand(qtbot, window)
    qtbot.waitUntil(window.isActiveWindow)
    for text in ("Solvang helsestasjon", "Solvang", "00 00 00 00"):
        place = QApplication.focusWidget()
        assert place is not None
        QTest.keyClicks(place, text)
        QTest.keyClick(place, Qt.Key.Key_Return)
    assert setup.step() == "kind"
    draft = setup.flow.state.draft
    assert (draft.name, draft.phone) == ("Solvang helsestasjon", "00 00 00 00")


def test_what_was_missing_is_no_longer_said_once_it_is_chosen(setup: Setup, qtbot: QtBot) -> None:
    screen = FirstStartScreen(setup.flow)
    stand(qtbot, screen)
    setup.flow.name_station(Draft(name="Solvang helsestasjon", municipality="Solvang"))
    kind = screen.page
    assert isinstance(kind, KindPage)
    press(screen.next)
    assert "Velg øving eller virkelige personer." in words(screen)
    press(kind.kind.rows["training"])
    assert "Velg øving eller virkelige personer." not in words(screen)


def test_the_whole_set_up_by_keys_and_clicks(
    setup: Setup, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = FirstStartScreen(setup.flow)
    stand(qtbot, screen)
    finished: list[bool] = []
    screen.finished.connect(lambda: finished.append(True))
    station = screen.page
    assert isinstance(station, StationPage)
    press(screen.next)
    assert station.name.error() == "Skriv navnet på helsestasjonen."
    write(station.name, "Solvang helsestasjon")
    write(station.municipality, "Solvang")
    press(screen.next)
    kind = screen.page
    assert isinstance(kind, KindPage)
    press(kind.kind.rows["training"])
    press(screen.next)
    user = screen.page
    assert isinstance(user, UserPage)
    assert screen.next.text() == "Lag stasjonen"
    for field, text in (
        (user.name, "S. Eik"), (user.job, "Helsesykepleier"),
        (user.password, "riktig hest batteri"), (user.again, "riktig hest batteri"),
    ):  # fmt: skip
        write(field, text)
    press(screen.next)
    key = screen.page
    assert isinstance(key, KeyPage)
    file = tmp_path / "ark.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    press(key.save)
    assert file.exists()
    press(key.kept)
    press(screen.next)
    confirm = screen.page
    assert isinstance(confirm, ConfirmPage)
    QTest.keyClicks(confirm.first.edit, GROUPS[1])
    QTest.keyClicks(confirm.second.edit, GROUPS[5])
    press(screen.next)
    assert not finished
    press(screen.next)
    assert finished
