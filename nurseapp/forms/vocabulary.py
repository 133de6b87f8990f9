"""The closed words, numbers and texts that a form may be written with."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from nurseapp.base.text import Language

Topic = Literal["parents", "development", "interplay", "surroundings"]
Role = Literal["mother", "father", "pregnant", "other_carer", "observer"]
Subject = Literal["respondent", "child"]
Sex = Literal["girl", "boy"]
Layout = Literal["one_at_a_time", "page"]
ItemKind = Literal["choice", "yes_no", "multiple", "number", "date", "text", "information"]
Comparison = Literal[">=", ">", "<=", "<"]

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=60)]
Text = Annotated[str, Meta(pattern=r"\S", max_length=2000)]
Points = Annotated[int, Meta(ge=0, le=100)]
Days = Annotated[int, Meta(ge=0, le=1000)]
Share = Annotated[float, Meta(ge=0, le=1)]


Score = int | float
"""A score that is read back as it was written: a whole number as an int."""


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """A text for the nurse in the interface languages; bokmål stands in for one that lacks."""

    nb: Text
    nn: Text | None = None
    en: Text | None = None

    def said(self, language: Language) -> str:
        """The text in `language`, or in bokmål."""
        return (self.nn if language == "nn" else self.en if language == "en" else None) or self.nb
