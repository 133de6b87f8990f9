"""Which scores of a file are computed here, and that nothing is guessed."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from fhir_building import (
    HL7,
    ORDINAL,
    item,
    option,
    options,
    questionnaire,
    read,
    reasons,
    sample,
    scored_as,
    total,
)

from nurseapp.exchange.fhir.questionnaire_import import ImportReport
from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.scoring import scorer_for

WORTH = {
    f"{HL7}ordinalValue",
    f"{HL7}questionnaire-ordinalValue",
    f"{HL7}itemWeight",
    f"{HL7}valueset-ordinalValue",
    f"{HL7}iso21090-CO-value",
}
ONE = "%resource.item.where(linkId='{}').answer.value.ordinal()"
SUM = " + ".join(ONE.format(name) for name in "abc")
ALL_THERE = " + ".join(f"iif(%{name}.exists(), %{name}, 0)" for name in "xyz")


def score(report: ImportReport, scale: str = "total", **answers: str) -> float | None:
    assert report.form is not None
    outcome = scorer_for(report.form).score(answers, Respondent(role="mother"))
    return {one.id: one.score for one in outcome.scales}[scale]


def variable(name: str, formula: str) -> dict[str, Any]:
    told = {"name": name, "language": "text/fhirpath", "expression": formula}
    return {"url": f"{HL7}variable", "valueExpression": told}


def three(*more: dict[str, Any], **root: Any) -> dict[str, Any]:
    return questionnaire(item("a"), item("b"), item("c"), *more, **root)


def is_unscored(report: ImportReport, link_id: str = "total") -> str:
    """The reason; a form without any score, and the score's item named."""
    assert report.form is not None
    assert not report.scored
    assert report.form.scales == ()
    (why,) = reasons(report, link_id)
    return why


@pytest.mark.parametrize("url", sorted(WORTH))
@pytest.mark.parametrize("place", ["option", "coding", "value set"])
def test_fhir_points_are_read_in_every_spelling_and_place(url: str, place: str) -> None:
    table = three(total("%resource.item.answer.value.weight().sum()"))
    for one in table["item"][:3]:
        if place == "coding":
            for choice in one["answerOption"]:
                choice["valueCoding"]["extension"] = choice.pop("extension")
        if place == "value set":
            concepts = [
                {**each["valueCoding"], "extension": each["extension"]}
                for each in one.pop("answerOption")
            ]
            include = {"system": "http://example.org/svar", "concept": concepts}
            value_set = {"resourceType": "ValueSet", "id": "vs", "compose": {"include": [include]}}
            table["contained"] = [value_set]
            one["answerValueSet"] = "#vs"
    report = read(json.loads(json.dumps(table).replace(ORDINAL, url)))
    assert report.scored
    assert score(report, a="a", b="b", c="c") == 0 + 1 + 2


def test_fhir_helsenorge_codes_make_a_sum_of_the_form_and_of_each_group() -> None:
    report = read(sample("helsenorge_score.json"))
    assert report.form is not None
    by_name = {scale.name.nb: scale for scale in report.form.scales}
    day, evening, whole = by_name["Om dagen"], by_name["Om kvelden"], by_name["Sum"]
    assert (day.items, evening.items) == (("q3", "q4"), ("q8",))
    assert whole.items == ("q3", "q4", "q8")
    for answers in product("abc", repeat=3):
        expected = sum("abc".index(answer) for answer in answers)
        assert score(report, whole.id, **dict(zip(whole.items, answers, strict=True))) == expected
    shown = {text.text for text in report.wordings[0].items.values()}
    assert not shown & {"Delsum", "Sum"}, "a sum is computed and never asked for"


def test_fhir_helsenorge_answer_without_a_value_counts_nothing() -> None:
    questions = [item(name, code=scored_as("QS"), answerOption=options(None, 2)) for name in "ab"]
    report = read(questionnaire(*questions, item("t", "integer", code=scored_as("TS"))))
    assert score(report, a="a", b="b") == 2


def test_fhir_scores_that_add_the_same_are_one_scale_whatever_type_they_are_shown_in() -> None:
    """As in Helsenorge's own try-outs: totals as whole numbers, decimals and quantities."""
    totals = [item(kind, kind, code=scored_as("TS")) for kind in ("integer", "decimal", "quantity")]
    group = item("g", "group", item=[item("a", code=scored_as("QS")), *totals])
    report = read(questionnaire(group))
    assert report.form is not None
    assert [scale.id for scale in report.form.scales] == ["total"]
    assert report.kept.count("form-scale") == 3


def test_fhir_lhc_formula_over_variables_is_a_sum() -> None:
    report = read(sample("lhc_score.json"))
    for answers in product("abcd", repeat=3):
        expected = sum("abcd".index(answer) for answer in answers)
        assert score(report, **dict(zip(("D-1", "D-2", "D-3"), answers, strict=True))) == expected


@pytest.mark.parametrize(
    "formula",
    [
        SUM,
        f"({SUM})",
        SUM.replace(" + ", "+").replace("'", "'"),
        "%resource.item.answer.value.ordinal().sum()",
        "%resource.item.where(linkId != 'total').answer.weight().sum()",
        "%resource.descendants().where(linkId='a' or linkId='b' or linkId='c').answer.value.weight().sum()",
        "QuestionnaireResponse.item.answer.value.weight().sum()",
    ],
)
def test_fhir_formula_that_is_a_plain_sum_is_known(formula: str) -> None:
    report = read(three(total(formula)))
    assert report.scored, reasons(report, "total")
    assert score(report, a="c", b="c", c="b") == 5
    assert score(report, a="c", b="c") is None, "a missing answer never counts as nothing"


def test_fhir_formula_with_a_weight_is_a_weighted_sum() -> None:
    report = read(three(total("%resource.item.answer.value.ordinal().sum() * 4")))
    assert score(report, a="c", b="b", c="a") == 4 * (2 + 1 + 0)


def test_fhir_formula_inside_groups_finds_the_item_by_its_whole_path() -> None:
    group = item("g", "group", item=[item("a"), item("b")])
    whole = "%resource.item.where(linkId='g').item.where(linkId='{}').answer.value.ordinal()"
    formula = f"{whole.format('a')} + {whole.format('b')}"
    assert read(questionnaire(group, total(formula))).scored
    half = read(questionnaire(group, total(" + ".join(ONE.format(name) for name in "ab"))))
    assert is_unscored(half), "the path leads nowhere, and what was meant is not guessed"


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "%a",
        f"{SUM} - 1",
        f"({SUM}) / 3",
        f"({SUM}) * 1.5",
        f"({SUM}) * 0",
        f"{SUM} + 1",
        f"{SUM}.round()",
        f"{ONE.format('a')} + {ONE.format('a')}",
        f"{ONE.format('a')} + {ONE.format('borte')}",
        "%resource.item.where(linkId.matches('^[a-c]$')).answer.value.ordinal().sum()",
        "%resource.item.answer.value.ordinal().avg()",
        "iif(%resource.item.count() > 2, 1, 0)",
        "%resource.item.where(linkId='g').answer.value.ordinal().sum()",
        "a' or '1'='1",
        "+",
        "(" * 3000 + ")" * 3000,
        "*".join(["%resource.item.answer.value.ordinal().sum()", *["1"] * 2000]),
    ],
)
def test_fhir_formula_of_any_other_kind_is_named_and_nothing_is_guessed(formula: str) -> None:
    report = read(three(total(formula)))
    assert is_unscored(report) == "Formelen er ikke en sum som programmet kjenner."


def test_fhir_formulas_that_name_each_other_without_end_are_refused_quickly() -> None:
    doubled = [variable(f"v{n}", "+".join([f"%v{n + 1}"] * 50)) for n in range(20)]
    report = read(three(total("%v0"), extension=doubled))
    assert is_unscored(report)
    circle = [variable("x", "%y"), variable("y", "%x")]
    assert is_unscored(read(three(total("%x"), extension=circle)))


def test_fhir_variable_of_two_meanings_is_used_in_neither() -> None:
    both = [variable("x", ONE.format("a")), variable("x", ONE.format("b"))]
    assert is_unscored(read(three(total(f"%x + {ONE.format('c')}"), extension=both)))


def test_fhir_sum_that_waits_for_something_else_is_refused() -> None:
    named = [variable(name, ONE.format(link)) for name, link in zip("xyz", "abc", strict=True)]
    any_of = variable("any", "%x.exists() or %y.exists() or %z.exists()")
    other = variable("any", "%resource.item.where(linkId='q').answer.exists()")
    formula = f"iif(%any, {ALL_THERE}, {{}})"
    assert read(three(total(formula), extension=[*named, any_of])).scored
    assert is_unscored(read(three(total(formula), extension=[*named, other])))


def test_fhir_one_unknown_formula_leaves_the_whole_form_unscored() -> None:
    report = read(three(total(SUM), total(f"({SUM}) / 3", "mean")))
    assert is_unscored(report, "mean")


def test_fhir_formula_in_another_language_is_named() -> None:
    table = three(total(SUM))
    table["item"][3]["extension"][0]["valueExpression"]["language"] = "text/cql"
    assert "annet språk" in is_unscored(read(table))


def test_fhir_code_and_formula_that_differ_are_named() -> None:
    table = three(total(f"{ONE.format('a')} + {ONE.format('b')}", code=scored_as("TS")))
    for one in table["item"][:3]:
        one["code"] = scored_as("QS")
    assert is_unscored(read(table)) == "Koden og formelen sier ikke det samme."


@pytest.mark.parametrize("worth", [0.5, -1, 101, 1e15])
def test_fhir_points_that_are_no_whole_number_to_a_hundred_are_named(worth: float) -> None:
    table = three(total(SUM))
    table["item"][0]["answerOption"] = options(0, worth)
    report = read(table)
    assert is_unscored(report)
    assert "hele tall fra 0 til 100" in reasons(report, "a")[0]


def test_fhir_answer_with_two_different_worths_is_named() -> None:
    twice = option("svar-0", 1)
    twice["extension"].append({"url": f"{HL7}itemWeight", "valueDecimal": 2})
    table = three(total(SUM))
    table["item"][0]["answerOption"] = [twice, option("svar-1", 0)]
    assert is_unscored(read(table))


def test_fhir_answer_without_a_worth_is_not_counted_by_a_formula() -> None:
    table = three(total(SUM))
    table["item"][0]["answerOption"].append(option("vet-ikke"))
    assert "et svar uten poeng" in is_unscored(read(table))


def test_fhir_score_over_an_item_whose_condition_is_lost_is_named() -> None:
    table = three(total(SUM))
    table["item"][2]["enableWhen"] = [
        {"question": "a", "operator": "exists", "answerBoolean": False}
    ]
    assert "alltid vises" in is_unscored(read(table))


def test_fhir_score_over_a_group_that_repeats_is_named() -> None:
    group = item("g", "group", repeats=True, item=[item("a", code=scored_as("QS"))])
    report = read(questionnaire(group, item("total", "integer", code=scored_as("TS"))))
    assert "kan gjentas" in is_unscored(report)


@pytest.mark.parametrize(
    "lost", [{"type": "integer"}, {"readOnly": True}, {"answerOption": options(None, None)}]
)
def test_fhir_question_that_should_count_and_cannot_is_named(lost: dict[str, Any]) -> None:
    first, second = (item(name, code=scored_as("QS")) for name in "ab")
    table = questionnaire(first | lost, second, item("t", "integer", code=scored_as("TS")))
    report = read(table)
    assert report.form is not None
    assert not report.form.scales
    assert "skal telle med" in reasons(report, "a")[-1]


def test_fhir_points_without_a_sum_are_added_only_when_somebody_asks_for_it() -> None:
    silent = read(three())
    assert not silent.scored
    assert reasons(silent) == ["Svarene har poeng, men filen sier ikke hvordan de legges sammen."]
    asked = read(three(), add_up=True)
    assert score(asked, a="c", b="c", c="c") == 6


def test_fhir_critical_answers_are_not_in_a_file_and_the_form_says_so() -> None:
    report = read(sample("lhc_score.json"))
    assert report.form is not None
    assert not any(one.critical for one in report.form.items)
    assert any("Ingen svar varsler" in words.nb for words in report.form.about.unverified)
