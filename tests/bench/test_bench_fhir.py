"""What bringing a large Questionnaire in costs, beside parsing it and walking through it."""

import json
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nurseapp.exchange.fhir.questionnaire_import import read_questionnaire

ITEMS = 500
MOST_SECONDS = 1.0
ROUNDS = 5


def _large() -> bytes:
    """500 questions with five answers, points, a translation and a condition, and one total."""
    answers = [
        {
            "valueCoding": {"system": "http://example.org/a", "code": f"a{n}", "display": f"Svar {n}"},
            "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": n}
            ],
        }
        for n in range(5)
    ]  # fmt: skip
    formulas = "http://ehelse.no/scoringFormulas"
    items: list[dict[str, Any]] = [
        {
            "linkId": f"spm/{n}",
            "type": "choice",
            "text": f"Hvor ofte gjør du nummer {n}?",
            "required": True,
            "code": [{"system": formulas, "code": "QS"}],
            "answerOption": answers,
        }
        for n in range(ITEMS - 1)
    ]
    for n, item in enumerate(items[10:], start=10):
        coding = {"system": "http://example.org/a", "code": "a1"}
        item["enableWhen"] = [
            {"question": f"spm/{n - 10}", "operator": "=", "answerCoding": coding}
        ]
    total = {"linkId": "sum", "type": "integer", "text": "Sum"}
    items.append({**total, "code": [{"system": formulas, "code": "TS"}]})
    head = {"resourceType": "Questionnaire", "status": "active", "language": "nb"}
    return json.dumps({**head, "name": "Stort", "title": "Stort", "item": items}).encode()


def _parsed_and_walked(data: bytes) -> int:
    seen, waiting = 0, [json.loads(data)]
    while waiting:
        one = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return seen


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.slow
def test_a_questionnaire_of_500_items_comes_in_within_a_second(benchmark: BenchmarkFixture) -> None:
    data = _large()
    report = read_questionnaire(data)
    assert report.form is not None
    assert len(report.form.items) == ITEMS - 1
    assert report.scored
    spent, floors = [], []
    for _round in range(ROUNDS):
        floors.append(_seconds(lambda: _parsed_and_walked(data)))
        spent.append(_seconds(lambda: read_questionnaire(data)))
    benchmark.extra_info["times parsing and walking"] = round(median(spent) / median(floors), 1)
    benchmark(read_questionnaire, data)
    assert median(spent) < MOST_SECONDS
