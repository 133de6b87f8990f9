"""A form as a parent sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.desk.routes import FormPreview
from nurseapp.forms.questionnaire import Questionnaire


class PreviewSheet(NamedTuple):
    """The questions, and whether somebody here has approved these very words."""

    questionnaire: Questionnaire
    approved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """`sheet` is None until it has been read."""

    wanted: FormPreview
    sheet: PreviewSheet | None = None
    problem: str = ""


class PreviewFlow(Flow[PreviewState]):
    """Reads the questions; nothing that is pressed in them is kept."""

    def __init__(
        self, wanted: FormPreview, sheet: Callable[[FormPreview], PreviewSheet], work: Work
    ) -> None:
        super().__init__(PreviewState(wanted=wanted))
        self._sheet = sheet
        self._work = work

    def start(self) -> None:
        """Reads them."""
        wanted = self.state.wanted
        self._work.run(lambda: self._sheet(wanted), self._read, self._failed)

    def _read(self, sheet: PreviewSheet) -> None:
        self._show(replace(self.state, sheet=sheet))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
