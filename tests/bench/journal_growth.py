"""Grows a journal to a size, or times single writes; run by test_bench_journal, each in its process.

A write is what happens when a parent has answered: the sheet and its score as two entries, and
five rows and index entries for screens. The floor is the same rows in plain tables, with the
answers in one more: same library, same key, same pragmas, one transaction each.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from nurseapp.journal.connection import (
    Connection,
    Cursor,
    create_connection,
    open_connection,
    truncate_log,
)
from nurseapp.journal.entry import Body, Entry, Recorded, encode, recorded_as, ref
from nurseapp.journal.journal import Journal
from nurseapp.journal.opening import found_file
from nurseapp.journal.station_files import JOURNAL

KEY = bytes(range(32))
PLAIN = "plain.db"
PEOPLE = 100_000
TABLES = (
    (
        "CREATE TABLE bench_sheet (sheet INTEGER PRIMARY KEY, person INTEGER NOT NULL,"
        " day INTEGER NOT NULL, score INTEGER NOT NULL) STRICT"
    ),
    "CREATE INDEX bench_sheet_person ON bench_sheet (person, day)",
    (
        "CREATE TABLE bench_line (line INTEGER PRIMARY KEY, person INTEGER NOT NULL,"
        " at INTEGER NOT NULL, what TEXT NOT NULL) STRICT"
    ),
    "CREATE INDEX bench_line_person ON bench_line (person, at)",
    "CREATE TABLE bench_month (month INTEGER PRIMARY KEY, sheets INTEGER NOT NULL) STRICT",
)
ANSWERS_TABLE = (
    "CREATE TABLE bench_answers (sheet INTEGER PRIMARY KEY, person INTEGER NOT NULL,"
    " author INTEGER NOT NULL, at INTEGER NOT NULL, answers BLOB NOT NULL) STRICT"
)


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 21, 10, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@recorded_as(990)
class Answered(Body, frozen=True):
    options: tuple[str, ...]


@recorded_as(991)
class Scored(Body, frozen=True):
    day: int
    score: int


ANSWERED = Answered(tuple("abcdabcdab"))


def write_rows(cursor: Cursor, sheet: int, person: int, body: Scored, at: int) -> None:
    cursor.execute(
        "INSERT INTO bench_sheet VALUES (?, ?, ?, ?)", (sheet, person, body.day, body.score)
    )
    cursor.execute(
        "INSERT INTO bench_line VALUES (?, ?, ?, ?)", (sheet, person, at, "svarark skåret")
    )
    cursor.execute(
        "INSERT INTO bench_month VALUES (?, 1) ON CONFLICT DO UPDATE SET sheets = sheets + 1",
        (body.day // 30,),
    )


class Sheets:
    name = "bench_sheets"
    version = 1
    tables = ("bench_sheet", "bench_line", "bench_month")
    kinds = frozenset({991})

    def apply(self, cursor: Cursor, recorded: Recorded) -> None:
        assert isinstance(recorded.body, Scored)
        assert recorded.subject is not None
        write_rows(cursor, recorded.ref, recorded.subject, recorded.body, recorded.at)


def opened(folder: Path, *, memory_security: bool) -> Journal:
    return Journal.open(
        folder / JOURNAL,
        KEY,
        installation_id="bench",
        clock=StillClock(),
        projections=(Sheets(),),
        memory_security=memory_security,
    )


def grow(folder: Path, entries: int) -> None:
    """A journal of so many entries, and plain tables with the same rows."""
    folder.mkdir()
    found_file(folder / JOURNAL, KEY, "bench", device=1, at=0, holder="", memory_security=False)
    connection = open_connection(folder / JOURNAL, KEY, memory_security=False)
    plain = create_connection(folder / PLAIN, KEY, memory_security=False)
    for statement in TABLES:
        connection.execute(statement)
        plain.execute(statement)
    plain.execute(ANSWERS_TABLE)
    connection.close()
    journal, chance = opened(folder, memory_security=False), Random(1)
    cursor = plain.cursor()
    journal.read(lambda opened: opened.execute("PRAGMA cache_size = -400000"))
    for start in range(0, entries // 2, 100_000):
        cursor.execute("BEGIN")
        with journal.write(7) as unit:
            for number in range(start, min(start + 100_000, entries // 2)):
                person, day = ref(1, chance.randrange(PEOPLE)), chance.randrange(3000)
                unit.add(Entry(subject=person, body=ANSWERED))
                unit.add(Entry(subject=person, body=Scored(day, number % 30)))
                if entries <= 1_000:
                    write_plain(cursor, number, person, Scored(day, number % 30), 0)
        cursor.execute("COMMIT")
    journal.close()
    plain.close()


def write_plain(cursor: Cursor, number: int, person: int, body: Scored, at: int) -> None:
    cursor.execute(
        "INSERT INTO bench_answers VALUES (?, ?, ?, ?, ?)",
        (number, person, 7, at, encode(ANSWERED)),
    )
    write_rows(cursor, number, person, body, at)


Write = Callable[[int, int], None]


def journal_write(journal: Journal) -> Write:
    def write(number: int, person: int) -> None:
        with journal.write(7) as unit:
            unit.add(Entry(subject=person, body=ANSWERED))
            unit.add(Entry(subject=person, body=Scored(number % 3000, number % 30)))

    return write


def plain_write(connection: Connection) -> Write:
    cursor, clock = connection.cursor(), StillClock()

    def write(number: int, person: int) -> None:
        cursor.execute("BEGIN IMMEDIATE")
        at = int(clock.now().timestamp())
        write_plain(cursor, 10_000_000 + number, person, Scored(number % 3000, number % 30), at)
        cursor.execute("COMMIT")

    return write


def timed(writes: dict[str, Write], settle: Callable[[], None], rounds: int) -> dict[str, float]:
    """The median of each in seconds, taken in turns; the logs are emptied between, untimed."""
    chance, took = Random(2), {name: list[float]() for name in writes}
    for number in range(rounds):
        person = ref(1, chance.randrange(PEOPLE))
        for name, write in writes.items():
            start = time.perf_counter()
            write(number, person)
            took[name].append(time.perf_counter() - start)
        if number % 50 == 49:
            settle()
    return {name: median(times[20:]) for name, times in took.items()}


def measure(small: Path, large: Path, rounds: int) -> dict[str, float]:
    """Writes to a small and a large journal and to plain tables, in turns."""
    journals = [opened(folder, memory_security=True) for folder in (small, large)]
    plain = open_connection(small / PLAIN, KEY)

    def settle() -> None:
        for journal in journals:
            journal.checkpoint_when_idle()
        truncate_log(plain)

    writes = {
        "small": journal_write(journals[0]),
        "plain": plain_write(plain),
        "large": journal_write(journals[1]),
    }
    found = timed(writes, settle, rounds)
    for journal in journals:
        journal.close()
    plain.close()
    return found


if __name__ == "__main__":
    if sys.argv[1] == "grow":
        grow(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        print(json.dumps(measure(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))))  # noqa: T201
