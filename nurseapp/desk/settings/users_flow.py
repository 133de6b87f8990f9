"""Users: who may log in here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from nurseapp.base.errors import NameTakenError, SituationError, WeakPasswordError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.station import NewUser, UserRow


@dataclass(frozen=True, slots=True, kw_only=True)
class UsersCases:
    """What the list of users asks of the clinic."""

    list_users: Callable[[], tuple[UserRow, ...]]
    add_user: Callable[[NewUser], object]
    remove_user: Callable[[int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsersState:
    """`removing` is the user whose removal waits for a confirmation.

    `may_change` is false for a user who is no administrator: she sees the list only.
    """

    users: tuple[UserRow, ...] = ()
    me: int = 0
    may_change: bool = False
    adding: bool = False
    busy: bool = False
    removing: int | None = None
    problems: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    message: str = ""


class UsersFlow(Flow[UsersState]):
    """Adds users, and removes them after a confirmation."""

    def __init__(self, cases: UsersCases, work: Work, me: UserRow) -> None:
        super().__init__(UsersState(me=me.user_id, may_change=me.administrator))
        self._cases = cases
        self._work = work

    def refresh(self) -> None:
        """Reads the list again."""
        self._work.run(self._cases.list_users, self._read, self._failed)

    def begin_adding(self) -> None:
        """Opens the form for a new user."""
        self._show(
            replace(self.state, adding=True, removing=None, problems={}, problem="", message="")
        )

    def cancel(self) -> None:
        """Closes the form or the question; nothing changes."""
        if not self.state.busy:
            self._show(replace(self.state, adding=False, removing=None, problems={}, problem=""))

    def add(self, new: NewUser, again: str) -> None:
        """Adds a user, or says beside each field what is missing."""
        if self.state.busy:
            return
        problems: dict[str, str] = {}
        if not new.name.strip():
            problems["name"] = _("Skriv navnet.")
        if not new.title.strip():
            problems["title"] = _("Skriv tittelen, for eksempel jordmor.")
        if not new.password:
            problems["password"] = _("Velg et første passord sammen med kollegaen.")
        elif new.password != again:
            problems["again"] = _("De to passordene er ikke like.")
        self._show(replace(self.state, problems=problems, problem="", busy=not problems))
        if not problems:
            self._work.run(
                lambda: self._cases.add_user(new), lambda _id: self._added(new.name), self._refused
            )

    def ask_to_remove(self, user_id: int) -> None:
        """Asks before a user is removed."""
        if self.state.may_change and user_id != self.state.me:
            self._show(replace(self.state, removing=user_id, adding=False, problem="", message=""))

    def remove(self) -> None:
        """Removes the user that was asked about; the station's key is then changed."""
        user_id = self.state.removing
        if user_id is None or self.state.busy:
            return
        name = next((user.name for user in self.state.users if user.user_id == user_id), "")
        self._show(replace(self.state, busy=True, problem=""))
        self._work.run(
            lambda: self._cases.remove_user(user_id),
            lambda _none: self._removed(name),
            self._refused,
        )

    def _added(self, name: str) -> None:
        message = _("{name} kan logge inn nå.").format(name=name)
        self._show(replace(self.state, busy=False, adding=False, message=message))
        self.refresh()

    def _removed(self, name: str) -> None:
        message = _("{name} kan ikke lenger logge inn.").format(name=name)
        self._show(replace(self.state, busy=False, removing=None, message=message))
        self.refresh()

    def _refused(self, error: SituationError) -> None:
        words = str(error)
        if isinstance(error, NameTakenError):
            self._show(replace(self.state, busy=False, problems={"name": words}))
        elif isinstance(error, WeakPasswordError):
            self._show(replace(self.state, busy=False, problems={"password": words}))
        else:
            self._show(replace(self.state, busy=False, problem=words))

    def _read(self, users: tuple[UserRow, ...]) -> None:
        self._show(replace(self.state, users=tuple(user for user in users if user.active)))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
