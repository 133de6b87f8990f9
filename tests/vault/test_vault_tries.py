"""Wrong passwords cost time, and nothing else."""

from __future__ import annotations

import os
import signal
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nurseapp.base.disk import REAL_DISK
from nurseapp.base.errors import TooManyTriesError, WrongPasswordError
from nurseapp.vault.tries import NAME, count_try, forget_tries, seconds_to_wait
from nurseapp.vault.vault import create_vault, unlock

NURSE = "Blid Bjørk"


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds, UTC)

    def monotonic(self) -> float:
        return 0.0


def fail(folder: Path, clock: HandClock, name: str = NURSE) -> None:
    count_try(folder, name, clock=clock, disk=REAL_DISK)


def wait_of(folder: Path, clock: HandClock, name: str = NURSE) -> int:
    return seconds_to_wait(folder, name, clock=clock)


def use_up_the_free_ones(folder: Path, clock: HandClock) -> None:
    for _free in range(5):
        fail(folder, clock)


def test_tries_five_are_free_and_then_the_wait_doubles_to_a_quarter_of_an_hour(
    tmp_path: Path,
) -> None:
    clock = HandClock()
    waits = []
    for _try in range(13):
        waits.append(wait_of(tmp_path, clock))
        clock.seconds += waits[-1]
        fail(tmp_path, clock)
    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]


def test_tries_one_too_early_says_how_long_and_is_not_counted(tmp_path: Path) -> None:
    clock = HandClock()
    use_up_the_free_ones(tmp_path, clock)
    clock.seconds += 10
    for _impatient in range(3):
        with pytest.raises(TooManyTriesError) as caught:
            fail(tmp_path, clock)
        assert caught.value.facts == {"seconds": 20}
    clock.seconds += 20
    fail(tmp_path, clock)
    assert wait_of(tmp_path, clock) == 60


def test_tries_a_success_makes_the_next_five_free(tmp_path: Path) -> None:
    clock = HandClock()
    use_up_the_free_ones(tmp_path, clock)
    forget_tries(tmp_path, NURSE, clock=clock, disk=REAL_DISK)
    use_up_the_free_ones(tmp_path, clock)
    assert wait_of(tmp_path, clock) == 30


def test_tries_a_clock_set_back_starts_the_whole_wait_again_and_no_more(tmp_path: Path) -> None:
    clock = HandClock()
    use_up_the_free_ones(tmp_path, clock)
    clock.seconds -= 3600
    with pytest.raises(TooManyTriesError) as caught:
        fail(tmp_path, clock)
    assert caught.value.facts == {"seconds": 30}
    clock.seconds += 29
    with pytest.raises(TooManyTriesError):
        fail(tmp_path, clock)
    clock.seconds += 1
    fail(tmp_path, clock)


@settings(max_examples=30)
@given(moves=st.lists(st.integers(-100_000, 29), max_size=8))
def test_tries_no_clock_that_moves_less_than_the_wait_ahead_shortens_it(
    tmp_path_factory: pytest.TempPathFactory, moves: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("tries")
    clock = HandClock()
    use_up_the_free_ones(folder, clock)
    latest = clock.seconds
    for move in moves:
        if move < 0:
            clock.seconds += move
            latest = clock.seconds
        elif clock.seconds + move - latest < 30:
            clock.seconds += move
        with pytest.raises(TooManyTriesError):
            fail(folder, clock)


def test_tries_one_nurses_slips_do_not_stop_another(tmp_path: Path) -> None:
    clock = HandClock()
    use_up_the_free_ones(tmp_path, clock)
    assert wait_of(tmp_path, clock, " BLID bjørk ") == 30
    assert wait_of(tmp_path, clock, "Rolig Bjørk") == 0


def test_tries_an_unknown_name_waits_like_a_known_one_and_is_not_written_down(
    tmp_path: Path,
) -> None:
    clock = HandClock()
    typed = "hemmelig passord i feil felt"
    for _free in range(5):
        fail(tmp_path, clock, typed)
    with pytest.raises(TooManyTriesError):
        fail(tmp_path, clock, typed)
    assert b"hemmelig" not in (tmp_path / NAME).read_bytes()


def test_tries_the_file_stays_small_whatever_is_typed(tmp_path: Path) -> None:
    clock = HandClock()
    for number in range(100):
        try:
            fail(tmp_path, clock, f"navn {number}")
        except TooManyTriesError:
            clock.seconds += 900
    assert (tmp_path / NAME).stat().st_size < 256 * 40


@pytest.mark.parametrize("damage", [b"", b"{", b'{"3":[1]}', b'{"999":{"count":0,"last":0}}'])
def test_tries_a_damaged_file_counts_as_five_used_up_and_heals(
    tmp_path: Path, damage: bytes
) -> None:
    clock = HandClock()
    (tmp_path / NAME).write_bytes(damage)
    assert wait_of(tmp_path, clock) == 30
    with pytest.raises(TooManyTriesError):
        fail(tmp_path, clock)
    clock.seconds += 30
    fail(tmp_path, clock)


def test_tries_killed_in_the_middle_of_one_is_counted_all_the_same(tmp_path: Path) -> None:
    create_vault(tmp_path, NURSE, "bjørka står i lauv")
    clock = HandClock()
    for killed in range(1, 6):
        pid = os.fork()
        if pid == 0:
            try:
                unlock(tmp_path, NURSE, "et galt passord", clock=clock)
            except WrongPasswordError:
                time.sleep(60)
            finally:
                os._exit(0)
        patience = time.monotonic() + 20
        while b'"count":%d' % killed not in _tries(tmp_path) and time.monotonic() < patience:
            pass
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    with pytest.raises(TooManyTriesError):
        unlock(tmp_path, NURSE, "bjørka står i lauv", clock=clock)


def _tries(folder: Path) -> bytes:
    try:
        return (folder / NAME).read_bytes()
    except FileNotFoundError:
        return b""
