"""Files that nobody should have sent: a sentence, no crash, and nothing by halves."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from typing import Any

import pytest
from fhir_building import SAMPLES, item, questionnaire, read

from nurseapp.base.paths import forms_folder
from nurseapp.exchange.fhir.json_reading import written_json
from nurseapp.exchange.fhir.questionnaire_export import questionnaire as questionnaire_of
from nurseapp.exchange.fhir.questionnaire_import import ImportReport, read_questionnaire
from nurseapp.exchange.fhir.response_scores import check_scores
from nurseapp.forms.library import load_library
from nurseapp.forms.meaning import form_flaws

SAMPLE_FILES = sorted(SAMPLES.glob("*.json"))
# Files of others, and of this program's own with all its extensions.
LIBRARY = load_library(forms_folder())
OWN = [LIBRARY.form(name) for name in ("phq-2", "m-chat-rf")]
SOUND = [path.read_bytes() for path in SAMPLE_FILES] + [
    written_json(questionnaire_of(one, one.wordings[:1])).encode() for one in OWN
]
RESPONSE = json.dumps(
    {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "item": [
            {"linkId": "/D-1", "answer": [{"valueCoding": {"code": "DA-1"}}]},
            {"linkId": "g", "item": [{"linkId": "integer", "answer": [{"valueInteger": 3}]}]},
            {"linkId": "/D-9", "answer": [{"valueDecimal": 1.5}, {"valueString": "x"}]},
        ],
    }
).encode()
DEEP = b'{"resourceType":"Questionnaire","item":' + b"[" * 100_000
ODD_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 2**63 - 1, 0.1, "", " ", "\u202e", "\x00", "x" * 3000, [], {}, [{}], [None],
    [[]], "choice", "group", "http://hl7.org/fhir/StructureDefinition/ordinalValue", "1e999", "NaN",
    "9" * 400, {"url": "x"}, [{"linkId": "a", "type": "choice"}], "%a + %a", "../../etc", "«",
)  # fmt: skip
KEYS = (
    "linkId", "type", "text", "item", "answerOption", "enableWhen", "extension", "code", "url",
    "valueDecimal", "valueCoding", "language", "title", "name", "contained", "repeats", "required",
    "resourceType", "question", "operator", "answerCoding", "readOnly", "answerValueSet", "id",
)  # fmt: skip


def whole_or_nothing(report: ImportReport) -> None:
    if report.form is None:
        assert report.problems
        assert (report.wordings, report.kept, report.scored) == ((), "", False)
    else:
        assert not report.problems
        assert not list(form_flaws(report.form))
        assert report.wordings
        assert json.loads(report.kept)["resourceType"] == "Questionnaire"
    for problem in report.problems:
        assert "Traceback" not in problem
        assert len(problem) < 500


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ikke gyldig JSON"),
        (b"{", "ikke gyldig JSON"),
        (b"[]", "ett JSON-objekt"),
        (b"null", "ett JSON-objekt"),
        (b'{"resourceType":"Patient"}', "men «Patient»"),
        (b"{}", "men «None»"),
        (b'{"resourceType":"Questionnaire"}', "ingen av spørsmålene"),
        (b'{"resourceType":"Bundle","entry":[]}', "ikke ett skjema"),
        (b'{"a":1,"a":2}', "«a» står to ganger"),
        (b'{"a":null,"a":2}', "«a» står to ganger"),
        (b'{"a":NaN}', "ikke et tall"),
        (b'{"a":-Infinity}', "ikke et tall"),
        (b'{"a":1e400}', "større enn det kan være"),
        (b'{"a":' + b"9" * 5000 + b"}", "større enn det kan være"),
        (b'{"a":0.' + b"1" * 5000 + b"}", "større enn det kan være"),
        (b'{"a":"\\ud800"}', "ødelagt tegn"),
        (b'{"a":"\xff"}', "UTF-8"),
        ('{"a":1}'.encode("utf-16"), "UTF-8"),
        (b'<?xml version="1.0"?><Questionnaire/>', "XML"),
        (b'\xef\xbb\xbf  <Questionnaire xmlns="http://hl7.org/fhir"/>', "XML"),
        (DEEP, "for mange nivåer"),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "for mange nivåer"),
        (b" " * (4 * 1024 * 1024 + 1), "større enn 4 MB"),
        (b'{"resourceType":"Questionnaire","item":[{"linkId":1,"type":"choice"}]}', "item"),
        (b'{"resourceType":"Questionnaire","item":[{"type":"choice"}]}', "linkId"),
        (b'{"resourceType":"Questionnaire","item":[{"linkId":" ","type":"choice"}]}', "linkId"),
        (b'{"resourceType":"Questionnaire","title":{}}', "title"),
    ],
)  # fmt: skip
def test_fhir_file_that_is_none_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    report = read_questionnaire(data)
    whole_or_nothing(report)
    assert words in report.problems[0]


def test_fhir_file_may_start_with_a_byte_order_mark() -> None:
    assert read_questionnaire(b"\xef\xbb\xbf" + SAMPLE_FILES[0].read_bytes()).form is not None


def test_fhir_two_items_of_one_name_are_refused() -> None:
    assert "to punkter heter «a»" in read(questionnaire(item("a"), item("a"))).problems[0]


@pytest.mark.parametrize("count", [600, 601])
def test_fhir_form_has_at_most_600_items(count: int) -> None:
    report = read(questionnaire(*(item(f"q{n}", "boolean") for n in range(count))))
    assert (report.form is not None) is (count == 600)


def test_fhir_question_with_more_than_a_hundred_answers_is_named() -> None:
    many = item("a", answerOption=[{"valueInteger": n} for n in range(101)])
    report = read(questionnaire(many, item("b")))
    assert report.left_out[0].why == "Spørsmålet har mer enn 100 svar."


def changed(table: Any, dice: random.Random) -> Any:
    """The table with one thing at a random place taken out, doubled, moved or made odd."""
    places: list[tuple[Any, Any]] = []
    waiting = [table]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else list(range(len(one)))
        places += [(one, key) for key in keys]
        waiting += [one[key] for key in keys if isinstance(one[key], dict | list)]
    if not places:
        return table
    inside, key = dice.choice(places)
    match dice.randrange(5):
        case 0:
            del inside[key]
        case 1:
            inside[key] = deepcopy(dice.choice(ODD_VALUES))
        case 2:
            other, there = dice.choice(places)
            inside[key] = deepcopy(other[there])
        case 3 if isinstance(inside, list):
            inside.insert(key, deepcopy(inside[key]))
        case _:
            target = inside if isinstance(inside, dict) else table
            target[dice.choice(KEYS)] = deepcopy(dice.choice(ODD_VALUES))
    return table


def fuzz(seed: int) -> None:
    dice = random.Random(seed)
    table = json.loads(dice.choice(SOUND))
    for _change in range(dice.randint(1, 4)):
        table = changed(table, dice)
    data = json.dumps(table).encode()
    if dice.random() < 0.1:
        cut = dice.randrange(len(data))
        data = data[:cut] + bytes([dice.randrange(256)]) + data[cut + 1 :]
    report = read_questionnaire(data, add_up=dice.random() < 0.5)
    whole_or_nothing(report)
    if dice.random() < 0.2:
        spoilt = changed(changed(json.loads(RESPONSE), dice), dice)
        check = check_scores(report, json.dumps(spoilt).encode())
        assert check.lines or check.problems or check.agrees


def test_fhir_spoilt_files_are_whole_or_refused() -> None:
    for seed in range(300):
        fuzz(seed)


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(10))
def test_fhir_ten_thousand_spoilt_files_are_whole_or_refused(batch: int) -> None:
    for seed in range(1000 + batch * 1000, 2000 + batch * 1000):
        fuzz(seed)
