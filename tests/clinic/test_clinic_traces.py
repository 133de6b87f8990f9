"""What lies beside the journal tells nothing about anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from clinic_day import HandClock
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.errors import WrongPasswordError
from nurseapp.clinic.handover.feedback import _items
from nurseapp.clinic.station.access import open_station

pytest_plugins = ("clinic_stations",)


def test_wrong_password_leaves_a_moment_and_nothing_that_was_typed(
    folder: Path, clock: HandClock
) -> None:
    typed = "passordet i feil felt"
    with pytest.raises(WrongPasswordError):
        open_station(folder, typed, typed, clock=clock)
    (noted,) = (folder / "log").iterdir()
    assert noted.read_text(encoding="ascii") == f"{int(clock.now().timestamp())}\n"
    assert noted.stat().st_mode & 0o077 == 0
    for file in folder.rglob("*"):
        assert not file.is_file() or typed.encode() not in file.read_bytes()


@given(st.lists(st.integers(0, 40), min_size=2, max_size=6))
def test_number_under_five_is_in_no_words_and_cannot_be_worked_out(counts: list[int]) -> None:
    asked = {("1", chr(97 + place)): count for place, count in enumerate(counts)}
    (item,) = _items(None, asked)
    hidden = [line for line in item.lines if line.count is None]
    assert len(item.lines) == len(counts)
    assert len(hidden) != 1
    for line, count in zip(item.lines, counts, strict=True):
        if line.count is None:
            assert line.words == "for få til å vises"
        else:
            assert (line.count, line.words) == (count, str(count))
            assert count == 0 or count >= 5
