"""The cut-off of whoever the sheet is about is used, and the others stand beside it."""

from fractions import Fraction

import pytest
from form_samples import MOTHER, a_cut_off, a_form, a_scale, an_item, only_scale
from msgspec.structs import replace

from nurseapp.forms.cut_off import Respondent, active_cut_off, band_of, other_cut_offs
from nurseapp.forms.outcome import Flag
from nurseapp.forms.scale import Whom
from nurseapp.forms.scoring import Scorer
from nurseapp.forms.vocabulary import Comparison, Sex

TWO = [an_item("1", 0, 1, 2), an_item("2", 5, 3, 0)]


def test_most_exact_default_is_active() -> None:
    scale = a_scale(
        "12",
        a_cut_off("all", ">=", 1),
        a_cut_off("pregnant", ">=", 2, Whom(role="pregnant")),
        a_cut_off("early", ">=", 3, Whom(role="pregnant", to_week=19)),
        a_cut_off("late", ">=", 4, Whom(role="pregnant", from_week=20)),
    )

    def active(role: str, week: int | None = None) -> str | None:
        found = active_cut_off(scale, Respondent(role=role, pregnancy_week=week))  # type: ignore[arg-type]
        return found.id if found else None

    assert active("mother") == "all"
    assert active("pregnant") == "pregnant"
    assert [active("pregnant", week) for week in (0, 19, 20, 45)] == [
        "early",
        "early",
        "late",
        "late",
    ]


def test_sheets_are_held_against_the_cut_off_of_their_own_week() -> None:
    scale = a_scale(
        "12",
        a_cut_off("early", ">=", 3, Whom(role="pregnant", to_week=19)),
        a_cut_off("late", ">=", 5, Whom(role="pregnant", from_week=20)),
    )
    scorer = Scorer(a_form(TWO, scale))
    sheet = {"1": "a", "2": "b"}
    for week, judgement in ((10, "reached"), (30, "not_reached"), (10, "reached")):
        respondent = Respondent(role="pregnant", pregnancy_week=week)
        assert scorer.score(sheet, respondent).scales[0].judgement == judgement
    assert scorer.score(sheet, Respondent(role="pregnant")).scales[0].judgement == "no_cut_off"


def test_other_cut_offs_are_those_of_the_same_respondent() -> None:
    mine = a_cut_off("mine", ">=", 4, Whom(role="mother"))
    scale = a_scale(
        "12", mine, a_cut_off("hers", ">=", 4, Whom(role="pregnant")), a_cut_off("all", ">", 3)
    )
    assert active_cut_off(scale, MOTHER) is mine
    assert [one.id for one in other_cut_offs(scale, MOTHER)] == ["all"]


def test_bands_share_out_every_score_once() -> None:
    scale = a_scale("12", bands=(2, 5))
    bands = [band_of(scale, score) for score in range(8)]
    assert bands == [(0, 2)] * 2 + [(2, 5)] * 3 + [(5, None)] * 3
    assert band_of(a_scale("12"), 3) is None


CHILDREN = [
    a_cut_off("all", ">=", 1),
    a_cut_off("fours", ">=", 2, Whom(from_months=48, to_months=59)),
    a_cut_off("boy-of-four", ">=", 3, Whom(from_months=48, to_months=59, sex="boy")),
    a_cut_off("fives", ">=", 4, Whom(from_months=60)),
    a_cut_off("girl-of-five", ">=", 5, Whom(from_months=60, sex="girl")),
    a_cut_off("mothers-girl-of-five", ">=", 6, Whom(role="mother", from_months=60, sex="girl")),
]


@pytest.mark.parametrize(
    ("sex", "months", "expected"),
    [
        ("boy", 47, "all"),
        ("boy", 48, "boy-of-four"),
        ("boy", 59, "boy-of-four"),
        ("boy", 60, "fives"),
        ("boy", None, "all"),
        ("girl", 48, "fours"),
        ("girl", 59, "fours"),
        ("girl", 60, "girl-of-five"),
        (None, 50, "fours"),
        (None, 240, "fives"),
        (None, None, "all"),
    ],
)
def test_cut_off_is_chosen_by_the_childs_age_and_sex(
    sex: Sex | None, months: int | None, expected: str
) -> None:
    for cut_offs in (CHILDREN, CHILDREN[::-1]):
        respondent = Respondent(role="father", child_months=months, child_sex=sex)
        found = active_cut_off(a_scale("12", *cut_offs), respondent)
        assert found is not None
        assert found.id == expected


def test_cut_off_that_says_more_of_whom_it_is_for_goes_before_one_that_says_less() -> None:
    respondent = Respondent(role="mother", child_months=60, child_sex="girl")
    found = active_cut_off(a_scale("12", *CHILDREN), respondent)
    assert found is CHILDREN[-1]
    others = other_cut_offs(a_scale("12", *CHILDREN), respondent)
    assert [one.id for one in others] == ["all", "fives", "girl-of-five"]


def test_cut_off_that_is_no_default_is_never_active() -> None:
    only = replace(a_cut_off("only", ">=", 4), default=False)
    assert active_cut_off(a_scale("12", only), MOTHER) is None
    assert other_cut_offs(a_scale("12", only), MOTHER) == (only,)


@pytest.mark.parametrize(
    ("comparison", "value", "edge", "watched", "reached"),
    [
        (">=", 5, 3, {3, 4}, {5, 6, 7}),
        (">", 5, 3, {3, 4, 5}, {6, 7}),
        ("<=", 2, 4, {3, 4}, {0, 1, 2}),
        ("<", 2, 4, {2, 3, 4}, {0, 1}),
    ],
)
def test_zone_lies_beside_the_cut_off_up_to_its_edge(
    comparison: Comparison, value: int, edge: int, watched: set[int], reached: set[int]
) -> None:
    cut_off = a_cut_off("c", comparison, value, monitoring=edge)
    assert {score for score in range(8) if cut_off.watches(score)} == watched
    assert {score for score in range(8) if cut_off.reached_by(score)} == reached


def test_cut_off_without_a_zone_watches_nothing() -> None:
    assert not any(a_cut_off("c", ">=", 5).watches(score) for score in range(8))


def test_score_in_the_zone_is_to_be_watched_and_a_range_never() -> None:
    form = a_form(TWO, a_scale("12", a_cut_off("c", ">=", 6, monitoring=5)))
    watched = only_scale(form, _1="a", _2="a")
    assert (watched.score, watched.judgement) == (5, "monitoring")
    assert watched.flags == (Flag("c", ">=", 6, "Source of c", "monitoring"),)
    whole = a_form(TWO, a_scale("12", a_cut_off("c", ">", 7, monitoring=5)))
    assert only_scale(whole, _2="a").judgement == "incomplete"
    assert only_scale(whole, _2="a").flags == ()


def test_cut_off_with_decimals_is_held_against_the_exact_score() -> None:
    cut_off = a_cut_off("c", "<", 22.77, monitoring=30.1)
    held = [cut_off.reached_by(Fraction(n, 300)) for n in (6830, 6831, 6832)]
    assert held == [True, False, False]
    assert [cut_off.watches(Fraction(n, 10)) for n in (227, 228, 301, 302)] == [
        False,
        True,
        True,
        False,
    ]
