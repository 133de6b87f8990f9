"""A small station for the journal's own tests: two kinds of entry and one projection."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nurseapp.journal.chain import Head
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entry import ITSELF, Body, Entry, Recorded, recorded_as
from nurseapp.journal.journal import Journal
from nurseapp.journal.opening import found_file
from nurseapp.journal.projection import Projection
from nurseapp.journal.station_files import JOURNAL, KEYS, STATION
from nurseapp.journal.unit import Unit

KEY = bytes(range(32))
INSTALLATION = "prøvestasjon"
NURSE = 7


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 21, 10, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@recorded_as(900)
class Met(Body, frozen=True):
    name: str


@recorded_as(901)
class Spoke(Body, frozen=True):
    words: str


class Meetings:
    """Who was met, and how often each has spoken."""

    name = "trial_meetings"
    tables = ("trial_meeting",)
    kinds = frozenset({900, 901})

    def __init__(self, version: int = 1) -> None:
        self.version = version

    def apply(self, cursor: Cursor, recorded: Recorded) -> None:
        if isinstance(recorded.body, Met):
            cursor.execute(
                "INSERT INTO trial_meeting (person, name, spoken) VALUES (?, ?, 0)",
                (recorded.ref, recorded.body.name),
            )
        else:
            cursor.execute(
                "UPDATE trial_meeting SET spoken = spoken + 1 WHERE person = ?",
                (recorded.subject,),
            )


TABLE = """CREATE TABLE trial_meeting (
    person INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> 'uten navn'), spoken INTEGER
) STRICT"""
MEETINGS = Meetings()


def found(folder: Path, *, installation: str = INSTALLATION) -> Journal:
    """A founded, open station with the trial projection and stand-ins for its other files."""
    _put(folder, _template(installation, 0))
    return reopen(folder, installation=installation)


def filled(folder: Path, meetings: int = 20) -> Head:
    """A closed station with so many meetings in it, and its head."""
    _put(folder, _template(INSTALLATION, meetings))
    journal = reopen(folder)
    journal.close()
    return journal.head()


def _put(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(mode=0o700)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)


@cache
def _template(installation: str, meetings: int) -> dict[str, bytes]:
    """The files of such a station; founding each anew would take most of the tests' time."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / KEYS).write_text('{"slots": "prøve"}')
        (folder / STATION).write_text('{"name": "Prøvestasjonen"}')
        found_file(folder / JOURNAL, KEY, installation, device=1, at=0, holder="")
        journal = reopen(folder, installation=installation, projections=())
        journal.read(lambda cursor: cursor.execute(TABLE))
        journal.close()
        journal = reopen(folder, installation=installation)
        for number in range(meetings):
            with journal.write(NURSE) as unit:
                meet(unit, f"Blid Bjørk {number}")
        journal.close()
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def reopen(
    folder: Path,
    *,
    key: bytes = KEY,
    installation: str = INSTALLATION,
    projections: tuple[Projection, ...] = (MEETINGS,),
    expected: Head | None = None,
) -> Journal:
    return Journal.open(
        folder / JOURNAL,
        key,
        installation_id=installation,
        clock=StillClock(),
        projections=projections,
        expected_head=expected,
    )


def meet(unit: Unit, name: str = "Blid Bjørk") -> Recorded:
    """One meeting: the person and what was said, two entries that belong together."""
    person = unit.add(Entry(subject=ITSELF, body=Met(name)))
    unit.add(Entry(subject=person.ref, body=Spoke("Hei.")))
    return person


def everything(journal: Journal) -> list[Any]:
    """All rows of all tables, in order."""

    def query(cursor: Cursor) -> list[Any]:
        names = cursor.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return [(name, cursor.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names]

    return journal.read(query)


def rows(journal: Journal, sql: str) -> list[Any]:
    return journal.read(lambda cursor: cursor.execute(sql).fetchall())


def in_child(work: Callable[[], None]) -> int:
    """Runs `work` in a process of its own and returns its number at once."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:  # noqa: BLE001 - told to the parent by the exit code
        traceback.print_exc(file=sys.__stderr__)
        os._exit(1)
    os._exit(0)


def end_of(child: int) -> int:
    """Waits for the process; 0 when it ended well, -9 when it was killed."""
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def kill(child: int) -> int:
    os.kill(child, signal.SIGKILL)
    return end_of(child)
