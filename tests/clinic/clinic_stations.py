"""Stations that tests may open, write in and break; each test has its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clinic_day import NURSE, PASSWORD, Family, HandClock, a_family, found

from nurseapp.base.paths import forms_folder
from nurseapp.clinic import access
from nurseapp.clinic.access import OpenStation
from nurseapp.clinic.station_card import station_card
from nurseapp.forms.library import load_library
from nurseapp.vault.vault import unlock

FORMS = load_library(forms_folder())


class Mould:
    """A station founded once, with its key: copies open without the price of a password."""

    def __init__(self, folder: Path, *, training: bool) -> None:
        self.folder = folder
        self.founded = found(folder, HandClock(), training=training)
        self.unlocked = unlock(folder, NURSE, PASSWORD, clock=HandClock())

    def copy(self, folder: Path) -> Path:
        return Path(shutil.copytree(self.folder, folder))

    def open(self, folder: Path, clock: HandClock) -> OpenStation:
        """The station as after a login, without Argon2id."""
        card = station_card(folder)
        station = access._let_in(folder, card, self.unlocked.key, self.unlocked.user_id, clock)
        station._library = FORMS
        return station


@pytest.fixture(scope="session")
def training_mould(tmp_path_factory: pytest.TempPathFactory) -> Mould:
    return Mould(tmp_path_factory.mktemp("training") / "station", training=True)


@pytest.fixture(scope="session")
def production_mould(tmp_path_factory: pytest.TempPathFactory) -> Mould:
    return Mould(tmp_path_factory.mktemp("production") / "station", training=False)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(training_mould: Mould, tmp_path: Path) -> Path:
    return training_mould.copy(tmp_path / "station")


@pytest.fixture
def login(
    training_mould: Mould, folder: Path, clock: HandClock
) -> Iterator[Callable[[], OpenStation]]:
    """Logs in anew; whoever was in before is out."""
    inside: list[OpenStation] = []

    def again() -> OpenStation:
        while inside:
            inside.pop().close()
        inside.append(training_mould.open(folder, clock))
        return inside[-1]

    yield again
    while inside:
        inside.pop().close()


@pytest.fixture
def station(login: Callable[[], OpenStation]) -> OpenStation:
    return login()


@pytest.fixture
def family(station: OpenStation) -> Family:
    return a_family(station)


@pytest.fixture
def production(production_mould: Mould, tmp_path: Path, clock: HandClock) -> Iterator[OpenStation]:
    station = production_mould.open(production_mould.copy(tmp_path / "production"), clock)
    yield station
    station.close()
