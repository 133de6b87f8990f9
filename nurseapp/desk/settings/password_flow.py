"""A user's own password."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from nurseapp.base.errors import SituationError, WeakPasswordError, WrongPasswordError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordState:
    """`changed` counts the changes made, so that the fields can be emptied after each."""

    busy: bool = False
    problems: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    changed: int = 0


class PasswordFlow(Flow[PasswordState]):
    """Changes the password of the one who is logged in."""

    def __init__(self, change_password: Callable[[str, str], object], work: Work) -> None:
        super().__init__(PasswordState())
        self._change_password = change_password
        self._work = work

    def change(self, old: str, new: str, again: str) -> None:
        """Sets the new password, or says beside each field what is wrong."""
        if self.state.busy:
            return
        problems: dict[str, str] = {}
        if not old:
            problems["old"] = _("Skriv passordet du har nå.")
        if not new:
            problems["new"] = _("Skriv et nytt passord.")
        elif new != again:
            problems["again"] = _("De to passordene er ikke like.")
        done = self.state.changed
        self._show(PasswordState(problems=problems, busy=not problems, changed=done))
        if not problems:
            self._work.run(
                lambda: self._change_password(old, new),
                lambda _none: self._show(PasswordState(changed=done + 1)),
                self._refused,
            )

    def _refused(self, error: SituationError) -> None:
        changed = self.state.changed
        if isinstance(error, WrongPasswordError):
            wrong = {"old": _("Dette er ikke passordet du har nå.")}
            self._show(PasswordState(problems=wrong, changed=changed))
        elif isinstance(error, WeakPasswordError):
            self._show(PasswordState(problems={"new": str(error)}, changed=changed))
        else:
            self._show(PasswordState(problem=str(error), changed=changed))
