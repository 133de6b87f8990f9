"""What counts as an answer, for each kind of question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.forms.answer import misfit
from nurseapp.forms.question import Question
from nurseapp.forms.ticks import joined

CHOICE = Question(id="1", kind="choice", options=("a", "b", "c"))
YES_NO = Question(id="2", kind="yes_no", options=("a", "b"))
SEVERAL = Question(id="3", kind="multiple", options=("a", "b", "c"))
WEIGHT = Question(id="4", kind="number", minimum=0.5, maximum=20, decimals=1, unit="kg")
COUNT = Question(id="5", kind="number", minimum=-2)
DAY = Question(id="6", kind="date")
WORDS = Question(id="7", kind="text", longest=20)
NOTE = Question(id="8", kind="information")


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        (CHOICE, "b", True), (CHOICE, "d", False), (CHOICE, "", False), (CHOICE, "a b", False),
        (YES_NO, "a", True), (YES_NO, "yes", False),
        (SEVERAL, "", True), (SEVERAL, "a c", True), (SEVERAL, "c a", False),
        (SEVERAL, "a a", False), (SEVERAL, "a  c", False), (SEVERAL, "a d", False),
        (WEIGHT, "12.5", True), (WEIGHT, "12", True), (WEIGHT, "0.5", True), (WEIGHT, "20", True),
        (WEIGHT, "0.4", False), (WEIGHT, "20.1", False), (WEIGHT, "12,5", False),
        (WEIGHT, "12.55", False), (WEIGHT, "1e1", False), (WEIGHT, " 12", False),
        (WEIGHT, "١٢", False), (WEIGHT, "", False), (WEIGHT, "nan", False),
        (COUNT, "-2", True), (COUNT, "-3", False), (COUNT, "1.0", False),
        (DAY, "2026-11-21", True), (DAY, "2026-02-30", False), (DAY, "21.11.2026", False),
        (DAY, "2026-1-1", False), (DAY, "20261121", False), (DAY, "2026-11-21T10:00", False),
        (WORDS, "En tur i skogen", True), (WORDS, "x" * 21, False),
        (NOTE, "", False), (NOTE, "lest", False),
    ],
)  # fmt: skip
def test_answer_counts_only_in_its_own_shape(question: Question, value: str, fits: bool) -> None:
    assert (misfit(question, value) == "") is fits


@given(st.sets(st.sampled_from(["a", "b", "c", "z"])))
def test_answer_of_several_options_is_in_printed_order(chosen: set[str]) -> None:
    value = joined(SEVERAL.options, chosen)
    assert misfit(SEVERAL, value) == ""
    assert value.split() == sorted(chosen - {"z"})


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert misfit(DAY, day.isoformat()) == ""


@given(st.text(max_size=30))
def test_no_text_whatsoever_is_more_than_an_answer_or_none(value: str) -> None:
    for question in (CHOICE, YES_NO, SEVERAL, WEIGHT, COUNT, DAY, WORDS, NOTE):
        assert isinstance(misfit(question, value), str)
