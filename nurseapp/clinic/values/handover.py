"""Values for handing the device to a parent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Layout = Literal["one_at_a_time", "page"]
HowFilled = Literal["self", "assisted", "interpreter"]
InterpreterKind = Literal["none", "on_site", "phone", "video", "relative"]
NotNowOutcome = Literal["talk_without_form", "deferred", "declined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChoice:
    """A form that may be handed over; `why_not` is a sentence when it may not be used now."""

    form: str
    title: str
    minutes: int
    languages: tuple[tuple[str, str], ...]
    layouts: tuple[Layout, ...]
    training: bool
    alone_required: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverOffer:
    """Who may answer what now; `unfinished` is a paused sheet that can be taken up again."""

    subject: int
    subject_name: str
    subject_words: str
    forms: tuple[FormChoice, ...]
    default_form: str
    interpreter_need: InterpreterKind
    visit: int | None
    unfinished: int | None
    unfinished_words: str
    unfinished_form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverChoice:
    """What the nurse decided before the device changes hands."""

    subject: int
    form: str
    language: str
    layout: Layout
    how: HowFilled
    interpreter: InterpreterKind
    interpreter_name: str
    alone: bool
    informed: bool
    visit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """A valid outcome without a form; counted, the reason is optional."""

    subject: int
    form: str
    outcome: NotNowOutcome
    reason: str = ""
    visit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A parent's answers after login; `problem` is a sentence if something was wrong with them."""

    screening: int
    subject: int
    subject_name: str
    finished: bool
    critical: bool
    problem: str
