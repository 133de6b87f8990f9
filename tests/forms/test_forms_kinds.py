"""Each kind of scale and of item counts as it is defined, to the hundredth."""

import pytest
from form_samples import (
    MOTHER,
    WORDS,
    a_cut_off,
    a_form,
    a_scale,
    an_item,
    only_scale,
    outcome_of,
)

from nurseapp.base.errors import AnswersError
from nurseapp.forms.exact import half_up, plain, told
from nurseapp.forms.model import Critical, Form, Item, Option, When
from nurseapp.forms.outcome import CriticalAnswer
from nurseapp.forms.scoring import Scorer
from nurseapp.forms.vocabulary import ItemKind

THREE = [an_item("1", 0, 1, 2, 3), an_item("2", 0, 1, 2, 3), an_item("3", 0, 1, 2, 3)]
TICKS = an_item("t", 5, 2, 1, kind="multiple")
MAY_TICK = an_item("t", 5, kind="multiple", optional=True)


def _text(name: str, kind: ItemKind = "text", **more: object) -> Item:
    return Item(id=name, topic=WORDS, kind=kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answers", "score"),
    [({"_1": "b", "_2": "b", "_3": "c"}, 1.33), ({"_1": "b", "_2": "c", "_3": "c"}, 1.67),
     ({"_1": "b", "_2": "b", "_3": "b"}, 1), ({"_1": "d", "_2": "d", "_3": "d"}, 3)],
)  # fmt: skip
def test_mean_is_told_with_two_decimals(answers: dict[str, str], score: float) -> None:
    scale = only_scale(a_form(THREE, a_scale("123", kind="mean")), **answers)
    assert (scale.score, scale.lowest, scale.highest, scale.maximum) == (score, score, score, 3)
    assert isinstance(scale.score, int) == (score == int(score))


def test_mean_is_held_exactly_against_the_cut_off() -> None:
    scale = a_scale("123", a_cut_off("c", ">=", 1.34), kind="mean")
    assert only_scale(a_form(THREE, scale), _1="b", _2="b", _3="c").judgement == "not_reached"
    scale = a_scale("123", a_cut_off("c", ">", 1.33), kind="mean")
    assert only_scale(a_form(THREE, scale), _1="b", _2="b", _3="c").judgement == "reached"


def test_mean_of_a_short_sheet_ranges_over_every_completion() -> None:
    scale = only_scale(a_form(THREE, a_scale("123", kind="mean")), _1="b", _2="c")
    assert (scale.score, scale.lowest, scale.highest) == (None, 1, 2)


def test_mean_is_over_the_items_that_are_asked() -> None:
    gated = [THREE[0], THREE[1], an_item("3", 0, 4, when=When(item="1", equals="d"))]
    form = a_form(gated, a_scale("123", kind="mean"))
    assert only_scale(form, _1="b", _2="c").score == 1.5
    assert only_scale(form, _1="d", _2="c", _3="b").score == 3
    assert only_scale(form, _1="d", _2="c", _3="b").maximum == 3.33
    open_gate = only_scale(form, _2="c")
    assert (open_gate.lowest, open_gate.highest) == (0.67, 3)
    assert only_scale(form, _2="a").lowest == 0


def test_mean_without_any_item_that_is_asked_is_nought() -> None:
    gate = an_item("1", 0, 1)
    hidden = an_item("2", 1, 2, when=When(item="1", equals="b"))
    form = a_form([gate, hidden], a_scale("2", kind="mean"))
    assert only_scale(form, _1="a").score == 0
    assert (only_scale(form).lowest, only_scale(form).highest) == (0, 2)


def test_mean_ranges_over_the_items_that_may_join_it() -> None:
    gate = an_item("1", 0, 1)
    later = [
        an_item("2", 4, 5, when=When(item="1", equals="b")),
        an_item("3", 0, 9, when=When(item="1", equals="b")),
        an_item("4", 1, 2, when=When(item="1", equals="b")),
    ]
    form = a_form([gate, an_item("5", 3, 3), *later], a_scale("2345", kind="mean"))
    unsure = only_scale(form, _5="a")
    assert (unsure.lowest, unsure.highest) == (1.33, 6)  # 3+0+1 of three; 3+9 of two
    assert unsure.maximum == 6


def test_mean_of_a_single_item_is_its_worth() -> None:
    form = a_form([THREE[0], _text("s", optional=True)], a_scale("1", kind="mean"))
    scale = only_scale(form, _1="d")
    assert (scale.score, scale.lowest, scale.highest) == (3, 3, 3)


def test_weighted_sum_takes_each_item_times_its_weight() -> None:
    scale = a_scale("123", kind="weighted", weights={"1": 4, "2": 1, "3": 10})
    form = a_form(THREE, scale)
    assert only_scale(form, _1="b", _2="c", _3="d").score == 36
    assert only_scale(form, _1="b", _2="c", _3="d").maximum == 45
    short = only_scale(form, _1="b", _3="b")
    assert (short.lowest, short.highest) == (14, 17)


def test_worst_of_is_the_highest_answer() -> None:
    form = a_form(THREE, a_scale("123", kind="worst_of"))
    assert only_scale(form, _1="b", _2="d", _3="a").score == 3
    assert only_scale(form, _1="a", _2="a", _3="b").score == 1
    assert only_scale(form, _1="a", _2="a", _3="a").maximum == 3
    short = only_scale(form, _1="b", _2="c")
    assert (short.score, short.lowest, short.highest) == (None, 2, 3)


def test_worst_of_ranges_over_items_that_may_be_asked() -> None:
    later = an_item("3", 2, 5, when=When(item="1", equals="d"))
    form = a_form([THREE[0], THREE[1], later], a_scale("123", kind="worst_of"))
    assert only_scale(form, _1="b", _2="c").score == 2
    short = only_scale(form, _2="b")
    assert (short.lowest, short.highest) == (1, 5)


def test_worst_of_nothing_that_is_asked_is_nought() -> None:
    later = an_item("2", 2, 5, when=When(item="1", equals="b"))
    form = a_form([an_item("1", 0, 1), later], a_scale("2", kind="worst_of"))
    unsure = only_scale(form)
    assert (unsure.score, unsure.lowest, unsure.highest) == (None, 0, 5)
    hidden = only_scale(form, _1="a")
    assert (hidden.score, hidden.lowest, hidden.highest) == (0, 0, 0)


def test_count_of_ticks_counts_the_item_once() -> None:
    form = a_form([TICKS, THREE[0]], a_scale("t1", kind="count_at_least", count_from=3))
    assert only_scale(form, _t="b c", _1="a").score == 1
    assert only_scale(form, _t="a b", _1="d").score == 2
    assert only_scale(form, _t="b", _1="c").score == 0
    assert only_scale(form, _t="", _1="a").maximum == 2


@pytest.mark.parametrize(("ticks", "score"), [("", 0), ("a", 5), ("b c", 3), ("a b c", 8)])
def test_ticks_are_worth_their_sum(ticks: str, score: int) -> None:
    assert only_scale(a_form([TICKS], a_scale("t")), _t=ticks).score == score


def test_ticks_that_are_missing_range_from_none_to_all() -> None:
    scale = only_scale(a_form([TICKS, THREE[0]], a_scale("t1")), _1="b")
    assert (scale.score, scale.lowest, scale.highest, scale.maximum) == (None, 1, 9, 11)


def test_ticks_that_may_be_left_are_never_missing() -> None:
    form = a_form([THREE[0], MAY_TICK], a_scale("1t"))
    left = outcome_of(form, _1="b")
    assert (left.complete, left.missing, left.scales[0].score) == (True, (), 1)
    assert only_scale(form, _1="b", _t="a").score == 6
    assert only_scale(form, _1="b", _t="").score == 1
    assert only_scale(form).maximum == 8
    assert (only_scale(form).lowest, only_scale(form).highest) == (0, 3)
    assert (only_scale(form, _t="a").lowest, only_scale(form, _t="a").highest) == (5, 8)


def test_most_that_a_scale_can_give_has_every_tick() -> None:
    many = an_item("t", 5, 2, 1, kind="multiple", optional=True)
    form = a_form([THREE[0], many], a_scale("1t"))
    assert only_scale(form, _1="a").maximum == 11


def test_ticks_that_may_be_hidden_range_from_nothing() -> None:
    gated = an_item("t", 5, kind="multiple", optional=True, when=When(item="2", equals="b"))
    form = a_form([THREE[0], THREE[1], gated], a_scale("12t"))
    scale = only_scale(form, _1="b", _t="a")
    assert (scale.lowest, scale.highest) == (1, 9)


def test_ticks_that_may_or_may_not_count_leave_no_score() -> None:
    gate = an_item("2", 0, 1)
    gated = an_item("t", 5, kind="multiple", optional=True, when=When(item="2", equals="b"))
    for rule, score in (("refuse", None), ("zero", 1), ("adjust", None)):
        more = {"missing_at_most": 1} if rule == "adjust" else {}
        items = [THREE[0], gate, gated, an_item("4", 0, 1)]
        form = a_form(items, a_scale("14t", missing=rule, **more))
        scale = only_scale(form, _1="b", _4="a", _t="a")
        assert (scale.score, scale.lowest, scale.highest) == (score, 1, 6)
        assert only_scale(form, _1="b", _4="a").score == 1
        assert only_scale(form, _1="b", _4="a", _t="a", _2="a").score == 1
        assert only_scale(form, _1="b", _4="a", _t="a", _2="b").score == 6


def test_yes_no_has_yes_first() -> None:
    items = [an_item("1", 0, 1, kind="yes_no"), Item(id="2", topic=WORDS, kind="yes_no")]
    form = a_form(items, a_scale("1"))
    assert [option.id for option in items[1].options] == ["a", "b"]
    assert (only_scale(form, _1="b").score, only_scale(form, _1="a").score) == (1, 0)


def test_items_without_points_are_answered_and_never_counted() -> None:
    items = [
        THREE[0],
        _text("s"),
        _text("n", "number", minimum=0, maximum=20, decimals=1),
        _text("d", "date"),
        _text("i", "information"),
        _text("o", optional=True),
    ]
    form = a_form(items, a_scale("1"))
    whole = outcome_of(form, _1="c", _s="Slik", _n="12.5", _d="2026-11-21")
    assert (whole.complete, whole.missing, whole.scales[0].score) == (True, (), 2)
    assert outcome_of(form, _1="c").missing == ("s", "n", "d")
    assert outcome_of(form, _1="c").scales[0].score == 2


WRONG = [
    ("1", "", "svaret «» finnes ikke i spørsmål 1"),
    ("1", "a b", "svaret «a b» finnes ikke i spørsmål 1"),
    ("y", "c", "svaret «c» finnes ikke i spørsmål y"),
    ("t", "d", "svaret «d» finnes ikke i spørsmål t"),
    ("t", "a a", "et svar på spørsmål t står to ganger"),
    ("t", "b a", "svarene på spørsmål t står ikke i skjemaets rekkefølge"),
    ("t", "a  b", "svaret «» finnes ikke i spørsmål t"),
    ("n", "x", "svaret på spørsmål n er ikke et tall"),
    ("n", "1,5", "svaret på spørsmål n er ikke et tall"),
    ("n", "1.55", "svaret på spørsmål n har flere desimaler enn 1"),
    ("n", "0.4", "svaret på spørsmål n er mindre enn 0,5"),
    ("n", "20.1", "svaret på spørsmål n er mer enn 20"),
    ("d", "21.11.2026", "svaret på spørsmål d er ikke en dato"),
    ("d", "2026-02-30", "svaret på spørsmål d er ikke en dato"),
    ("s", "123456", "svaret på spørsmål s er lengre enn 5 tegn"),
    ("l", "x" * 4001, "svaret på spørsmål l er lengre enn 4000 tegn"),
    ("i", "lest", "i er ikke et spørsmål"),
    ("z", "a", "spørsmålet «z» finnes ikke"),
]


@pytest.mark.parametrize(("item", "answer", "sentence"), WRONG)
def test_answer_that_does_not_fit_its_item_is_refused(
    item: str, answer: str, sentence: str
) -> None:
    form = a_form(
        [
            THREE[0],
            an_item("y", 1, 0, kind="yes_no"),
            TICKS,
            _text("n", "number", minimum=0.5, maximum=20, decimals=1),
            _text("d", "date"),
            _text("s", longest=5),
            _text("l"),
            _text("i", "information"),
        ],
        a_scale("1"),
    )
    with pytest.raises(AnswersError) as refused:
        Scorer(form).score({item: answer}, MOTHER)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(("item", "answer"), [("n", "0.5"), ("n", "20"), ("s", "12345")])
def test_answer_may_go_to_the_edge(item: str, answer: str) -> None:
    number = _text("n", "number", minimum=0.5, maximum=20, decimals=1)
    form = a_form([number, _text("s", longest=5)])
    assert item not in Scorer(form).score({item: answer}, MOTHER).missing


def test_critical_ticks_are_told_one_by_one() -> None:
    items = [
        Item(
            id="1",
            topic=WORDS,
            kind="multiple",
            points=(0, 1, 2),
            critical=Critical(points_at_least=1, guide="g"),
        ),
        Item(
            id="2",
            topic=WORDS,
            kind="multiple",
            options=(Option("x"), Option("y")),
            critical=Critical(options=("y",), guide="h"),
        ),
    ]
    form = a_form(items)
    assert outcome_of(form, _1="a", _2="x").critical == ()
    assert outcome_of(form, _1="a b c", _2="x y").critical == (
        CriticalAnswer("1", "b", 1, "g"),
        CriticalAnswer("1", "c", 2, "g"),
        CriticalAnswer("2", "y", 0, "h"),
    )


def test_form_that_is_not_scored_has_only_answers() -> None:
    form = a_form(THREE[:1], not_scored=WORDS)
    outcome = outcome_of(form, _1="d")
    assert (outcome.complete, outcome.scales, outcome.any_of) == (True, (), ())
    assert outcome_of(form).missing == ("1",)


def test_form_without_its_key_counts_nothing() -> None:
    form = a_form(THREE, a_scale("123", a_cut_off("c", ">=", 1)), licensed=("key",))
    outcome = outcome_of(form, _1="d", _2="d", _3="d")
    assert (outcome.complete, outcome.scales) == (True, ())
    assert Scorer(form).score({}, MOTHER).missing == ("1", "2", "3")


def test_whole_sheet_is_scored_alike_with_and_without_its_tables() -> None:
    """Sheets of choices alone take a short way; an information item makes them take the long."""
    for kind in ("sum", "mean", "worst_of"):
        scale = a_scale("123", a_cut_off("c", ">=", 2, monitoring=1), kind=kind)
        short: Form = a_form(THREE, scale)
        long = a_form([*THREE, _text("i", "information")], scale)
        for first in "abcd":
            for second in "abcd":
                sheet = {"1": first, "2": second, "3": "b"}
                one, other = (Scorer(form).score(sheet, MOTHER) for form in (short, long))
                assert one == other


@pytest.mark.parametrize(
    ("hundredths", "score"),
    [(0, 0), (49, 0), (50, 0.01), (149, 0.01), (99_949, 9.99), (99_950, 10), (100_000, 10)],
)
def test_score_is_told_in_hundredths_half_up(hundredths: int, score: float) -> None:
    from fractions import Fraction

    found = told(Fraction(hundredths, 10_000))
    assert found == score
    assert isinstance(found, int) == (score == int(score))
    assert half_up(Fraction(hundredths, 100)) == round(score * 100)


def test_limit_that_is_whole_is_written_whole() -> None:
    assert str(plain(10.0)) == "10"
    assert str(a_cut_off("c", ">=", 10.0, monitoring=8.0).value) == "10"
    assert str(a_cut_off("c", ">=", 10.5, monitoring=8.0).monitoring) == "8"
    assert str(a_scale("1", bands=(5.0, 7.5)).bands) == "(5, 7.5)"
