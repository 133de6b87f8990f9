"""The names by which FHIR's elements, others' extensions and our own are known.

They are names and never opened. Ours lie under a domain that nobody can own (RFC 2606).
"""

from __future__ import annotations

from typing import Final

_HL7: Final = "http://hl7.org/fhir/StructureDefinition/"
_SDC: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
_EHELSE: Final = "http://ehelse.no/fhir/StructureDefinition/"
_HELSENORGE: Final = "http://helsenorge.no/fhir/StructureDefinition/"

ORDINAL_VALUE: Final = f"{_HL7}ordinalValue"
# What an answer is worth: R4's name, STU3's, R5's, and those once used in value sets and codings.
WORTH: Final = frozenset(
    {
        ORDINAL_VALUE,
        f"{_HL7}questionnaire-ordinalValue",
        f"{_HL7}itemWeight",
        f"{_HL7}valueset-ordinalValue",
        f"{_HL7}codesystem-ordinalValue",
        f"{_HL7}iso21090-CO-value",
    }
)

TRANSLATION: Final = f"{_HL7}translation"
HIDDEN: Final = f"{_HL7}questionnaire-hidden"
ITEM_CONTROL: Final = f"{_HL7}questionnaire-itemControl"
UNIT: Final = f"{_HL7}questionnaire-unit"
UNIT_OPTION: Final = f"{_HL7}questionnaire-unitOption"
LEAST: Final = f"{_HL7}minValue"
MOST: Final = f"{_HL7}maxValue"
DECIMALS: Final = f"{_HL7}maxDecimalPlaces"
OPTION_PREFIX: Final = f"{_HL7}questionnaire-optionPrefix"
OPTION_EXCLUSIVE: Final = f"{_HL7}questionnaire-optionExclusive"
MARKDOWN: Final = f"{_HL7}rendering-markdown"
VARIABLE: Final = f"{_HL7}variable"
CALCULATED: Final = f"{_SDC}sdc-questionnaire-calculatedExpression"
ENABLE_WHEN_EXPRESSION: Final = f"{_SDC}sdc-questionnaire-enableWhenExpression"
OPEN_LABEL: Final = f"{_SDC}sdc-questionnaire-openLabel"

# Formulas from before the SDC guide's name was settled, and Helsenorge's own.
CALCULATED_ELSEWHERE: Final = frozenset(
    {
        f"{_HL7}questionnaire-calculatedExpression",
        f"{_HL7}cqf-calculatedValue",
        f"{_HL7}cqf-expression",
        f"{_EHELSE}sdf-calculatedExpression",
        f"{_EHELSE}sdf-fhirpath",
    }
)
ENABLE_WHEN_ELSEWHERE: Final = frozenset(
    {f"{_HL7}questionnaire-enableWhenExpression", f"{_EHELSE}sdf-enableWhenExpression"}
)

# How an item looks or is handled elsewhere; leaving these unused changes no question.
MERELY_LOOKS: Final = frozenset(
    {
        MARKDOWN,
        f"{_HL7}rendering-xhtml",
        f"{_HL7}rendering-style",
        f"{_HL7}rendering-styleSensitive",
        f"{_HL7}entryFormat",
        f"{_HL7}questionnaire-choiceOrientation",
        f"{_HL7}questionnaire-sliderStepValue",
        f"{_HL7}questionnaire-supportLink",
        f"{_HL7}questionnaire-displayCategory",
        f"{_HL7}designNote",
        OPTION_PREFIX,
        f"{_SDC}sdc-questionnaire-width",
        f"{_SDC}sdc-questionnaire-shortText",
        f"{_EHELSE}validationtext",
        f"{_EHELSE}repeatstext",
        f"{_HELSENORGE}sdf-hyperlink-target",
    }
)

HELSENORGE_FORMULAS: Final = "http://ehelse.no/scoringFormulas"
HELSENORGE_SCORE: Final = "http://ehelse.no/Score"
LANGUAGES: Final = "urn:ietf:bcp:47"
UCUM: Final = "http://unitsofmeasure.org"
ITEM_CONTROLS: Final = "http://hl7.org/fhir/questionnaire-item-control"

BASE: Final = "https://nurseapp.example/fhir"
CUT_OFF: Final = f"{BASE}/StructureDefinition/cut-off"
FORM: Final = f"{BASE}/StructureDefinition/form"
FORM_DIGEST: Final = f"{BASE}/StructureDefinition/form-digest"
FORM_ITEM: Final = f"{BASE}/StructureDefinition/form-item"
FORM_SCALE: Final = f"{BASE}/StructureDefinition/form-scale"
FORM_PART: Final = f"{BASE}/StructureDefinition/form-part"
FORM_WORDING: Final = f"{BASE}/StructureDefinition/form-wording"
