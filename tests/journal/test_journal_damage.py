"""Every kind of damage to the file is noticed, each by the check that is there for it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from trial_station import INSTALLATION, KEY, MEETINGS, NURSE, filled, found, meet, reopen

from nurseapp.base.errors import NoStationError, StationDamagedError
from nurseapp.journal.chain import Head
from nurseapp.journal.connection import open_connection
from nurseapp.journal.health import HealthReport, check, examine
from nurseapp.journal.station_files import HEAD, JOURNAL

PAGE = 4096
IN_ORDER = (
    "open",
    "log",
    "pages",
    "structure",
    "references",
    "application",
    "installation",
    "chain",
    "head",
    "projections",
)
SOME = pytest.param(12, id="some")
ALL = pytest.param(10_000, id="all", marks=pytest.mark.slow)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    station = tmp_path_factory.mktemp("whole") / "station"
    filled(station, meetings=150)
    return station


def report_on(folder: Path, content: bytes, head: bytes = b"") -> HealthReport:
    """What the check says about a journal with this content."""
    folder.mkdir(exist_ok=True)
    (folder / JOURNAL).write_bytes(content)
    (folder / HEAD).write_bytes(head)
    return check(folder / JOURNAL, KEY, installation_id=INSTALLATION)


def wrong(report: HealthReport) -> list[str]:
    return [finding.name for finding in report.findings if not finding.ok]


def test_a_whole_journal_passes_every_check_in_order(whole: Path) -> None:
    report = check(whole / JOURNAL, KEY, installation_id=INSTALLATION, projections=(MEETINGS,))
    assert tuple(finding.name for finding in report.findings) == IN_ORDER
    assert report.ok
    assert all(finding.sentence.endswith(".") for finding in report.findings)
    report.refuse_damage()


def test_looking_changes_nothing(whole: Path) -> None:
    before = (whole / JOURNAL).read_bytes()
    check(whole / JOURNAL, KEY, projections=(MEETINGS,))
    assert (whole / JOURNAL).read_bytes() == before


@pytest.mark.parametrize("pages", [SOME, ALL])
def test_a_flipped_bit_in_any_page_is_noticed(whole: Path, tmp_path: Path, pages: int) -> None:
    content, chance = (whole / JOURNAL).read_bytes(), random.Random(1)
    count = len(content) // PAGE
    chosen = [0, *chance.sample(range(count), min(pages, count))]
    for page in chosen:
        flipped = bytearray(content)
        flipped[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        report = report_on(tmp_path / "flipped", bytes(flipped))
        # The pages with the schema are read when the file is opened.
        assert wrong(report)[0] in {"open", "pages"}, page
        with pytest.raises(StationDamagedError):
            report.refuse_damage()


@pytest.mark.parametrize("pages", [SOME, ALL])
def test_a_file_cut_anywhere_is_noticed(whole: Path, tmp_path: Path, pages: int) -> None:
    content, chance = (whole / JOURNAL).read_bytes(), random.Random(2)
    count = len(content) // PAGE
    for page in chance.sample(range(count), min(pages, count)):
        for cut in (page * PAGE, page * PAGE + chance.randrange(1, PAGE)):
            assert not report_on(tmp_path / "cut", content[:cut]).ok, cut


def test_an_empty_file_is_no_valid_empty_journal(tmp_path: Path) -> None:
    assert wrong(report_on(tmp_path / "empty", b"")) == ["open"]


def test_a_missing_file_is_no_damage_but_no_station(tmp_path: Path) -> None:
    with pytest.raises(NoStationError):
        check(tmp_path / JOURNAL, KEY)


def test_a_wrong_key_is_a_finding(whole: Path) -> None:
    assert wrong(check(whole / JOURNAL, bytes(32))) == ["open"]


def test_an_old_page_put_back_is_noticed(tmp_path: Path) -> None:
    station = tmp_path / "station"
    filled(station, meetings=100)
    old = (station / JOURNAL).read_bytes()
    journal = reopen(station)
    for number in range(100):
        with journal.write(NURSE) as unit:
            meet(unit, f"Rolig Bjørk {number}")
    journal.close()
    new = (station / JOURNAL).read_bytes()
    changed = [
        page
        for page in range(1, len(old) // PAGE)
        if old[page * PAGE : (page + 1) * PAGE] != new[page * PAGE : (page + 1) * PAGE]
    ]
    assert len(changed) > 3
    for page in changed:
        mixed = bytearray(new)
        mixed[page * PAGE : (page + 1) * PAGE] = old[page * PAGE : (page + 1) * PAGE]
        (station / JOURNAL).write_bytes(mixed)
        assert not check(station / JOURNAL, KEY, projections=(MEETINGS,)).ok, page


def test_a_whole_older_file_is_noticed_by_the_head_kept_elsewhere(tmp_path: Path) -> None:
    station = tmp_path / "station"
    filled(station)
    old = (station / JOURNAL).read_bytes()
    journal = reopen(station)
    with journal.write(NURSE) as unit:
        meet(unit)
    head = journal.head()
    journal.close()
    newer_witness = (station / HEAD).read_bytes()
    assert wrong(report_on(station, old, newer_witness)) == ["head"]
    assert wrong(report_on(station, old)) == []
    assert wrong(check(station / JOURNAL, KEY, head)) == ["head"]
    assert wrong(check(station / JOURNAL, KEY, Head(3, bytes(32)))) == ["head"]


def test_another_stations_file_is_noticed_though_it_is_whole(tmp_path: Path) -> None:
    journal = found(tmp_path / "other", installation="en annen stasjon")
    with journal.write(NURSE) as unit:
        meet(unit)
    journal.close()
    other = (tmp_path / "other" / JOURNAL).read_bytes()
    assert wrong(report_on(tmp_path / "station", other)) == ["installation"]


def test_a_log_that_cannot_be_emptied_is_a_finding(tmp_path: Path) -> None:
    filled(tmp_path / "station")
    connection = open_connection(tmp_path / "station" / JOURNAL, KEY)
    connection.execute("PRAGMA user_version = 1")
    reading = connection.execute("SELECT seq FROM journal")
    reading.fetchone()
    assert "log" in wrong(examine(connection, (), installation_id=None))
    reading.close()
    assert wrong(examine(connection, (), installation_id=None)) == []
    connection.close()


def changed_by_hand(station: Path, *statements: str) -> list[str]:
    connection = open_connection(station / JOURNAL, KEY)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return wrong(check(station / JOURNAL, KEY, installation_id=INSTALLATION))


@pytest.mark.parametrize(
    ("statements", "noticed"),
    [
        (["PRAGMA application_id = 1"], "application"),
        (["PRAGMA user_version = 9999"], "application"),
        (["UPDATE station SET installation = 'en annen'"], "installation"),
        (["DELETE FROM station"], "installation"),
        (["DROP TRIGGER journal_is_never_changed", "UPDATE journal SET author = 8"], "chain"),
        (["INSERT INTO body VALUES (999, x'00', x'00', NULL)"], "references"),
        (["DROP TRIGGER body_is_never_cut", "DELETE FROM body WHERE seq = 4"], "chain"),
        (["DROP TABLE body"], "chain"),
    ],
)
def test_what_was_changed_with_the_key_in_hand_is_noticed(
    tmp_path: Path, statements: list[str], noticed: str
) -> None:
    filled(tmp_path / "station")
    assert noticed in changed_by_hand(tmp_path / "station", *statements)
