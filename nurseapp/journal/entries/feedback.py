"""Entries about anonymous answers: nothing here is about a person, and nobody is the author.

Why nobody can be traced by them: nurseapp.clinic.handover.feedback.
"""

from __future__ import annotations

from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


@recorded_as(Kind.FEEDBACK_KEYS)
class FeedbackKeys(Body, frozen=True):
    """What opens the next batch of one form's sheets; this body is erased when it is counted.

    All sheets of the batch share it, and are told apart by nothing. `options` are the answers
    that are counted, by item: what is written freely never is.
    """

    form: str
    form_title: str
    version: int
    form_sha256: str
    options: tuple[tuple[str, tuple[str, ...]], ...]
    private_key: bytes
    public_key: bytes
    mac_key: bytes

    def __repr__(self) -> str:
        return f"FeedbackKeys({self.form})"


@recorded_as(Kind.FEEDBACK_COUNTED)
class FeedbackCounted(Body, frozen=True):
    """What a batch of sheets came to: how many chose each option. A sheet itself stands nowhere.

    `month` is the month in which the batch was counted, as 12 times the year and the month from
    0. `counts` are item, option and how many.
    """

    form: str
    form_title: str
    version: int
    form_sha256: str
    month: int
    sheets: int
    counts: tuple[tuple[str, str, int], ...]
