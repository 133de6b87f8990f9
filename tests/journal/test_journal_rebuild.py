"""The tables for screens are what the journal gives, whenever they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trial_station import (
    KEY,
    MEETINGS,
    NURSE,
    Meetings,
    Met,
    Spoke,
    everything,
    filled,
    found,
    meet,
    reopen,
    rows,
)

from nurseapp.journal.entry import ITSELF, Entry, Erased
from nurseapp.journal.health import check
from nurseapp.journal.rebuild import rebuild, unfaithful
from nurseapp.journal.station_files import JOURNAL

# What happened in one block: a new person (0), or words from the n-th person so far.
blocks = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=4), max_size=8)


@settings(max_examples=12, deadline=None)
@given(blocks)
def test_a_rebuild_gives_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, happened: list[list[int]]
) -> None:
    journal = found(tmp_path_factory.mktemp("rebuild") / "station")
    people: list[int] = []
    for block in happened:
        with journal.write(NURSE) as unit:
            for number in block:
                if number == 0 or number > len(people):
                    people.append(unit.add(Entry(subject=ITSELF, body=Met("Blid Bjørk"))).ref)
                else:
                    unit.add(Entry(subject=people[number - 1], body=Spoke("Hei.")))
    before = everything(journal)
    assert rebuild(journal._connection, journal.projections) == journal.head().seq
    assert everything(journal) == before
    journal.close()


def test_tables_of_an_older_version_are_written_anew_at_opening(tmp_path: Path) -> None:
    class Shouting(Meetings):
        def apply(self, cursor, recorded):  # type: ignore[no-untyped-def]
            super().apply(cursor, recorded)
            cursor.execute("UPDATE trial_meeting SET name = upper(name)")

    filled(tmp_path / "station", meetings=1)
    journal = reopen(tmp_path / "station", projections=(Shouting(version=2),))
    assert rows(journal, "SELECT name FROM trial_meeting") == [("BLID BJøRK 0",)]
    assert rows(journal, "SELECT name, version FROM projection") == [("trial_meetings", 2)]
    journal.close()


def test_a_rebuild_that_fails_leaves_the_old_tables(tmp_path: Path) -> None:
    class Broken(Meetings):
        def apply(self, cursor, recorded):  # type: ignore[no-untyped-def]
            raise KeyError

    filled(tmp_path / "station")
    with pytest.raises(KeyError):
        reopen(tmp_path / "station", projections=(Broken(version=2),))
    journal = reopen(tmp_path / "station")
    assert rows(journal, "SELECT count(*) FROM trial_meeting") == [(20,)]
    journal.close()


def test_tables_that_missed_entries_are_written_anew_when_they_are_attended_again(
    tmp_path: Path,
) -> None:
    filled(tmp_path / "station", meetings=1)
    journal = reopen(tmp_path / "station", projections=())
    with journal.write(NURSE) as unit:
        meet(unit)
    assert rows(journal, "SELECT count(*) FROM trial_meeting") == [(1,)]
    journal.close()
    journal = reopen(tmp_path / "station")
    assert rows(journal, "SELECT count(*) FROM trial_meeting") == [(2,)]
    journal.close()


def test_tables_that_follow_are_not_written_anew_at_each_opening(tmp_path: Path) -> None:
    filled(tmp_path / "station", meetings=1)
    journal = reopen(tmp_path / "station")
    rows(journal, "UPDATE trial_meeting SET name = 'urørt'")
    journal.close()
    journal = reopen(tmp_path / "station")
    assert rows(journal, "SELECT name FROM trial_meeting") == [("urørt",)]
    journal.close()


def test_a_changed_table_is_found_and_left_for_people_to_judge(tmp_path: Path) -> None:
    filled(tmp_path / "station")
    journal = reopen(tmp_path / "station")
    assert unfaithful(journal._connection, journal.projections) == ()
    rows(
        journal,
        "UPDATE trial_meeting SET name = 'Rolig Bjørk' WHERE person = (SELECT min(person) FROM trial_meeting)",
    )
    before = everything(journal)
    assert unfaithful(journal._connection, journal.projections) == ("trial_meetings",)
    assert everything(journal) == before
    journal.close()
    report = check(tmp_path / "station" / JOURNAL, KEY, projections=(MEETINGS,))
    assert [finding.name for finding in report.findings if not finding.ok] == ["projections"]


def test_an_erased_body_is_gone_from_entries_tables_and_files(tmp_path: Path) -> None:
    journal = found(tmp_path / "station")
    with journal.write(NURSE) as unit:
        person = meet(unit, "Kanarifugl")
        meet(unit, "Blid Bjørk")
    seqs = [entry.seq for entry in journal.history(person.ref)]
    journal.erase(NURSE, seqs, "etter loven")
    assert [entry.body for entry in journal.history(person.ref)] == [Erased(), Erased()]
    assert rows(journal, "SELECT name FROM trial_meeting") == [("Blid Bjørk",)]
    (*_old, last) = journal.entries_after(0)
    assert (last.author, last.body.seqs) == (NURSE, tuple(seqs))  # type: ignore[attr-defined]
    before = everything(journal)
    rebuild(journal._connection, journal.projections)
    assert everything(journal) == before
    journal.close()
    assert check(tmp_path / "station" / JOURNAL, KEY, projections=(MEETINGS,)).ok


def test_erased_text_is_in_no_table_of_a_readable_copy_and_the_log_is_empty(tmp_path: Path) -> None:
    journal = found(tmp_path / "station")
    with journal.write(NURSE) as unit:
        person = meet(unit, "Kanarifugl")
        for _number in range(200):
            meet(unit)
    plain = tmp_path / "plain.db"

    def canaries() -> int:
        plain.unlink(missing_ok=True)
        rows(journal, f"ATTACH '{plain}' AS plain KEY ''")
        rows(journal, "SELECT sqlcipher_export('plain')")
        rows(journal, "DETACH plain")
        return plain.read_bytes().count(b"Kanarifugl")

    assert canaries() == 2  # the entry and the table
    journal.erase(NURSE, [entry.seq for entry in journal.history(person.ref)], "etter loven")
    assert canaries() == 0
    assert (journal.path.parent / "journal.db-wal").stat().st_size == 0
    journal.close()


def test_erasing_while_somebody_reads_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "station")
    journal = reopen(tmp_path / "station")
    with journal.write(NURSE) as unit:
        meet(unit)
    before = everything(journal)
    reading = journal._connection.execute("SELECT seq FROM journal")
    reading.fetchone()
    with pytest.raises(RuntimeError, match="cursor is open"):
        journal.erase(NURSE, [1], "etter loven")
    reading.close()
    assert everything(journal) == before
    journal.close()


def test_an_entry_that_does_not_exist_cannot_be_erased(tmp_path: Path) -> None:
    journal = found(tmp_path / "station")
    before = everything(journal)
    with pytest.raises(ValueError, match="no entry number 5"):
        journal.erase(NURSE, [5], "etter loven")
    assert everything(journal) == before
    journal.close()
