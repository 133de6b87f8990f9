"""Which items are asked, and what is still open while an answer lacks."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from form_samples import WORDS, a_form, an_item
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.model import Item, When
from nurseapp.forms.question import Question, questions_of
from nurseapp.forms.visibility import (
    Answered,
    AtLeast,
    Condition,
    Either,
    Every,
    Ticked,
    Written,
    asked_now,
    visibility,
)


def _question(name: str, condition: Condition | None = None, *, optional: bool = False) -> Question:
    return Question(
        id=name, kind="choice", options=("a", "b"), show_when=condition, optional=optional
    )


def _is(name: str, option: str = "a") -> Answered:
    return Answered(name, (option,))


def _last(questions: Iterable[Question], **answers: str) -> bool | None:
    named = {name[1:]: option for name, option in answers.items()}
    return list(visibility(questions, named).values())[-1]


def test_item_without_condition_is_always_asked() -> None:
    assert _last([_question("1")]) is True


def test_item_is_asked_when_its_condition_holds() -> None:
    questions = [_question("1"), _question("2", _is("1"))]
    assert _last(questions, _1="a") is True
    assert _last(questions, _1="b") is False
    assert _last(questions) is None


def test_every_needs_all_and_one_no_settles_it() -> None:
    questions = [_question("1"), _question("2"), _question("3", Every((_is("1"), _is("2"))))]
    assert _last(questions, _1="a", _2="a") is True
    assert _last(questions, _1="a", _2="b") is False
    assert _last(questions, _2="b") is False
    assert _last(questions, _1="a") is None


def test_either_needs_one_and_one_yes_settles_it() -> None:
    questions = [_question("1"), _question("2"), _question("3", Either((_is("1"), _is("2"))))]
    assert _last(questions, _1="b", _2="b") is False
    assert _last(questions, _1="b", _2="a") is True
    assert _last(questions, _2="a") is True
    assert _last(questions, _1="b") is None


def test_item_behind_one_that_is_not_asked_is_not_asked() -> None:
    questions = [_question("1"), _question("2", _is("1")), _question("3", _is("2"))]
    assert _last(questions, _1="b", _2="a") is False
    assert _last(questions, _1="b") is False
    assert _last(questions, _2="a") is None


def test_item_behind_an_optional_one_is_not_asked_without_its_answer() -> None:
    questions = [_question("1", optional=True), _question("2", _is("1"))]
    assert _last(questions) is False
    assert _last(questions, _1="a") is True


def test_item_behind_an_optional_answer_that_is_open_itself_is_open() -> None:
    questions = [
        _question("1"),
        _question("2", _is("1"), optional=True),
        _question("3", _is("2")),
    ]
    assert _last(questions, _2="a") is None
    assert _last(questions, _1="a", _2="a") is True
    assert _last(questions) is False


def test_items_to_show_now_are_in_printed_order() -> None:
    questions = [_question("1"), _question("2", _is("1")), _question("3")]
    assert asked_now(questions, {}) == ("1", "3")
    assert asked_now(questions, {"3": "a", "1": "a"}) == ("1", "2", "3")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{ item = "1", answered = true }', Answered("1", ("a", "b", "c", "d"))),
        ('{ item = "1", equals = "b" }', Answered("1", ("b",))),
        ('{ item = "1", at_least = 2 }', Answered("1", ("c", "d"))),
        ('{ item = "2", at_least = 1 }', Answered("2", ("yes",))),
        (
            '{ all = [{ item = "1", equals = "a" }, { any = [{ item = "2", equals = "no" }] }] }',
            Every((Answered("1", ("a",)), Either((Answered("2", ("no",)),)))),
        ),
    ],
)
def test_condition_speaks_of_options_and_not_of_points(
    write_form: Callable[..., Path], written: str, expected: Condition
) -> None:
    folder = write_form(('show_when = { item = "1", at_least = 2 }', f"show_when = {written}"))
    form = load_library(folder).form("three-questions").form
    assert questions_of(form)[2].show_when == expected


def test_condition_survives_the_way_to_the_parent() -> None:
    question = _question("9", Every((_is("1"), Either((_is("2"), Every((_is("3"),)))))))
    assert msgspec.json.decode(msgspec.json.encode(question), type=Question) == question


@given(st.dictionaries(st.sampled_from(["1", "2", "3"]), st.sampled_from(["a", "b"])))
def test_more_answers_never_unsettle_what_is_settled(answers: dict[str, str]) -> None:
    questions = [
        _question("1"),
        _question("2", _is("1")),
        _question("3", Either((_is("1", "b"), _is("2")))),
        _question("4", Every((_is("3"), _is("1")))),
    ]
    before = visibility(questions, answers)
    for name in {"1", "2", "3"} - answers.keys():
        for option in ("a", "b"):
            after = visibility(questions, {**answers, name: option})
            for item, shown in before.items():
                assert shown is None or after[item] is shown


def test_invented_form_asks_the_third_item_only_after_a_high_first(three: LoadedForm) -> None:
    questions = questions_of(three.form)
    assert asked_now(questions, {"1": "b"}) == ("1", "2", "4")
    assert asked_now(questions, {"1": "c"}) == ("1", "2", "3", "4")


TICKS = Question(id="1", kind="multiple", options=("a", "b", "c"))
NUMBER = Question(id="1", kind="number", maximum=50, decimals=1)
TEXT = Question(id="1", kind="text", optional=True)


@pytest.mark.parametrize(
    ("gate", "condition", "answer", "shown"),
    [
        (TICKS, Ticked("1", ("a",)), "a c", True),
        (TICKS, Ticked("1", ("a",)), "b c", False),
        (TICKS, Ticked("1", ("a",)), "", False),
        (TICKS, Ticked("1", ("a", "c")), "a b c", True),
        (TICKS, Ticked("1", ("a", "c")), "a b", False),
        (TICKS, Written("1"), "b", True),
        (TICKS, Written("1"), "", False),
        (NUMBER, AtLeast("1", 12.5), "12.5", True),
        (NUMBER, AtLeast("1", 12.5), "12.4", False),
        (NUMBER, AtLeast("1", 0), "-1", False),
        (NUMBER, Written("1"), "0", True),
        (TEXT, Written("1"), "Ja", True),
        (TEXT, Written("1"), " \n", False),
    ],
)
def test_item_hangs_on_the_answer_of_any_kind(
    gate: Question, condition: Condition, answer: str, shown: bool
) -> None:
    assert _last([gate, _question("2", condition)], _1=answer) is shown


def test_item_behind_a_text_that_may_be_left_is_not_asked_without_it() -> None:
    assert _last([TEXT, _question("2", Written("1"))]) is False
    assert _last([TICKS, _question("2", Written("1"))]) is None


@pytest.mark.parametrize(
    ("when", "met"),
    [
        (When(item="1", equals="b"), {"b", "ab", "bc", "abc"}),
        (When(item="1", answered=True), {"a", "b", "c", "ab", "ac", "bc", "abc"}),
        (When(item="1", at_least=0), {"", "a", "b", "c", "ab", "ac", "bc", "abc"}),
        (When(item="1", at_least=1), {"a", "b", "ab", "ac", "bc", "abc"}),
        (When(item="1", at_least=2), {"b", "ab", "bc", "abc"}),
        (When(item="1", at_least=2.5), {"ab", "abc"}),
        (When(item="1", at_least=3), {"ab", "abc"}),
    ],
)
def test_item_hangs_on_what_all_ticks_are_worth_together(when: When, met: set[str]) -> None:
    gate = an_item("1", 1, 2, 0, kind="multiple")
    questions = questions_of(a_form([gate, an_item("2", 0, 1, when=when)]))
    ticks = ["", "a", "b", "c", "ab", "ac", "bc", "abc"]
    assert {one for one in ticks if _last(questions, _1=" ".join(one))} == met
    assert "points" not in msgspec.json.encode(questions).decode()


def test_condition_on_ticks_says_no_more_sets_than_it_needs() -> None:
    for least, sets in (
        (2, [("b",), ("a", "c")]),
        (1, [("a",), ("b",), ("c",)]),
        (3, [("a", "b"), ("b", "c")]),
        (4, [("a", "b", "c")]),
        (0, [()]),
    ):
        gate = an_item("1", 1, 2, 1, kind="multiple")
        when = When(item="1", at_least=least)
        (_gate, asked) = questions_of(a_form([gate, an_item("2", 0, 1, when=when)]))
        assert asked.show_when == Either(tuple(Ticked("1", options) for options in sets))


def test_condition_on_a_number_or_a_text_is_said_as_it_is_written() -> None:
    number = Item(id="1", topic=WORDS, kind="number")
    for when, condition in (
        (When(item="1", at_least=2.5), AtLeast("1", 2.5)),
        (When(item="1", answered=True), Written("1")),
    ):
        questions = questions_of(a_form([number, an_item("2", 0, 1, when=when)]))
        assert questions[1].show_when == condition


def test_condition_on_points_forgets_options_that_have_none() -> None:
    bare = Item(id="1", topic=WORDS, kind="yes_no")
    form = a_form([bare, an_item("2", 0, 1, when=When(item="1", answered=True))])
    assert questions_of(form)[1].show_when == Answered("1", ("a", "b"))


def test_every_condition_survives_the_way_to_the_parent() -> None:
    for condition in (Ticked("1", ("a", "b")), Written("1"), AtLeast("1", 2.5)):
        question = _question("9", Either((condition,)))
        assert msgspec.json.decode(msgspec.json.encode(question), type=Question) == question


def test_questions_of_the_second_stage_are_asked_by_whoever_asks_for_them() -> None:
    items = [an_item("1", 0, 1), an_item("f1", 0, 1, stage=2, when=When(item="1", equals="b"))]
    form = a_form(items)
    assert [one.id for one in questions_of(form)] == ["1"]
    assert [one.id for one in questions_of(form, 2)] == ["f1"]
    assert [one.id for one in questions_of(form, None)] == ["1", "f1"]
    assert asked_now(questions_of(form, None), {"1": "b"}) == ("1", "f1")
