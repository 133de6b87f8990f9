"""I dag: what needs action first, who is due, and search as the nurse types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.clinic.values.people import PersonRow
from nurseapp.clinic.values.today import AlertCard, StepCard, TodayView, VisitCard
from nurseapp.desk import routes
from nurseapp.desk.routes import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCases:
    """What I dag asks of the clinic."""

    today: Callable[[], TodayView]
    search: Callable[[str], tuple[PersonRow, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """`view` is None until it has been read; `hits` is None unless the nurse is searching."""

    view: TodayView | None = None
    text: str = ""
    hits: tuple[PersonRow, ...] | None = None
    problem: str = ""


class TodayFlow(Flow[TodayState]):
    """Shows the day and leads to the next thing to do in one tap."""

    def __init__(self, cases: TodayCases, work: Work, go: Callable[[Route], None]) -> None:
        super().__init__(TodayState())
        self._cases = cases
        self._work = work
        self._go = go
        self._found_for = ""
        self._opens_when_found = False

    def refresh(self) -> None:
        """Reads the day again."""
        self._work.run(self._cases.today, self._read, self._failed)

    def search(self, text: str) -> None:
        """Looks for people as the nurse types; an empty text shows the day again."""
        if text == self.state.text:
            return
        wanted = text.strip()
        self._opens_when_found = False
        if not wanted:
            self._found_for = text
            self._show(replace(self.state, text=text, hits=None, problem=""))
            return
        self._show(replace(self.state, text=text))
        self._work.run(
            lambda: self._cases.search(wanted),
            lambda hits: self._found(text, hits),
            self._failed,
        )

    def choose(self, person: int) -> None:
        """Opens a person that was found."""
        self._go(routes.PersonPage(person))

    def choose_only(self) -> None:
        """Opens the only hit; with several, the nurse must say which: names may be alike.

        While the hits still belong to what stood there before, it waits for the right ones.
        """
        self._opens_when_found = self._found_for != self.state.text
        if self._opens_when_found:
            return
        if self.state.hits is not None and len(self.state.hits) == 1:
            self.choose(self.state.hits[0].person)

    def register(self) -> None:
        """Leads to a new person."""
        self._go(routes.RegisterPerson())

    def follow_up(self, alert: AlertCard) -> None:
        """Opens the answer sheet behind an alert or an unfinished sheet."""
        self._go(routes.Result(alert.screening))

    def open_step(self, step: StepCard) -> None:
        """Opens the list at the step, ready to be finished."""
        self._go(routes.FollowUp(step.step))

    def start(self, visit: VisitCard) -> None:
        """Leads to the hand-over for a consultation."""
        self._go(routes.HandOver(visit.person, visit.visit))

    def enter_paper(self, visit: VisitCard) -> None:
        """Leads to where the consultation's sheet is tapped in, in the record it belongs in."""
        first = visit.respondent or visit.person
        self._go(
            routes.Entry(first, visit.form, mode="paper", visit=visit.visit, beside=visit.person)
        )

    def _read(self, view: TodayView) -> None:
        self._show(replace(self.state, view=view, problem=""))

    def _found(self, text: str, hits: tuple[PersonRow, ...]) -> None:
        if text != self.state.text:
            return
        self._found_for = text
        self._show(replace(self.state, hits=hits, problem=""))
        if self._opens_when_found:
            self.choose_only()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error)))
