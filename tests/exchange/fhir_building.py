"""Small Questionnaires in everyday words, built for one promise at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nurseapp.exchange.fhir.questionnaire_import import ImportReport, read_questionnaire

SAMPLES = Path(__file__).parent / "fhir_samples"
HL7 = "http://hl7.org/fhir/StructureDefinition/"
ORDINAL = f"{HL7}ordinalValue"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"

Table = dict[str, Any]


def sample(name: str) -> Table:
    table: Table = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    return table


def questionnaire(*items: Table, **more: Any) -> Table:
    base = {"resourceType": "Questionnaire", "status": "active", "language": "nb"}
    return {**base, "name": "Hverdag", "title": "Hverdagen", "item": list(items), **more}


def item(link_id: str, kind: str = "choice", **more: Any) -> Table:
    """A question; a choice has three answers worth 0, 1 and 2."""
    table: Table = {"linkId": link_id, "type": kind, "text": f"Hva gjør du med {link_id}?"}
    if kind == "choice" and not {"answerOption", "answerValueSet"} & set(more):
        table["answerOption"] = options(0, 1, 2)
    return {**table, **more}


def options(*worths: float | None, url: str = ORDINAL) -> list[Table]:
    return [option(f"svar-{place}", worth, url) for place, worth in enumerate(worths)]


def option(code: str, worth: float | None = None, url: str = ORDINAL) -> Table:
    coding = {"system": "http://example.org/svar", "code": code, "display": f"Svar {code}"}
    told = [] if worth is None else [{"url": url, "valueDecimal": worth}]
    return {"valueCoding": coding} | ({"extension": told} if told else {})


def total(formula: str, link_id: str = "total", **more: Any) -> Table:
    expression = {"language": "text/fhirpath", "expression": formula}
    extension = [{"url": CALCULATED, "valueExpression": expression}]
    return item(link_id, "integer", extension=extension, **more)


def scored_as(code: str) -> list[Table]:
    return [
        {"system": "http://ehelse.no/Score", "code": "score"},
        {"system": "http://ehelse.no/scoringFormulas", "code": code},
    ]


def read(table: Table, **how: Any) -> ImportReport:
    return read_questionnaire(json.dumps(table).encode(), **how)


def reasons(report: ImportReport, link_id: str = "") -> list[str]:
    return [one.why for one in report.left_out if one.link_id == link_id]
