"""Entries about what is done with a result."""

from __future__ import annotations

from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


@recorded_as(Kind.ALERT_RAISED)
class AlertRaised(Body, frozen=True):
    """Something that calls for a nurse: `critical`, `over_cut_off`, `incomplete` or `damaged`.

    The entry's own ref is the alert. `item`, `guide` and `points` belong to a critical answer.
    """

    screening: int
    kind: str
    item: str
    guide: str
    points: int
    answers: int


@recorded_as(Kind.ALERT_CLOSED)
class AlertClosed(Body, frozen=True):
    """What was done, by whom, when, and the next contact."""

    alert: int
    action: str
    by: str
    at: int
    next_contact: int | None
    next_contact_words: str
    duty_to_notify: str


@recorded_as(Kind.ASSESSMENT_WRITTEN)
class AssessmentWritten(Body, frozen=True):
    """The nurse's own words after the talk."""

    screening: int
    text: str


@recorded_as(Kind.STEP_PLANNED)
class StepPlanned(Body, frozen=True):
    """Something to be done; the entry's own ref is the step."""

    screening: int
    code: str
    words: str
    due_day: int | None


@recorded_as(Kind.STEP_FINISHED)
class StepFinished(Body, frozen=True):
    """The step was done, and how it went."""

    step: int
    outcome: str


@recorded_as(Kind.PAPER_MADE)
class PaperMade(Body, frozen=True):
    """A paper about the subject: what was typed, so that it can be made again."""

    document: str
    paper: str
    screening: int
    blake2b: bytes
    typed: tuple[tuple[str, str], ...]


@recorded_as(Kind.PAPER_GIVEN_OUT)
class PaperGivenOut(Body, frozen=True):
    """The paper was `printed`, `saved` or `copied`."""

    document: str
    how: str
