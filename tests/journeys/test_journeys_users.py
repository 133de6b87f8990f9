"""Changing who is logged in, with the real launcher and the real windows."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from nurse_and_parent import log_in
from program import Program

from nurseapp.training_station import COLLEAGUE, PASSWORD, USER

pytest_plugins = ("journey_stations",)

LONGEST = 10.0
"""Seconds from the press on «Bytt bruker» until the other one sees her day."""


@pytest.mark.slow
def test_users_change_in_well_under_ten_seconds(station: Path, tmp_path: Path) -> None:
    with Program(station, tmp_path) as program:
        log_in(program)
        program.wait_for(f"Innlogget: {USER}")
        program.settled()
        for name in (COLLEAGUE, USER):
            began = time.monotonic()
            program.click("Bytt bruker")
            program.click(name)
            program.type("Passord", PASSWORD)
            program.click("Lås opp")
            program.wait_for(f"Innlogget: {name}")
            took = time.monotonic() - began
            assert took < LONGEST / 2, "half of the time is for her own fingers"
            program.settled()


@pytest.mark.slow
def test_users_who_lock_and_come_back_type_a_password_alone(station: Path, tmp_path: Path) -> None:
    with Program(station, tmp_path) as program:
        log_in(program)
        program.wait_for(f"Innlogget: {USER}")
        program.click("Lås nå")
        program.wait_for("Låst. Logg inn")
        program.type("Passord", PASSWORD)
        program.click("Lås opp")
        program.wait_for(f"Innlogget: {USER}")
