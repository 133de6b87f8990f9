"""What holds for any form that is well made: ranges, order, what is hidden, and what is summed."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, product
from math import floor
from typing import Any, cast

import pytest
from form_samples import (
    MOTHER,
    WORDS,
    a_cut_off,
    a_form,
    asked,
    points_of,
    whole_score,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nurseapp.forms.cut_off import band_of
from nurseapp.forms.meaning import form_flaws
from nurseapp.forms.model import Form, Item, Option, When
from nurseapp.forms.outcome import ScaleOutcome
from nurseapp.forms.scale import Scale
from nurseapp.forms.scale_meaning import most_of
from nurseapp.forms.scoring import Scorer
from nurseapp.forms.vocabulary import Comparison, ItemKind

KINDS = ["sum", "mean", "weighted", "count_at_least", "worst_of"]
RULES = ["refuse", "zero", "prorate", "adjust"]
ORDINARY = settings(max_examples=15, deadline=None)


@st.composite
def _items(draw: st.DrawFn, *, hanging: bool) -> list[Item]:
    """Two to four items of any kind that counts; later ones may hang on earlier ones."""
    items: list[Item] = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        kinds = ["choice", "choice", "yes_no", "multiple", "number"]
        kind = draw(st.sampled_from(kinds if items else ["choice", "yes_no"]))
        hangs = hanging and bool(items) and draw(st.sampled_from([True, False]))
        when = draw(_when(items)) if hangs else None
        items.append(draw(_item(str(number), cast("ItemKind", kind), when)))
    return items


@st.composite
def _item(draw: st.DrawFn, name: str, kind: ItemKind, when: When | None) -> Item:
    if kind == "number":
        return Item(id=name, topic=WORDS, kind=kind, minimum=0, maximum=2, show_when=when)
    least = {"choice": 2, "yes_no": 2, "multiple": 1}[kind]
    most = {"choice": 3, "yes_no": 2, "multiple": 2}[kind]
    points = draw(st.lists(st.integers(0, 4), min_size=least, max_size=most))
    options = tuple(Option("abc"[place], worth) for place, worth in enumerate(points))
    optional = kind == "multiple" and draw(st.booleans())
    return Item(id=name, topic=WORDS, kind=kind, options=options, show_when=when, optional=optional)


@st.composite
def _when(draw: st.DrawFn, items: list[Item]) -> When:
    gate = draw(st.sampled_from(items))
    ways = [When(item=gate.id, answered=True)]
    if gate.options:
        ways.append(When(item=gate.id, equals=draw(st.sampled_from(gate.options)).id))
        ways.append(When(item=gate.id, at_least=draw(st.integers(0, gate.most))))
    else:
        ways.append(When(item=gate.id, at_least=draw(st.integers(0, 2))))
    one = draw(st.sampled_from(ways))
    if draw(st.integers(0, 3)):
        return one
    both = (one, draw(st.sampled_from(ways)))
    return When(all=both) if draw(st.booleans()) else When(any=both)


@st.composite
def _scales(draw: st.DrawFn, items: list[Item], rule: str) -> Scale:
    """A scale of any kind over all items that count; missing answers follow the rule."""
    names = tuple(item.id for item in items if item.options)
    kind = draw(st.sampled_from(KINDS))
    more: dict[str, object] = {"kind": kind, "missing": rule}
    if kind == "weighted":
        more["weights"] = {name: draw(st.integers(1, 3)) for name in names}
    if kind == "count_at_least":
        more["count_from"] = draw(st.integers(1, 4))
    if rule in {"prorate", "adjust"}:
        more["missing_at_most"] = 1
    concern = draw(st.sampled_from(["high", "low"]))
    return Scale(id="total", name=WORDS, items=names, concern=concern, **more)  # type: ignore[arg-type]


@st.composite
def _forms(draw: st.DrawFn, *, rules: tuple[str, ...] = ("refuse",), hanging: bool = True) -> Form:
    """A form with one scale, and a cut-off with a zone somewhere among its scores."""
    items = draw(_items(hanging=hanging))
    scale = draw(_scales(items, draw(st.sampled_from(rules))))
    most = most_of(scale, a_form(items, scale))
    assume(most > 0)
    quarters = st.integers(1, 4 * most).map(lambda count: count / 4)
    high = scale.concern == "high"
    comparison = draw(st.sampled_from([">=", ">"] if high else ["<=", "<"]))
    value, edge = draw(quarters), draw(quarters)
    beside = edge < value if high else edge > value
    limit = a_cut_off(
        "c", cast("Comparison", comparison), value, monitoring=edge if beside else None
    )
    form = a_form(items, replace(scale, cut_offs=(limit,)))
    assume(not [*form_flaws(form)])
    return form


def _answers(item: Item) -> list[str]:
    """Every answer an item can have."""
    if item.kind == "number":
        return ["0", "1", "2"]
    ids = [option.id for option in item.options]
    if item.kind != "multiple":
        return ids
    ticks = product(*[(one, "") for one in ids])
    return [" ".join(one for one in some if one) for some in ticks]


def _sheet(data: st.DataObject, form: Form, *, whole: bool = False) -> dict[str, str]:
    """Some of the items answered, or all of them."""
    return {
        item.id: data.draw(st.sampled_from(_answers(item)))
        for item in form.items
        if whole or data.draw(st.booleans())
    }


def _completions(form: Form, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every way the sheet could be filled in to the end; ticks that may be left are left."""
    missing = [item for item in form.items if item.id not in answers and not item.optional]
    for way in product(*map(_answers, missing)):
        yield answers | dict(zip((item.id for item in missing), way, strict=True))


def _scored(form: Form, answers: dict[str, str]) -> ScaleOutcome:
    (scale,) = Scorer(form).score(answers, MOTHER).scales
    return scale


def _told(score: Fraction) -> Fraction:
    """Half up to the hundredth."""
    return Fraction(floor(score * 100 + Fraction(1, 2)), 100)


def _held(score: float | None) -> Fraction:
    assert score is not None
    return Fraction(str(score))


@ORDINARY
@given(st.data())
def test_whole_sheet_comes_to_what_the_definition_says(data: st.DataObject) -> None:
    form = data.draw(_forms(rules=tuple(RULES)))
    answers = _sheet(data, form, whole=True)
    (scale,) = form.scales
    found, expected = _scored(form, answers), whole_score(form, scale, answers)
    assert _held(found.score) == _told(expected)
    assert found.lowest == found.highest == found.score
    (limit,) = scale.cut_offs
    value = Fraction(str(limit.value))
    reached = {
        ">=": expected >= value, ">": expected > value,
        "<=": expected <= value, "<": expected < value,
    }[limit.comparison]  # fmt: skip
    edge = None if limit.monitoring is None else Fraction(str(limit.monitoring))
    near = edge is not None and (expected >= edge if scale.concern == "high" else expected <= edge)
    assert found.judgement == ("reached" if reached else "monitoring" if near else "not_reached")
    assert expected <= found.maximum or _told(expected) <= _held(found.maximum)


@ORDINARY
@given(st.data())
def test_range_holds_every_completion_and_a_range_is_never_below(data: st.DataObject) -> None:
    form = data.draw(_forms())
    answers = _sheet(data, form)
    found = _scored(form, answers)
    ends = [_scored(form, whole) for whole in _completions(form, answers)]
    scores = [end.score for end in ends if end.score is not None]
    assert len(scores) == len(ends)
    assert found.lowest <= min(scores)
    assert max(scores) <= found.highest <= found.maximum
    if found.score is not None:
        assert set(scores) == {found.score}
        return
    assert found.judgement in {"reached", "cannot_exclude", "incomplete"}
    reached = {end.judgement == "reached" for end in ends}
    if found.judgement == "reached":
        assert reached == {True}
    elif found.judgement == "incomplete":
        assert reached == {False}


@ORDINARY
@given(st.data())
def test_range_of_one_missing_answer_has_no_end_too_many(data: st.DataObject) -> None:
    """Where nothing else hangs on it, both ends are scores that the answer would really give."""
    form = data.draw(_forms(hanging=False))
    whole = _sheet(data, form, whole=True)
    item = data.draw(st.sampled_from([one for one in form.items if not one.optional]))
    short = {name: answer for name, answer in whole.items() if name != item.id}
    found = _scored(form, short)
    scores = [_scored(form, one).score for one in _completions(form, short)]
    assert (found.lowest, found.highest) == (min(scores), max(scores))  # type: ignore[type-var]


@ORDINARY
@given(st.data())
def test_order_of_answers_and_of_a_scales_items_is_irrelevant(data: st.DataObject) -> None:
    form = data.draw(_forms(rules=tuple(RULES)))
    answers = _sheet(data, form)
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    (scale,) = form.scales
    turned = replace(form, scales=(replace(scale, items=scale.items[::-1]),))
    expected = Scorer(form).score(answers, MOTHER)
    assert Scorer(form).score(shuffled, MOTHER) == expected
    assert Scorer(turned).score(answers, MOTHER) == expected


@ORDINARY
@given(st.data())
def test_hidden_items_are_never_scored(data: st.DataObject) -> None:
    form = data.draw(_forms(rules=tuple(RULES)))
    answers = _sheet(data, form, whole=True)
    shown = {item.id for item in asked(form, answers)}
    expected = Scorer(form).score(answers, MOTHER)
    visible = {name: answer for name, answer in answers.items() if name in shown}
    assert Scorer(form).score(visible, MOTHER) == expected
    changed = {
        item.id: data.draw(st.sampled_from(_answers(item)))
        for item in form.items
        if item.id not in shown
    }
    assert Scorer(form).score(answers | changed, MOTHER).scales == expected.scales


@ORDINARY
@given(st.data())
def test_score_never_falls_when_one_answer_is_worth_more(data: st.DataObject) -> None:
    form = data.draw(_forms(rules=("refuse", "zero"), hanging=False))
    answers = _sheet(data, form, whole=data.draw(st.booleans()))
    item = data.draw(st.sampled_from([one for one in form.items if one.options]))
    ladder = sorted(_answers(item), key=lambda answer: points_of(item, answer))
    steps = [_scored(form, answers | {item.id: answer}) for answer in ladder]
    for lower, higher in pairwise(steps):
        assert (lower.score is None) == (higher.score is None)
        assert lower.lowest <= higher.lowest
        assert lower.highest <= higher.highest
        if lower.score is not None and higher.score is not None:
            assert lower.score <= higher.score


@ORDINARY
@given(st.lists(st.integers(1, 30), unique=True, max_size=4).map(sorted), st.floats(0, 40))
def test_bands_share_out_every_score_once(starts: list[int], score: float) -> None:
    scale = Scale(
        id="total", name=WORDS, items=("1",), kind="sum", missing="refuse", concern="high",
        bands=tuple(starts),
    )  # fmt: skip
    band = band_of(scale, score)
    if not starts:
        assert band is None
        return
    assert band is not None
    first, after = band
    assert first <= score
    assert after is None or score < after
    edges = [0, *starts, None]
    assert (first, after) in list(pairwise(edges))


PROMISES = [
    test_whole_sheet_comes_to_what_the_definition_says,
    test_range_holds_every_completion_and_a_range_is_never_below,
    test_range_of_one_missing_answer_has_no_end_too_many,
    test_order_of_answers_and_of_a_scales_items_is_irrelevant,
    test_hidden_items_are_never_scored,
    test_score_never_falls_when_one_answer_is_worth_more,
]


@pytest.mark.slow
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_promise_holds_for_very_many_forms(promise: Any) -> None:
    settings(max_examples=2000, deadline=None)(given(st.data())(promise.hypothesis.inner_test))()
