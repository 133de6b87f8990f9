"""An independent judge of what we write: fhir.resources, whose models come from the standard.

It has R4B; Questionnaire, QuestionnaireResponse and Observation are element for element those of
R4 (R4B changed medication, evidence and subscription resources).
"""

from __future__ import annotations

import json
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaire import Questionnaire


def valid_questionnaire(table: dict[str, Any]) -> None:
    """Raises with every misfit; what it reads must also be all there was."""
    found = Questionnaire.model_validate_json(json.dumps(table))
    assert json.loads(found.model_dump_json())["resourceType"] == "Questionnaire"


def valid_bundle(table: dict[str, Any]) -> None:
    """Raises with every misfit of the bundle and what is in it."""
    Bundle.model_validate_json(json.dumps(table))
