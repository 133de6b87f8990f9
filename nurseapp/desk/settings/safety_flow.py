"""Backup, the station check and the protections that are on."""

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
class SafetyCases:
    """What backup and the station check ask of the clinic."""

    back_up: Callable[[Path], object]
    backups: Callable[[], tuple[str, ...]]
    health: Callable[[], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyState:
    """`findings` is None until the station was checked; `backups` are lines, newest first."""

    folder: str
    protections: tuple[str, ...]
    backups: tuple[str, ...] = ()
    findings: tuple[Finding, ...] | None = None
    backing_up: bool = False
    checking: bool = False
    problem: str = ""
    message: str = ""


class SafetyFlow(Flow[SafetyState]):
    """Makes a backup now, and looks the station over."""

    def __init__(
        self, cases: SafetyCases, work: Work, folder: Path, protections: tuple[str, ...]
    ) -> None:
        super().__init__(SafetyState(folder=str(folder), protections=protections))
        self._cases = cases
        self._work = work

    def refresh(self) -> None:
        """Reads which backups there are."""
        self._work.run(self._cases.backups, self._listed, self._failed)

    def back_up(self, file: Path) -> None:
        """Writes an encrypted backup to `file`."""
        if self.state.backing_up:
            return
        self._show(replace(self.state, backing_up=True, problem="", message=""))
        self._work.run(
            lambda: self._cases.back_up(file), lambda _none: self._backed_up(file), self._failed
        )

    def check(self) -> None:
        """Looks the whole station over, which may take some seconds."""
        if self.state.checking:
            return
        self._show(replace(self.state, checking=True, problem="", message=""))
        self._work.run(self._cases.health, self._checked, self._failed)

    def _backed_up(self, file: Path) -> None:
        message = _("Sikkerhetskopien er skrevet og prøvd: {file}").format(file=file)
        self._show(replace(self.state, backing_up=False, message=message))
        self.refresh()

    def _listed(self, backups: tuple[str, ...]) -> None:
        self._show(replace(self.state, backups=backups))

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        self._show(replace(self.state, checking=False, findings=findings))

    def _failed(self, error: SituationError) -> None:
        self._show(
            replace(self.state, backing_up=False, checking=False, problem=str(error), message="")
        )
