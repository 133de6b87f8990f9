"""What is written in one block stands as a whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]
from trial_station import (
    INSTALLATION,
    KEY,
    NURSE,
    Met,
    Spoke,
    everything,
    found,
    meet,
    reopen,
    rows,
)

from nurseapp.base.errors import StationTooNewError
from nurseapp.journal.entry import ITSELF, Body, Entry, recorded_as, ref
from nurseapp.journal.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = found(tmp_path / "station")
    yield journal
    journal.close()


def test_entries_of_one_block_can_speak_of_each_other(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        person = unit.add(Entry(subject=ITSELF, body=Met("Blid Bjørk")))
        spoken = unit.add(Entry(subject=person.ref, body=Spoke("Hei.")))
    assert (person.subject, spoken.subject) == (person.ref, person.ref)
    assert journal.history(person.ref) == (person, spoken)
    assert rows(journal, "SELECT name, spoken FROM trial_meeting") == [("Blid Bjørk", 1)]


def test_an_entry_keeps_who_when_and_its_own_identity(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        person = meet(unit)
    (stored, *_rest) = journal.entries_after(0)
    assert stored == person
    assert (stored.author, stored.seq, stored.n, stored.device) == (NURSE, 1, 1, 1)
    assert stored.moment == datetime(2026, 11, 21, 10, 12, tzinfo=UTC)
    assert stored.ref == ref(1, 1) == (1 << 40) + 1


def test_append_writes_all_entries_as_one(journal: Journal) -> None:
    first, second = journal.append(
        NURSE,
        [Entry(subject=ITSELF, body=Met("Blid Bjørk")), Entry(subject=None, body=Spoke("Hei."))],
    )
    assert (first.seq, second.seq) == (1, 2)
    assert journal.head().seq == 2


def meet_and_fail(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        meet(unit, "Rolig Bjørk")
        raise KeyError


def meet_two(journal: Journal, second: str) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
        meet(unit, second)


def meet_two_whatever_happens(journal: Journal, second: str) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
        with contextlib.suppress(dbapi2.IntegrityError):
            meet(unit, second)


def meet_within_a_meeting(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
        with journal.write(NURSE) as inner:
            meet(inner)


def test_an_exception_in_the_block_leaves_everything_as_it_was(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
    before, head = everything(journal), journal.head()
    with pytest.raises(KeyError):
        meet_and_fail(journal)
    assert (everything(journal), journal.head()) == (before, head)


def test_the_journal_goes_on_after_a_block_that_failed(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        meet_and_fail(journal)
    with journal.write(NURSE) as unit:
        person = meet(unit)
    assert person.seq == 1
    journal.close()
    again = reopen(tmp_path / "station")
    assert [entry.seq for entry in again.history(person.ref)] == [1, 2]
    again.close()


def test_a_projection_that_refuses_takes_the_entry_with_it(journal: Journal) -> None:
    before = everything(journal)
    with pytest.raises(dbapi2.IntegrityError, match="CHECK constraint"):
        meet_two(journal, "uten navn")
    assert everything(journal) == before


def test_a_swallowed_failure_does_not_leave_half_of_what_happened(journal: Journal) -> None:
    before = everything(journal)
    with pytest.raises(RuntimeError, match="nothing is written"):
        meet_two_whatever_happens(journal, "uten navn")
    assert everything(journal) == before


def test_a_block_inside_a_block_is_refused_and_nothing_stands(journal: Journal) -> None:
    before = everything(journal)
    with pytest.raises(dbapi2.OperationalError, match="within a transaction"):
        meet_within_a_meeting(journal)
    assert everything(journal) == before


def test_nothing_in_a_header_is_text(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
    for row in rows(journal, "SELECT * FROM journal"):
        *numbers, link = row
        assert all(isinstance(number, int) for number in numbers)
        assert len(link) == 32


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET author = 8",
        "DELETE FROM journal",
        "DELETE FROM body",
        "UPDATE body SET content = x'00'",
    ],
)
def test_the_database_itself_refuses_to_change_the_past(journal: Journal, statement: str) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
    with pytest.raises(Exception, match="only added to"):
        rows(journal, statement)


def test_an_entry_about_somebody_unknown_to_the_tables_is_no_error(journal: Journal) -> None:
    journal.append(NURSE, [Entry(subject=ref(1, 99), body=Spoke("Hei."))])
    assert rows(journal, "SELECT * FROM trial_meeting") == []


def test_pages_of_entries_follow_each_other_to_the_end(journal: Journal) -> None:
    for _number in range(3):
        with journal.write(NURSE) as unit:
            meet(unit)
    seqs: list[int] = []
    while page := journal.entries_after(seqs[-1] if seqs else 0, limit=4):
        seqs += [entry.seq for entry in page]
    assert seqs == [1, 2, 3, 4, 5, 6]


def test_an_entry_of_a_later_program_is_refused_with_a_sentence(journal: Journal) -> None:
    journal.append(NURSE, [Entry(subject=None, body=Spoke("Hei."))])
    rows(journal, "DROP TRIGGER journal_is_never_changed")
    rows(journal, "UPDATE journal SET kind = 999")
    with pytest.raises(StationTooNewError):
        journal.entries_after(0)


def test_a_number_is_never_given_to_two_bodies() -> None:
    class Again(Body, frozen=True):
        pass

    with pytest.raises(ValueError, match="has a body already"):
        recorded_as(900)(Again)


def test_a_checkpoint_waits_for_whoever_still_reads(journal: Journal) -> None:
    with journal.write(NURSE) as unit:
        meet(unit)
        meet(unit)
    reading = journal._connection.execute("SELECT seq FROM journal")
    reading.fetchone()
    assert not journal.checkpoint_when_idle()
    reading.close()
    assert journal.checkpoint_when_idle()
    assert (journal.path.parent / "journal.db-wal").stat().st_size == 0


def test_a_closed_journal_is_one_file_for_this_user_alone(tmp_path: Path) -> None:
    journal = found(tmp_path / "station")
    with journal.write(NURSE) as unit:
        meet(unit)
    journal.close()
    names = {
        path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "station").iterdir()
    }
    assert "journal.db-wal" not in names
    assert {names["journal.db"], names["journal.head"], names["journal.lock"]} == {"0o600"}
    assert oct((tmp_path / "station").stat().st_mode & 0o777) == "0o700"


def test_no_name_and_no_installation_stands_readable_in_any_file(tmp_path: Path) -> None:
    journal = found(tmp_path / "station")
    with journal.write(NURSE) as unit:
        meet(unit, "Kanarifugl")
    for path in (tmp_path / "station").iterdir():
        if path.name.startswith("journal"):
            content = path.read_bytes()
            assert b"Kanarifugl" not in content
            assert INSTALLATION.encode() not in content
            assert KEY not in content
    journal.close()
