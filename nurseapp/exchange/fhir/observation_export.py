"""The scores of a sheet as Observations, derived from its response; never a diagnosis."""

from __future__ import annotations

from typing import Final

from nurseapp.base.text import _
from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet, Limit, ScaleResult
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.parties import contained, reference
from nurseapp.exchange.fhir.response_export import SUBJECT, labels
from nurseapp.exchange.fhir.struct_extensions import extension_of
from nurseapp.exchange.fhir.urls import BASE, CUT_OFF, UCUM

_CATEGORY: Final = {
    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
    "code": "survey",
}


def observations(sheet: AnsweredSheet, response: str) -> list[Table]:
    """One Observation a scale; `response` is where the QuestionnaireResponse stands.

    A scale without a score has the range in which it lies, and says why.
    """
    return [_observation(sheet, result, response) for result in sheet.results]


def _observation(sheet: AnsweredSheet, result: ScaleResult, response: str) -> Table:
    form = sheet.loaded.form
    code = {
        "system": f"{BASE}/CodeSystem/scales",
        "version": str(form.version),
        "code": f"{form.id}.{result.id}",
    }
    named = contained(sheet.subject, SUBJECT, SUBJECT)
    return {
        "resourceType": "Observation",
        **labels(sheet),
        **({"contained": named} if named else {}),
        **({"extension": [_limit(result.limit)]} if result.limit is not None else {}),
        "status": _status(sheet, result),
        "category": [{"coding": [dict(_CATEGORY)]}],
        "code": {"coding": [code], "text": f"{form.name}: {result.name}"},
        "subject": reference(sheet.subject, SUBJECT),
        "effectiveDateTime": sheet.authored_words,
        **_value(result),
        "note": [{"text": note} for note in _notes(result)],
        "derivedFrom": [{"reference": response}],
    }


def _status(sheet: AnsweredSheet, result: ScaleResult) -> str:
    if sheet.status == "entered-in-error":
        return "entered-in-error"
    if result.score is None or sheet.status == "in-progress":
        return "preliminary"
    return "amended" if sheet.status == "amended" else "final"


def _value(result: ScaleResult) -> Table:
    if result.score is not None:
        return {"valueQuantity": _points(result.score)}
    return {"valueRange": {"low": _points(result.lowest), "high": _points(result.highest)}}


def _points(score: float) -> Table:
    return {"value": score, "unit": _("poeng"), "system": UCUM, "code": "{score}"}


def _notes(result: ScaleResult) -> list[str]:
    notes = [_("Skår er støtte til vurdering, ikke diagnose.")]
    if result.limit is not None:
        notes.insert(0, result.limit.words)
    if result.score is None:
        notes.insert(0, _("Svar mangler: skåren ligger i spennet som står her."))
    return notes


def _limit(limit: Limit) -> Table:
    """The cut-off in an extension of ours: FHIR's reference ranges say what is usual, not this."""
    table = {"comparison": limit.comparison, "value": limit.value, "text": limit.words}
    return extension_of(CUT_OFF, table)
