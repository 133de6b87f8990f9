"""Every shipped form, each of its age forms by itself: its ends, and each single missing answer."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

import pytest
from form_samples import asked, points_of, whole_score

from nurseapp.base.paths import forms_folder
from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.licensed import LicensedValues, keyed, with_values
from nurseapp.forms.model import Form, Item
from nurseapp.forms.outcome import Outcome, ScaleOutcome
from nurseapp.forms.scale import Scale
from nurseapp.forms.scoring import scorer_for

LIBRARY = load_library(forms_folder())
IDS = [loaded.form.id for loaded in LIBRARY.forms]
SCORED = [loaded.form.id for loaded in LIBRARY.forms if loaded.form.scales]


@cache
def _form(name: str) -> Form:
    """The form, a licensed key made up for it: every other question runs 10-5-0."""
    loaded = LIBRARY.form(name)
    form = loaded.form
    if "key" not in form.licensed:
        return form
    key: dict[str, tuple[int, ...]] = {
        item: (0, 5, 10) if place % 2 else (10, 5, 0) for place, item in enumerate(keyed(form))
    }
    values = LicensedValues(
        form=form.family or form.id,
        version=form.version,
        source="Invented",
        keys={form.age_form or form.id: key},
    )
    return with_values(form, values)


def _filled(form: Form, pick: Callable[[Item], str]) -> dict[str, str]:
    """Every item that has options answered as `pick` says, of both stages."""
    return {item.id: pick(item) for item in form.items if item.options and not item.optional}


def _mildest(item: Item) -> str:
    return min(item.options, key=lambda option: option.points or 0).id


def _gravest(item: Item) -> str:
    return max(item.options, key=lambda option: option.points or 0).id


def _scored(form: Form, answers: dict[str, str]) -> Outcome:
    return scorer_for(form).score(answers, Respondent(role=form.answered_by[0]))


def _told(score: Fraction) -> Fraction:
    return Fraction(int(score * 100 + Fraction(1, 2)), 100)


def _scales(form: Form, outcome: Outcome) -> Iterator[tuple[Scale, ScaleOutcome]]:
    named = {scale.id: scale for scale in form.scales}
    return ((named[one.id], one) for one in outcome.scales)


@pytest.mark.parametrize("name", SCORED)
@pytest.mark.parametrize("pick", [_mildest, _gravest])
def test_all_lowest_and_all_highest_are_what_the_points_say(
    name: str, pick: Callable[[Item], str]
) -> None:
    form = _form(name)
    answers = _filled(form, pick)
    outcome = _scored(form, answers)
    assert outcome.scales
    for scale, found in _scales(form, outcome):
        expected = _told(whole_score(form, scale, answers))
        assert Fraction(str(found.score)) == expected
        assert found.lowest == found.highest == found.score
        ends = {
            points_of(form.item(item), answers[item]) for item in scale.items if item in answers
        }
        assert ends == {
            points_of(form.item(item), pick(form.item(item)))
            for item in scale.items
            if item in answers
        }


@pytest.mark.parametrize("name", SCORED)
def test_each_single_missing_answer_leaves_a_range_and_is_never_below(name: str) -> None:
    form = _form(name)
    for pick in (_mildest, _gravest):
        whole = _filled(form, pick)
        shown = {item.id for item in asked(form, whole)}
        for item in form.items:
            if item.id not in whole or item.id not in shown or item.stage == 2:
                continue
            short = {one: answer for one, answer in whole.items() if one != item.id}
            ways = [_scored(form, short | {item.id: option.id}) for option in item.options]
            for scale, found in _scales(form, _scored(form, short)):
                _held(form, scale, found, item, ways)


def _held(form: Form, scale: Scale, found: ScaleOutcome, item: Item, ways: list[Outcome]) -> None:
    ends = [one.score for way in ways for one in way.scales if one.id == scale.id]
    scores = [score for score in ends if score is not None]
    assert found.lowest <= min(scores)
    assert max(scores) <= found.highest <= found.maximum
    if item.id not in scale.items:
        return
    assert (found.lowest, found.highest) == (min(scores), max(scores))
    if scale.missing == "refuse":
        assert found.score is None
        assert found.judgement not in {"not_reached", "monitoring"}


@pytest.mark.parametrize("name", IDS)
def test_options_are_lettered_in_printed_order(name: str) -> None:
    for item in _form(name).items:
        letters = [option.id for option in item.options]
        assert letters == list("abcdefghijkl"[: len(letters)])


# Every first answer, and every last one, reckoned by hand from the printed keys.
COLUMNS = [
    ("epds", "total", 21, 9), ("phq-9", "total", 0, 27), ("phq-2", "total", 0, 6),
    ("gad-7", "total", 0, 21), ("gad-2", "total", 0, 6), ("who-5", "index", 100, 0),
    ("who-5", "raw", 25, 0), ("tweak", "total", 5, 2), ("tweak-auditc", "tweak", 5, 2),
    ("tweak-auditc", "before", 12, 0), ("tweak-auditc", "pregnant", 12, 0),
    ("audit", "total", 0, 40), ("audit-c", "total", 0, 12), ("asq-3-2", "communication", 60, 0),
    ("asq-3-60", "gross-motor", 60, 0), ("asq-2-nb-12", "fine-motor", 60, 0),
    ("asq-2-nb-4", "problem-solving", 60, 0), ("asq-3-9", "personal-social", 60, 0),
    ("asq-se-6", "total", 180, 180), ("asq-se-2-2", "total", 180, 180), ("adbb", "total", 0, 32),
    ("m-adbb", "total", 0, 10), ("m-chat-rf", "risk", 3, 17), ("sdq-2-4", "total", 10, 30),
    ("sdq-2-4", "emotional", 0, 10), ("sdq-2-4", "conduct", 2, 8),
    ("sdq-2-4", "hyperactivity", 4, 6), ("sdq-2-4", "peer", 4, 6), ("sdq-2-4", "prosocial", 0, 10),
    ("pbq", "total", 85, 40), ("pbq", "factor-1", 40, 20), ("pbq", "factor-2", 25, 10),
    ("pbq", "factor-3", 10, 10), ("pbq", "factor-4", 10, 0), ("mibs", "total", 15, 9),
]  # fmt: skip


@pytest.mark.parametrize(("name", "scale", "first", "last"), COLUMNS)
def test_first_and_last_column_sum_as_printed(name: str, scale: str, first: int, last: int) -> None:
    form = _form(name)
    for place, expected in ((0, first), (-1, last)):
        answers = {
            item.id: item.options[place].id
            for item in form.items
            if item.options and not item.optional
        }
        scores = {one.id: one.score for one in _scored(form, answers).scales}
        assert scores[scale] == expected


def test_every_scored_family_and_form_has_its_columns_summed() -> None:
    families = {_form(name).family or name for name in SCORED}
    assert {_form(name).family or name for name, *_rest in COLUMNS} == families


@pytest.mark.parametrize("name", IDS)
def test_form_without_a_score_comes_to_answers_alone(name: str) -> None:
    loaded: LoadedForm = LIBRARY.form(name)
    if not loaded.form.scales or "key" in loaded.form.licensed:
        outcome = _scored(loaded.form, {})
        assert outcome.scales == ()
        assert outcome.missing == tuple(
            item.id
            for item in loaded.form.items
            if not item.optional and not item.show_when and item.kind != "information"
        )
