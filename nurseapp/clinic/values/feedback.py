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
    """How many gave one answer; `words` is a figure, or that there were too few to show."""

    option: str
    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackItem:
    """One question's counts, and what was written freely, in no order."""

    topic: str
    lines: tuple[FeedbackLine, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackMonth:
    """One form in one month; a month with fewer than five sheets is never shown."""

    form_title: str
    version: int
    month: str
    sheets: int
    items: tuple[FeedbackItem, ...]
