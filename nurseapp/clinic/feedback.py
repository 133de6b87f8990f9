"""Anonymous feedback: handed over without a subject, counted in batches, traced by nobody.

Why it cannot be traced: decisions/0010.
"""

from __future__ import annotations

from typing import Any

from nurseapp.clinic.open_station import OpenStation
from nurseapp.clinic.values.feedback import FeedbackForm, FeedbackMonth


def offer(station: OpenStation) -> tuple[FeedbackForm, ...]:
    """The anonymous forms, usable or with the reason why not."""
    raise NotImplementedError


def hand_over(station: OpenStation, form: str, language: str) -> dict[str, Any]:
    """A ticket like any other, of which the journal knows nothing.

    Raises FormNotUsableError, UnknownFormError, FormProblemsError, DiskError.
    """
    raise NotImplementedError


def counted(station: OpenStation) -> tuple[FeedbackMonth, ...]:
    """What came in, newest month first; never fewer than five sheets together."""
    raise NotImplementedError
