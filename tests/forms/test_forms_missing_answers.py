"""What a form's own rule makes of missing answers, and where the rule ends."""

import pytest
from form_samples import a_cut_off, a_form, a_scale, an_item, only_scale, outcome_of

from nurseapp.forms.model import Form, When

SIX = [an_item(str(n), 10, 5, 0) for n in range(1, 7)]
NAMES = "123456"
TICK = an_item("t", 5, kind="multiple", optional=True)


def _six(**more: object) -> Form:
    return a_form(SIX, a_scale(NAMES, **more))


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ({"_1": "a", "_2": "b", "_3": "b", "_4": "b", "_5": "b"}, 36),
        ({"_1": "a", "_2": "b", "_3": "b", "_4": "b"}, 37.5),
        ({"_1": "a", "_2": "c", "_3": "c", "_4": "c", "_5": "c"}, 12),
        ({"_1": "b", "_2": "c", "_3": "c", "_4": "c", "_5": "c"}, 6),
        ({"_1": "a", "_2": "b", "_3": "b"}, None),
        ({}, None),
    ],
)
def test_adjusting_takes_the_exact_mean_for_so_many(
    answers: dict[str, str], score: float | None
) -> None:
    scale = only_scale(_six(missing="adjust", missing_at_most=2), **answers)
    assert scale.score == score


def test_adjusted_score_still_has_the_range_of_its_completions() -> None:
    form = _six(missing="adjust", missing_at_most=2)
    scale = only_scale(form, _1="a", _2="b", _3="b", _4="b")
    assert (scale.score, scale.lowest, scale.highest) == (37.5, 25, 45)


def test_adjusted_score_is_held_against_the_cut_off_exactly() -> None:
    items = [an_item(str(n), 0, 1) for n in range(1, 8)]
    for limit, judgement in ((4.67, "not_reached"), (4.66, "reached")):
        scale = a_scale("1234567", a_cut_off("c", ">=", limit), missing="adjust", missing_at_most=1)
        form = a_form(items, scale)
        sheet = {f"_{n}": "b" if n <= 4 else "a" for n in range(1, 7)}
        found = only_scale(form, **sheet)
        assert (found.score, found.judgement) == (4.67, judgement)  # exactly 4 2/3


def test_prorated_score_is_whole_before_it_is_held_against_the_cut_off() -> None:
    scale = a_scale(NAMES, a_cut_off("c", ">=", 38), missing="prorate", missing_at_most=2)
    found = only_scale(a_form(SIX, scale), _1="a", _2="b", _3="b", _4="b")
    assert (found.score, found.judgement) == (38, "reached")


NEAR = {"missing": "adjust", "adjust_from": 2, "adjust_within": 5}


def _near(cut_off: float | None, **more: object) -> Form:
    """ASQ:SE-2's rule, on six items: from two missing, and only near the cut-off."""
    limits = () if cut_off is None else (a_cut_off("c", ">=", cut_off),)
    return a_form(SIX, a_scale(NAMES, *limits, **NEAR, **more))


@pytest.mark.parametrize(
    ("cut_off", "score"),
    [(14, 20), (15, 30), (18, 30), (20, 30), (25, 30), (26, 20), (25.01, 20), (14.99, 20)],
)
def test_adjusting_is_done_only_so_near_the_cut_off(cut_off: float, score: float) -> None:
    assert only_scale(_near(cut_off), _1="a", _2="b", _3="b", _4="c").score == score


def test_adjusting_is_not_done_for_fewer_missing_than_it_begins_with() -> None:
    form = _near(20)
    assert only_scale(form, _1="a", _2="b", _3="b", _4="c", _5="c").score == 20
    assert only_scale(form, _1="a", _2="b", _3="b", _4="c").score == 30
    assert only_scale(form, _1="a", _2="b", _3="c").score == 30
    assert only_scale(form).score is None


def test_score_far_from_the_cut_off_stands_only_where_missing_answers_cannot_reach_it() -> None:
    one = only_scale(_near(20), _1="a")
    assert (one.score, one.lowest, one.highest, one.judgement) == (None, 10, 60, "cannot_exclude")
    over = only_scale(_near(20), _1="a", _2="a", _3="a")
    assert (over.score, over.judgement) == (30, "reached")
    below = only_scale(_near(55), _1="b", _2="c", _3="c")
    assert (below.score, below.highest, below.judgement) == (5, 35, "not_reached")
    edge = only_scale(_near(35), _1="b", _2="c", _3="c")
    assert (edge.score, edge.judgement) == (None, "cannot_exclude")
    published = only_scale(_near(25), _1="b", _2="c", _3="c", _4="c")
    assert (published.score, published.highest, published.judgement) == (5, 25, "not_reached")


def test_score_is_adjusted_near_the_cut_off_though_no_number_is_named_to_begin_with() -> None:
    scale = a_scale(
        NAMES, a_cut_off("c", ">=", 20), missing="adjust", missing_at_most=3, adjust_within=5
    )
    form = a_form(SIX, scale)
    assert only_scale(form, _1="a", _2="b", _3="c", _4="c", _5="c").score == 18
    assert only_scale(form, _1="b", _2="b", _3="c", _4="c", _5="c").score is None
    assert only_scale(form, _1="c", _2="c", _3="c", _4="c", _5="c").score == 0
    assert only_scale(form, _1="a", _2="b").score is None


def test_adjusting_near_a_cut_off_that_is_not_known_is_not_done() -> None:
    found = only_scale(_near(None), _1="a", _2="b", _3="b", _4="c")
    assert (found.score, found.judgement) == (20, "no_cut_off")


def test_adjusting_may_have_a_limit_beside_its_beginning() -> None:
    form = _six(missing="adjust", adjust_from=2, missing_at_most=3)
    assert only_scale(form, _1="a", _2="a", _3="c", _4="c", _5="c").score == 20
    assert only_scale(form, _1="a", _2="a", _3="c", _4="c").score == 30
    assert only_scale(form, _1="a", _2="a", _3="c").score == 40
    assert only_scale(form, _1="a", _2="a").score is None


def test_missing_answers_stand_at_the_mean_of_items_with_their_ticks() -> None:
    form = a_form([*SIX, TICK], a_scale(NAMES + "t", missing="adjust", missing_at_most=2))
    sheet = {"_1": "a", "_2": "b", "_3": "b", "_4": "c"}
    assert only_scale(form, **sheet).score == 30
    assert only_scale(form, **sheet, _t="a").score == 37.5
    assert only_scale(form, **sheet, _t="").score == 30


def test_ticks_alone_are_no_answer_to_adjust_by() -> None:
    form = a_form([*SIX, TICK], a_scale(NAMES + "t", missing="adjust", missing_at_most=5))
    assert only_scale(form, _t="a").score is None


def test_weights_go_with_the_missing_items() -> None:
    weights = {"1": 1, "2": 1, "3": 4}
    scale = a_scale("123", kind="weighted", weights=weights, missing="adjust", missing_at_most=1)
    items = [an_item(name, 0, 1, 2) for name in "123"]
    assert only_scale(a_form(items, scale), _1="b", _2="c").score == 9  # 1 + 2 + 4 x 1.5
    assert only_scale(a_form(items, scale), _1="b", _3="c").score == 10.5  # 1 + 8 + 1.5


def test_mean_of_the_answered_is_the_mean() -> None:
    scale = a_scale("123456", kind="mean", missing="adjust", missing_at_most=2)
    assert only_scale(a_form(SIX, scale), _1="a", _2="b", _3="b", _4="b").score == 6.25
    zero = a_scale("123456", kind="mean", missing="zero")
    assert only_scale(a_form(SIX, zero), _1="a", _2="b", _3="b", _4="b").score == 4.17


def test_missing_answers_are_no_worst_answer_where_they_count_nothing() -> None:
    scale = a_scale("123", kind="worst_of", missing="zero")
    found = only_scale(a_form(SIX[:3], scale), _1="b")
    assert (found.score, found.lowest, found.highest) == (5, 5, 10)


def test_item_that_may_be_hidden_is_missing_until_that_is_known() -> None:
    items = [*SIX[:5], an_item("6", 10, 5, 0, when=When(item="1", equals="a"))]
    form = a_form(items, a_scale(NAMES, missing="adjust", missing_at_most=1))
    assert only_scale(form, _2="b", _3="b", _4="b", _5="b", _6="a").score is None
    assert only_scale(form, _1="b", _2="b", _3="b", _4="b", _5="b").score == 25
    assert only_scale(form, _1="a", _2="b", _3="b", _4="b", _5="b").score == 36


def test_sheet_is_incomplete_though_it_has_a_score() -> None:
    outcome = outcome_of(_six(missing="zero"), _1="a")
    assert (outcome.complete, outcome.scales[0].score) == (False, 10)
    assert outcome.missing == ("2", "3", "4", "5", "6")
