"""Scoring holds for any form: ranges, missing answers, critical answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from form_samples import MOTHER, WORDS, a_cut_off, a_form, a_scale, an_item, only_scale, outcome_of

from nurseapp.base.errors import AnswersError
from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.model import Critical, Item, When
from nurseapp.forms.outcome import CriticalAnswer, Flag
from nurseapp.forms.scale import Scale, Whom
from nurseapp.forms.scoring import Scorer, scorer_for
from nurseapp.forms.vocabulary import Comparison

TWO = [an_item("1", 0, 1, 2), an_item("2", 5, 3, 0)]


def test_complete_sheet_has_one_score() -> None:
    scale = only_scale(a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4))), _1="c", _2="b")
    assert (scale.score, scale.lowest, scale.highest, scale.maximum) == (5, 5, 5, 7)
    assert scale.judgement == "reached"
    assert scale.flags == (Flag("c", ">=", 4, "Source of c", "yes"),)


def test_complete_sheet_below_is_not_reached() -> None:
    scale = only_scale(a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4))), _1="a", _2="b")
    assert (scale.score, scale.judgement, scale.flags) == (3, "not_reached", ())


def test_incomplete_sheet_has_a_range_and_names_what_lacks() -> None:
    form = a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4)))
    outcome = outcome_of(form, _1="b")
    assert (outcome.complete, outcome.missing) == (False, ("2",))
    (scale,) = outcome.scales
    assert (scale.score, scale.lowest, scale.highest) == (None, 1, 6)
    assert scale.judgement == "cannot_exclude"
    assert scale.flags[0].reached == "cannot_exclude"


def test_incomplete_sheet_that_is_over_already_is_over() -> None:
    scale = only_scale(a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4))), _2="a")
    assert (scale.score, scale.judgement, scale.flags[0].reached) == (None, "reached", "yes")


def test_incomplete_sheet_that_cannot_be_over_is_still_not_below() -> None:
    scale = only_scale(a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4))), _2="c")
    assert (scale.highest, scale.judgement, scale.flags) == (2, "incomplete", ())


def test_empty_sheet_has_the_whole_range() -> None:
    scale = only_scale(a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4))))
    assert (scale.lowest, scale.highest) == (0, 7)


def test_sheet_without_a_cut_off_for_the_role_is_held_against_none() -> None:
    form = a_form(TWO, a_scale("12", a_cut_off("c", ">=", 4, Whom(role="pregnant"))))
    scale = only_scale(form, _1="c", _2="a")
    assert (scale.score, scale.judgement, scale.flags) == (7, "no_cut_off", ())


@pytest.mark.parametrize(
    ("comparison", "value", "reached_from"),
    [(">=", 4, {4, 5, 6, 7}), (">", 4, {5, 6, 7}), ("<=", 3, {0, 1, 2, 3}), ("<", 3, {0, 1, 2})],
)
def test_comparison_is_as_written(
    comparison: Comparison, value: int, reached_from: set[int]
) -> None:
    cut_off = a_cut_off("c", comparison, value)
    assert {score for score in range(8) if cut_off.reached_by(score)} == reached_from


def test_low_scale_with_a_missing_answer_cannot_exclude_from_its_lowest() -> None:
    form = a_form(TWO, a_scale("12", a_cut_off("c", "<", 3), concern="low"))
    assert only_scale(form, _1="c").judgement == "cannot_exclude"
    assert only_scale(form, _2="a").judgement == "incomplete"
    assert only_scale(
        a_form(TWO, a_scale("12", a_cut_off("c", "<", 3), concern="low")), _2="c"
    ).flags == (Flag("c", "<", 3, "Source of c", "yes"),)


def test_count_scale_counts_items_with_enough_points() -> None:
    form = a_form(TWO, a_scale("12", kind="count_at_least", count_from=2))
    assert only_scale(form, _1="c", _2="b").score == 2
    assert only_scale(form, _1="b", _2="a").score == 1
    assert only_scale(form, _1="a", _2="c").score == 0
    assert only_scale(form, _1="c", _2="c").maximum == 2


def test_each_scale_counts_its_own_items() -> None:
    first = a_scale("1")
    both = Scale(
        id="both", name=WORDS, kind="sum", items=("2", "1"), missing="refuse", concern="high"
    )
    outcome = outcome_of(a_form(TWO, first, both), _1="c", _2="a")
    assert [(scale.id, scale.score) for scale in outcome.scales] == [("total", 2), ("both", 7)]


def test_scale_is_whole_when_only_another_scales_item_lacks() -> None:
    outcome = outcome_of(a_form(TWO, a_scale("1", a_cut_off("c", ">=", 2))), _1="a")
    assert not outcome.complete
    assert (outcome.scales[0].score, outcome.scales[0].judgement) == (0, "not_reached")


THREE = [an_item("1", 0, 1, 2, 3), an_item("2", 0, 1, 2, 3), an_item("3", 0, 1, 2, 3)]


def test_missing_answers_count_nothing_where_the_form_says_so() -> None:
    scale = only_scale(a_form(THREE, a_scale("123", missing="zero")), _1="d")
    assert (scale.score, scale.lowest, scale.highest) == (3, 3, 9)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ({"_1": "b", "_2": "c"}, 5),  # 3 of two items: 4.5, half points up
        ({"_1": "b", "_2": "b"}, 3),
        ({"_1": "a", "_2": "b"}, 2),  # 1.5
        ({"_1": "d", "_2": "d"}, 9),
        ({"_1": "d"}, None),  # two lack, one may
        ({}, None),
    ],
)
def test_prorating_takes_the_mean_for_so_many_missing_answers(
    answers: dict[str, str], score: int | None
) -> None:
    form = a_form(THREE, a_scale("123", missing="prorate", missing_at_most=1))
    outcome = outcome_of(form, **answers)
    assert outcome.scales[0].score == score
    assert not outcome.complete


def test_prorating_needs_one_answer_at_least() -> None:
    form = a_form(THREE, a_scale("123", missing="prorate", missing_at_most=3))
    assert only_scale(form).score is None
    assert only_scale(form, _1="b").score == 3


def test_prorated_score_is_held_against_the_cut_off() -> None:
    scale = a_scale("123", a_cut_off("c", ">=", 4), missing="prorate", missing_at_most=1)
    assert only_scale(a_form(THREE, scale), _1="b", _2="b").judgement == "not_reached"
    assert only_scale(a_form(THREE, scale), _1="c", _2="b").judgement == "reached"


def test_critical_answer_is_told_by_points_and_by_option() -> None:
    by_points = Item(
        id="1", topic=WORDS, points=(0, 1, 2), critical=Critical(points_at_least=1, guide="g")
    )
    by_option = Item(
        id="2", topic=WORDS, points=(0, 0, 0), critical=Critical(options=("a", "c"), guide="h")
    )
    form = a_form([by_points, by_option])
    assert outcome_of(form, _1="a", _2="b").critical == ()
    assert outcome_of(form, _1="b", _2="c").critical == (
        CriticalAnswer("1", "b", 1, "g"),
        CriticalAnswer("2", "c", 0, "h"),
    )


def test_critical_answer_is_told_on_an_incomplete_sheet(three: LoadedForm) -> None:
    outcome = scorer_for(three.form).score({"2": "yes"}, MOTHER)
    assert not outcome.complete
    assert outcome.critical == (CriticalAnswer("2", "yes", 2, "worry-talk"),)


def test_critical_answer_is_told_even_where_the_item_is_not_asked_any_more() -> None:
    gate = an_item("1", 0, 1)
    asked = Item(
        id="2",
        topic=WORDS,
        points=(0, 1),
        critical=Critical(points_at_least=1, guide="g"),
        show_when=When(item="1", equals="b"),
    )
    assert len(outcome_of(a_form([gate, asked]), _1="a", _2="b").critical) == 1


def test_hidden_item_never_counts_and_never_lacks(three: LoadedForm) -> None:
    scorer = scorer_for(three.form)
    for option in "abcd":
        outcome = scorer.score({"1": "b", "2": "no", "3": option, "4": "a"}, MOTHER)
        assert outcome.scales[0].score == 1
    outcome = scorer.score({"1": "b", "2": "no"}, MOTHER)
    assert (outcome.complete, outcome.missing, outcome.scales[0].score) == (True, (), 1)


def test_item_that_may_be_hidden_counts_from_nothing_to_its_most(three: LoadedForm) -> None:
    outcome = scorer_for(three.form).score({"2": "no"}, MOTHER)
    assert outcome.missing == ("1",)
    assert (outcome.scales[0].lowest, outcome.scales[0].highest) == (0, 6)
    outcome = scorer_for(three.form).score({"2": "no", "3": "b"}, MOTHER)
    assert (outcome.scales[0].lowest, outcome.scales[0].highest) == (0, 5)
    assert outcome.scales[0].score is None


def test_optional_item_may_lack(three: LoadedForm) -> None:
    outcome = scorer_for(three.form).score({"1": "d", "2": "yes", "3": "a"}, MOTHER)
    assert (outcome.complete, outcome.scales[0].score) == (True, 8)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"9": "a"}, "spørsmålet «9» finnes ikke"),
        ({"1": "z"}, "svaret «z» finnes ikke i spørsmål 1"),
        ({"1": "a", "2": "x"}, "svaret «x» finnes ikke i spørsmål 2"),
        ({"1": "a", "9": "a"}, "spørsmålet «9» finnes ikke"),
        ({"1": "A", "2": "a"}, "svaret «A» finnes ikke"),
        ({"1": "", "2": "a"}, "svaret «» finnes ikke"),
        ({"1": "a", "2": "\x1b[31m" + "x" * 99}, "svaret «?[31mx"),
    ],
)
def test_unknown_ids_are_refused_by_name(answers: dict[str, str], sentence: str) -> None:
    for form in (a_form(TWO, a_scale("12")), a_form(TWO, a_scale("1")), a_form(TWO)):
        with pytest.raises(AnswersError) as refused:
            Scorer(form).score(answers, MOTHER)
        assert sentence in str(refused.value)
        assert len(str(refused.value)) < 120


def test_same_total_of_whole_sheets_is_reckoned_once() -> None:
    yes_no = [TWO[0], an_item("2", 5, 3, kind="yes_no")]
    for items in (TWO, yes_no):
        scorer = Scorer(a_form(items, a_scale("12", a_cut_off("c", ">=", 4))))
        first = scorer.score({"1": "a", "2": "b"}, MOTHER).scales[0]
        assert scorer.score({"1": "a", "2": "b"}, MOTHER).scales[0] is first


def test_scorer_is_made_once_per_form(write_form: Callable[..., Path]) -> None:
    first = load_library(write_form()).form("three-questions").form
    again = load_library(write_form()).form("three-questions").form
    assert scorer_for(first) is scorer_for(again)
