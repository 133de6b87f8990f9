"""The plain text for the municipality's own record system, shown in the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _


@dataclass(frozen=True, slots=True, kw_only=True)
class EhrState:
    """The text when it is open, and what to say about the clipboard."""

    text: str = ""
    note: str = ""
    problem: str = ""


class EhrFlow(Flow[EhrState]):
    """Opens the text; the screen copies it and says when the clipboard has been emptied."""

    def __init__(self, screening: int, ehr_text: Callable[[int], str], work: Work) -> None:
        super().__init__(EhrState())
        self._screening = screening
        self._ehr_text = ehr_text
        self._work = work

    def open(self) -> None:
        """Shows the text."""
        self._work.run(
            lambda: self._ehr_text(self._screening),
            lambda text: self._show(EhrState(text=text)),
            self._failed,
        )

    def put_away(self) -> None:
        """Hides the text; a copy on the clipboard is still emptied in time."""
        self._show(EhrState())

    def copied(self, seconds: int) -> None:
        """Says that the text is on the clipboard, and for how long."""
        sentence = _("Kopiert. Utklippstavlen tømmes om {seconds} sekunder.")
        self._show(replace(self.state, note=sentence.format(seconds=seconds)))

    def emptied(self) -> None:
        """Says that the clipboard is empty again."""
        if self.state.text:
            self._show(replace(self.state, note=_("Utklippstavlen er tømt.")))

    def _failed(self, error: SituationError) -> None:
        self._show(EhrState(problem=str(error)))
