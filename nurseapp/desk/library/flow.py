"""Skjema: which forms are in the program, and whether they may be used here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One form in words; `why_not` is empty when it may be used on this station."""

    name: str
    full_name: str
    facts: str
    wordings: tuple[str, ...]
    sources: tuple[str, ...]
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormList:
    """The forms, and what is wrong with those that could not be read."""

    forms: tuple[FormRow, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryState:
    """`listed` is None until the forms have been read."""

    listed: FormList | None = None
    problem: str = ""


class LibraryFlow(Flow[LibraryState]):
    """Shows the library; choosing and approving wording is another place's work."""

    def __init__(self, forms: Callable[[], FormList], work: Work) -> None:
        super().__init__(LibraryState())
        self._forms = forms
        self._work = work

    def refresh(self) -> None:
        """Reads the forms."""
        self._work.run(self._forms, self._read, self._failed)

    def _read(self, listed: FormList) -> None:
        self._show(replace(self.state, listed=listed, problem=""))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
