"""Dates as people type them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.dates import date_and_time, short_date
from nurseapp.base.typed_dates import typed_day, typed_moment, typed_past_day

NOW = datetime(2026, 11, 21, 10, 12, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


@pytest.mark.parametrize(
    "text", ["21.11.2026", "21.11.26", " 21/11-2026 ", "21112026", "211126", "21. 11. 2026"]
)
def test_date_is_read_in_the_ways_nurses_write_it(text: str) -> None:
    assert typed_day(text, today=TODAY).day == date(2026, 11, 21)


def test_two_digit_year_of_a_grown_up_lies_in_the_last_century() -> None:
    assert typed_day("12.09.94", today=TODAY).day == date(1994, 9, 12)


@pytest.mark.parametrize("text", ["i går", "21.11", "21.11.2026.1", "1.2.3.4", "²1.11.2026"])
def test_what_is_no_date_is_answered_with_how_to_write_one(text: str) -> None:
    typed = typed_day(text, today=TODAY)
    assert typed.day is None
    assert "dag.måned.år" in typed.problem


def test_day_that_does_not_exist_is_named() -> None:
    assert "31.02.2026" in typed_day("31.02.2026", today=TODAY).problem


def test_empty_field_is_neither_a_day_nor_a_problem() -> None:
    typed = typed_day("  ", today=TODAY)
    assert typed.day is None
    assert not typed.problem


def test_birth_date_ahead_of_today_is_a_plain_sentence() -> None:
    assert "framtiden" in typed_past_day("22.11.2026", today=TODAY).problem
    assert typed_past_day("21.11.2026", today=TODAY).day == TODAY


def test_birth_date_further_back_than_anybody_lives_is_a_plain_sentence() -> None:
    assert "120 år" in typed_past_day("01.01.1900", today=TODAY).problem


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_date_we_write_can_be_typed_back(day: date) -> None:
    assert typed_day(short_date(day), today=TODAY).day == day


@given(st.text(max_size=20))
def test_no_text_is_ever_too_odd_to_be_answered(text: str) -> None:
    typed = typed_day(text, today=TODAY)
    assert typed.day is None or not typed.problem
    typed_moment(text, now=NOW)


def test_moment_we_write_can_be_typed_back() -> None:
    assert typed_moment(date_and_time(NOW), now=NOW) == NOW
    assert typed_moment("21.11.2026 9.05", now=NOW) == datetime(
        2026, 11, 21, 9, 5, tzinfo=NOW.tzinfo
    )


@pytest.mark.parametrize(
    "text", ["", "21.11.2026", "21.11.2026 kl. 25:00", "kl. 10:12", "31.02.2026 10:00"]
)
def test_what_is_no_moment_is_no_moment(text: str) -> None:
    assert typed_moment(text, now=NOW) is None
