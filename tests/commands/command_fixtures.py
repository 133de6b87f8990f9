"""A shell, and stations that may be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import Shell, found


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capsys, monkeypatch)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be copied, never to be opened."""
    folder = tmp_path_factory.mktemp("founded") / "station"
    found(folder)
    return folder


@pytest.fixture
def station(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "station"))
