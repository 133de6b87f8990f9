"""Setting up a station: five calm steps, and the recovery key asked back before the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from nurseapp.base.errors import NameTakenError, SituationError, WeakPasswordError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import Language, _, use_language
from nurseapp.clinic.values.station import Founded, NewStation, NewUser
from nurseapp.desk.printing.flow import PrinterFlow
from nurseapp.desk.printing.printers import Printers

Step = Literal["station", "kind", "user", "key", "confirm", "done"]
STEPS: Final[tuple[Step, ...]] = ("station", "kind", "user", "key", "confirm")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStartCases:
    """What the set-up asks of the clinic."""

    found: Callable[[NewStation], Founded]
    save_sheet: Callable[[Founded, Path], object]
    print_sheet: Callable[[Founded, str], str]
    printers: Callable[[], Printers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What has been typed so far; passwords are never kept here."""

    language: Language = "nb"
    name: str = ""
    municipality: str = ""
    phone: str = ""
    training: bool | None = None
    user_name: str = ""
    user_title: str = ""
    user_phone: str = ""
    hpr_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStartState:
    """Where the set-up is; `problems` are sentences by the name of the field they stand beside.

    `asked` are the places (from 0) of the two groups that are asked back.
    """

    step: Step = "station"
    draft: Draft = field(default_factory=Draft)
    problems: dict[str, str] = field(default_factory=dict)
    sentence: str = ""
    said: str = ""
    busy: bool = False
    groups: tuple[str, ...] = ()
    kept: bool = False
    asked: tuple[int, int] = (0, 1)


class FirstStartFlow(Flow[FirstStartState]):
    """Founds a station and makes sure that the recovery key was kept."""

    def __init__(
        self, cases: FirstStartCases, work: Work, choose_two: Callable[[int], tuple[int, int]]
    ) -> None:
        super().__init__(FirstStartState())
        self._cases = cases
        self._work = work
        self._choose_two = choose_two
        self._founded: Founded | None = None
        self.printer = PrinterFlow(cases.printers, work)

    def speak(self, language: Language, draft: Draft) -> None:
        """Changes the interface language at once and keeps what was typed."""
        use_language(language)
        self._show(
            replace(self.state, draft=replace(draft, language=language), problems={}, sentence="")
        )

    def name_station(self, draft: Draft) -> None:
        """Takes name, municipality and telephone."""
        problems: dict[str, str] = {}
        if not draft.name.strip():
            problems["name"] = _("Skriv navnet på helsestasjonen.")
        if not draft.municipality.strip():
            problems["municipality"] = _("Skriv hvilken kommune stasjonen hører til.")
        self._next(draft, problems, "kind")

    def choose_kind(self, training: bool | None) -> None:
        """Takes whether this is for training or for real people."""
        draft = replace(self.state.draft, training=training)
        missing = {"kind": _("Velg øving eller virkelige personer.")} if training is None else {}
        self._next(draft, missing, "user")

    def name_user(self, draft: Draft, password: str, again: str) -> None:
        """Takes the first user and founds the station, which takes a few seconds."""
        if self.state.busy:
            return
        problems: dict[str, str] = {}
        if not draft.user_name.strip():
            problems["user_name"] = _("Skriv navnet ditt.")
        if not draft.user_title.strip():
            problems["user_title"] = _("Skriv tittelen din, for eksempel helsesykepleier.")
        if not password:
            problems["password"] = _("Velg et passord.")
        elif password != again:
            problems["again"] = _("De to passordene er ikke like.")
        if problems:
            self._next(draft, problems, "user")
            return
        self._show(replace(self.state, draft=draft, problems={}, sentence="", busy=True))
        new = _new_station(draft, password)
        self._work.run(lambda: self._cases.found(new), self._was_founded, self._not_founded)

    def back(self) -> None:
        """One step back; the key, once made, cannot be unmade."""
        at = self.state.step
        if at in ("kind", "user", "confirm") and not self.state.busy:
            earlier = STEPS[STEPS.index(at) - 1]
            self._show(replace(self.state, step=earlier, problems={}, sentence=""))

    def save(self, file: Path) -> None:
        """Writes the sheet with the recovery key to `file`."""
        founded = self._founded
        if founded is not None:
            said = _("Arket er lagret. Skriv det ut eller flytt det til et trygt sted.")
            self._work.run(
                lambda: self._cases.save_sheet(founded, file),
                lambda _none: self._say(said),
                lambda error: self._say("", str(error)),
            )

    def print(self) -> None:
        """Sends the sheet with the recovery key to the chosen printer."""
        founded = self._founded
        if founded is not None:
            printer = self.printer.state.chosen
            self._work.run(
                lambda: self._cases.print_sheet(founded, printer),
                self._say,
                lambda error: self._say("", str(error)),
            )

    def kept(self, kept: bool) -> None:
        """The nurse says that the key is kept; without that there is no next step."""
        self._show(replace(self.state, kept=kept, problems={}))

    def ask_back(self) -> None:
        """Goes on to the two groups, if the key was kept."""
        if self.state.kept:
            asked = self._choose_two(len(self.state.groups))
            self._show(
                replace(self.state, step="confirm", asked=asked, problems={}, said="", sentence="")
            )
        else:
            reason = _("Lagre eller skriv ut nøkkelen først, og kryss av her.")
            self._show(replace(self.state, problems={"kept": reason}))

    def confirm(self, first: str, second: str) -> None:
        """Compares the two groups with the key; the key is forgotten when they fit."""
        problems = {
            place: _("Dette er ikke gruppe {number}. Se på arket en gang til.").format(number=n + 1)
            for place, n, typed in zip(
                ("first", "second"), self.state.asked, (first, second), strict=True
            )
            if _plain(typed) != _plain(self.state.groups[n])
        }
        if problems:
            self._show(replace(self.state, problems=problems))
            return
        self._founded = None
        self._show(replace(self.state, step="done", groups=(), problems={}))

    def _next(self, draft: Draft, problems: dict[str, str], step: Step) -> None:
        there = self.state.step if problems else step
        self._show(replace(self.state, draft=draft, problems=problems, sentence="", step=there))

    def _was_founded(self, founded: Founded) -> None:
        self._founded = founded
        self._show(replace(self.state, busy=False, step="key", groups=founded.groups))

    def _not_founded(self, error: SituationError) -> None:
        field = "password" if isinstance(error, WeakPasswordError) else "user_name"
        if isinstance(error, (WeakPasswordError, NameTakenError)):
            self._show(replace(self.state, busy=False, problems={field: str(error)}))
        else:
            self._show(replace(self.state, busy=False, sentence=str(error)))

    def _say(self, said: str, sentence: str = "") -> None:
        self._show(replace(self.state, said=said, sentence=sentence))


def _new_station(draft: Draft, password: str) -> NewStation:
    return NewStation(
        name=draft.name.strip(),
        municipality=draft.municipality.strip(),
        phone=draft.phone.strip(),
        training=bool(draft.training),
        language=draft.language,
        first_user=NewUser(
            name=draft.user_name.strip(),
            title=draft.user_title.strip(),
            password=password,
            phone=draft.user_phone.strip(),
            hpr_number=draft.hpr_number.strip(),
            administrator=True,
        ),
    )


def _plain(group: str) -> str:
    """A group as it is compared: neither case, blanks nor hyphens count."""
    return "".join(sign for sign in group.upper() if sign.isalnum())
