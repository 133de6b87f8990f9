"""The conversation guide, opened in the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.clinic.values.result import TalkGuide


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideState:
    """The guide that is open, if any."""

    guide: TalkGuide | None = None
    problem: str = ""


class GuideFlow(Flow[GuideState]):
    """Opens and closes a guide."""

    def __init__(self, talk_guide: Callable[[str], TalkGuide], work: Work) -> None:
        super().__init__(GuideState())
        self._talk_guide = talk_guide
        self._work = work

    def open(self, guide: str) -> None:
        """Shows the guide."""
        self._work.run(
            lambda: self._talk_guide(guide),
            lambda found: self._show(GuideState(guide=found)),
            self._failed,
        )

    def put_away(self) -> None:
        """Hides it."""
        self._show(GuideState())

    def _failed(self, error: SituationError) -> None:
        self._show(GuideState(problem=str(error)))
