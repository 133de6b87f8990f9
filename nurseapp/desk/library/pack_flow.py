"""What another station has sent: looked at, its signer compared by telephone, then taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.library import PackView
from nurseapp.desk import routes
from nurseapp.desk.routes import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCases:
    """What the clinic does with a pack; `known` are stations with their digits."""

    read: Callable[[Path], PackView]
    accept: Callable[[Path, str], None]
    own_fingerprint: Callable[[], str]
    known: Callable[[], tuple[tuple[str, str], ...]]
    forget: Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackState:
    """`compared`: the nurse has held the digits against those read aloud."""

    path: Path | None = None
    view: PackView | None = None
    compared: bool = False
    own: str = ""
    known: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    problem: str = ""


class PackFlow(Flow[PackState]):
    """A pack from a station that is not known is taken in only after its digits were compared."""

    def __init__(
        self,
        cases: PackCases,
        work: Work,
        go: Callable[[Route], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(PackState())
        self._cases = cases
        self._work = work
        self._go = go
        self._tell = tell

    def start(self) -> None:
        """Reads this station's own digits, and the stations it knows."""
        self._work.run(
            lambda: (self._cases.own_fingerprint(), self._cases.known()),
            self._began,
            self._failed,
        )

    def look(self, path: Path) -> None:
        """Reads a pack; one that is changed or unsigned is refused in words."""
        self._show(replace(self.state, path=path, view=None, compared=False, busy=True, problem=""))
        self._work.run(lambda: self._cases.read(path), self._read, self._failed)

    def compare(self, compared: bool) -> None:
        """The digits were read aloud and are the same, or not after all."""
        self._show(replace(self.state, compared=compared, problem=""))

    def accept(self) -> None:
        """Takes the whole pack in."""
        path, view = self.state.path, self.state.view
        if path is None or view is None or self.state.busy:
            return
        if not view.known and not self.state.compared:
            says = _("Ring stasjonen og sammenlign tallene først. Huk av når de er like.")
            self._show(replace(self.state, problem=says))
            return
        compared = view.fingerprint if self.state.compared else ""
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(lambda: self._cases.accept(path, compared), self._accepted, self._failed)

    def forget_station(self, fingerprint: str) -> None:
        """Its packs ask for a telephone call again."""
        self._work.run(
            lambda: self._cases.forget(fingerprint), lambda _none: self.start(), self._failed
        )

    def _began(self, read: tuple[str, tuple[tuple[str, str], ...]]) -> None:
        own, known = read
        self._show(replace(self.state, own=own, known=known))

    def _read(self, view: PackView) -> None:
        self._show(replace(self.state, view=view, busy=False))

    def _accepted(self, _none: None) -> None:
        self._tell(_("Tatt inn. Hvert skjema må godkjennes her før det kan brukes."))
        self._go(routes.FormLibrary())

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
