"""Stations that tests may open, write in and break; each test has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clinic_day import Family, HandClock, a_family
from clinic_mould import Mould

from nurseapp.clinic.station.access import OpenStation


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
