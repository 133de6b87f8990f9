"""Copies, the station check and the protections that are on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the station check looked at, in words."""

    words: str
    good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesWords:
    """The automatic copies: where they go, how it stands with them, and the newest, as lines.

    `outside` when somebody has chosen another place than the station's own folder.
    """

    place: str
    room: str
    outside: bool
    notes: tuple[Finding, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCases:
    """What copies and the station check ask of the clinic; `keep_in` None: the station's own."""

    back_up: Callable[[Path], object]
    copies: Callable[[], CopiesWords]
    keep_in: Callable[[Path | None], object]
    health: Callable[[], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyState:
    """`findings` is None until the station was checked, `copies` until they were read.

    `may_choose` is false for a user who does not answer for the station.
    """

    protections: tuple[str, ...]
    may_choose: bool = False
    copies: CopiesWords | None = None
    findings: tuple[Finding, ...] | None = None
    backing_up: bool = False
    moving: bool = False
    checking: bool = False
    problem: str = ""
    message: str = ""


class SafetyFlow(Flow[SafetyState]):
    """Makes a copy now, chooses where copies go, and looks the station over."""

    def __init__(
        self, cases: SafetyCases, work: Work, protections: tuple[str, ...], *, may_choose: bool
    ) -> None:
        super().__init__(SafetyState(protections=protections, may_choose=may_choose))
        self._cases = cases
        self._work = work

    def refresh(self) -> None:
        """Reads how it stands with the copies."""
        self._work.run(self._cases.copies, self._listed, self._failed)

    def back_up(self, file: Path) -> None:
        """Writes an encrypted copy to `file`."""
        if self.state.backing_up:
            return
        self._show(replace(self.state, backing_up=True, problem="", message=""))
        self._work.run(
            lambda: self._cases.back_up(file), lambda _none: self._backed_up(file), self._failed
        )

    def keep_in(self, folder: Path | None) -> None:
        """Tries the folder out with a first copy; None leads the copies back to the station."""
        if self.state.moving or not self.state.may_choose:
            return
        self._show(replace(self.state, moving=True, problem="", message=""))
        self._work.run(lambda: self._cases.keep_in(folder), self._moved, self._failed)

    def check(self) -> None:
        """Looks the whole station over, which may take some seconds."""
        if self.state.checking:
            return
        self._show(replace(self.state, checking=True, problem="", message=""))
        self._work.run(self._cases.health, self._checked, self._failed)

    def _backed_up(self, file: Path) -> None:
        message = _("Kopien er skrevet og prøvd. Den ligger her: {file}").format(file=file)
        self._show(replace(self.state, backing_up=False, message=message))
        self.refresh()

    def _moved(self, _none: object) -> None:
        message = _("Den første kopien er skrevet og prøvd. De neste kommer samme sted.")
        self._show(replace(self.state, moving=False, message=message))
        self.refresh()

    def _listed(self, copies: CopiesWords) -> None:
        self._show(replace(self.state, copies=copies))

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        self._show(replace(self.state, checking=False, findings=findings))

    def _failed(self, error: SituationError) -> None:
        idle = replace(self.state, backing_up=False, moving=False, checking=False)
        self._show(replace(idle, problem=str(error), message=""))
