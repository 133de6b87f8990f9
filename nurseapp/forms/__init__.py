"""Questionnaires as data: their shape, their wording, visibility and scoring; no Qt, no SQL."""
