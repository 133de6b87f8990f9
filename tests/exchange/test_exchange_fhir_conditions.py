"""FHIR's conditions: taken over where ours say exactly the same, else named, and always shown."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from fhir_building import item, option, questionnaire, read, reasons

from nurseapp.exchange.fhir.questionnaire_import import ImportReport
from nurseapp.forms.question import questions_of
from nurseapp.forms.visibility import asked_now

CODING = {"system": "http://example.org/svar", "code": "svar-1"}


def when(question: str, operator: str, **answer: Any) -> dict[str, Any]:
    return {"question": question, "operator": operator, **answer}


def asking(
    *conditions: dict[str, Any], first: dict[str, Any] | None = None, **more: Any
) -> ImportReport:
    first = first or item("a", required=True)
    then = item("b", "string", enableWhen=list(conditions), **more)
    return read(questionnaire(first, item("c", "boolean"), then))


def shown(report: ImportReport, **answers: str) -> bool:
    assert report.form is not None
    return "b" in asked_now(questions_of(report.form), answers)


@pytest.mark.parametrize(
    ("condition", "fitting"),
    [
        (when("a", "=", answerCoding=CODING), {"b"}),
        (when("a", "=", answerCoding={"code": "svar-2"}), {"c"}),
        (when("a", "!=", answerCoding=CODING), {"a", "c"}),
        (when("a", "exists", answerBoolean=True), {"a", "b", "c"}),
    ],
)
def test_fhir_condition_on_a_choice_shows_for_the_same_answers(
    condition: dict[str, Any], fitting: set[str]
) -> None:
    report = asking(condition)
    assert reasons(report, "b") == []
    assert {answer for answer in "abc" if shown(report, a=answer)} == fitting
    assert not shown(report)


@pytest.mark.parametrize(
    ("operator", "wanted", "fitting"), [("=", True, "a"), ("=", False, "b"), ("!=", True, "b")]
)
def test_fhir_condition_on_yes_or_no(operator: str, wanted: bool, fitting: str) -> None:
    first = item("a", "boolean", required=True)
    report = asking(when("a", operator, answerBoolean=wanted), first=first)
    assert {answer for answer in "ab" if shown(report, a=answer)} == {fitting}


@pytest.mark.parametrize(("operator", "limit"), [(">=", 3), (">", 3), (">=", 0), (">", 0)])
def test_fhir_condition_on_a_whole_number_shows_for_the_same_numbers(
    operator: str, limit: int
) -> None:
    report = asking(when("a", operator, answerInteger=limit), first=item("a", "integer"))
    for number in range(8):
        meets = number > limit if operator == ">" else number >= limit
        assert shown(report, a=str(number)) is meets


@pytest.mark.parametrize("operator", ["<", "<=", ">", ">=", "=", "!="])
def test_fhir_condition_on_numbers_to_choose_among(operator: str) -> None:
    first = item("a", required=True, answerOption=[{"valueInteger": n} for n in (1, 2, 3)])
    report = asking(when("a", operator, answerInteger=2), first=first)
    fitting = {"<": "a", "<=": "ab", ">": "c", ">=": "bc", "=": "b", "!=": "ac"}[operator]
    assert "".join(answer for answer in "abc" if shown(report, a=answer)) == fitting


@pytest.mark.parametrize("behaviour", ["all", "any"])
def test_fhir_conditions_together(behaviour: str) -> None:
    both = (when("a", "=", answerCoding=CODING), when("c", "=", answerBoolean=True))
    report = asking(*both, enableBehavior=behaviour)
    holds = all if behaviour == "all" else any
    for one, other in product("abc", "ab"):
        assert shown(report, a=one, c=other) is holds((one == "b", other == "a"))


def test_fhir_condition_of_a_group_holds_for_all_in_it() -> None:
    inner = item("b", "string", enableWhen=[when("c", "=", answerBoolean=True)])
    group = item("g", "group", enableWhen=[when("a", "=", answerCoding=CODING)], item=[inner])
    report = read(questionnaire(item("a"), item("c", "boolean"), group))
    assert shown(report, a="b", c="a")
    assert not shown(report, a="a", c="a")
    assert not shown(report, a="b", c="b")


def test_fhir_item_below_a_question_waits_for_its_answer() -> None:
    report = read(questionnaire(item("a", item=[item("b", "string")])))
    assert shown(report, a="c")
    assert not shown(report)


def test_fhir_condition_on_several_answers_holds_when_one_of_them_is_chosen() -> None:
    several = item("a", repeats=True)
    report = asking(when("a", "=", answerCoding=CODING), first=several)
    assert shown(report, a="a b")
    assert shown(report, a="b")
    assert not shown(report, a="a c")


@pytest.mark.parametrize(
    ("condition", "first"),
    [
        (when("a", "!=", answerCoding=CODING), item("a")),
        (when("a", "!=", answerCoding=CODING), item("a", required=True, repeats=True)),
        (when("a", "exists", answerBoolean=False), None),
        (when("a", "<", answerInteger=3), item("a", "integer")),
        (when("a", "=", answerInteger=3), item("a", "integer")),
        (when("a", ">", answerDecimal=2.5), item("a", "decimal")),
        (when("a", ">", answerCoding=CODING), None),
        (when("a", "=", answerCoding={"code": "finnes-ikke"}), None),
        (when("a", "=", answerCoding={"system": "http://other", "code": "svar-1"}), None),
        (when("a", "=", answerDate="2026-01-01"), item("a", "date")),
        (when("borte", "=", answerBoolean=True), None),
        (when("b", "exists", answerBoolean=True), None),
        (when("a", "nær", answerCoding=CODING), None),
        (when("a", "=", answerString="x"), item("a", "attachment")),
    ],
)
def test_fhir_condition_that_ours_cannot_say_is_named_and_the_item_always_shown(
    condition: dict[str, Any], first: dict[str, Any] | None
) -> None:
    report = asking(condition, first=first, required=True)
    (why,) = reasons(report, "b")
    assert why.endswith("Punktet vises alltid.")
    assert report.form is not None
    assert report.form.item("b").show_when is None
    assert report.form.item("b").optional, "what may not apply to anybody is never missing"
    assert shown(report)


def test_fhir_conditions_without_how_they_go_together_are_named() -> None:
    both = (when("a", "=", answerCoding=CODING), when("c", "=", answerBoolean=True))
    assert "om alle betingelsene" in reasons(asking(*both), "b")[0]


def test_fhir_condition_written_as_a_formula_is_named() -> None:
    url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
    formula = {"language": "text/fhirpath", "expression": "true"}
    then = item("b", "string", extension=[{"url": url, "valueExpression": formula}])
    assert "er en formel" in reasons(read(questionnaire(item("a"), then)), "b")[0]


def test_fhir_condition_on_another_answer_than_those_listed() -> None:
    first = item("a", "open-choice", answerOption=[option("x"), option("y")])
    report = asking(when("a", "exists", answerBoolean=True), first=first)
    assert shown(report, a="a")
    assert shown(report, **{"a-other": "noe annet"})
