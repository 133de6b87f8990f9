"""Entries about anonymous answers: nothing here is about a person, and nobody is the author.

Why it cannot be traced: decisions/0010.
"""

from __future__ import annotations

from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


@recorded_as(Kind.FEEDBACK_KEYS)
class FeedbackKeys(Body, frozen=True):
    """What opens the next batch of one form's sheets; this body is erased when it is counted.

    `mac_key` is shared by the batch, whose sheets therefore cannot be told apart by it.
    """

    form: str
    form_sha256: str
    private_key: bytes
    public_key: bytes
    mac_key: bytes

    def __repr__(self) -> str:
        return f"FeedbackKeys({self.form})"


@recorded_as(Kind.FEEDBACK_COUNTED)
class FeedbackCounted(Body, frozen=True):
    """What a batch of sheets came to: how many chose each option, and free texts in no order.

    `month` is the month in which the batch was counted, as 12 times the year and the month from
    0. A sheet as a whole stands nowhere.
    """

    form: str
    form_title: str
    version: int
    form_sha256: str
    month: int
    sheets: int
    counts: tuple[tuple[str, str, int], ...]
    texts: tuple[tuple[str, str], ...]
