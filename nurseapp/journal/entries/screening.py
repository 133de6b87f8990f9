"""Entries about handing over a form and taking in what was answered."""

from __future__ import annotations

from nurseapp.forms.vocabulary import Score
from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


@recorded_as(Kind.VISIT_PLANNED)
class VisitPlanned(Body, frozen=True):
    """A consultation with `person` on `day`.

    The subject is the one whose answers the form asks for, else `person`: what is planned for a
    parent never stands in the child's record.
    """

    person: int
    day: int
    form: str
    form_title: str
    reason: str


@recorded_as(Kind.SCREENING_STARTED)
class ScreeningStarted(Body, frozen=True):
    """The subject was offered a form and agreed; the entry's own ref is the screening.

    `role` is the one cut-offs are chosen by, `week` the completed week of pregnancy if any, and
    `towards` the child or pregnancy that it is about (0 if none): it never shows in its record.
    """

    form: str
    form_title: str
    version: int
    sha256: str
    role: str
    week: int | None
    towards: int
    visit: int
    training: bool


@recorded_as(Kind.SESSION_OPENED)
class SessionOpened(Body, frozen=True):
    """The device changed hands; `screening` is 0 when the screening begins with this session.

    `session` is the outbox file's name; `asked` are the items shown, all of them at first.
    """

    screening: int
    session: str
    language: str
    layout: str
    how: str
    interpreter: str
    interpreter_name: str
    alone: bool
    asked: tuple[str, ...]


@recorded_as(Kind.SESSION_KEYS)
class SessionKeys(Body, frozen=True):
    """What opens the outbox file; this body is erased as soon as the answers are taken in."""

    session: str
    form_sha256: str
    private_key: bytes
    mac_key: bytes

    def __repr__(self) -> str:
        return f"SessionKeys({self.session})"


class Answer(Body, frozen=True):
    """One item's answer; no option means that the person would rather not answer."""

    item: str
    option: str | None


@recorded_as(Kind.ANSWERS_TAKEN_IN)
class AnswersTakenIn(Body, frozen=True):
    """What was in the outbox file, exactly once; `digest` is the file's SHA-256.

    `state` is `finished`, `paused`, `stopped` (the window ended without a word), `cut` (whole
    answers before a break) or `forged` (none used). `languages` are those it was shown in,
    `changes` counts answers that were changed; `answered_at` is in seconds since 1970.
    """

    screening: int
    session: str
    digest: str
    state: str
    answers: tuple[Answer, ...]
    languages: tuple[str, ...]
    changes: int
    answered_at: int
    seconds: int


class CutOffUsed(Body, frozen=True):
    """A cut-off as it stood in the form when the sheet was scored."""

    id: str
    comparison: str
    value: Score
    source: str
    population: str
    sensitivity: float | None
    specificity: float | None
    verified: bool
    note: str


class ScaleScored(Body, frozen=True):
    """One scale: `score` is None while answers lack, then the range says what is possible.

    `verdict` is `over`, `below`, `cannot_exclude` or `unscored`.
    """

    scale: str
    title: str
    score: Score | None
    lowest: Score
    highest: Score
    minimum: Score
    maximum: Score
    verdict: str
    cut_off: CutOffUsed | None
    others: tuple[CutOffUsed, ...]


@recorded_as(Kind.SHEET_SCORED)
class SheetScored(Body, frozen=True):
    """A sheet's result, with all that decided it; a later form never changes it."""

    screening: int
    form: str
    version: int
    sha256: str
    role: str
    complete: bool
    missing: tuple[str, ...]
    scales: tuple[ScaleScored, ...]
    training: bool


@recorded_as(Kind.ANSWER_CORRECTED)
class AnswerCorrected(Body, frozen=True):
    """Another answer is held right than the one taken in, and why."""

    screening: int
    item: str
    option: str | None
    why: str


@recorded_as(Kind.SHEET_WITHDRAWN)
class SheetWithdrawn(Body, frozen=True):
    """The person took the answers back; they no longer count, and stay readable here."""

    screening: int
    why: str


@recorded_as(Kind.SHEET_ABANDONED)
class SheetAbandoned(Body, frozen=True):
    """An unfinished sheet that will not be taken up again; it counts as incomplete."""

    screening: int
    why: str


@recorded_as(Kind.NOT_NOW)
class NotNowRecorded(Body, frozen=True):
    """A valid outcome without a form: `talk_without_form`, `deferred` or `declined`."""

    form: str
    form_title: str
    outcome: str
    reason: str
    visit: int
