"""The questionnaire that a response answers, when only the response is given."""

from __future__ import annotations

from nurseapp.base.errors import FhirError
from nurseapp.base.paths import forms_folder
from nurseapp.base.text import _
from nurseapp.exchange.fhir.json_reading import Table, read_json, written_json
from nurseapp.exchange.fhir.own_form import canonical
from nurseapp.exchange.fhir.questionnaire_export import questionnaire
from nurseapp.forms.library import load_library


def asked_questionnaire(response: bytes) -> bytes:
    """The Questionnaire that lies in the response, or the form of the program's that it names.

    Raises FhirError if there is neither: a total is not held against a form that is not at hand.
    """
    table = read_json(response)
    inside = _contained(table)
    own = inside or _own(str(table.get("questionnaire", "")))
    if own is None:
        says = _("svarene sier ikke hvilket skjema de hører til. Oppgi skjemaets fil også")
        raise FhirError(why=says)
    return written_json(own).encode()


def _contained(table: Table) -> Table | None:
    parts = table.get("contained")
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict) and part.get("resourceType") == "Questionnaire":
            return part
    return None


def _own(name: str) -> Table | None:
    url, _bar, version = name.partition("|")
    for loaded in load_library(forms_folder()).forms:
        if canonical(loaded.form) == url and version in {"", str(loaded.form.version)}:
            return questionnaire(loaded, loaded.wordings[:1])
    return None
