"""What leaves as a Questionnaire: valid R4, and nothing is lost on the way out and back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from fhir_building import HL7, SAMPLES, item, questionnaire, read
from fhir_checking import valid_questionnaire
from msgspec.structs import replace

from nurseapp.base.paths import forms_folder
from nurseapp.exchange.fhir.json_reading import written_json
from nurseapp.exchange.fhir.questionnaire_export import questionnaire as exported
from nurseapp.exchange.fhir.questionnaire_import import ImportReport, read_questionnaire
from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.wording import ItemText, Wording

LIBRARY = load_library(forms_folder())
FORMS = {loaded.form.id: loaded for loaded in LIBRARY.forms}
# One of each kind in every run; all of them where there is more time.
SOME = ("epds", "phq-9", "asq-3-12", "carer-diary", "nbas-nbo")
ALL_SAMPLES = sorted(path.name for path in SAMPLES.glob("*.json"))
ODD = {"url": "http://example.org/colour", "valueString": "blå"}


def wordings_of(loaded: LoadedForm) -> Iterator[tuple[Wording, ...]]:
    yield ()
    yield loaded.real_wordings()
    yield loaded.practice_wordings()


def out(loaded: LoadedForm, wordings: tuple[Wording, ...], kept: str = "") -> dict[str, Any]:
    table: dict[str, Any] = json.loads(written_json(exported(loaded, wordings, kept)))
    return table


def loaded_from(report: ImportReport) -> LoadedForm:
    assert report.form is not None
    return dataclasses.replace(FORMS["phq-2"], form=report.form, wordings=report.wordings)


@pytest.mark.parametrize("name", SOME)
def test_fhir_own_form_goes_out_and_comes_back_as_it_was(name: str) -> None:
    comes_back(FORMS[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FORMS))
def test_fhir_every_own_form_goes_out_and_comes_back_as_it_was(name: str) -> None:
    comes_back(FORMS[name])


def comes_back(loaded: LoadedForm) -> None:
    for wordings in wordings_of(loaded):
        report = read(out(loaded, wordings))
        assert report.problems == ()
        assert report.form == loaded.form
        by_language = {wording.language: wording for wording in report.wordings}
        assert by_language == {wording.language: wording for wording in wordings}
        assert report.scored is bool(loaded.form.scales)


@pytest.mark.parametrize("name", ["epds", "phq-9"])
def test_fhir_own_form_is_valid_r4(name: str) -> None:
    loaded = FORMS[name]
    valid_questionnaire(out(loaded, loaded.real_wordings()))
    valid_questionnaire(out(loaded, loaded.practice_wordings()))


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FORMS))
def test_fhir_every_own_form_is_valid_r4(name: str) -> None:
    loaded = FORMS[name]
    for wordings in wordings_of(loaded):
        valid_questionnaire(out(loaded, wordings))


def test_fhir_own_form_is_named_with_its_version() -> None:
    table = out(FORMS["epds"], ())
    assert table["url"].endswith("/Questionnaire/epds")
    assert table["version"] == str(FORMS["epds"].form.version)
    first = table["item"][0]
    assert first["linkId"] == "1", "nothing stands before the first question"
    assert "text" not in first, "no words of others leave with the structure"


def test_fhir_own_form_says_what_others_understand() -> None:
    """Points, conditions and Helsenorge's codes stand in FHIR's own elements too."""
    phq = FORMS["phq-9"]
    table = out(phq, phq.real_wordings())
    items = {one["linkId"]: one for one in table["item"]}
    worths = [option["valueCoding"]["extension"][0] for option in items["1"]["answerOption"]]
    assert [(one["url"], one["valueDecimal"]) for one in worths] == [
        (f"{HL7}ordinalValue", points) for points in (0, 1, 2, 3)
    ]
    assert {code["code"] for code in items["1"]["code"]} == {"score", "QS"}
    assert "code" not in items["10"], "the tenth is no part of the sum"
    assert {code["code"] for code in items["_score-total"]["code"]} == {"score", "TS"}
    shown = items["10"]["enableWhen"]
    assert items["10"]["enableBehavior"] == "any"
    assert {(one["question"], one["answerCoding"]["code"]) for one in shown} == {
        (str(number), option) for number in range(1, 10) for option in "bcd"
    }
    assert table["language"] == "nb"
    lang = items["1"]["_text"]["extension"][0]["extension"][0]["valueCode"]
    assert lang in {wording.language for wording in phq.real_wordings()}


def test_fhir_own_form_read_without_our_extensions_is_counted_the_same() -> None:
    """What others see in our files adds up to what we count."""
    phq = FORMS["phq-9"]
    table = out(phq, phq.real_wordings())
    table["extension"] = []
    for one in table["item"]:
        one["extension"] = [each for each in one["extension"] if "nurseapp" not in each["url"]]
    report = read(table)
    assert report.form is not None
    (scale,) = report.form.scales
    assert scale.items == phq.form.scales[0].items
    assert [one.points for one in report.form.item("1").options] == [0, 1, 2, 3]


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a worth": lambda table: table["item"][2]["answerOption"][0]["valueCoding"]["extension"][0].update(valueDecimal=3),
    "an answer less": lambda table: table["item"][2]["answerOption"].pop(),
    "an item less": lambda table: table["item"].pop(2),
    "an item more": lambda table: table["item"].append(item("ny", "boolean")),
    "two items swapped": lambda table: table["item"].insert(2, table["item"].pop(3)),
    "another code": lambda table: table["item"][2]["answerOption"][0]["valueCoding"].update(code="z"),
    "a condition more": lambda table: table["item"][3].update(enableWhen=[{"question": "1", "operator": "exists", "answerBoolean": True}]),
    "filled in": lambda table: table["item"][2].update(initial=[{"valueString": "a"}]),
    "not required": lambda table: table["item"][2].update(required=False),
    "another version": lambda table: table.update(version="2"),
    "rights": lambda table: table.update(copyright="Fri bruk"),
}  # fmt: skip


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_fhir_own_form_that_somebody_changed_is_refused(change: str) -> None:
    loaded = FORMS["phq-2"]
    table = out(loaded, loaded.real_wordings())
    assert read(deepcopy(table)).form is not None
    CHANGES[change](table)
    report = read(table)
    assert (report.form, report.wordings) == (None, ())
    lost = change in {"an answer less", "an item less"}  # the rest of it does not hold
    assert lost or "er endret siden" in report.problems[0]


def test_fhir_own_form_with_a_misspelt_structure_is_refused() -> None:
    table = out(FORMS["phq-2"], ())
    table["extension"][0]["extension"].append({"url": "critcal", "valueString": "x"})
    assert "Ukjent nøkkel" in read(table).problems[0]
    table = out(FORMS["phq-2"], ())
    table["extension"][0]["extension"].append({"url": "id", "valueString": "epds"})
    assert read(table).problems


def test_fhir_additions_of_others_to_our_file_come_out_again() -> None:
    loaded = FORMS["phq-2"]
    table = out(loaded, loaded.real_wordings())
    table["extension"].insert(0, ODD)
    table["item"][2]["extension"].append(ODD)
    table["identifier"] = [{"value": "17"}]
    table["meta"] = {"versionId": "3"}
    report = read(table)
    assert report.problems == ()
    again = out(loaded, loaded.real_wordings(), report.kept)
    assert again["identifier"] == [{"value": "17"}]
    assert again["meta"] == {"versionId": "3"}
    assert ODD in again["extension"]
    assert ODD in again["item"][2]["extension"]
    valid_questionnaire(again)


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_fhir_file_of_others_comes_out_as_it_came_with_our_ids_beside(name: str) -> None:
    original = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    if original["resourceType"] == "Bundle":
        (original,) = [
            one["resource"]
            for one in original["entry"]
            if one["resource"]["language"].startswith("nb")
        ]
    report = read_questionnaire((SAMPLES / name).read_bytes())
    again = out(loaded_from(report), report.wordings, report.kept)
    if name != "lhc_score.json":  # LHC's own names of variables have signs that R4 does not allow
        valid_questionnaire(again)
    back = read(deepcopy(again))
    assert back.form == report.form
    assert back.wordings == report.wordings
    without = without_ours(again)
    if name == "helsenorge_languages.json":
        without = without_translations(without)
    original.setdefault("language", "nb")
    assert without == original


def without_ours(table: Any) -> Any:
    if isinstance(table, list):
        return [without_ours(one) for one in table]
    if not isinstance(table, dict):
        return table
    kept = {key: without_ours(value) for key, value in table.items()}
    if "extension" in kept:
        kept["extension"] = [one for one in kept["extension"] if "nurseapp" not in one["url"]]
        if not kept["extension"]:
            del kept["extension"]
    return kept


def without_translations(table: Any) -> Any:
    if isinstance(table, list):
        return [without_translations(one) for one in table]
    if not isinstance(table, dict):
        return table
    return {
        key: without_translations(value)
        for key, value in table.items()
        if key not in {"_text", "_title", "_display"}
    }


@pytest.mark.parametrize("name", ["sdc_weights.json", "helsenorge_score.json", "all_types.json"])
def test_fhir_words_that_a_clinic_changed_go_out_in_place_of_the_old(name: str) -> None:
    report = read_questionnaire((SAMPLES / name).read_bytes())
    changed = tuple(louder(wording) for wording in report.wordings)
    again = out(loaded_from(report), changed, report.kept)
    valid_questionnaire(again)
    back = read(again)
    assert {
        one.language: {name: text.text for name, text in one.items.items()} for one in back.wordings
    } == {
        one.language: {name: text.text for name, text in one.items.items() if name != "open-other"}
        | ({"open-other": "Annet svar"} if "open-other" in one.items else {})
        for one in changed
    }
    if name != "all_types.json":  # answers that are their own words keep them
        assert [one.items for one in back.wordings] == [one.items for one in changed]


def louder(wording: Wording) -> Wording:
    items = {
        name: ItemText(f"{text.text}!", {key: f"{words}!" for key, words in text.options.items()})
        for name, text in wording.items.items()
    }
    return replace(wording, items=items)


def test_fhir_export_keeps_decimals_digit_for_digit() -> None:
    data = json.dumps(questionnaire(item("a", extension=[ODD])), ensure_ascii=False).replace(
        '"blå"', '"blå", "valueDecimal": 1.50'
    )
    report = read_questionnaire(data.encode())
    assert '"valueDecimal":1.50' in report.kept
    assert '"valueDecimal":1.50' in written_json(
        exported(loaded_from(report), report.wordings, report.kept)
    )
