"""PHQ-9 as the literature has it: nine items, item 9 critical, the tenth question unscored."""

import pytest

from nurseapp.forms.cut_off import Respondent, band_of
from nurseapp.forms.library import Library, LoadedForm
from nurseapp.forms.outcome import Outcome
from nurseapp.forms.question import questions_of
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.visibility import asked_now
from nurseapp.forms.vocabulary import Role

NINE = [str(number) for number in range(1, 10)]


@pytest.fixture
def phq9(shipped: Library) -> LoadedForm:
    return shipped.form("phq-9")


def _score(phq9: LoadedForm, answers: dict[str, str], role: Role = "mother") -> Outcome:
    return scorer_for(phq9.form).score(answers, Respondent(role=role))


@pytest.mark.parametrize(("option", "total"), [("a", 0), ("b", 9), ("c", 18), ("d", 27)])
def test_phq9_of_one_column_sums_as_printed(phq9: LoadedForm, option: str, total: int) -> None:
    outcome = _score(phq9, dict.fromkeys(NINE, option))
    assert outcome.complete
    assert (outcome.scales[0].score, outcome.scales[0].maximum) == (total, 27)


def test_phq9_tenth_question_is_asked_after_any_trouble_and_never_counts(
    phq9: LoadedForm,
) -> None:
    questions = questions_of(phq9.form)
    calm = dict.fromkeys(NINE, "a")
    assert "10" not in asked_now(questions, calm)
    for name in NINE:
        troubled = {**calm, name: "b"}
        assert "10" in asked_now(questions, troubled)
        for option in "abcd":
            outcome = _score(phq9, {**troubled, "10": option})
            assert (outcome.complete, outcome.scales[0].score) == (True, 1)
        assert _score(phq9, troubled).complete


@pytest.mark.parametrize("role", ["mother", "pregnant", "father", "other_carer"])
def test_phq9_cut_off_is_ten_for_everybody(phq9: LoadedForm, role: Role) -> None:
    nine = {**dict.fromkeys(NINE, "a"), "1": "d", "2": "d", "3": "d"}
    assert _score(phq9, nine, role).scales[0].judgement == "not_reached"
    (flag,) = _score(phq9, {**nine, "4": "b"}, role).scales[0].flags
    assert (flag.value, flag.comparison) == (10, ">=")
    assert flag.source == ("Wang 2021" if role in {"mother", "pregnant"} else "Kroenke 2001")


def test_phq9_item_nine_is_critical_also_alone(phq9: LoadedForm) -> None:
    assert [one.item for one in _score(phq9, {"9": "b"}).critical] == ["9"]
    assert _score(phq9, {"9": "a"}).critical == ()


def test_phq9_never_fills_in_a_missing_answer(phq9: LoadedForm) -> None:
    sheet = dict.fromkeys(NINE[:8], "b")
    scale = _score(phq9, sheet).scales[0]
    assert (scale.score, scale.lowest, scale.highest) == (None, 8, 11)
    assert scale.judgement == "cannot_exclude"


def test_phq9_bands_begin_at_five_ten_fifteen_and_twenty(phq9: LoadedForm) -> None:
    (scale,) = phq9.form.scales
    starts = [score for score in range(28) if band_of(scale, score) != band_of(scale, score - 1)]
    assert starts == [5, 10, 15, 20]


def test_phq9_norwegian_is_marked_as_a_working_translation(phq9: LoadedForm) -> None:
    statuses = {wording.language: wording.status for wording in phq9.wordings}
    assert statuses["nb"] == statuses["nn"] == "working_translation"
    assert all("ikke validert" in one.note for one in phq9.wordings if one.language == "nb")
