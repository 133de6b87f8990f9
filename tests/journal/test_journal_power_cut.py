"""The power fails at any moment: what was confirmed is in the journal, and the journal is whole.

A real process writes under strace; its log of writes is replayed up to a random point. What was
synced stays; each later write is kept, dropped or torn at a sector, independently.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]
from trial_station import KEY, MEETINGS, NURSE, filled, meet, reopen

from nurseapp.base.errors import StationDamagedError
from nurseapp.journal.health import check
from nurseapp.journal.links import first_break
from nurseapp.journal.rebuild import unfaithful
from nurseapp.journal.station_files import JOURNAL

SECTOR = 512
BEFORE = 3
WRITER = """
import os, sys
from pathlib import Path
from trial_station import NURSE, meet, reopen
journal = reopen(Path(sys.argv[1]))
journal.read(lambda cursor: cursor.execute("PRAGMA synchronous = " + sys.argv[2]))
for number in range(12):
    with journal.write(NURSE) as unit:
        meet(unit, "Blid Bjørk " * (1 + 80 * (number % 3)))
    os.write(1, b"confirmed")
    if number % 5 == 4:
        journal.checkpoint_when_idle()
journal.close()
os.write(1, b"confirmed")
"""
CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (\d+)")
CALLS = "pwrite64,write,lseek,ftruncate,fsync,fdatasync,unlink"


@dataclass(frozen=True, slots=True)
class Step:
    """One system call that concerns a file of the station, or a confirmation."""

    call: str
    name: str = ""
    offset: int = 0
    data: bytes = b""


def plain(text: str) -> bytes:
    """What strace wrote as `\\x2f...`."""
    return bytes.fromhex(text.replace("\\x", ""))


def steps_of(station: Path, synchronous: str, log: Path) -> list[Step]:
    """What the writer did to the station's files, in order."""
    tests, root = str(Path(__file__).parent), str(Path(__file__).parents[2])
    trace = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run(
        [*trace, sys.executable, "-c", WRITER, str(station), synchronous],
        check=True,
        capture_output=True,
        env={"PYTHONPATH": f"{tests}:{root}"},
    )
    positions: dict[str, int] = {}
    steps: list[Step] = []
    for line in log.read_text().splitlines():
        found = CALL.match(line)
        if found:
            steps += step(found[1], found[2].split(", "), station, positions)
    return steps


def step(call: str, given: list[str], station: Path, positions: dict[str, int]) -> list[Step]:
    descriptor = re.fullmatch(r'\d+<([^>]*)>|"([^"]*)"', given[0])
    place = plain(descriptor[1] or descriptor[2]).decode() if descriptor else ""
    name = Path(place).name
    if Path(place).parent != station:
        confirmed = call == "write" and plain(given[1].strip('"')) == b"confirmed"
        return [Step("confirm")] if confirmed else []
    if call == "lseek":
        positions[name] = int(given[1])
        return []
    return [file_step(call, name, given, positions.get(name, 0))]


def file_step(call: str, name: str, given: list[str], position: int) -> Step:
    match call:
        case "pwrite64":
            return Step("write", name, int(given[3]), plain(given[1].strip('"')))
        case "write":
            return Step("write", name, position, plain(given[1].strip('"')))
        case "ftruncate":
            return Step("truncate", name, int(given[1]))
        case "unlink":
            return Step("unlink", name)
        case _:
            return Step("sync", name)


def apply(files: dict[str, bytearray], done: Step, chance: random.Random | None = None) -> None:
    """Brings one step onto the disk; with `chance` perhaps not, or not all of it."""
    luck = chance.random() if chance else 1.0
    if luck < 0.35:
        return
    data = done.data
    if chance and luck < 0.6:
        data = data[: SECTOR * chance.randrange(1 + len(data) // SECTOR)]
    if done.call == "unlink":
        files.pop(done.name, None)
        return
    content = files.setdefault(done.name, bytearray())
    if done.call == "truncate":
        content[:] = content[: done.offset].ljust(done.offset, b"\0")
        return
    content.extend(bytes(max(0, done.offset + len(data) - len(content))))
    content[done.offset : done.offset + len(data)] = data


def after_cut(
    before: dict[str, bytes], steps: list[Step], chance: random.Random
) -> tuple[dict[str, bytearray], int]:
    """The station's files as the disk has them, and how many writes had been confirmed."""
    files = {name: bytearray(content) for name, content in before.items()}
    waiting: dict[str, list[Step]] = {}
    done = steps[: chance.randrange(len(steps) + 1)]
    for each in done:
        if each.call == "sync":
            for settled in waiting.pop(each.name, []):
                apply(files, settled)
        elif each.call != "confirm":
            waiting.setdefault(each.name, []).append(each)
    for unsynced in waiting.values():
        for each in unsynced:
            apply(files, each, chance)
    return files, min(12, sum(each.call == "confirm" for each in done))


@pytest.fixture
def station(tmp_path: Path) -> Path:
    if shutil.which("strace") is None:
        pytest.skip("strace is not here to log the writes")
    filled(tmp_path / "station", meetings=BEFORE)
    return tmp_path / "station"


def meetings_after(folder: Path, files: dict[str, bytearray]) -> int:
    """How many meetings a station with these files opens with; checks that it is whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    journal = reopen(folder)
    try:
        seq = journal.head().seq
        assert seq % 2 == 0
        assert first_break(journal._connection) is None
        assert unfaithful(journal._connection, (MEETINGS,)) == ()
        with journal.write(NURSE) as unit:
            meet(unit)
    finally:
        journal.close()
    return seq // 2


def content_of(station: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in station.iterdir()}


@pytest.mark.parametrize("cuts", [10, pytest.param(3000, marks=pytest.mark.slow)])
def test_a_power_cut_loses_nothing_confirmed(station: Path, tmp_path: Path, cuts: int) -> None:
    before, chance = content_of(station), random.Random(cuts)
    steps = steps_of(station, "FULL", tmp_path / "log")
    assert sum(each.call == "confirm" for each in steps) == 13
    assert {"write", "sync", "truncate", "unlink"} <= {each.call for each in steps}
    for _cut in range(cuts):
        files, confirmed = after_cut(before, steps, chance)
        there = meetings_after(tmp_path / "after", files)
        assert BEFORE + confirmed <= there <= BEFORE + confirmed + 1
    assert check(tmp_path / "after" / JOURNAL, KEY, projections=(MEETINGS,)).ok


def test_the_same_cuts_do_lose_something_when_nothing_is_synced(
    station: Path, tmp_path: Path
) -> None:
    before, chance = content_of(station), random.Random(1)
    steps = steps_of(station, "OFF", tmp_path / "log")
    lost = 0
    for _cut in range(10):
        files, confirmed = after_cut(before, steps, chance)
        try:
            lost += meetings_after(tmp_path / "after", files) < BEFORE + confirmed
        except (StationDamagedError, AssertionError, dbapi2.DatabaseError):
            lost += 1
    assert lost > 0
