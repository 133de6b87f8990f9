"""Answers that leave as QuestionnaireResponse and Observations, and sums that others state."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest
from fhir_building import SAMPLES, item, option, questionnaire, read, sample
from fhir_checking import valid_bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from nurseapp.base.paths import forms_folder
from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet, Limit, ScaleResult
from nurseapp.exchange.fhir.bundle_export import response_bundle
from nurseapp.exchange.fhir.json_reading import read_json, written_json
from nurseapp.exchange.fhir.opening import opened
from nurseapp.exchange.fhir.parties import Party
from nurseapp.exchange.fhir.questionnaire_export import questionnaire as exported
from nurseapp.exchange.fhir.questionnaire_import import ImportReport, read_questionnaire
from nurseapp.exchange.fhir.response_reading import read_answers, response_in
from nurseapp.exchange.fhir.response_scores import ScoreCheck, check_scores
from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.model import Item
from nurseapp.forms.question import questions_of
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.visibility import asked_now

LIBRARY = load_library(forms_folder())
FORMS = {loaded.form.id: loaded for loaded in LIBRARY.forms}
SOME = ("epds", "asq-3-12", "carer-diary", "m-chat-rf")
WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MOTHER = Party(kind="Patient", name="Rolig Bjørk", birth_date=date(1994, 3, 1))
CHILD = Party(kind="Patient", name="Blid Bjørk", birth_date=date(2026, 8, 1))
NURSE = Party(kind="Practitioner", name="S. Eik")


def sheet(
    loaded: LoadedForm, answers: Mapping[str, str], kept: str = "", **more: Any
) -> AnsweredSheet:
    outcome = scorer_for(loaded.form).score(answers, Respondent(role=loaded.form.answered_by[0]))
    results = tuple(
        ScaleResult(id=one.id, name=one.id, score=one.score, lowest=one.lowest, highest=one.highest)
        for one in outcome.scales
    )
    usual = AnsweredSheet(
        loaded=loaded, kept=kept, answers=answers, results=results, status="completed",
        authored=WHEN, subject=MOTHER, source=MOTHER, author=MOTHER, training=False,
    )  # fmt: skip
    return dataclasses.replace(usual, **more)


def bundle(one: AnsweredSheet) -> dict[str, Any]:
    numbers = count(1)
    table = response_bundle(one, lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
    whole: dict[str, Any] = json.loads(written_json(table))
    return whole


def response_of(one: AnsweredSheet) -> dict[str, Any]:
    found: dict[str, Any] = bundle(one)["entry"][0]["resource"]
    return found


def back(one: AnsweredSheet) -> dict[str, str]:
    """The answers that the written response comes to."""
    table = read_json(written_json(exported(one.loaded, (), one.kept)).encode())
    source, _table = opened(table, "nb")
    read_back = read_answers(response_in(read_json(json.dumps(bundle(one)).encode())), source)
    assert read_back.problems == []
    return read_back.answers


def loaded_from(report: ImportReport) -> LoadedForm:
    assert report.form is not None
    return dataclasses.replace(FORMS["phq-2"], form=report.form, wordings=report.wordings)


def answers_for(loaded: LoadedForm) -> st.SearchStrategy[dict[str, str]]:
    fields = {one.id: answer(one) for one in loaded.form.items if one.kind != "information"}
    return st.fixed_dictionaries({}, optional=fields)


def answer(one: Item) -> st.SearchStrategy[str]:
    ids = [each.id for each in one.options]
    match one.kind:
        case "choice" | "yes_no":
            return st.sampled_from(ids)
        case "multiple":
            some = st.sets(st.sampled_from(ids), min_size=1)
            return some.map(lambda chosen: " ".join(each for each in ids if each in chosen))
        case "number":
            low, high = int(one.minimum or 0), int(one.maximum or 50)
            return st.integers(low, high).map(str)
        case "date":
            return st.dates(date(2020, 1, 1), date(2026, 1, 1)).map(date.isoformat)
        case _:
            return st.text("abc æøå", min_size=1, max_size=20).filter(str.strip)


def asked(loaded: LoadedForm, answers: Mapping[str, str]) -> dict[str, str]:
    shown = asked_now(questions_of(loaded.form, None), answers)
    return {name: each for name, each in answers.items() if name in shown}


@pytest.mark.parametrize("name", SOME)
def test_fhir_response_says_every_answer_that_was_asked_for_and_nothing_else(name: str) -> None:
    loaded = FORMS[name]

    @settings(max_examples=4)
    @given(answers=answers_for(loaded))
    def holds(answers: dict[str, str]) -> None:
        assert back(sheet(loaded, answers)) == asked(loaded, answers)

    holds()


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.json")))
def test_fhir_response_to_a_form_of_others_is_in_their_names_and_types(name: str) -> None:
    report = read_questionnaire((SAMPLES / name).read_bytes())
    loaded = loaded_from(report)

    @settings(max_examples=8)
    @given(answers=answers_for(loaded))
    def holds(answers: dict[str, str]) -> None:
        assert back(sheet(loaded, answers, report.kept)) == asked(loaded, answers)

    holds()


def test_fhir_response_uses_the_types_of_the_questionnaire() -> None:
    report = read(sample("all_types.json"))
    answers = {
        "choice": "c", "several": "a b", "open-other": "Gul", "boolean": "b", "integer": "12",
        "decimal": "2.5", "quantity": "300", "date": "2024-05-17", "dateTime": "2024-05-18",
        "string": "Veien", "text": "Fin", "url": "https://example.org",
    }  # fmt: skip
    response = response_of(sheet(loaded_from(report), answers, report.kept))
    (group,) = response["item"][:1]
    assert group["linkId"] == "g", "the answers stand inside their group"
    told = {one["linkId"]: one["answer"] for one in group["item"]}
    assert told["choice"] == [{"valueString": "Gård"}]
    assert told["several"] == [{"valueCoding": {"code": "t"}}, {"valueCoding": {"code": "b"}}]
    assert told["open"] == [{"valueString": "Gul"}]
    assert told["boolean"] == [{"valueBoolean": False}]
    assert told["integer"] == [{"valueInteger": 12}]
    assert told["decimal"] == [{"valueDecimal": 2.5}]
    assert told["quantity"][0]["valueQuantity"] == {
        "value": 300, "unit": "meter", "system": "http://unitsofmeasure.org", "code": "m",
    }  # fmt: skip
    assert told["dateTime"] == [{"valueDateTime": "2024-05-18"}]
    assert told["url"] == [{"valueUri": "https://example.org"}]
    assert response["questionnaire"].startswith("http://example.org/fhir/Questionnaire/all-types|")


def test_fhir_response_names_the_questionnaire_with_its_version() -> None:
    response = response_of(sheet(FORMS["epds"], {"1": "a"}))
    assert response["questionnaire"].endswith(f"/Questionnaire/epds|{FORMS['epds'].form.version}")


def test_fhir_response_holds_no_words_of_the_questions() -> None:
    phq = FORMS["phq-9"]
    written = json.dumps(bundle(sheet(phq, dict.fromkeys("123456789", "b"))), ensure_ascii=False)
    for wording in phq.wordings:
        for text in wording.items.values():
            assert text.text not in written


def test_fhir_response_keeps_subject_source_and_author_apart() -> None:
    """The child it is about, the mother who answered, the nurse who wrote it down."""
    mother = Party(kind="RelatedPerson", name="Rolig Bjørk", words="mor")
    one = sheet(FORMS["asq-3-12"], {"c1": "a"}, subject=CHILD, source=mother, author=NURSE)
    response = response_of(one)
    people = {f"#{each['id']}": each for each in response["contained"]}
    subject, source, author = (
        people[response[name]["reference"]] for name in ("subject", "source", "author")
    )
    assert (subject["resourceType"], subject["name"][0]["text"]) == ("Patient", "Blid Bjørk")
    assert (source["resourceType"], source["patient"]) == (
        "RelatedPerson",
        {"reference": "#subject"},
    )
    assert (author["resourceType"], author["name"][0]["text"]) == ("Practitioner", "S. Eik")
    valid_bundle(bundle(one))


def test_fhir_response_has_a_national_number_only_when_it_is_asked_for() -> None:
    without = json.dumps(bundle(sheet(FORMS["epds"], {"1": "a"})))
    assert "identifier" not in without
    numbered = dataclasses.replace(MOTHER, national_number="01839412345")
    one = sheet(FORMS["epds"], {"1": "a"}, subject=numbered, source=numbered, author=numbered)
    (person,) = response_of(one)["contained"]
    assert person["identifier"] == [
        {"system": "urn:oid:2.16.578.1.12.4.1.4.1", "value": "01839412345"}
    ]
    foreign = dataclasses.replace(MOTHER, national_number="41839412345")
    (person,) = response_of(
        dataclasses.replace(one, subject=foreign, source=foreign, author=foreign)
    )["contained"]
    assert person["identifier"][0]["system"].endswith(".4.2"), "a D-number"


def test_fhir_response_of_somebody_unknown_is_valid_and_names_nobody() -> None:
    unknown = Party(kind="Patient", words="mor")
    one = sheet(FORMS["epds"], {"1": "a"}, subject=unknown, source=unknown, author=unknown)
    whole = bundle(one)
    valid_bundle(whole)
    assert "contained" not in json.dumps(whole)
    assert whole["entry"][0]["resource"]["subject"] == {"type": "Patient", "display": "mor"}


@pytest.mark.parametrize("status", ["completed", "in-progress", "amended", "entered-in-error"])
@pytest.mark.parametrize("authored", [WHEN, WHEN.date()])
def test_fhir_bundle_is_valid_r4(status: str, authored: date) -> None:
    answers = dict.fromkeys(map(str, range(1, 10)), "b")
    one = sheet(FORMS["phq-9"], answers, status=status, authored=authored, training=True)
    valid_bundle(bundle(one))


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FORMS))
def test_fhir_bundle_of_every_form_is_valid_r4(name: str) -> None:
    loaded = FORMS[name]

    @settings(max_examples=5)
    @given(answers=answers_for(loaded))
    def holds(answers: dict[str, str]) -> None:
        one = sheet(loaded, answers)
        valid_bundle(bundle(one))
        assert back(one) == asked(loaded, answers)

    holds()


def test_fhir_observation_has_the_score_or_the_range_and_comes_from_the_response() -> None:
    whole = bundle(sheet(FORMS["phq-9"], dict.fromkeys(map(str, range(1, 10)), "c")))
    response, observation = whole["entry"]
    assert observation["resource"]["valueQuantity"]["value"] == 18
    assert observation["resource"]["status"] == "final"
    assert observation["resource"]["derivedFrom"] == [{"reference": response["fullUrl"]}]
    part = bundle(sheet(FORMS["phq-9"], {"1": "b"}))["entry"][1]["resource"]
    assert "valueQuantity" not in part
    assert (part["valueRange"]["low"]["value"], part["valueRange"]["high"]["value"]) == (
        1,
        1 + 8 * 3,
    )
    assert part["status"] == "preliminary"
    assert "interpretation" not in json.dumps(whole)


def test_fhir_observation_tells_the_cut_off_and_never_as_what_is_usual() -> None:
    limit = Limit(comparison=">=", value=10, words="10 eller mer (Kilde 2001)")
    result = ScaleResult(id="total", name="Sum", score=12, lowest=12, highest=12, limit=limit)
    whole = bundle(sheet(FORMS["phq-9"], {"1": "b"}, results=(result,)))
    valid_bundle(whole)
    observation = whole["entry"][1]["resource"]
    assert "referenceRange" not in observation
    notes = [note["text"] for note in observation["note"]]
    assert notes == ["10 eller mer (Kilde 2001)", "Skår er støtte til vurdering, ikke diagnose."]
    parts = {one["url"]: one for one in observation["extension"][0]["extension"]}
    assert (parts["comparison"]["valueString"], parts["value"]["valueInteger"]) == (">=", 10)


def test_fhir_response_of_practice_is_marked_as_test_data() -> None:
    for entry in bundle(sheet(FORMS["epds"], {"1": "a"}, training=True))["entry"]:
        assert entry["resource"]["meta"]["security"][0]["code"] == "HTEST"


# Scores that others state.

QUESTIONS = ("/D-1", "/D-2", "/D-3")


def stating(total: object, *chosen: int, kind: str = "valueDecimal") -> dict[str, Any]:
    """A response to the LHC sample: one answer by its worth for each question, and a total."""
    items: list[dict[str, Any]] = [
        {"linkId": name, "answer": [{"valueCoding": {"code": f"DA-{worth}"}}]}
        for name, worth in zip(QUESTIONS, chosen, strict=False)
    ]
    if total is not None:
        items.append({"linkId": "/D-9", "answer": [{kind: total}]})
    return {"resourceType": "QuestionnaireResponse", "status": "completed", "item": items}


def checked(response: dict[str, Any], name: str = "lhc_score.json") -> ScoreCheck:
    return check_scores(read(sample(name)), json.dumps(response).encode())


@pytest.mark.parametrize(("chosen", "total"), [((0, 0, 0), 0), ((3, 2, 1), 6), ((3, 3, 3), 9)])
def test_fhir_stated_total_that_is_right_is_confirmed(chosen: tuple[int, ...], total: int) -> None:
    check = checked(stating(total, *chosen))
    assert check.agrees
    assert check.lines[0].computed == total
    for wrong in (total + 1, total - 1, total + 0.5):
        assert not checked(stating(wrong, *chosen)).agrees
    assert checked(stating({"value": total}, *chosen, kind="valueQuantity")).agrees
    assert checked(stating(None, *chosen)).agrees, "nothing is stated, and nothing differs"


def test_fhir_stated_total_of_an_incomplete_response_cannot_be_confirmed() -> None:
    check = checked(stating(3, 2, 1))
    (line,) = check.lines
    assert not check.agrees
    assert (line.computed, line.lowest, line.highest) == (None, 3, 6)


def wrong_responses() -> Iterator[tuple[str, dict[str, Any]]]:
    yield (
        "ukjent",
        stating(6, 3, 2, 1) | {"item": [{"linkId": "borte", "answer": [{"valueInteger": 1}]}]},
    )
    yield "finnes ikke", stating(6, 9, 2, 1)
    yield "annet skjema", stating(6, 3, 2, 1) | {"resourceType": "Observation"}
    twice = stating(6, 3, 2, 1)
    twice["item"].append(twice["item"][0])
    yield "flere svar", twice
    yield (
        "type",
        {**stating(6, 3, 2), "item": [{"linkId": "/D-1", "answer": [{"valueDecimal": 3}]}]},
    )
    yield "ett tall", stating("seks", 3, 2, 1, kind="valueString")
    yield "ett tall", stating("1e999999", 3, 2, 1)


@pytest.mark.parametrize(("what", "response"), list(wrong_responses()))
def test_fhir_response_that_does_not_fit_is_told_of(what: str, response: dict[str, Any]) -> None:
    check = checked(response)
    assert not check.agrees
    assert check.problems
    assert all("Traceback" not in problem for problem in check.problems)


def test_fhir_response_to_another_questionnaire_or_version_is_refused() -> None:
    base = {"resourceType": "QuestionnaireResponse", "status": "completed"}
    here = "http://example.org/fhir/Questionnaire/weather"
    for named, agrees in (
        (here, True), (f"{here}|2.1.0", True), (f"{here}|1", False), ("http://other", False),
    ):  # fmt: skip
        assert checked(base | {"questionnaire": named}, "sdc_weights.json").agrees is agrees


def test_fhir_helsenorge_sums_in_a_response_are_held_to_account() -> None:
    table = sample("helsenorge_score.json")
    day, evening = table["item"][1], table["item"][2]

    def coded(question: dict[str, Any], place: int) -> dict[str, Any]:
        coding = question["answerOption"][place]["valueCoding"]
        told = {"system": coding["system"], "code": coding["code"]}
        return {"linkId": question["linkId"], "answer": [{"valueCoding": told}]}

    def stated(place: dict[str, Any], number: int) -> dict[str, Any]:
        return {"linkId": place["linkId"], "answer": [{"valueInteger": number}]}

    def response(part: int, whole: int) -> dict[str, Any]:
        inside = [coded(day["item"][0], 2), coded(day["item"][1], 1), stated(day["item"][3], part)]
        later = [coded(evening["item"][0], 1), stated(evening["item"][1], 1)]
        groups = [
            {"linkId": day["linkId"], "item": inside},
            {"linkId": evening["linkId"], "item": later},
        ]
        return {"resourceType": "QuestionnaireResponse", "status": "completed",
                "item": [*groups, stated(table["item"][4], whole)]}  # fmt: skip

    assert checked(response(3, 4), "helsenorge_score.json").agrees
    differing = checked(response(2, 4), "helsenorge_score.json")
    assert [line.name for line in differing.lines if line.differs] == ["Om dagen"]
    assert not checked(response(3, 9), "helsenorge_score.json").agrees


def test_fhir_scores_of_an_unscored_form_cannot_be_confirmed() -> None:
    response = {"resourceType": "QuestionnaireResponse", "status": "completed"}
    assert not checked(response, "bmi_formula.json").agrees


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"<x/>", b'{"resourceType":"Patient"}', b"[" * 100_000]
)
def test_fhir_response_that_is_none_is_refused_in_a_sentence(data: bytes) -> None:
    check = check_scores(read(sample("lhc_score.json")), data)
    assert check.lines == ()
    assert len(check.problems) == 1


def test_fhir_own_response_states_the_total_that_the_questionnaire_has_an_item_for() -> None:
    phq = FORMS["phq-9"]
    table = written_json(exported(phq, phq.real_wordings()))
    report = read_questionnaire(table.encode())
    whole = bundle(sheet(phq, dict.fromkeys(map(str, range(1, 10)), "c")))
    check = check_scores(report, json.dumps(whole).encode())
    assert check.agrees
    assert check.lines[0].stated == 18


def test_fhir_answer_by_its_code_alone_is_known_where_no_system_is_named() -> None:
    report = read(
        questionnaire(item("a", answerOption=[option("x", 1), option("y", 2)])), add_up=True
    )
    told = [{"linkId": "a", "answer": [{"valueCoding": {"code": "y"}}]}]
    response = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": told}
    assert check_scores(report, json.dumps(response).encode()).lines[0].computed == 2
