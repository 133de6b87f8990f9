"""A journal write costs little more than the same rows in plain tables, at any size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("journal_growth.py")
ROOT = SCRIPT.parents[2]
ROUNDS = 1_500


def run(*arguments: object) -> str:
    """Runs the script in a process of its own: memory security, once on, stays on."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment
    ).stdout


@pytest.mark.slow
def test_a_journal_write_costs_little_more_than_plain_tables_and_no_more_when_it_is_large(
    tmp_path: Path,
) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    run("grow", small, 1_000)
    run("grow", large, 1_000_000)
    took = json.loads(run("measure", small, large, ROUNDS))
    told = {name: f"{seconds * 1000:.3f} ms" for name, seconds in took.items()}
    assert took["small"] <= 1.6 * took["plain"], told
    assert took["large"] <= 1.3 * took["small"], told
    print(told)  # noqa: T201 - the figures for the README
