"""Several age forms are approved for use from paper at once, each as its own approval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _, plural
from nurseapp.base.typed_dates import typed_day
from nurseapp.clinic.values.approving import AgeFormLine, FamilyApprovalView, NewConfirmation
from nurseapp.clinic.values.library import NewApproval
from nurseapp.desk import routes
from nurseapp.desk.approval.terms import Terms, missing_terms, terms_of
from nurseapp.desk.routes import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCases:
    """What the approval of several age forms asks of the clinic."""

    view: Callable[[str], FamilyApprovalView]
    approve: Callable[[Sequence[NewApproval]], object]
    confirm: Callable[[Sequence[NewConfirmation]], None]
    set_second_needed: Callable[[bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyState:
    """`chosen` are the age forms whose paper was held against what is shown of them."""

    family: str
    approver: str
    view: FamilyApprovalView | None = None
    chosen: frozenset[str] = frozenset()
    terms: Terms
    missing: tuple[str, ...] = ()
    problem: str = ""
    busy: bool = False
    changed: bool = False


class FamilyFlow(Flow[FamilyState]):
    """The terms are typed once; all that was chosen is approved, or nothing."""

    def __init__(
        self,
        family: str,
        cases: FamilyCases,
        work: Work,
        go: Callable[[Route], None],
        tell: Callable[[str], None],
        *,
        approver: str,
        clinic: str,
        today: date,
    ) -> None:
        terms = Terms(starts=short_date(today), clinics=clinic)
        super().__init__(FamilyState(family=family, approver=approver, terms=terms))
        self._cases = cases
        self._work = work
        self._go = go
        self._tell = tell
        self._today = today

    def start(self) -> None:
        """Reads the age forms."""
        family = self.state.family
        self._work.run(lambda: self._cases.view(family), self._read, self._failed)

    def choose(self, form: str, *, chosen: bool) -> None:
        """Takes down that an age form's paper is as it is shown, or is not after all."""
        one = frozenset({form})
        held = self.state.chosen | one if chosen else self.state.chosen - one
        if held != self.state.chosen:
            self._show(replace(self.state, chosen=held, changed=True, missing=()))

    def write(self, terms: Terms) -> None:
        """Takes down what is typed."""
        if terms != self.state.terms:
            self._show(replace(self.state, terms=terms, changed=True, missing=()))

    def approve(self) -> None:
        """Approves those chosen for use from paper, or says all that is missing."""
        state = self.state
        if state.view is None or state.busy:
            return
        missing = tuple(_missing(state, state.view, self._today))
        self._show(replace(state, missing=missing, problem="", busy=not missing))
        if not missing:
            several = tuple(self._new(line) for line in _chosen(state, state.view))
            self._work.run(
                lambda: self._cases.approve(several),
                lambda _made: self._approved(len(several)),
                self._refused,
            )

    def confirm(self) -> None:
        """Confirms those chosen that another has approved."""
        state = self.state
        several = tuple(
            NewConfirmation(
                approval=line.to_confirm, form_sha256=line.form_sha256, wording_sha256=""
            )
            for line in to_confirm(state)
        )
        if several and not state.busy:
            self._show(replace(state, missing=(), problem="", busy=True))
            self._work.run(
                lambda: self._cases.confirm(several),
                lambda _none: self._confirmed(len(several)),
                self._refused,
            )

    def read_words(self, form: str, language: str) -> None:
        """Goes to an age form's wording, to be held against the paper item by item."""
        self._go(routes.FormApproval(form, language))

    def ask_for_second(self, needed: bool) -> None:
        """Whether the station asks for two people behind each approval."""
        view = self.state.view
        if view is not None and needed != view.second_needed:
            self._work.run(
                lambda: self._cases.set_second_needed(needed),
                lambda _none: self.start(),
                self._refused,
            )

    def _new(self, line: AgeFormLine) -> NewApproval:
        terms = self.state.terms
        starts = typed_day(terms.starts, today=self._today).day
        assert starts is not None
        return NewApproval(
            form=line.form,
            language="",
            form_sha256=line.form_sha256,
            wording_sha256="",
            ticked=line.items,
            starts=starts,
            clinics=terms.clinics,
            wording=False,
            licence_holder=terms.holder,
            licence_number=terms.number,
            licence_until=typed_day(terms.until, today=self._today).day,
        )

    def _read(self, view: FamilyApprovalView) -> None:
        state, before = self.state, self.state.view
        if before is None:
            state = replace(state, terms=terms_of(state.terms, view))
        else:
            same = {line.form for line in view.ages} & _unchanged(before, view)
            state = replace(state, chosen=state.chosen & same)
        self._show(replace(state, view=view))

    def _approved(self, count: int) -> None:
        says = plural(
            "{count} aldersskjema er godkjent til bruk fra papir.",
            "{count} aldersskjemaer er godkjent til bruk fra papir.",
            count,
        )
        if self.state.view is not None and self.state.view.second_needed:
            says += " " + _("En annen må logge inn og bekrefte før de kan brukes.")
        self._done(says)

    def _confirmed(self, count: int) -> None:
        says = plural(
            "{count} aldersskjema er bekreftet.", "{count} aldersskjemaer er bekreftet.", count
        )
        self._done(says)

    def _done(self, says: str) -> None:
        self._show(replace(self.state, busy=False, changed=False, chosen=frozenset()))
        self._tell(says)
        self.start()

    def _refused(self, error: SituationError) -> None:
        """Says why, and shows what holds now."""
        self._failed(error)
        self.start()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _chosen(state: FamilyState, view: FamilyApprovalView) -> Iterator[AgeFormLine]:
    """Those to be approved; what another has approved waits to be confirmed instead."""
    return (line for line in view.ages if line.form in state.chosen and not line.to_confirm)


def to_confirm(state: FamilyState) -> tuple[AgeFormLine, ...]:
    """Those chosen that another has approved."""
    ages = state.view.ages if state.view is not None else ()
    return tuple(line for line in ages if line.form in state.chosen and line.to_confirm)


def _unchanged(before: FamilyApprovalView, now: FamilyApprovalView) -> set[str]:
    was = {line.form: line.form_sha256 for line in before.ages}
    return {line.form for line in now.ages if was.get(line.form) == line.form_sha256}


def _missing(state: FamilyState, view: FamilyApprovalView, today: date) -> Iterator[str]:
    if not any(_chosen(state, view)):
        yield _("Huk av for minst én alder.")
    for line in _chosen(state, view):
        for refusal in line.refusals:
            yield _("{age}: {why}").format(age=line.words, why=refusal)
    yield from missing_terms(state.terms, today, licence_needed=view.licence_needed)
