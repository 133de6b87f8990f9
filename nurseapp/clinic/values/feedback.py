"""Values for anonymous feedback: how many, and never who, when or in which order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackForm:
    """A form whose answers nobody can trace; `why_not` is a sentence when it may not be used."""

    form: str
    title: str
    minutes: int
    languages: tuple[tuple[str, str], ...]
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackLine:
    """How many gave one answer; `count` is None where it would tell of too few."""

    text: str
    count: int | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackItem:
    """One question's counts."""

    topic: str
    lines: tuple[FeedbackLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackMonth:
    """One form in one month; there are never fewer than five sheets."""

    form: str
    form_title: str
    version: int
    month: str
    sheets: int
    items: tuple[FeedbackItem, ...]
