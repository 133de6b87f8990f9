"""What a sheet calls for, as alerts that stay until somebody has closed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nurseapp.forms.outcome import CriticalAnswer, Outcome
from nurseapp.journal.entries.followup import AlertRaised
from nurseapp.journal.queries.followup import Alert


def called_for(
    screening: int, outcome: Outcome, before: Sequence[Alert], *, ended: bool
) -> tuple[AlertRaised, ...]:
    """The alerts that are missing among those `before`.

    A critical answer and a score that reaches its cut-off call at once, whether or not the sheet
    is `ended`, and so does a first stage that asks for the second; unanswered items call when it
    is. Nothing here ever takes an alert away.
    """
    raised = [
        _alert(screening, "critical", answer)
        for answer in outcome.critical
        if not _known(before, answer)
    ]
    kinds = {alert.kind for alert in before}
    if any(scale.judgement == "reached" for scale in outcome.scales):
        raised += _once(screening, "over_cut_off", kinds)
    if outcome.stage_two == "called_for":
        raised += _once(screening, "second_stage", kinds)
    if ended and not outcome.complete:
        raised += _once(screening, "incomplete", kinds)
    return tuple(raised)


def damaged(screening: int, answers: int) -> AlertRaised:
    """The answers' file was not as it was written; `answers` is how many were saved."""
    return AlertRaised(screening, "damaged", "", "", 0, answers)


def _known(before: Iterable[Alert], answer: CriticalAnswer) -> bool:
    """Whether this answer, or a graver one to the same question, has called already."""
    return any(
        alert.kind == "critical" and alert.item == answer.item and alert.points >= answer.points
        for alert in before
    )


def _once(screening: int, kind: str, kinds: set[str]) -> list[AlertRaised]:
    return [] if kind in kinds else [_alert(screening, kind)]


def _alert(screening: int, kind: str, answer: CriticalAnswer | None = None) -> AlertRaised:
    if answer is None:
        return AlertRaised(screening, kind, "", "", 0, 0)
    return AlertRaised(screening, kind, answer.item, answer.guide, answer.points, 0)
