"""Scoring holds for any form: ranges, missing answers, cut-offs, critical answers."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.errors import AnswersError
from nurseapp.forms.cut_off import Respondent, active_cut_off, band_of, other_cut_offs
from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.model import Critical, Form, Item, Option, When
from nurseapp.forms.outcome import CriticalAnswer, Flag, Outcome, ScaleOutcome
from nurseapp.forms.scale import CutOff, Scale, Whom
from nurseapp.forms.scoring import Scorer, scorer_for
from nurseapp.forms.standing import About, Rights
from nurseapp.forms.vocabulary import Comparison, Words

MOTHER = Respondent(role="mother")
WORDS = Words(nb="x")
ABOUT = About(
    purpose=WORDS,
    evidence=WORDS,
    rights=Rights(holder="x", wording="own", print_blank=True, note=WORDS),
)


def _cut_off(name: str, comparison: Comparison, value: int, whom: Whom | None = None) -> CutOff:
    return CutOff(
        id=name,
        comparison=comparison,
        value=value,
        whom=whom,
        source=f"Source of {name}",
        population=WORDS,
        verified=True,
        default=True,
    )


def _form(items: list[Item], *scales: Scale) -> Form:
    return Form(
        id="invented",
        version=1,
        name="Invented",
        full_name="Invented",
        topic="parents",
        answered_by=("mother", "pregnant"),
        layout="page",
        minutes=1,
        about=ABOUT,
        items=tuple(items),
        scales=scales,
    )


def _item(name: str, *points: int, when: When | None = None) -> Item:
    return Item(id=name, topic=WORDS, points=points, show_when=when)


def _scale(items: str, *cut_offs: CutOff, **more: object) -> Scale:
    settings: dict[str, object] = {"kind": "sum", "missing": "refuse", "concern": "high", **more}
    return Scale(id="total", name=WORDS, items=tuple(items), cut_offs=cut_offs, **settings)  # type: ignore[arg-type]


def _outcome(form: Form, **answers: str) -> Outcome:
    return Scorer(form).score({name[1:]: option for name, option in answers.items()}, MOTHER)


def _only(form: Form, **answers: str) -> ScaleOutcome:
    (scale,) = _outcome(form, **answers).scales
    return scale


TWO = [_item("1", 0, 1, 2), _item("2", 5, 3, 0)]


def test_complete_sheet_has_one_score() -> None:
    scale = _only(_form(TWO, _scale("12", _cut_off("c", ">=", 4))), _1="c", _2="b")
    assert (scale.score, scale.lowest, scale.highest, scale.maximum) == (5, 5, 5, 7)
    assert scale.judgement == "reached"
    assert scale.flags == (Flag("c", ">=", 4, "Source of c", "yes"),)


def test_complete_sheet_below_is_not_reached() -> None:
    scale = _only(_form(TWO, _scale("12", _cut_off("c", ">=", 4))), _1="a", _2="b")
    assert (scale.score, scale.judgement, scale.flags) == (3, "not_reached", ())


def test_incomplete_sheet_has_a_range_and_names_what_lacks() -> None:
    form = _form(TWO, _scale("12", _cut_off("c", ">=", 4)))
    outcome = _outcome(form, _1="b")
    assert (outcome.complete, outcome.missing) == (False, ("2",))
    (scale,) = outcome.scales
    assert (scale.score, scale.lowest, scale.highest) == (None, 1, 6)
    assert scale.judgement == "cannot_exclude"
    assert scale.flags[0].reached == "cannot_exclude"


def test_incomplete_sheet_that_is_over_already_is_over() -> None:
    scale = _only(_form(TWO, _scale("12", _cut_off("c", ">=", 4))), _2="a")
    assert (scale.score, scale.judgement, scale.flags[0].reached) == (None, "reached", "yes")


def test_incomplete_sheet_that_cannot_be_over_is_still_not_below() -> None:
    scale = _only(_form(TWO, _scale("12", _cut_off("c", ">=", 4))), _2="c")
    assert (scale.highest, scale.judgement, scale.flags) == (2, "incomplete", ())


def test_empty_sheet_has_the_whole_range() -> None:
    scale = _only(_form(TWO, _scale("12", _cut_off("c", ">=", 4))))
    assert (scale.lowest, scale.highest) == (0, 7)


def test_sheet_without_a_cut_off_for_the_role_is_held_against_none() -> None:
    form = _form(TWO, _scale("12", _cut_off("c", ">=", 4, Whom(role="pregnant"))))
    scale = _only(form, _1="c", _2="a")
    assert (scale.score, scale.judgement, scale.flags) == (7, "no_cut_off", ())


@pytest.mark.parametrize(
    ("comparison", "value", "reached_from"),
    [(">=", 4, {4, 5, 6, 7}), (">", 4, {5, 6, 7}), ("<=", 3, {0, 1, 2, 3}), ("<", 3, {0, 1, 2})],
)
def test_comparison_is_as_written(
    comparison: Comparison, value: int, reached_from: set[int]
) -> None:
    cut_off = _cut_off("c", comparison, value)
    assert {score for score in range(8) if cut_off.reached_by(score)} == reached_from


def test_low_scale_with_a_missing_answer_cannot_exclude_from_its_lowest() -> None:
    form = _form(TWO, _scale("12", _cut_off("c", "<", 3), concern="low"))
    assert _only(form, _1="c").judgement == "cannot_exclude"
    assert _only(form, _2="a").judgement == "incomplete"
    assert _only(_form(TWO, _scale("12", _cut_off("c", "<", 3), concern="low")), _2="c").flags == (
        Flag("c", "<", 3, "Source of c", "yes"),
    )


def test_count_scale_counts_items_with_enough_points() -> None:
    form = _form(TWO, _scale("12", kind="count_at_least", count_from=2))
    assert _only(form, _1="c", _2="b").score == 2
    assert _only(form, _1="b", _2="a").score == 1
    assert _only(form, _1="a", _2="c").score == 0
    assert _only(form, _1="c", _2="c").maximum == 2


def test_each_scale_counts_its_own_items() -> None:
    first = _scale("1")
    both = Scale(
        id="both", name=WORDS, kind="sum", items=("2", "1"), missing="refuse", concern="high"
    )
    outcome = _outcome(_form(TWO, first, both), _1="c", _2="a")
    assert [(scale.id, scale.score) for scale in outcome.scales] == [("total", 2), ("both", 7)]


def test_scale_is_whole_when_only_another_scales_item_lacks() -> None:
    outcome = _outcome(_form(TWO, _scale("1", _cut_off("c", ">=", 2))), _1="a")
    assert not outcome.complete
    assert (outcome.scales[0].score, outcome.scales[0].judgement) == (0, "not_reached")


THREE = [_item("1", 0, 1, 2, 3), _item("2", 0, 1, 2, 3), _item("3", 0, 1, 2, 3)]


def test_missing_answers_count_nothing_where_the_form_says_so() -> None:
    scale = _only(_form(THREE, _scale("123", missing="zero")), _1="d")
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
    form = _form(THREE, _scale("123", missing="prorate", missing_at_most=1))
    outcome = _outcome(form, **answers)
    assert outcome.scales[0].score == score
    assert not outcome.complete


def test_prorating_needs_one_answer_at_least() -> None:
    form = _form(THREE, _scale("123", missing="prorate", missing_at_most=3))
    assert _only(form).score is None
    assert _only(form, _1="b").score == 3


def test_prorated_score_is_held_against_the_cut_off() -> None:
    scale = _scale("123", _cut_off("c", ">=", 4), missing="prorate", missing_at_most=1)
    assert _only(_form(THREE, scale), _1="b", _2="b").judgement == "not_reached"
    assert _only(_form(THREE, scale), _1="c", _2="b").judgement == "reached"


def test_critical_answer_is_told_by_points_and_by_option() -> None:
    by_points = Item(
        id="1", topic=WORDS, points=(0, 1, 2), critical=Critical(points_at_least=1, guide="g")
    )
    by_option = Item(
        id="2", topic=WORDS, points=(0, 0, 0), critical=Critical(options=("a", "c"), guide="h")
    )
    form = _form([by_points, by_option])
    assert _outcome(form, _1="a", _2="b").critical == ()
    assert _outcome(form, _1="b", _2="c").critical == (
        CriticalAnswer("1", "b", 1, "g"),
        CriticalAnswer("2", "c", 0, "h"),
    )


def test_critical_answer_is_told_on_an_incomplete_sheet(three: LoadedForm) -> None:
    outcome = scorer_for(three.form).score({"2": "yes"}, MOTHER)
    assert not outcome.complete
    assert outcome.critical == (CriticalAnswer("2", "yes", 2, "worry-talk"),)


def test_critical_answer_is_told_even_where_the_item_is_not_asked_any_more() -> None:
    gate = _item("1", 0, 1)
    asked = Item(
        id="2",
        topic=WORDS,
        points=(0, 1),
        critical=Critical(points_at_least=1, guide="g"),
        show_when=When(item="1", equals="b"),
    )
    assert len(_outcome(_form([gate, asked]), _1="a", _2="b").critical) == 1


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
    for form in (_form(TWO, _scale("12")), _form(TWO, _scale("1")), _form(TWO)):
        with pytest.raises(AnswersError) as refused:
            Scorer(form).score(answers, MOTHER)
        assert sentence in str(refused.value)
        assert len(str(refused.value)) < 120


# --- cut-offs -------------------------------------------------------------------------------


def test_most_exact_default_is_active() -> None:
    scale = _scale(
        "12",
        _cut_off("all", ">=", 1),
        _cut_off("pregnant", ">=", 2, Whom(role="pregnant")),
        _cut_off("early", ">=", 3, Whom(role="pregnant", to_week=19)),
        _cut_off("late", ">=", 4, Whom(role="pregnant", from_week=20)),
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
    scale = _scale(
        "12",
        _cut_off("early", ">=", 3, Whom(role="pregnant", to_week=19)),
        _cut_off("late", ">=", 5, Whom(role="pregnant", from_week=20)),
    )
    scorer = Scorer(_form(TWO, scale))
    sheet = {"1": "a", "2": "b"}
    for week, judgement in ((10, "reached"), (30, "not_reached"), (10, "reached")):
        respondent = Respondent(role="pregnant", pregnancy_week=week)
        assert scorer.score(sheet, respondent).scales[0].judgement == judgement
    assert scorer.score(sheet, Respondent(role="pregnant")).scales[0].judgement == "no_cut_off"


def test_other_cut_offs_are_those_of_the_same_respondent() -> None:
    mine = _cut_off("mine", ">=", 4, Whom(role="mother"))
    scale = _scale(
        "12", mine, _cut_off("hers", ">=", 4, Whom(role="pregnant")), _cut_off("all", ">", 3)
    )
    assert active_cut_off(scale, MOTHER) is mine
    assert [one.id for one in other_cut_offs(scale, MOTHER)] == ["all"]


def test_bands_share_out_every_score_once() -> None:
    scale = _scale("12", bands=(2, 5))
    bands = [band_of(scale, score) for score in range(8)]
    assert bands == [(0, 2)] * 2 + [(2, 5)] * 3 + [(5, None)] * 3
    assert band_of(_scale("12"), 3) is None


# --- for any form ---------------------------------------------------------------------------


@st.composite
def _forms(draw: st.DrawFn) -> Form:
    """Forms whose later items may hang on earlier ones, with one scale of each rule."""
    items: list[Item] = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        when = None
        hangs: bool = draw(st.booleans())
        if items and hangs:
            gate = draw(st.sampled_from(items))
            when = When(item=gate.id, equals=draw(st.sampled_from(gate.options)).id)
        points = draw(st.lists(st.integers(0, 4), min_size=2, max_size=3))
        options = tuple(Option("abc"[place], worth) for place, worth in enumerate(points))
        items.append(Item(id=str(number), topic=WORDS, options=options, show_when=when))
    names = "".join(item.id for item in items)
    cut_off = _cut_off("c", ">=", draw(st.integers(1, 8)))
    return _form(items, _scale(names, cut_off))


def _whole(form: Form, answers: dict[str, str]) -> list[Outcome]:
    """Every way the sheet could be filled in to the end."""
    open_items = [item for item in form.items if item.id not in answers]
    ways = product(*[[option.id for option in item.options] for item in open_items])
    names = [item.id for item in open_items]
    scorer = scorer_for(form)
    return [scorer.score({**answers, **dict(zip(names, way, strict=True))}, MOTHER) for way in ways]


@given(st.data())
def test_range_holds_every_completion_and_only_a_complete_sheet_is_below(
    data: st.DataObject,
) -> None:
    form = data.draw(_forms())
    answers = {
        item.id: data.draw(st.sampled_from(item.options)).id
        for item in form.items
        if data.draw(st.booleans())
    }
    outcome = scorer_for(form).score(answers, MOTHER)
    (scale,) = outcome.scales
    ends = _whole(form, answers)
    assert all(end.complete for end in ends)
    scores = [end.scales[0].score or 0 for end in ends]
    assert scale.lowest <= min(scores)
    assert max(scores) <= scale.highest
    assert (scale.score is None) == (not outcome.complete)
    if outcome.complete:
        assert set(scores) == {scale.score}
    else:
        assert scale.judgement != "not_reached"
    reached = {end.scales[0].judgement == "reached" for end in ends}
    if scale.judgement == "reached":
        assert reached == {True}
    if scale.judgement == "incomplete":
        assert reached == {False}


@given(st.data())
def test_order_of_answers_and_of_a_scales_items_is_irrelevant(data: st.DataObject) -> None:
    form = data.draw(_forms())
    answers = {
        item.id: data.draw(st.sampled_from(item.options)).id
        for item in form.items
        if data.draw(st.booleans())
    }
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    (scale,) = form.scales
    turned = _form(list(form.items), _scale("".join(reversed(scale.items)), *scale.cut_offs))
    expected = scorer_for(form).score(answers, MOTHER)
    assert scorer_for(form).score(shuffled, MOTHER) == expected
    assert scorer_for(turned).score(answers, MOTHER) == expected


@given(st.data())
def test_score_never_falls_when_one_answer_is_worth_more(data: st.DataObject) -> None:
    items = [_item(str(n), *data.draw(st.permutations([0, 1, 2, 3]))) for n in range(1, 5)]
    scorer = scorer_for(_form(items, _scale("1234")))
    answers = {item.id: data.draw(st.sampled_from(item.options)).id for item in items}
    item = data.draw(st.sampled_from(items))
    points = {option.id: option.points or 0 for option in item.options}
    score = scorer.score(answers, MOTHER).scales[0].score
    assert score is not None
    for option, worth in points.items():
        after = scorer.score({**answers, item.id: option}, MOTHER).scales[0].score
        assert after == score + worth - points[answers[item.id]]


def test_scorer_is_made_once_per_form(write_form: Callable[..., Path]) -> None:
    first = load_library(write_form()).form("three-questions").form
    again = load_library(write_form()).form("three-questions").form
    assert scorer_for(first) is scorer_for(again)
