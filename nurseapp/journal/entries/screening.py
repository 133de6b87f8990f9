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

    Of a sheet about a child the child is the subject and `respondent` the adult who answers (0
    for an observer). `child_months` are completed months since birth and `child_sex` is `girl`,
    `boy` or empty, both as cut-offs are chosen by; `gestation_days` is the length of the
    pregnancy if known. `chronological` and `corrected` are ages in months and days, and
    `age_words` says both and by which rule the form was chosen from its `family`.
    `off_hand_outs`: no paper that leaves with a parent ever names the sheet.
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
    respondent: int = 0
    child_months: int | None = None
    child_sex: str = ""
    gestation_days: int | None = None
    chronological: tuple[int, int] | None = None
    corrected: tuple[int, int] | None = None
    age_words: str = ""
    off_hand_outs: bool = False
    family: str = ""


@recorded_as(Kind.SESSION_OPENED)
class SessionOpened(Body, frozen=True):
    """The device changed hands; `screening` is 0 when the screening begins with this session.

    `session` is the outbox file's name; `asked` are the items shown, all of them at first.
    `wordings` are the texts it was offered in: language and SHA-256, so that the result can show
    the words it was answered on.
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
    wordings: tuple[tuple[str, str], ...] = ()


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


@recorded_as(Kind.SHEET_ENTERED)
class SheetEntered(Body, frozen=True):
    """A nurse entered answers; the entry's author did it, and the entry says when.

    `how` is `paper` (from the sheet that the respondent filled in), `observed`, `received` (what
    others found) or `second_stage` (an interview that goes on with the same sheet). `day` is the
    ordinal of the day it was answered, `answered_at` noon of it in seconds since 1970. `twice`
    says that the answers were entered twice and agreed. `observer` and the day of her certificate
    are kept where the form demands one. `alone`: the nurse confirmed that the respondent was.
    """

    screening: int
    how: str
    answers: tuple[Answer, ...]
    day: int
    answered_at: int
    twice: bool
    observer: str
    certified_day: int | None
    alone: bool


class CutOffUsed(Body, frozen=True):
    """A cut-off as it stood in the form when the sheet was scored.

    `monitoring` is the far edge of the zone beside it that calls for an eye on things.
    """

    id: str
    comparison: str
    value: Score
    source: str
    population: str
    sensitivity: float | None
    specificity: float | None
    verified: bool
    note: str
    monitoring: Score | None = None


class ScaleScored(Body, frozen=True):
    """One scale: `score` is None while answers lack, then the range says what is possible.

    `verdict` is `over` (on the side of concern), `monitoring`, `below`, `cannot_exclude` or
    `unscored`; `concern` says whether high or low scores are of concern.
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
    concern: str = "high"


class AnyOfScored(Body, frozen=True):
    """Several scales judged together: `over` when any has reached its cut-off.

    `scales` are the ids of those that have; `verdict` is as in ScaleScored.
    """

    id: str
    title: str
    verdict: str
    scales: tuple[str, ...]


@recorded_as(Kind.SHEET_SCORED)
class SheetScored(Body, frozen=True):
    """A sheet's result, with all that decided it; a later form never changes it.

    `two_stage` is empty for a form without stages, else where the sheet stands: see
    nurseapp.forms.outcome. `verdict` is what the sheet as a whole came to; empty, in results from
    before there were stages, for its first scale's.
    """

    screening: int
    form: str
    version: int
    sha256: str
    role: str
    complete: bool
    missing: tuple[str, ...]
    scales: tuple[ScaleScored, ...]
    training: bool
    any_of: tuple[AnyOfScored, ...] = ()
    two_stage: str = ""
    verdict: str = ""


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
