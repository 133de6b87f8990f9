"""Which cut-off a result is held against, and which stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.forms.scale import CutOff, Scale, Whom
from nurseapp.forms.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """Whose answers they are; `pregnancy_week` in completed weeks where it is known."""

    role: Role
    pregnancy_week: int | None = None


def active_cut_off(scale: Scale, respondent: Respondent) -> CutOff | None:
    """The default for that week of pregnancy, else for that role, else for everybody.

    None where nobody has studied that role: then no result is over or below anything.
    """
    fitting = [
        cut_off for cut_off in scale.cut_offs if cut_off.default and _fits(cut_off.whom, respondent)
    ]
    return max(fitting, key=lambda cut_off: _exactness(cut_off.whom), default=None)


def other_cut_offs(scale: Scale, respondent: Respondent) -> tuple[CutOff, ...]:
    """The cut-offs of other sources that could be used for the same respondent, for display."""
    active = active_cut_off(scale, respondent)
    return tuple(
        cut_off
        for cut_off in scale.cut_offs
        if cut_off is not active and _fits(cut_off.whom, respondent)
    )


def band_of(scale: Scale, score: float) -> tuple[float, float | None] | None:
    """First and last score of the band a score lies in; the last band has no end.

    None if the scale has no bands.
    """
    if not scale.bands:
        return None
    starts = (0, *scale.bands)
    place = sum(score >= start for start in scale.bands)
    return starts[place], (starts[place + 1] - 1 if place < len(scale.bands) else None)


def _fits(whom: Whom | None, respondent: Respondent) -> bool:
    if whom is None:
        return True
    return whom.role in {None, respondent.role} and _in_weeks(whom, respondent.pregnancy_week)


def _in_weeks(whom: Whom, week: int | None) -> bool:
    if whom.from_week is None and whom.to_week is None:
        return True
    if week is None:
        return False
    after = whom.from_week is None or week >= whom.from_week
    return after and (whom.to_week is None or week <= whom.to_week)


def _exactness(whom: Whom | None) -> int:
    if whom is None:
        return 0
    return 1 if whom.from_week is None and whom.to_week is None else 2
