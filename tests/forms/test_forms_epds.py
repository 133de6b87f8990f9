"""EPDS as the literature has it: points by printed order, cut-offs by role, item 10, no wording.

Expectations stand here by hand, from the printed form's key and the studies, not from the data.
"""

from itertools import product

import pytest

from nurseapp.forms.cut_off import Respondent, active_cut_off, other_cut_offs
from nurseapp.forms.library import Library, LoadedForm
from nurseapp.forms.outcome import CriticalAnswer, Outcome
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.vocabulary import Role

UPWARDS = {"1", "2", "4"}  # printed 0-1-2-3 from the top; the others 3-2-1-0
IDS = [str(number) for number in range(1, 11)]
KEY = {
    name: dict(zip("abcd", (0, 1, 2, 3) if name in UPWARDS else (3, 2, 1, 0), strict=True))
    for name in IDS
}


@pytest.fixture
def epds(shipped: Library) -> LoadedForm:
    return shipped.form("epds")


def _score(epds: LoadedForm, answers: dict[str, str], role: Role = "mother") -> Outcome:
    return scorer_for(epds.form).score(answers, Respondent(role=role))


def _sheet(total: int, *, tenth: str = "d") -> dict[str, str]:
    """A sheet of that total, with item 10 answered `tenth`."""
    sheet = {"10": tenth}
    left = total - KEY["10"][tenth]
    for name in IDS[:9]:
        points = min(3, left)
        sheet[name] = next(option for option, worth in KEY[name].items() if worth == points)
        left -= points
    assert left == 0
    return sheet


@pytest.mark.parametrize(("option", "total"), [("a", 21), ("b", 17), ("c", 13), ("d", 9)])
def test_epds_of_one_column_sums_as_printed(epds: LoadedForm, option: str, total: int) -> None:
    outcome = _score(epds, dict.fromkeys(IDS, option))
    assert outcome.complete
    assert outcome.scales[0].score == total
    assert outcome.scales[0].maximum == 30


def test_epds_has_ten_items_of_four_options_and_one_scale(epds: LoadedForm) -> None:
    assert [item.id for item in epds.form.items] == IDS
    for item in epds.form.items:
        assert {option.id: option.points for option in item.options} == KEY[item.id]
    assert [scale.id for scale in epds.form.scales] == ["total"]


@pytest.mark.parametrize(("option", "critical"), [("a", 3), ("b", 2), ("c", 1), ("d", None)])
def test_epds_item_ten_above_nothing_is_critical_whatever_the_sum(
    epds: LoadedForm, option: str, critical: int | None
) -> None:
    expected: tuple[CriticalAnswer, ...] = ()
    if critical is not None:
        expected = (CriticalAnswer("10", option, critical, "self-harm-talk"),)
    lowest = {name: "a" if name in UPWARDS else "d" for name in IDS}
    assert _score(epds, {**lowest, "10": option}).critical == expected
    assert _score(epds, {"10": option}).critical == expected


@pytest.mark.parametrize(
    ("role", "value", "comparison", "source"),
    [
        ("mother", 10, ">=", "Eberhard-Gran 2001"),
        ("pregnant", 11, ">=", "Levis 2020"),
        ("father", 10, ">=", "Shafian 2022"),
    ],
)
def test_epds_cut_off_is_the_role_s_own(
    epds: LoadedForm, role: Role, value: int, comparison: str, source: str
) -> None:
    below = _score(epds, _sheet(value - 1), role).scales[0]
    at = _score(epds, _sheet(value), role).scales[0]
    assert (below.judgement, below.flags) == ("not_reached", ())
    assert at.judgement == "reached"
    (flag,) = at.flags
    assert (flag.value, flag.comparison, flag.source, flag.reached) == (
        value,
        comparison,
        source,
        "yes",
    )


def test_epds_of_another_carer_is_held_against_no_cut_off(epds: LoadedForm) -> None:
    scale = _score(epds, _sheet(27), "other_carer").scales[0]
    assert (scale.score, scale.judgement, scale.flags) == (27, "no_cut_off", ())


def test_epds_default_for_mothers_has_the_norwegian_figures(epds: LoadedForm) -> None:
    cut_off = active_cut_off(epds.form.scales[0], Respondent(role="mother"))
    assert cut_off is not None
    assert (cut_off.sensitivity, cut_off.specificity, cut_off.verified) == (1.0, 0.87, True)
    others = other_cut_offs(epds.form.scales[0], Respondent(role="mother"))
    assert [(one.source, one.value) for one in others] == [
        ("Berle 2003", 11),
        ("Wickberg og Hwang 1996", 12),
        ("Levis 2020", 11),
        ("Levis 2020", 13),
    ]


def test_epds_sheet_with_one_missing_answer_has_a_range_and_is_never_below(
    epds: LoadedForm,
) -> None:
    for total in range(28):
        sheet = _sheet(total)
        for name in IDS:
            short = {item: option for item, option in sheet.items() if item != name}
            rest = total - KEY[name][sheet[name]]
            outcome = _score(epds, short)
            (scale,) = outcome.scales
            assert (outcome.complete, outcome.missing) == (False, (name,))
            assert (scale.score, scale.lowest, scale.highest) == (None, rest, rest + 3)
            expected = "reached" if rest >= 10 else "cannot_exclude" if rest >= 7 else "incomplete"
            assert scale.judgement == expected


@pytest.mark.slow
def test_epds_every_complete_sheet_is_the_sum_of_its_answers(epds: LoadedForm) -> None:
    scorer, mother = scorer_for(epds.form), Respondent(role="mother")
    checked = 0
    for row in product("abcd", repeat=10):
        sheet = dict(zip(IDS, row, strict=True))
        total = 0
        for name, option in sheet.items():
            total += "abcd".index(option) if name in UPWARDS else 3 - "abcd".index(option)
        outcome = scorer.score(sheet, mother)
        scale = outcome.scales[0]
        assert outcome.complete
        assert scale.score == scale.lowest == scale.highest == total
        assert bool(scale.flags) == (total >= 10)
        assert bool(outcome.critical) == (sheet["10"] != "d")
        checked += 1
    assert checked == 1_048_576


@pytest.mark.slow
def test_epds_every_sheet_with_one_missing_answer_is_never_below(epds: LoadedForm) -> None:
    scorer, mother = scorer_for(epds.form), Respondent(role="mother")
    for missing in ("1", "3", "10"):
        names = [name for name in IDS if name != missing]
        for row in product("abcd", repeat=9):
            sheet = dict(zip(names, row, strict=True))
            lowest = sum(KEY[name][option] for name, option in sheet.items())
            scale = scorer.score(sheet, mother).scales[0]
            assert (scale.score, scale.lowest, scale.highest) == (None, lowest, lowest + 3)
            assert scale.judgement != "not_reached"


def test_epds_ships_practice_words_only(epds: LoadedForm) -> None:
    assert sorted(wording.language for wording in epds.practice_wordings()) == ["en", "nb", "nn"]
    assert epds.real_wordings() == ()
    for wording in epds.practice_wordings():
        says = "Practice text" if wording.language == "en" else "Øvingstekst"
        assert says in wording.title + wording.introduction


def test_epds_can_be_shown_both_ways_and_says_which_is_its_own(epds: LoadedForm) -> None:
    assert epds.form.layout == "page"
    assert set(epds.form.layouts) == {"page", "one_at_a_time"}
