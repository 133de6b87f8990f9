"""Whatever is changed, swapped or taken away in the journal, the chain shows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trial_station import NURSE, found, meet

from nurseapp.journal.chain import Head, body_hash, head_from, next_link
from nurseapp.journal.connection import Connection
from nurseapp.journal.journal import Journal
from nurseapp.journal.links import first_break

ENTRIES = 12


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal whose own guards are off, so that the tests can do what an intruder could."""
    journal = found(tmp_path_factory.mktemp("chain") / "station")
    for number in range(ENTRIES // 2):
        with journal.write(NURSE) as unit:
            meet(unit, f"Blid Bjørk {number}")
    for trigger in (
        "journal_is_never_changed",
        "journal_is_never_cut",
        "body_is_only_erased",
        "body_is_never_cut",
    ):
        journal._connection.execute(f"DROP TRIGGER {trigger}")
    journal._connection.execute("PRAGMA ignore_check_constraints = ON")
    journal._connection.execute("PRAGMA foreign_keys = OFF")
    yield journal
    journal.close()


@contextmanager
def tampered(journal: Journal) -> Iterator[Connection]:
    """Changes made in the block are there to be looked at, and undone afterwards."""
    journal._connection.execute("BEGIN")
    try:
        yield journal._connection
    finally:
        journal._connection.execute("ROLLBACK")


def test_an_untouched_journal_is_whole(journal: Journal) -> None:
    assert first_break(journal._connection) is None


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    column=st.sampled_from(["device", "n", "kind", "version", "subject", "author", "at"]),
    seq=st.integers(1, ENTRIES),
    value=st.one_of(st.none(), st.integers(1, 2**62)),
)
def test_any_changed_header_shows(
    journal: Journal, column: str, seq: int, value: int | None
) -> None:
    with tampered(journal) as connection:
        where = (seq,)
        before = connection.execute(f"SELECT {column} FROM journal WHERE seq = ?", where).fetchone()
        if value is None and column != "subject":
            value = before[0] + 1
        connection.execute(f"UPDATE journal SET {column} = ? WHERE seq = ?", (value, seq))
        assert (first_break(connection) == seq) == (before[0] != value)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    column=st.sampled_from(["salt", "content", "chain"]),
    seq=st.integers(1, ENTRIES),
    bit=st.integers(0, 127),
)
def test_any_flipped_bit_in_body_salt_or_link_shows(
    journal: Journal, column: str, seq: int, bit: int
) -> None:
    table = "journal" if column == "chain" else "body"
    with tampered(journal) as connection:
        (value,) = connection.execute(
            f"SELECT {column} FROM {table} WHERE seq = ?", (seq,)
        ).fetchone()
        changed = bytearray(value)
        changed[bit // 8 % len(changed)] ^= 1 << bit % 8
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE seq = ?", (bytes(changed), seq))
        assert first_break(connection) == seq


def test_a_body_cannot_be_passed_off_as_erased(journal: Journal) -> None:
    with tampered(journal) as connection:
        connection.execute(
            "UPDATE body SET salt = NULL, content = NULL, tombstone_hash = zeroblob(32)"
            " WHERE seq = 4"
        )
        assert first_break(connection) == 4


def test_two_bodies_cannot_change_places(journal: Journal) -> None:
    with tampered(journal) as connection:
        for old, new in ((3, -1), (5, 3), (-1, 5)):
            connection.execute("UPDATE body SET seq = ? WHERE seq = ?", (new, old))
        assert first_break(connection) == 3


def test_two_entries_cannot_change_places(journal: Journal) -> None:
    with tampered(journal) as connection:
        for table in ("journal", "body"):
            for old, new in ((3, -1), (5, 3), (-1, 5)):
                connection.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (new, old))
        assert first_break(connection) == 3


@pytest.mark.parametrize("tables", [("journal",), ("body",), ("journal", "body")])
def test_an_entry_taken_out_of_the_middle_shows(journal: Journal, tables: tuple[str, ...]) -> None:
    with tampered(journal) as connection:
        for table in tables:
            connection.execute(f"DELETE FROM {table} WHERE seq = 6")
        assert first_break(connection) is not None


def test_a_header_taken_off_the_end_shows_by_its_body(journal: Journal) -> None:
    with tampered(journal) as connection:
        connection.execute("DELETE FROM journal WHERE seq = ?", (ENTRIES,))
        assert first_break(connection) == ENTRIES


def test_another_installation_id_breaks_the_first_link(journal: Journal) -> None:
    with tampered(journal) as connection:
        connection.execute("UPDATE station SET installation = 'en annen'")
        assert first_break(connection) == 1


def test_an_entry_slipped_in_shows(journal: Journal) -> None:
    with tampered(journal) as connection:
        connection.execute(
            "INSERT INTO journal SELECT seq + 1, device, n + 1, kind, version, subject, author, at,"
            " chain FROM journal WHERE seq = ?",
            (ENTRIES,),
        )
        connection.execute(
            "INSERT INTO body SELECT seq + 1, salt, content, NULL FROM body WHERE seq = ?",
            (ENTRIES,),
        )
        assert first_break(connection) == ENTRIES + 1


def test_a_gap_shows_even_when_the_links_around_it_fit(journal: Journal) -> None:
    head, salt, content = journal.head(), bytes(16), b"\x90"
    seq = ENTRIES + 5
    header = (seq, 1, ENTRIES + 1, 900, 1, None, NURSE, 0)
    link = next_link(head.link, header, body_hash(salt, content))
    with tampered(journal) as connection:
        connection.execute(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*header, link)
        )
        connection.execute("INSERT INTO body VALUES (?, ?, ?, NULL)", (seq, salt, content))
        assert first_break(connection) == ENTRIES + 1


def test_equal_bodies_have_different_hashes_since_each_has_its_own_salt(journal: Journal) -> None:
    salts: list[Any] = journal.read(
        lambda cursor: cursor.execute("SELECT salt FROM body").fetchall()
    )
    assert len(set(salts)) == ENTRIES
    assert all(len(salt) == 16 for (salt,) in salts)


@given(seq=st.integers(0, 2**62), link=st.binary(min_size=32, max_size=32))
def test_a_head_survives_being_written_as_text(seq: int, link: bytes) -> None:
    assert head_from(Head(seq, link).token) == Head(seq, link)


@pytest.mark.parametrize("token", ["", "12", "12-ab", "-1-" + "ab" * 32, "x-" + "ab" * 32])
def test_a_text_that_is_no_head_is_refused(token: str) -> None:
    with pytest.raises(ValueError):
        head_from(token)


def test_entries_are_the_same_for_the_same_time_and_chance(tmp_path: Path) -> None:
    heads = []
    for name in ("a", "b"):
        journal = found(tmp_path / name)
        journal._tools = journal._tools._replace(random_bytes=bytes)
        with journal.write(NURSE) as unit:
            meet(unit)
        heads.append(journal.head())
        journal.close()
    assert heads[0] == heads[1]
