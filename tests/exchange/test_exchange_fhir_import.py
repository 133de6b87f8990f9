"""What becomes of Questionnaires that others have written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fhir_building import HL7, SAMPLES, item, option, questionnaire, read, reasons, sample

from nurseapp.exchange.fhir.questionnaire_import import read_questionnaire

ALL_SAMPLES = sorted(path.name for path in SAMPLES.glob("*.json"))


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_fhir_sample_comes_in_with_words_for_every_item(name: str) -> None:
    report = read_questionnaire((SAMPLES / name).read_bytes())
    assert report.problems == ()
    assert report.form is not None
    for wording in report.wordings:
        assert set(wording.items) == {one.id for one in report.form.items}
    assert report.form.about.rights.wording == "licence"
    assert not report.form.about.rights.print_blank
    assert report.form.id.startswith("fhir-"), "none of the program's own forms can be displaced"


def test_fhir_types_become_the_kinds_of_questions_here() -> None:
    form = read(sample("all_types.json")).form
    assert form is not None
    kinds = {one.id: one.kind for one in form.items}
    assert kinds == {
        "intro": "information", "g": "information", "choice": "choice", "several": "multiple",
        "open": "choice", "open-other": "text", "boolean": "yes_no", "integer": "number",
        "decimal": "number", "quantity": "number", "date": "date", "dateTime": "date",
        "string": "text", "text": "text", "url": "text", "cellar": "text", "rooms": "text",
        "few": "text", "farm": "yes_no", "not-farm": "yes_no", "none": "yes_no",
        "later": "yes_no", "last": "yes_no",
    }  # fmt: skip
    rooms, height, way = (form.item(name) for name in ("integer", "decimal", "quantity"))
    assert (rooms.minimum, rooms.maximum, rooms.decimals) == (1, 40, 0)
    assert (height.decimals, way.unit) == (1, "meter")
    assert form.item("string").longest == 60
    assert [name for name in kinds if not form.item(name).optional and name not in {"intro", "g"}] == [
        "choice", "boolean",
    ]  # fmt: skip


def test_fhir_item_without_a_kind_here_is_named_with_the_reason() -> None:
    report = read(sample("all_types.json"))
    left = {one.link_id for one in report.left_out}
    assert {"time", "file", "who", "outside", "hidden", "filled"} <= left
    assert "http://example.org/ValueSet/municipalities" in reasons(report, "outside")[0]
    assert reasons(report, "dateTime") == ["Bare datoen spørres det om."]


def test_fhir_file_without_a_usable_question_tells_why_of_each() -> None:
    outside = {
        "linkId": "a",
        "text": "A",
        "type": "choice",
        "answerValueSet": "http://example.org/v",
    }
    report = read(questionnaire(outside, {"linkId": "b", "type": "string"}))
    assert report.form is None
    assert "ingen av spørsmålene" in report.problems[0]
    assert "http://example.org/v" in reasons(report, "a")[0]
    assert reasons(report, "b") == ["Spørsmålet har ingen tekst."]


def test_fhir_item_without_its_name_is_told_of_by_that_word() -> None:
    report = read(questionnaire(item("a"), {"type": "display", "text": "B"}))
    assert "mangler «linkId»" in report.problems[0]


def test_fhir_item_of_an_unknown_type_is_named() -> None:
    report = read(questionnaire(item("a"), item("b", "hologram")))
    assert reasons(report, "b") == ["Typen «hologram» finnes ikke i FHIR R4."]


def test_fhir_answer_that_is_filled_in_beforehand_is_not_taken_over() -> None:
    report = read(questionnaire(item("a", initial=[{"valueString": "svar-1"}])))
    assert reasons(report, "a") == ["Ingen svar er fylt ut på forhånd her."]
    assert report.form is not None


def test_fhir_what_may_be_repeated_there_and_not_here_is_named() -> None:
    group = item("g", "group", repeats=True, item=[item("a", "string", repeats=True)])
    report = read(questionnaire(group))
    assert reasons(report, "g") == ["Gruppen kan bare fylles ut én gang her."]
    assert reasons(report, "a") == ["Spørsmålet kan bare besvares én gang her."]


def test_fhir_file_with_nothing_to_ask_is_refused() -> None:
    report = read(questionnaire(item("a", "display"), item("b", "attachment")))
    assert report.form is None
    assert "ingen av spørsmålene" in report.problems[0]
    assert (report.wordings, report.kept) == ((), "")


def test_fhir_helsenorge_help_is_shown_and_its_sidebar_is_not() -> None:
    report = read(sample("helsenorge_score.json"))
    assert report.form is not None
    words = report.wordings[0].items
    assert "En tur er ti minutter eller mer." in {text.text for text in words.values()}
    assert "Om skjemaet" not in {text.text for text in words.values()}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("/44250-9", "44250-9"), ("H1/T1/Q1", "H1-T1-Q1"), ("1.2.3", "1.2.3"), ("a b", "a-b"),
        ("4a737860-a22d-49d4-82f1-5fe6cf45e22a", "q1"), ("æøå", "q1"), ("1.", "1"), ("..", "q1"),
        ("A" * 20, "A" * 20), ("A" * 21, "q1"),
    ],
)  # fmt: skip
def test_fhir_names_that_cannot_be_ids_here_get_others(name: str, wanted: str) -> None:
    report = read(questionnaire(item(name)))
    assert report.form is not None
    assert [one.id for one in report.form.items] == [wanted]
    assert json.loads(report.kept)["item"][0]["linkId"] == name, "the file's own is kept"


def test_fhir_names_that_become_the_same_id_stay_apart() -> None:
    report = read(questionnaire(item("/a"), item("a"), item("a/"), item("q3")))
    assert report.form is not None
    ids = [one.id for one in report.form.items]
    assert len(set(ids)) == 4


def test_fhir_translations_are_wordings_of_their_own() -> None:
    report = read(sample("sdc_weights.json"))
    by_language = {wording.language: wording for wording in report.wordings}
    assert set(by_language) == {"en", "nb"}
    assert by_language["nb"].title == "Været og deg"
    assert by_language["nb"].items["W-1"].text == "Var du ute i regnet?"
    assert by_language["nb"].items["W-1"].options == {
        "a": "Ingen dager", "b": "Noen dager", "c": "Alle dager",
    }  # fmt: skip
    assert by_language["en"].items["W-1"].options["c"] == "All days"


def test_fhir_bundle_of_languages_is_one_form_in_norwegian_first() -> None:
    report = read(sample("helsenorge_languages.json"))
    assert [wording.language for wording in report.wordings] == ["nb", "pl"]
    nb, pl = report.wordings
    assert (nb.items["q3"].options["a"], pl.items["q3"].options["a"]) == ("Sjelden", "Rzadko")
    assert pl.title == "Codzienność w Solvang"


def test_fhir_language_that_lacks_a_text_is_named_and_left_out() -> None:
    table = sample("sdc_weights.json")
    del table["item"][0]["item"][1]["_text"]
    report = read(table)
    assert [wording.language for wording in report.wordings] == ["en"]
    assert reasons(report) == ["«nb» er ikke tatt med: teksten mangler for W/2"]


def test_fhir_bundle_of_different_forms_is_refused() -> None:
    one, other = questionnaire(item("a")), questionnaire(item("b"), name="Noe-annet")
    entries = [{"resource": one}, {"resource": other}]
    report = read({"resourceType": "Bundle", "type": "collection", "entry": entries})
    assert "flere skjemaer" in report.problems[0]


def test_fhir_file_that_does_not_say_its_language_is_told_of() -> None:
    table = questionnaire(item("a"))
    del table["language"]
    report = read(table, language="en")
    assert [wording.language for wording in report.wordings] == ["en"]
    assert "ikke hvilket språk" in reasons(report)[0]


def test_fhir_yes_and_no_are_said_in_the_language() -> None:
    yes_no = item("a", "boolean")
    for language, words in {
        "nb": ("Ja", "Nei"),
        "en-GB": ("Yes", "No"),
        "pl": ("Tak", "Nie"),
    }.items():
        (wording,) = read(questionnaire(yes_no, language=language)).wordings
        assert tuple(wording.items["a"].options.values()) == words
    report = read(questionnaire(yes_no, language="fj"))
    assert report.form is None
    assert any("«ja» og «nei»" in problem for problem in report.problems)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x07", "\u200f"])
def test_fhir_text_with_a_hidden_sign_is_refused(sign: str) -> None:
    report = read(questionnaire(item("a", text=f"Hva {sign}gjør du?")))
    assert report.form is None
    assert f"U+{ord(sign):04X}" in report.problems[-1]


def test_fhir_choice_of_one_answer_is_a_box_to_tick() -> None:
    report = read(questionnaire(item("a", answerOption=[option("ja")]), item("b")))
    assert report.form is not None
    assert report.form.item("a").kind == "multiple"


@pytest.mark.parametrize(
    "change",
    [
        {"modifierExtension": [{"url": "http://example.org/not"}]},
        {"implicitRules": "http://example.org/rules"},
        {"item": [item("a", modifierExtension=[{"url": "http://example.org/not"}])]},
    ],
)
def test_fhir_addition_that_changes_the_meaning_is_never_overlooked(change: dict[str, Any]) -> None:
    report = read(questionnaire(item("a")) | change)
    assert "endrer hva den betyr" in report.problems[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"option": [{"valueString": "x"}]}, "eldre utgave"),
        ({"type": "coding"}, "nyere utgave"),
    ],
)
def test_fhir_of_another_version_says_so(change: dict[str, Any], words: str) -> None:
    report = read(questionnaire(item("a") | change))
    assert words in report.problems[0]


def test_fhir_says_nothing_of_who_answers_and_the_form_says_that() -> None:
    report = read(sample("helsenorge_score.json"))
    assert report.form is not None
    said = " ".join(words.nb for words in report.form.about.unverified)
    for fact in ("hvem som skal svare", "samme dag", "ingen grenser", "svar mangler"):
        assert fact in said


def test_fhir_publisher_and_copyright_are_the_rights() -> None:
    report = read(sample("sdc_weights.json"))
    assert report.form is not None
    rights = report.form.about.rights
    assert rights.holder == "Example weather group"
    assert rights.note.nb == "Example weather group, 2024. All rights reserved."
    assert report.wordings[0].note == rights.note.nb


def test_fhir_unknown_extension_is_told_of_once_and_kept() -> None:
    odd = {"url": "http://example.org/colour", "valueString": "blå"}
    report = read(questionnaire(item("a", extension=[odd]), item("b", extension=[odd])))
    assert reasons(report) == ["Svarene har poeng, men filen sier ikke hvordan de legges sammen.",
                               "Den tas vare på, men brukes ikke: colour"]  # fmt: skip
    assert report.kept.count("http://example.org/colour") == 2
    looks = {"url": f"{HL7}entryFormat", "valueString": "Skriv her"}
    assert len(read(questionnaire(item("a", extension=[looks]))).left_out) == 1
