"""Questionnaires, answers and scores to and from HL7 FHIR R4 (4.0.1); nothing is fetched."""
