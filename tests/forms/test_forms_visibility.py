"""Which items are asked, and what is still open while an answer lacks."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.question import Question, questions_of
from nurseapp.forms.visibility import Answered, Condition, Either, Every, asked_now, visibility


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
