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
    """A form that may be handed over; `why_not` is a sentence when it may not be used now.

    `about` is the child whose record the sheet belongs in, 0 for the respondent's own, and
    `about_name` who that is. `age_words` say the child's ages and the rule by which this form of
    its `family` was chosen. With `about` two choices may be of one form: `key` tells them apart.
    """

    form: str
    title: str
    minutes: int
    languages: tuple[tuple[str, str], ...]
    layouts: tuple[Layout, ...]
    training: bool
    alone_required: bool
    why_not: str = ""
    about: int = 0
    about_name: str = ""
    age_words: str = ""
    family: str = ""

    @property
    def key(self) -> str:
        """The choice among all offered: `epds`, or `asq-3-6/4711` for one about a child."""
        return f"{self.form}/{self.about}" if self.about else self.form


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverOffer:
    """Who may answer what now; `default_form` is the key of the choice to begin with.

    `unfinished` is a paused sheet that can be taken up again; `unfinished_alone` says that she
    must be seen to be alone for that.
    """

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
    unfinished_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverChoice:
    """What the nurse decided before the device changes hands.

    `subject` is the adult who answers, and `about` the child whose record a form about a child
    belongs in (0 for the respondent's own).
    """

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
    about: int = 0


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
