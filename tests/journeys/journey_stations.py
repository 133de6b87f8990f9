"""A training station made once, and the tour walked once; both are shared by all journeys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tour_walk import Walked, walk_the_tour

from nurseapp.training_station import make_training_station


@pytest.fixture(scope="session")
def training_station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be copied, never to be opened."""
    folder = tmp_path_factory.mktemp("mould") / "station"
    make_training_station(folder, language="nb")
    return folder


@pytest.fixture
def station(training_station: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(training_station, tmp_path / "station"))


@pytest.fixture(scope="session")
def walked(training_station: Path, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    return walk_the_tour(training_station, tmp_path_factory.mktemp("tour"), "nb")
