"""Ages as the calendar has them and as nurses write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.errors import BirthDateError, DueDateError
from nurseapp.people.ages import (
    Gestation,
    age_in_words,
    age_on,
    corrected_birth,
    days_early,
    gestation_today,
    pregnancy_in_words,
)

TODAY = date(2026, 11, 21)
births = st.dates(date(1930, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("birth", "words"),
    [
        (date(2026, 11, 21), "født i dag"),
        (date(2026, 11, 20), "1 dag"),
        (date(2026, 11, 12), "1 uke 2 dager"),
        (date(2026, 10, 10), "6 uker"),
        (date(2026, 10, 8), "6 uker 2 dager"),
        (date(2026, 10, 9), "6 uker 1 dag"),
        (date(2026, 8, 2), "15 uker 6 dager"),
        (date(2026, 8, 1), "3 mnd"),
        (date(2026, 7, 21), "4 mnd"),
        (date(2026, 3, 21), "8 mnd"),
        (date(2025, 8, 30), "14 mnd"),
        (date(2024, 11, 22), "23 mnd"),
        (date(2024, 11, 21), "2 år"),
        (date(2024, 8, 21), "2 år 3 mnd"),
        (date(2020, 5, 1), "6 år 6 mnd"),
        (date(1995, 1, 3), "31 år"),
    ],
)
def test_an_age_is_written_as_nurses_write_it(birth: date, words: str) -> None:
    assert age_in_words(birth, TODAY) == words


@pytest.mark.parametrize(
    ("birth", "today", "months"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2024, 2, 29), date(2028, 2, 29), 48),
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 31), date(2026, 3, 30), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
    ],
)
def test_months_are_complete_on_the_same_day_or_the_first_after(
    birth: date, today: date, months: int
) -> None:
    assert age_on(birth, today).months == months


def test_weeks_count_from_the_day_the_month_was_complete() -> None:
    assert age_on(date(2026, 1, 31), date(2026, 3, 7)).weeks_after_months == 0
    assert age_on(date(2026, 1, 31), date(2026, 3, 8)).weeks_after_months == 1
    assert age_on(date(2026, 1, 15), date(2026, 3, 1)).weeks_after_months == 2


@given(births)
def test_an_age_never_runs_backwards_and_its_parts_agree(birth: date) -> None:
    age = age_on(birth, TODAY)
    later = age_on(birth, TODAY + timedelta(days=1))
    assert age.days == (TODAY - birth).days
    assert (age.weeks, age.years) == (age.days // 7, age.months // 12)
    assert later.days == age.days + 1
    assert age.months <= later.months <= age.months + 1
    assert 0 <= age.weeks_after_months <= 4


@given(births)
def test_the_age_in_months_lies_between_the_shortest_and_longest_months(birth: date) -> None:
    age = age_on(birth, TODAY)
    assert age.months * 365.2425 / 12 <= age.days + 2
    assert age.days - 33 <= age.months * 365.2425 / 12


def test_a_birth_in_the_future_is_said_in_a_sentence() -> None:
    with pytest.raises(BirthDateError) as refused:
        age_in_words(TODAY + timedelta(days=1), TODAY)
    assert refused.value.sentence == "Fødselsdatoen stemmer ikke: den er fram i tid."


@pytest.mark.parametrize(
    ("gestation", "birth", "words"),
    [
        # 32 + 4 is 52 days early, so term was 12 May, and 6 months later it is 12 November.
        (Gestation(32, 4), date(2026, 3, 21), "8 mnd (korrigert 6 mnd 1 uke)"),
        (Gestation(34, 0), date(2026, 3, 21), "8 mnd (korrigert 6 mnd 2 uker)"),
        (Gestation(30, 0), date(2026, 10, 10), "6 uker (termin om 4 uker)"),
        (Gestation(30, 0), date(2026, 9, 12), "10 uker (termin i dag)"),
        (Gestation(30, 0), date(2026, 8, 30), "11 uker 6 dager (korrigert 1 uke 6 dager)"),
        (Gestation(37, 0), date(2026, 3, 21), "8 mnd"),
        (Gestation(36, 6), date(2026, 3, 21), "8 mnd (korrigert 7 mnd 1 uke)"),
        (Gestation(42, 0), date(2026, 3, 21), "8 mnd"),
        (Gestation(30, 0), date(2024, 11, 22), "23 mnd (korrigert 21 mnd 3 uker)"),
        (Gestation(30, 0), date(2024, 11, 21), "2 år"),
    ],
)
def test_a_child_born_early_has_both_ages_until_two_years(
    gestation: Gestation, birth: date, words: str
) -> None:
    assert age_in_words(birth, TODAY, gestation) == words


@given(births, st.integers(21, 44), st.integers(0, 6))
def test_the_corrected_age_counts_from_term(birth: date, weeks: int, days: int) -> None:
    gestation = Gestation(weeks, days)
    term = corrected_birth(birth, gestation, TODAY)
    if term is None:
        assert days_early(gestation) <= 21 or age_on(birth, TODAY).months >= 24
    else:
        assert (term - birth).days + weeks * 7 + days == 280
        assert (term - birth).days > 21


@pytest.mark.parametrize("gestation", [Gestation(20), Gestation(46), Gestation(32, 7)])
def test_an_impossible_length_of_pregnancy_is_refused(gestation: Gestation) -> None:
    with pytest.raises(BirthDateError):
        days_early(gestation)


@pytest.mark.parametrize(
    ("due", "week", "day"),
    [
        (TODAY, 40, 0),
        (TODAY + timedelta(days=280), 0, 0),
        (TODAY + timedelta(weeks=16), 24, 0),
        (TODAY + timedelta(weeks=16, days=-3), 24, 3),
        (TODAY - timedelta(days=10), 41, 3),
    ],
)
def test_term_is_forty_completed_weeks(due: date, week: int, day: int) -> None:
    assert gestation_today(due, TODAY) == Gestation(week, day)


def test_a_pregnancy_is_told_in_completed_weeks() -> None:
    assert pregnancy_in_words(TODAY + timedelta(weeks=16, days=-6), TODAY) == "gravid uke 24"
    assert pregnancy_in_words(date(2026, 10, 1), TODAY) == "termin var 01.10.2026"
    assert str(Gestation(24, 3)) == "24 + 3"


def test_a_due_date_too_far_ahead_is_refused() -> None:
    with pytest.raises(DueDateError) as refused:
        pregnancy_in_words(TODAY + timedelta(days=281), TODAY)
    assert refused.value.sentence == (
        "Termindatoen stemmer ikke: den er mer enn 40 uker fram i tid."
    )
