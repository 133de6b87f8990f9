"""The station: its name, its language, when it locks, and how large the text is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import Language, _
from nurseapp.clinic.values.card import StationCard

BLANK_CHOICES: Final = (30, 60, 120)
"""Seconds without a key or a tap before the screen is covered; two minutes is the longest."""

LOCK_CHOICES: Final = (60, 120, 180, 300)
"""Seconds without a key or a tap before the station locks; five minutes is the longest."""

TEXT_CHOICES: Final = (100, 125, 150, 175, 200)
"""Text sizes in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationState:
    """`message` says what was saved."""

    card: StationCard
    text_percent: int
    name_problem: str = ""
    problem: str = ""
    message: str = ""


class StationFlow(Flow[StationState]):
    """Changes what the station's card says, and this screen's text size."""

    def __init__(
        self,
        card: StationCard,
        text_percent: int,
        change_card: Callable[[StationCard], object],
        use_text_percent: Callable[[int], None],
        work: Work,
    ) -> None:
        super().__init__(StationState(card=card, text_percent=text_percent))
        self._change_card = change_card
        self._use_text_percent = use_text_percent
        self._work = work

    def rename(self, name: str) -> None:
        """Gives the station another name."""
        if name.strip():
            self._save(self.state.card._replace(name=name.strip()))
        else:
            self._show(replace(self.state, name_problem=_("Stasjonen må ha et navn.")))

    def speak(self, language: Language) -> None:
        """Chooses the interface language, which is used from the next login."""
        self._save(self.state.card._replace(language=language))

    def blank_after(self, seconds: int) -> None:
        """Chooses when the screen is covered; never later than it locks."""
        lock = max(seconds, self.state.card.lock_after_seconds)
        self._save(self.state.card._replace(blank_after_seconds=seconds, lock_after_seconds=lock))

    def lock_after(self, seconds: int) -> None:
        """Chooses when the station locks; it is never covered later than that."""
        blank = min(seconds, self.state.card.blank_after_seconds)
        self._save(self.state.card._replace(lock_after_seconds=seconds, blank_after_seconds=blank))

    def size_text(self, percent: int) -> None:
        """Makes all text larger or smaller at once."""
        if percent != self.state.text_percent:
            self._show(replace(self.state, text_percent=percent, message=""))
            self._use_text_percent(percent)

    def _save(self, card: StationCard) -> None:
        if card == self.state.card:
            return
        self._work.run(
            lambda: self._change_card(card), lambda _none: self._saved(card), self._failed
        )

    def _saved(self, card: StationCard) -> None:
        other_language = card.language != self.state.card.language
        message = (
            _("Lagret. Språket skifter neste gang du logger inn.")
            if other_language
            else _("Lagret.")
        )
        self._show(replace(self.state, card=card, message=message, problem="", name_problem=""))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error), message=""))
