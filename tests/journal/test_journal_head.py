"""The head kept beside the journal shows a lost end and an older file put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from trial_station import (
    NURSE,
    filled,
    meet,
    reopen,
)

from nurseapp.base.errors import (
    StationDamagedError,
)
from nurseapp.journal.chain import Head
from nurseapp.journal.station_files import HEAD, JOURNAL


@pytest.fixture
def station(tmp_path: Path) -> Path:
    filled(tmp_path / "station")
    return tmp_path / "station"


def test_an_older_journal_put_back_is_noticed(station: Path, tmp_path: Path) -> None:
    old = (station / JOURNAL).read_bytes()
    journal = reopen(station)
    with journal.write(NURSE) as unit:
        meet(unit)
    head = journal.head()
    journal.close()
    (station / JOURNAL).write_bytes(old)
    with pytest.raises(StationDamagedError, match="slutten av journalen mangler"):
        reopen(station)
    (station / HEAD).unlink()
    with pytest.raises(StationDamagedError, match="slutten av journalen mangler"):
        reopen(station, expected=head)


def test_a_journal_with_another_past_is_noticed(station: Path) -> None:
    with pytest.raises(StationDamagedError, match="en annen enn den"):
        reopen(station, expected=Head(4, bytes(32)))


def test_a_journal_that_has_grown_since_is_welcome(station: Path) -> None:
    journal = reopen(station)
    head = journal.head()
    with journal.write(NURSE) as unit:
        meet(unit)
    journal.close()
    reopen(station, expected=head).close()


@pytest.mark.parametrize("content", [b"", b"junk" * 80, bytes(256)])
def test_a_damaged_head_file_keeps_nobody_out(station: Path, content: bytes) -> None:
    (station / HEAD).write_bytes(content)
    journal = reopen(station)
    with journal.write(NURSE) as unit:
        meet(unit)
    journal.close()
    reopen(station).close()


def test_a_torn_note_in_the_head_file_leaves_the_one_before(station: Path) -> None:
    whole = (station / HEAD).read_bytes()
    for slot in (0, 128):
        torn = bytearray(whole)
        torn[slot : slot + 40] = bytes(40)
        (station / HEAD).write_bytes(torn)
        journal = reopen(station)
        assert journal._opened.witness.head is not None
        journal.close()
        (station / HEAD).write_bytes(whole)
