"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.forms.answer import misfit
from nurseapp.forms.question import Question
from nurseapp.sheet.typed_number import TypedNumber, said, typed_number

WEIGHT = Question(id="1", kind="number", minimum=0.5, maximum=40, decimals=2, unit="kg")
COUNT = Question(id="2", kind="number", minimum=0)
COLD = Question(id="3", kind="number", maximum=5)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("12,5", "12.5"), ("12.5", "12.5"), (" 12,50 ", "12.5"), ("3", "3"), ("3,", "3"),
        ("03", "3"), (",5", "0.5"), ("١٢٫٥", "12.5"), ("۱۲", "12"), ("4 0", "40"),
    ],
)  # fmt: skip
def test_number_is_read_with_comma_or_point_and_in_eastern_figures(text: str, answer: str) -> None:
    assert typed_number(text, WEIGHT) == TypedNumber(answer=answer)


@pytest.mark.parametrize(
    ("text", "question", "sentence"),
    [
        ("tolv", WEIGHT, "Skriv et tall, for eksempel 1."),
        ("1,2,3", WEIGHT, "Skriv et tall, for eksempel 1."),
        ("-", COUNT, "Skriv et tall, for eksempel 0."),
        ("0,4", WEIGHT, "Tallet må være mellom 0,5 og 40."),
        ("41", WEIGHT, "Tallet må være mellom 0,5 og 40."),
        ("-1", COUNT, "Tallet må være 0 eller mer."),
        ("6", COLD, "Tallet må være 5 eller mindre."),
        ("1,234", WEIGHT, "Skriv høyst 2 tall etter komma."),
        ("1,5", COUNT, "Skriv et helt tall, uten desimaler."),
    ],
)
def test_number_that_does_not_fit_is_explained(
    text: str, question: Question, sentence: str
) -> None:
    assert typed_number(text, question) == TypedNumber(problem=sentence)


def test_empty_field_is_neither_a_number_nor_a_problem() -> None:
    assert typed_number("  ", WEIGHT) == TypedNumber()


@given(st.decimals(min_value="0.5", max_value="40", places=2))
def test_every_number_within_the_limits_comes_back_as_it_was(number: Decimal) -> None:
    typed = typed_number(str(number), WEIGHT)
    assert typed.answer is not None
    assert Decimal(typed.answer) == number
    assert typed_number(said(float(typed.answer)), WEIGHT) == typed


@given(st.text(alphabet="0123456789,.- +e٣x", max_size=9), st.sampled_from([WEIGHT, COUNT, COLD]))
def test_whatever_is_typed_becomes_an_answer_a_sentence_or_nothing(
    text: str, question: Question
) -> None:
    typed = typed_number(text, question)
    assert not (typed.answer and typed.problem)
    if typed.answer is not None:
        assert misfit(question, typed.answer) == ""
