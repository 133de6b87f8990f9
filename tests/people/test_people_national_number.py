"""National numbers: what checks, what is refused and why, and the change in 2032."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer as independent

from nurseapp.base.errors import NationalNumberError
from nurseapp.people.national_number import (
    NEW_RULE_FROM,
    NationalNumber,
    NumberSex,
    control_digits,
    read_national_number,
    synthetic_number,
)

TODAY = date(2026, 11, 21)
BEFORE = NEW_RULE_FROM - timedelta(days=1)

days = st.dates(date(1900, 1, 1), TODAY)
sexes: st.SearchStrategy[NumberSex] = st.sampled_from(["female", "male"])
serials = st.integers(0, 149)


def read(text: str, today: date = TODAY) -> NationalNumber:
    return read_national_number(text, training=True, today=today)


def why(text: str, *, training: bool = True, today: date = TODAY) -> str:
    with pytest.raises(NationalNumberError) as refused:
        read_national_number(text, training=training, today=today)
    return str(refused.value.facts["why"])


def not_synthetic(digits: str) -> bool:
    return not 80 < int(digits[2:4]) < 93


def first_that_completes(start: str, individuals: range, remainder: int = 0) -> str:
    """The first number of the series that the register would give out."""
    for individual in individuals:
        control = control_digits(f"{start}{individual:03}", remainder=remainder)
        if control is not None:
            return f"{start}{individual:03}{control}"
    raise AssertionError(start)


@given(days, sexes, serials)
def test_a_synthetic_number_tells_its_date_and_sex(day: date, sex: NumberSex, serial: int) -> None:
    digits = synthetic_number(day, sex, serial)
    number = read(digits)
    assert number == NationalNumber(
        kind="fnr", digits=digits, birth_date=day, sex=sex, synthetic=True
    )
    assert number.fits(day)
    assert not number.fits(day + timedelta(days=1))


@given(days, sexes, serials)
def test_the_control_digits_are_those_of_an_independent_library(
    day: date, sex: NumberSex, serial: int
) -> None:
    digits = synthetic_number(day, sex, serial)
    assert digits[9] == independent.calc_check_digit1(digits)
    assert digits[10] == independent.calc_check_digit2(digits)


def test_the_numbers_of_one_day_are_all_different() -> None:
    day = date(2026, 10, 9)
    numbers = [synthetic_number(day, sex, n) for sex in ("female", "male") for n in range(150)]
    assert len(set(numbers)) == 300


@given(days, sexes, serials, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(
    day: date, sex: NumberSex, serial: int, place: int, off: int
) -> None:
    digits = synthetic_number(day, sex, serial)
    wrong = str((int(digits[place]) + off) % 10)
    assert why(digits[:place] + wrong + digits[place + 1 :])


@given(days, sexes, serials)
def test_blanks_hyphens_and_full_stops_do_not_matter(
    day: date, sex: NumberSex, serial: int
) -> None:
    digits = synthetic_number(day, sex, serial)
    for written in (
        f" {digits[:6]} {digits[6:]}\n",
        f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:]}",
        f"{digits[:6]}\u00a0{digits[6:]}",
    ):
        assert read(written).digits == digits


@given(st.text(max_size=15) | st.from_regex(r"[0-9]{11}", fullmatch=True).filter(not_synthetic))
def test_whatever_else_is_typed_gives_a_sentence(text: str) -> None:
    assert why(text) in {
        "det skal bare være sifre",
        "de første seks sifrene er ingen dato",
        "de første ni sifrene hører ikke til noe år",
        "fødselsdatoen i nummeret er fram i tid",
        "kontrollsifrene passer ikke til resten av nummeret",
        "det er et ekte nummer, og en øvingsstasjon tar bare imot syntetiske",
    } or why(text).startswith("det skal ha 11 sifre, og her er det")


def test_the_length_is_named_with_what_was_found() -> None:
    assert why("128926") == "det skal ha 11 sifre, og her er det 6 sifre"
    assert why("1") == "det skal ha 11 sifre, og her er det 1 siffer"


@pytest.mark.parametrize("text", ["", "12892O12345", "١٢٨٩٢٦١٢٣٤٥", "²1892612345"])
def test_letters_and_foreign_digits_are_not_digits(text: str) -> None:
    assert why(text) == "det skal bare være sifre"


@pytest.mark.parametrize(
    "start", ["328926", "008926", "310226", "128026", "129326", "126126", "298126"[:2] + "8227"]
)
def test_a_day_that_does_not_exist_is_no_date(start: str) -> None:
    """The months 61-80 and 93-99 belong to no series, 65-77 (another test series) included."""
    assert why(first_that_completes(start, range(999, 500, -1))) == (
        "de første seks sifrene er ingen dato"
    )


def test_the_leap_day_exists_in_leap_years_only() -> None:
    assert read(synthetic_number(date(2024, 2, 29), "female", 0)).birth_date == date(2024, 2, 29)
    assert read(synthetic_number(date(2000, 2, 29), "male", 0)).birth_date == date(2000, 2, 29)
    assert "ikke til noe år" in why(first_that_completes("298200", range(499, 0, -1)))


@pytest.mark.parametrize(
    ("year", "individual"), [(45, 700), (53, 500), (40, 899), (54, 750), (99, 899), (75, 750)]
)
def test_a_number_without_a_century_is_refused(year: int, individual: int) -> None:
    """500-899 with the years 40-53, and 750-899 with 54-99, belong to nobody (§ 2-2)."""
    for day in range(1, 31):
        control = control_digits(f"{day:02}89{year:02}{individual:03}")
        if control is not None:
            digits = f"{day:02}89{year:02}{individual:03}{control}"
            assert why(digits) == "de første ni sifrene hører ikke til noe år"


@pytest.mark.parametrize(
    ("start", "individuals", "year"),
    [
        ("128954", range(749, 499, -1), 1854),
        ("128999", range(500, 750), 1899),
        ("128900", range(499), 1900),
        ("128999", range(499), 1999),
        ("128940", range(900, 1000), 1940),
        ("128926", range(500, 1000), 2026),
        ("128900", range(999, 500, -1), 2000),
    ],
)
def test_the_century_follows_the_individual_number(
    start: str, individuals: range, year: int
) -> None:
    born = date(year, 9, 12)
    today = max(TODAY, born)
    if born > TODAY:
        assert why(first_that_completes(start, individuals)).endswith("fram i tid")
    else:
        assert read(first_that_completes(start, individuals), today).birth_date == born


def test_a_child_not_yet_born_has_no_number() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert why(synthetic_number(tomorrow, "male", 0)) == "fødselsdatoen i nummeret er fram i tid"
    assert read(synthetic_number(TODAY, "male", 0)).birth_date == TODAY


@given(days, st.sampled_from(["fnr", "dnr"]))
def test_a_d_number_has_forty_added_to_its_day(day: date, kind: str) -> None:
    raised = day.day + 40 if kind == "dnr" else day.day
    series = range(499, -1, -1) if day.year < 2000 else range(999, 499, -1)
    digits = first_that_completes(f"{raised:02}{day.month + 80}{day.year % 100:02}", series)
    number = read(digits)
    assert number.kind == kind
    assert number.birth_date == day


def test_an_h_number_has_forty_added_to_its_month_and_is_not_synthetic() -> None:
    digits = first_that_completes("124926", range(999, 500, -1))
    number = read_national_number(digits, training=False, today=TODAY)
    assert (number.kind, number.birth_date, number.synthetic) == ("hnr", date(2026, 9, 12), False)
    assert why(digits) == "det er et ekte nummer, og en øvingsstasjon tar bare imot syntetiske"


def test_day_and_month_cannot_both_be_raised_by_forty() -> None:
    digits = first_that_completes("524926", range(999, 500, -1))
    assert why(digits, training=False) == "de første seks sifrene er ingen dato"


@pytest.mark.parametrize("first", ["8", "9"])
def test_an_fh_number_carries_neither_date_nor_sex(first: str) -> None:
    digits = first_that_completes(f"{first}12345", range(100, 999))
    number = read_national_number(digits, training=False, today=TODAY)
    assert number == NationalNumber(
        kind="fh", digits=digits, birth_date=None, sex=None, synthetic=False
    )
    assert number.fits(date(2026, 1, 1))
    assert "ekte nummer" in why(digits)


@given(days, sexes, serials)
def test_a_real_station_refuses_synthetic_numbers(day: date, sex: NumberSex, serial: int) -> None:
    digits = synthetic_number(day, sex, serial)
    assert why(digits, training=False) == (
        "det er et syntetisk nummer, og de brukes bare til øving"
    )


def remainder_left(digits: str) -> int:
    """Skatteetaten's own formulation: what the weighted ten first digits leave at 11."""
    weights = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False)) % 11


@given(days, sexes, serials)
def test_from_2032_exactly_four_remainders_are_accepted(
    day: date, sex: NumberSex, serial: int
) -> None:
    nine = synthetic_number(day, sex, serial)[:9]
    for first in "0123456789":
        digits = nine + first + independent.calc_check_digit2(nine + first)
        if len(digits) > 11:
            continue  # a second control digit of ten: the register skips the number
        for today, allowed in ((BEFORE, {0}), (NEW_RULE_FROM, {0, 1, 2, 3})):
            if remainder_left(digits) in allowed:
                assert read(digits, today).digits == digits
            else:
                assert "kontrollsifrene" in why(digits, today=today)


@given(days, sexes, serials)
def test_from_2032_no_number_tells_sex_or_century_but_the_written_date_must_fit(
    day: date, sex: NumberSex, serial: int
) -> None:
    number = read(synthetic_number(day, sex, serial), NEW_RULE_FROM)
    assert (number.birth_date, number.sex) == (None, None)
    assert number.fits(day)
    assert not number.fits(day + timedelta(days=1))


def test_from_2032_a_person_born_earlier_may_get_an_individual_number_of_the_2000s() -> None:
    digits = first_that_completes("308945", range(800, 500, -1), remainder=2)
    assert read(digits, NEW_RULE_FROM).fits(date(1945, 9, 30))
    assert "kontrollsifrene" in why(digits, today=BEFORE)


def test_h_and_fh_numbers_keep_the_strict_rule_after_2032() -> None:
    for start in ("124926", "812345"):
        relaxed = first_that_completes(start, range(999, 500, -1), remainder=1)
        strict = first_that_completes(start, range(999, 500, -1))
        assert "kontrollsifrene" in why(relaxed, training=False, today=NEW_RULE_FROM)
        assert read_national_number(strict, training=False, today=NEW_RULE_FROM).digits == strict


@pytest.mark.parametrize("year", [1899, 2040])
def test_no_synthetic_number_is_made_for_years_without_a_series(year: int) -> None:
    with pytest.raises(ValueError, match="no series"):
        synthetic_number(date(year, 1, 1), "female", 0)


def test_a_day_runs_out_of_numbers() -> None:
    with pytest.raises(ValueError, match="no synthetic number left"):
        synthetic_number(date(2026, 1, 1), "female", 250)
