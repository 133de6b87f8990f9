"""Forgotten password: the recovery key lets a user set a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nurseapp.base.errors import (
    AccessLostError,
    SituationError,
    TooManyTriesError,
    WeakPasswordError,
    WrongPasswordError,
    WrongRecoveryKeyError,
)
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryState:
    """The sentences beside the fields; `sentence` is for what belongs to none of them."""

    names: tuple[str, ...]
    busy: bool = False
    key_problem: str = ""
    name_problem: str = ""
    password_problem: str = ""
    again_problem: str = ""
    sentence: str = ""


class RecoveryFlow(Flow[RecoveryState]):
    """Opens the station with the recovery key and gives one user a new password."""

    def __init__(
        self,
        names: tuple[str, ...],
        open_by_recovery: Callable[[str, str, str], OpenStation],
        work: Work,
        opened: Callable[[OpenStation], None],
    ) -> None:
        super().__init__(RecoveryState(names=names))
        self._open_by_recovery = open_by_recovery
        self._work = work
        self._opened = opened

    def recover(self, key: str, name: str, password: str, again: str) -> None:
        """Sets the new password and opens, or says beside each field what is missing."""
        if self.state.busy:
            return
        state = _checked(RecoveryState(names=self.state.names), key, name, password, again)
        if state != RecoveryState(names=state.names):
            self._show(state)
            return
        self._show(replace(state, busy=True))
        self._work.run(
            lambda: self._open_by_recovery(key.strip(), name.strip(), password),
            self._opened,
            self._refused,
        )

    def _refused(self, error: SituationError) -> None:
        blank = RecoveryState(names=self.state.names)
        words = f"{error.sentence} {error.hint}".strip()
        if isinstance(error, WrongRecoveryKeyError):
            self._show(replace(blank, key_problem=words))
        elif isinstance(error, WeakPasswordError):
            self._show(replace(blank, password_problem=words))
        elif isinstance(error, (AccessLostError, WrongPasswordError)):
            unknown = _("Det finnes ingen bruker med dette navnet på stasjonen.")
            self._show(replace(blank, name_problem=unknown))
        elif isinstance(error, TooManyTriesError):
            self._show(replace(blank, sentence=words))
        else:
            self._show(replace(blank, sentence=words))


def _checked(state: RecoveryState, key: str, name: str, password: str, again: str) -> RecoveryState:
    return replace(
        state,
        key_problem="" if key.strip() else _("Skriv gjenopprettingsnøkkelen fra arket."),
        name_problem="" if name.strip() else _("Skriv navnet du logger inn med."),
        password_problem="" if password else _("Skriv et nytt passord."),
        again_problem="" if password == again else _("De to passordene er ikke like."),
    )
