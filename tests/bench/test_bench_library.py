"""What it costs to have all forms at hand when the program starts, as it is when installed."""

import runpy
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nurseapp.base.paths import forms_folder
from nurseapp.forms import ready_tables
from nurseapp.forms.library import load_library

MOST_SECONDS = 0.05
ROUNDS = 15
_BUILD = Path(__file__).parents[2] / "resources" / "build_tables.py"


def _median_seconds(work: Callable[[], object]) -> float:
    spent = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return median(spent)


def _bare_toml(folder: Path) -> None:
    """The floor without what the installation has read: TOML alone, unchecked."""
    for file in folder.glob("*/*.toml"):
        if file.name != "cases.toml":
            tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_whole_library_is_loaded_and_checked_in_under_fifty_milliseconds(
    benchmark: BenchmarkFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, tables = forms_folder(), tmp_path / "tables.json"
    runpy.run_path(str(_BUILD))["build_tables"](folder, tables)
    monkeypatch.setattr(ready_tables, "TABLES_FILE", tables)
    library = load_library(folder)
    assert library.problems == ()
    assert len(library.forms) >= 70
    assert library == load_library(folder, ready=False)

    floor = _median_seconds(lambda: _bare_toml(folder))
    spent = _median_seconds(lambda: load_library(folder))
    benchmark.extra_info["milliseconds"] = round(spent * 1000, 1)
    benchmark.extra_info["bare TOML, milliseconds"] = round(floor * 1000, 1)
    benchmark(load_library, folder)
    assert spent < floor
    assert spent < MOST_SECONDS
