"""One scale's score or range, held against the cut-off for the respondent."""

from __future__ import annotations

from collections.abc import Mapping

from nurseapp.forms.cut_off import Respondent, active_cut_off
from nurseapp.forms.model import Form
from nurseapp.forms.outcome import Flag, Judgement, ScaleOutcome
from nurseapp.forms.scale import CutOff, Scale
from nurseapp.forms.worth import worth_of

JudgedScores = tuple[ScaleOutcome, ...]


class ScaleScorer:
    """Counts one scale; `worths` has its items with what each option adds."""

    def __init__(self, form: Form, scale: Scale) -> None:
        self._scale = scale
        self.worths = tuple(
            (item.id, worth_of(item, scale)) for item in form.items if item.id in scale.items
        )
        self._most = {name: max(worth.values()) for name, worth in self.worths}
        self._least = {name: min(worth.values()) for name, worth in self.worths}
        self._maximum = sum(self._most.values())

    def judged(self, respondent: Respondent) -> JudgedScores:
        """Every score from 0 to the maximum, already held against the respondent's cut-off."""
        cut_off = active_cut_off(self._scale, respondent)
        every = range(self._maximum + 1)
        return tuple(self._held(score, score, score, cut_off) for score in every)

    def outcome(
        self,
        answers: Mapping[str, str],
        shown: Mapping[str, bool | None],
        respondent: Respondent,
    ) -> ScaleOutcome:
        """The score, or its range: what every possible completion of the sheet would give."""
        lowest = highest = summed = 0
        answered = missing = 0
        for name, worth in self.worths:
            if shown[name] is False:
                continue
            certain = shown[name] is True and name in answers
            least, most = self._least[name], self._most[name]
            if name in answers:
                least = most = worth[answers[name]]
            lowest += least if shown[name] else 0
            highest += most
            if certain:
                answered += 1
                summed += least
            else:
                missing += 1
        score = self._score(summed, answered, missing)
        return self._held(score, lowest, highest, active_cut_off(self._scale, respondent))

    def _score(self, summed: int, answered: int, missing: int) -> int | None:
        """The score by the form's own rule for missing answers."""
        if missing == 0 or self._scale.missing == "zero":
            return summed
        most = self._scale.missing_at_most
        if most is None or missing > most or answered == 0:
            return None
        return (2 * summed * (answered + missing) + answered) // (2 * answered)

    def _held(
        self, score: int | None, lowest: int, highest: int, cut_off: CutOff | None
    ) -> ScaleOutcome:
        low, high = (lowest, highest) if score is None else (score, score)
        judgement = _judgement(score, low, high, cut_off)
        flags: tuple[Flag, ...] = ()
        if cut_off is not None and judgement in {"reached", "cannot_exclude"}:
            flags = (
                Flag(
                    cut_off.id,
                    cut_off.comparison,
                    cut_off.value,
                    cut_off.source,
                    "yes" if judgement == "reached" else "cannot_exclude",
                ),
            )
        return ScaleOutcome(self._scale.id, score, lowest, highest, self._maximum, judgement, flags)


def _judgement(score: int | None, low: int, high: int, cut_off: CutOff | None) -> Judgement:
    if cut_off is None:
        return "no_cut_off"
    ends = (cut_off.reached_by(low), cut_off.reached_by(high))
    if all(ends):
        return "reached"
    if any(ends):
        return "cannot_exclude"
    return "incomplete" if score is None else "not_reached"
