"""A process killed while it takes in answers loses none and counts none twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import HandClock, Parent, a_family, choice, options, worth

from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station import safekeeping
from nurseapp.clinic.station.access import OpenStation
from nurseapp.journal.kinds import Kind

pytest_plugins = ("clinic_stations",)

POINTS = (
    "before the transaction",
    "inside the transaction",
    "between transaction and file",
    "after the file",
)


@pytest.mark.parametrize("where", POINTS)
def test_kill_while_taking_in_leaves_the_sheet_taken_in_exactly_once(
    login: Callable[[], OpenStation], clock: HandClock, where: str
) -> None:
    station = login()
    family = a_family(station)
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, worth(13, tenth=1)))
    parent.finishes()
    folder, key = station.folder, station.key
    station.close()

    ended = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("kill_points.py")), str(folder), where],
        input=key.hex(),
        text=True,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr

    station = login()
    taken = handover.take_in_answers(station)
    before_commit = where in POINTS[:2]
    assert len(taken) == (1 if before_commit else 0)
    history = station.journal.history(family.mother)
    kinds = [entry.kind for entry in history]
    assert kinds.count(Kind.ANSWERS_TAKEN_IN) == 1
    assert kinds.count(Kind.SHEET_SCORED) == 1
    alerts = today.today(station).alerts
    assert [alert.kind for alert in alerts] == ["critical", "over_cut_off"]
    assert results.result(station, alerts[0].screening).scales[0].score == 13
    assert not parent.path.exists()
    assert handover.take_in_answers(station) == ()
    assert safekeeping.health(station).ok
