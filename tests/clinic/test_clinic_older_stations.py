"""What was written before sheets could be entered, or scores have decimals, reads as it did."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from clinic_children import all_of, answered_by_parent, born
from clinic_day import Family, screened, worth

from nurseapp.clinic.papers import papers
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.journal import schema
from nurseapp.journal.connection import Connection, create_connection
from nurseapp.journal.entries.screening import (
    CutOffUsed,
    ScaleScored,
    ScreeningStarted,
    SessionOpened,
    SheetScored,
)
from nurseapp.journal.entry import Body, decode, numbers
from nurseapp.journal.rebuild import unfaithful

pytest_plugins = ("clinic_stations",)

BEFORE = 5  # the last schema without entered sheets
FIELDS_BEFORE = {ScreeningStarted: 9, SessionOpened: 9, SheetScored: 9, ScaleScored: 10}
FIELDS_OF_CUT_OFF_BEFORE = 9


def rows(connection: Any, table: str, columns: str = "*") -> list[tuple[Any, ...]]:
    return sorted(connection.execute(f"SELECT {columns} FROM {table}").fetchall())


@pytest.fixture
def older(tmp_path: Path) -> Connection:
    """A database of the schema before, without any content."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for file in schema.migrations()[:BEFORE]:
        shutil.copy(file, folder)
    connection = create_connection(tmp_path / "older.db", bytes(range(32)))
    schema.mark_as_ours(connection)
    schema.migrate(connection, folder)
    return connection


def test_older_stations_sheets_are_what_the_journal_gives_today(
    station: OpenStation, family: Family, older: Connection
) -> None:
    for points in (worth(13, tenth=1), worth(4), {1: 3, 2: 3}):
        screened(station, family.mother, points)
    newer = station.journal._connection
    known = [row[1] for row in older.execute("PRAGMA table_info(screening)").fetchall()]
    marks = ", ".join("?" * len(known))
    older.cursor().executemany(
        f"INSERT INTO screening ({', '.join(known)}) VALUES ({marks})",
        rows(newer, "screening", ", ".join(known)),
    )
    schema.migrate(older)
    assert rows(older, "screening") == rows(newer, "screening")
    types = "typeof(score), typeof(lowest), typeof(maximum), typeof(cut_off)"
    assert set(rows(older, "screening", types)) == {
        ("integer", "integer", "integer", "integer"),
        ("null", "integer", "integer", "integer"),
    }
    older.close()


def as_before(body: Body) -> list[Any]:
    """The body as the program before wrote it: without the fields that came later."""
    written: list[Any] = msgspec.to_builtins(body)
    if isinstance(body, SheetScored):
        written[7] = [
            [
                *scale[: FIELDS_BEFORE[ScaleScored] - 2],
                scale[8][:FIELDS_OF_CUT_OFF_BEFORE] if scale[8] else None,
                [each[:FIELDS_OF_CUT_OFF_BEFORE] for each in scale[9]],
            ]
            for scale in written[7]
        ]
    return written[: FIELDS_BEFORE[type(body)]]


def test_entries_of_before_are_read_with_what_they_said(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(13, tenth=1))
    seen = set()
    for entry in station.journal.history(family.mother):
        body = entry.body
        if type(body) not in FIELDS_BEFORE:
            continue
        kind, version = numbers(body)
        read = decode(kind, version, msgspec.msgpack.encode(as_before(body)))
        seen.add(type(read))
        if isinstance(read, SheetScored):
            assert read.verdict == ""
            assert read.scales[0].verdict == "over"
            assert read.scales[0].cut_off is not None
            assert read.scales[0].cut_off.monitoring is None
            assert isinstance(read.scales[0].cut_off, CutOffUsed)
        if isinstance(read, ScreeningStarted):
            assert (read.respondent, read.child_months, read.family) == (0, None, "")
    assert seen == {ScreeningStarted, SessionOpened, SheetScored}
    assert results.result(station, screening).scales


def test_score_with_decimals_is_kept_and_written_with_a_comma(
    station: OpenStation, family: Family, login: Callable[[], OpenStation]
) -> None:
    """Four of six answers, 10, 10, 10 and 5: their mean for the two that lack makes 52.5."""
    child = born(station, family.mother, months=6)
    answers = all_of(station, "asq-3-6", "a") | {"c1": "b"}
    del answers["c5"], answers["c6"]
    screening = answered_by_parent(station, family.mother, child, "asq-3-6", answers)
    fresh = login()
    view = results.result(fresh, screening)
    assert [(scale.score, scale.score_words) for scale in view.scales] == [
        (52.5, "52,5"),
        *[(60, "60")] * 4,
    ]
    assert [type(scale.score) for scale in view.scales] == [float, int, int, int, int]
    assert "52,5 av 60" in papers.ehr_text(fresh, screening)
    assert unfaithful(fresh.journal._connection, fresh.journal.projections) == ()
