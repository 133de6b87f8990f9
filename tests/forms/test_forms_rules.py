"""What follows from several scales: any of them, and a second stage that the first calls for."""

import pytest
from form_samples import a_cut_off, a_form, a_scale, an_item, outcome_of
from msgspec.structs import replace

from nurseapp.forms.model import Form, When
from nurseapp.forms.outcome import AnyOutcome, Judgement
from nurseapp.forms.rule import AnyOf, TwoStage
from nurseapp.forms.scale import Scale
from nurseapp.forms.vocabulary import Words

ONE_TO_FOUR = [an_item(str(n), 0, 1) for n in range(1, 5)]
LATER = [an_item(f"f{n}", 0, 1, stage=2, when=When(item=str(n), at_least=1)) for n in range(1, 5)]
ANY = AnyOf(id="any", name=Words(nb="x"), scales=("one", "two"))


def _areas(*, monitoring: float | None = None, limit: bool = True) -> Form:
    two = (a_cut_off("two", ">=", 2, monitoring=monitoring),) if limit else ()
    return a_form(
        ONE_TO_FOUR,
        a_scale("12", a_cut_off("one", ">=", 2), id="one"),
        a_scale("34", *two, id="two"),
        any_of=(ANY,),
    )


@pytest.mark.parametrize(
    ("answers", "judgement", "reached"),
    [
        ("bbbb", "reached", ("one", "two")),
        ("bbaa", "reached", ("one",)),
        ("aabb", "reached", ("two",)),
        ("bb..", "reached", ("one",)),
        ("ab.b", "cannot_exclude", ()),
        (".b.a", "cannot_exclude", ()),
        ("ab.a", "incomplete", ()),
        ("abab", "not_reached", ()),
        ("aaaa", "not_reached", ()),
    ],
)
def test_any_of_is_reached_as_soon_as_one_scale_is(
    answers: str, judgement: Judgement, reached: tuple[str, ...]
) -> None:
    sheet = {f"_{n}": option for n, option in enumerate(answers, 1) if option != "."}
    outcome = outcome_of(_areas(), **sheet)
    assert outcome.any_of == (AnyOutcome("any", judgement, reached),)


def test_any_of_is_watched_when_a_scale_is_and_none_is_reached() -> None:
    form = _areas(monitoring=1)
    assert outcome_of(form, _1="a", _2="b", _3="b", _4="a").any_of[0].judgement == "monitoring"
    assert outcome_of(form, _1="b", _3="b", _4="a").any_of[0].judgement == "cannot_exclude"
    assert outcome_of(form, _1="b", _2="b", _3="b", _4="a").any_of[0].judgement == "reached"


def test_any_of_is_never_below_while_a_scale_has_no_cut_off() -> None:
    form = _areas(limit=False)
    assert outcome_of(form, _1="a", _2="a", _3="a", _4="a").any_of[0].judgement == "no_cut_off"
    assert outcome_of(form, _1="b", _2="b", _3="a", _4="a").any_of[0].judgement == "reached"


def test_any_of_without_a_scale_that_counts_is_not_told() -> None:
    form = a_form(ONE_TO_FOUR, a_scale("12", id="one"), licensed=("key",), any_of=(ANY,))
    assert outcome_of(form, _1="b", _2="b", _3="b", _4="b").any_of == ()


def _staged() -> Form:
    """Of four answers two or three call for the second stage; four decide alone."""
    return a_form(
        [*ONE_TO_FOUR, *LATER],
        a_scale("1234", a_cut_off("high", ">=", 4, monitoring=2), id="first"),
        Scale(
            id="then",
            name=Words(nb="x"),
            kind="sum",
            items=("f1", "f2", "f3", "f4"),
            missing="refuse",
            concern="high",
            cut_offs=(a_cut_off("failed", ">=", 2),),
        ),
        two_stage=TwoStage(first="first", lowest=2, highest=3, then="then"),
    )


@pytest.mark.parametrize(
    ("answers", "called"),
    [("aaaa", ""), ("baaa", ""), ("bbaa", "called_for"), ("bbba", "called_for"), ("bbbb", "")],
)
def test_second_stage_is_called_for_in_the_middle_only(answers: str, called: str) -> None:
    sheet = {f"_{n}": option for n, option in enumerate(answers, 1)}
    outcome = outcome_of(_staged(), **sheet)
    assert outcome.stage_two == called
    assert outcome.complete
    failed = tuple(f"f{n}" for n, option in enumerate(answers, 1) if option == "b")
    assert outcome.missing == (failed if called else ())
    assert [scale.id for scale in outcome.scales] == ["first", "then"][: 2 if called else 1]


def test_second_stage_is_not_called_for_while_the_first_is_unsure() -> None:
    outcome = outcome_of(_staged(), _1="b", _2="b", _3="a")
    assert (outcome.stage_two, outcome.complete, outcome.missing) == ("", False, ("4",))
    assert [scale.id for scale in outcome.scales] == ["first"]


def test_second_stage_that_has_begun_is_incomplete_until_it_is_answered() -> None:
    first = {"_1": "b", "_2": "b", "_3": "b", "_4": "a"}
    begun = outcome_of(_staged(), **first, _f1="b")
    assert (begun.stage_two, begun.complete) == ("called_for", False)
    assert begun.missing == ("f2", "f3")
    assert (begun.scales[1].lowest, begun.scales[1].highest) == (1, 3)
    assert begun.scales[1].judgement == "cannot_exclude"
    done = outcome_of(_staged(), **first, _f1="b", _f2="a", _f3="b")
    assert (done.stage_two, done.complete, done.missing) == ("answered", True, ())
    assert (done.scales[1].score, done.scales[1].judgement) == (2, "reached")
    failed = outcome_of(_staged(), **first, _f1="b", _f2="a", _f3="a")
    assert (failed.scales[1].score, failed.scales[1].judgement) == (1, "not_reached")


def test_answers_to_a_second_stage_that_is_not_called_for_do_not_count() -> None:
    outcome = outcome_of(_staged(), _1="b", _2="a", _3="a", _4="a", _f1="b")
    assert (outcome.stage_two, outcome.complete) == ("", True)
    assert [scale.id for scale in outcome.scales] == ["first"]


def test_any_of_is_told_of_by_the_scales_that_count_so_far() -> None:
    rule = AnyOf(id="any", name=Words(nb="x"), scales=("first", "then"))
    form = replace(_staged(), any_of=(rule,))
    high = outcome_of(form, _1="b", _2="b", _3="b", _4="b")
    assert high.any_of == (AnyOutcome("any", "reached", ("first",)),)
    failed = outcome_of(form, _1="b", _2="b", _3="a", _4="a", _f1="b", _f2="b")
    assert failed.any_of == (AnyOutcome("any", "reached", ("then",)),)


def test_second_stage_is_not_called_for_by_a_scale_that_does_not_count() -> None:
    form = replace(_staged(), licensed=("key",))
    outcome = outcome_of(form, _1="b", _2="b", _3="a", _4="a")
    assert (outcome.stage_two, outcome.missing, outcome.scales) == ("", (), ())


def test_second_stage_asks_only_of_the_items_that_failed() -> None:
    sheet = {"_1": "b", "_2": "b", "_3": "a", "_4": "a", "_f1": "b", "_f2": "a", "_f3": "b"}
    outcome = outcome_of(_staged(), **sheet)
    assert (outcome.stage_two, outcome.scales[1].score) == ("answered", 1)
