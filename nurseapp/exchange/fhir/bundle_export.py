"""A response and its Observations in one file."""

from __future__ import annotations

from collections.abc import Callable

from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.observation_export import observations
from nurseapp.exchange.fhir.response_export import questionnaire_response


def response_bundle(sheet: AnsweredSheet, new_name: Callable[[], str]) -> Table:
    """A collection of the response first, then one Observation a scale.

    `new_name` gives a fresh UUID each time it is called.
    """
    response = f"urn:uuid:{new_name()}"
    entries = [{"fullUrl": response, "resource": questionnaire_response(sheet)}]
    entries += [
        {"fullUrl": f"urn:uuid:{new_name()}", "resource": one}
        for one in observations(sheet, response)
    ]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": entries,
    }
