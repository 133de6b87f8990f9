"""Training stations made once, and the tour walked once; all journeys share them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from canaries import Canaries, add_canaries
from tour_walk import Walked, walk_the_tour

from nurseapp.training_station import make_training_station
from nurseapp.vault.cost import FLOOR


@pytest.fixture(scope="session")
def training_station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be copied, never to be opened; a password costs no more than the least that is allowed."""
    folder = tmp_path_factory.mktemp("mould") / "station"
    make_training_station(folder, language="nb", cost=FLOOR)
    return folder


@pytest.fixture(scope="session")
def canaries(training_station: Path, tmp_path_factory: pytest.TempPathFactory) -> Canaries:
    """A mother whose name stands nowhere else, due today; her station is never to be opened."""
    folder = tmp_path_factory.mktemp("canaries") / "station"
    return add_canaries(Path(shutil.copytree(training_station, folder)))


@pytest.fixture
def station(canaries: Canaries, tmp_path: Path) -> Path:
    """A copy of the station with the canaries."""
    return Path(shutil.copytree(canaries.folder, tmp_path / "station"))


@pytest.fixture(scope="session")
def walked(training_station: Path, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """The tour on the station as anybody gets it."""
    return walk_the_tour(training_station, tmp_path_factory.mktemp("tour"), "nb")
