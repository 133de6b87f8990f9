"""What is left of a sheet that was begun before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nurseapp.forms.library import Library
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import questionnaire_for
from nurseapp.forms.resumed import still_asked
from nurseapp.forms.visibility import Answered, Condition, Either, Every, asked_now

OPTIONS = ("a", "b")


def asked(number: int, when: Condition | None = None) -> Question:
    return Question(id=str(number), kind="choice", options=OPTIONS, show_when=when)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Question, ...]:
    """Up to eight questions, each hanging on earlier ones in any way a form can say."""
    made: list[Question] = []
    for number in range(draw(st.integers(2, 8))):
        leaves = [Answered(one.id, (option,)) for one in made for option in OPTIONS]
        conditions: st.SearchStrategy[Condition | None] = st.none()
        if leaves:
            conditions |= st.recursive(
                st.sampled_from(leaves),
                lambda inner: st.one_of(
                    st.builds(Every, st.lists(inner, min_size=1, max_size=3).map(tuple)),
                    st.builds(Either, st.lists(inner, min_size=1, max_size=3).map(tuple)),
                ),
                max_leaves=4,
            )
        made.append(asked(number, draw(conditions)))
    return tuple(made)


@settings(max_examples=30)
@given(questions=sheets(), data=st.data())
def test_what_is_asked_after_a_pause_is_what_would_have_been_asked_without(
    questions: tuple[Question, ...], data: st.DataObject
) -> None:
    before: dict[str, str | None] = {}
    for _answer in range(data.draw(st.integers(0, 5))):
        known = {item: value for item, value in before.items() if value is not None}
        now = [item for item in asked_now(questions, known) if item not in before]
        if not now:
            break
        before[data.draw(st.sampled_from(now))] = data.draw(st.sampled_from([*OPTIONS, None]))
    rest = still_asked(questions, before)
    later: dict[str, str] = {}
    while True:
        given_before = {item: value for item, value in before.items() if value is not None}
        whole = asked_now(questions, {**given_before, **later})
        assert asked_now(rest, later) == tuple(item for item in whole if item not in before)
        now = [item for item in asked_now(rest, later) if item not in later]
        if not now:
            break
        later[data.draw(st.sampled_from(now))] = data.draw(st.sampled_from(OPTIONS))


@pytest.mark.parametrize("first", ["a", "b", None])
def test_a_question_that_hangs_on_any_of_nine_survives_a_pause(
    shipped: Library, first: str | None
) -> None:
    loaded = shipped.form("phq-9")
    questions = questionnaire_for(loaded, loaded.wordings).items
    rest = still_asked(questions, {"1": first, "2": None})
    asked_at_once = "10" in asked_now(rest, {})
    assert asked_at_once == (first == "b")
    assert "10" in asked_now(rest, {"3": "d"})


def test_a_tick_goes_with_its_question_and_a_text_with_those_it_stands_before() -> None:
    questions = (
        Question(id="i", kind="information"), asked(1), Question(id="j", kind="information"),
        asked(2), Question(id="2c", kind="multiple", options=("a",), optional=True), asked(3),
        Question(id="k", kind="information"),
    )  # fmt: skip
    assert [one.id for one in still_asked(questions, {"1": "a", "2": None})] == ["j", "3"]
    assert [one.id for one in still_asked(questions, {"3": "a"})] == ["i", "1", "j", "2", "2c"]
    assert still_asked(questions, {"1": "a", "2": "a", "3": "b"}) == ()
