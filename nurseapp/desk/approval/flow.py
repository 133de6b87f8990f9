"""The approval of a form: what changed, what it comes to, each text against the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_day
from nurseapp.clinic.values.approving import NewConfirmation
from nurseapp.clinic.values.library import ApprovalLine, ApprovalView, NewApproval
from nurseapp.desk import routes
from nurseapp.desk.approval.terms import Terms, missing_terms, terms_of
from nurseapp.desk.routes import FormApproval, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalCases:
    """What the approval asks of the clinic."""

    view: Callable[[str, str], ApprovalView]
    approve: Callable[[NewApproval], object]
    confirm: Callable[[NewConfirmation], None]
    set_second_needed: Callable[[bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalState:
    """`missing` are sentences, told when somebody tried to approve."""

    form: str
    language: str
    approver: str
    view: ApprovalView | None = None
    ticked: frozenset[str] = frozenset()
    terms: Terms
    missing: tuple[str, ...] = ()
    problem: str = ""
    busy: bool = False
    changed: bool = False


class ApprovalFlow(Flow[ApprovalState]):
    """Nothing is approved while anything is missing; what is, is said in sentences."""

    def __init__(
        self,
        wanted: FormApproval,
        cases: ApprovalCases,
        work: Work,
        go: Callable[[Route], None],
        tell: Callable[[str], None],
        *,
        approver: str,
        clinic: str,
        today: date,
    ) -> None:
        terms = Terms(starts=short_date(today), clinics=clinic)
        super().__init__(
            ApprovalState(
                form=wanted.form, language=wanted.language, approver=approver, terms=terms
            )
        )
        self._cases = cases
        self._work = work
        self._go = go
        self._tell = tell
        self._today = today

    def start(self) -> None:
        """Reads what must be seen, and runs the golden cases."""
        form, language = self.state.form, self.state.language
        self._work.run(lambda: self._cases.view(form, language), self._read, self._failed)

    def preview(self) -> None:
        """Goes to the whole form, title and introduction too, as a parent sees it."""
        self._go(routes.FormPreview(self.state.form, self.state.language))

    def tick(self, item: str, *, ticked: bool) -> None:
        """Takes down that an item was read against the paper, or was not after all."""
        one = frozenset({item})
        held = self.state.ticked | one if ticked else self.state.ticked - one
        if held != self.state.ticked:
            self._show(replace(self.state, ticked=held, changed=True, missing=()))

    def write(self, terms: Terms) -> None:
        """Takes down what is typed."""
        if terms != self.state.terms:
            self._show(replace(self.state, terms=terms, changed=True, missing=()))

    def approve(self) -> None:
        """Approves, or says all that is missing."""
        state = self.state
        if state.view is None or state.busy:
            return
        missing = tuple(_missing(state, state.view, self._today))
        self._show(replace(state, missing=missing, problem="", busy=not missing))
        if not missing:
            new = _new_approval(state, state.view, self._today)
            self._work.run(lambda: self._cases.approve(new), self._approved, self._refused)

    def confirm(self, line: ApprovalLine) -> None:
        """Stands behind what another has approved, as it is read here; or goes to where it is."""
        view, form = self.state.view, self.state.form
        if view is None or line.language != view.language:
            self._go(routes.FormApproval(form, line.language))
            return
        seen = NewConfirmation(
            approval=line.approval,
            form_sha256=view.form_sha256,
            wording_sha256=view.wording_sha256,
        )
        self._work.run(
            lambda: self._cases.confirm(seen),
            lambda _none: self._go(_after(form, view)),
            self._refused,
        )

    def ask_for_second(self, needed: bool) -> None:
        """Whether the station asks for two people behind each approval."""
        view = self.state.view
        if view is not None and needed != view.second_needed:
            self._work.run(
                lambda: self._cases.set_second_needed(needed),
                lambda _none: self.start(),
                self._refused,
            )

    def _read(self, view: ApprovalView) -> None:
        state, before = self.state, self.state.view
        if before is None:
            state = replace(state, terms=terms_of(state.terms, view))
        elif _hashes(before) != _hashes(view):
            state = replace(state, ticked=frozenset())
        self._show(replace(state, view=view))

    def _approved(self, _approval: object) -> None:
        view = self.state.view
        says = (
            _("Godkjent. En annen må logge inn og bekrefte før det kan brukes.")
            if view is not None and view.second_needed
            else _("Godkjent og skrevet ned.")
        )
        self._show(replace(self.state, busy=False, changed=False))
        self._tell(says)
        if view is not None:
            self._go(_after(self.state.form, view))

    def _refused(self, error: SituationError) -> None:
        """Says why, and shows what holds now."""
        self._failed(error)
        self.start()

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _after(form: str, view: ApprovalView) -> Route:
    """The page of the form, or of an age form the list of those that are left."""
    return routes.FamilyApproval(view.family) if view.family else routes.FormPage(form)


def _hashes(view: ApprovalView) -> tuple[str, str]:
    return view.form_sha256, view.wording_sha256


def _missing(state: ApprovalState, view: ApprovalView, today: date) -> Iterator[str]:
    yield from view.refusals
    unread = [row for row in view.rows if row.item not in state.ticked]
    heads = [row.topic.casefold() for row in unread if row.head]
    items = [row.item for row in unread if not row.head]
    if heads:
        yield _("Ikke huket av mot papirskjemaet: {texts}.").format(texts=", ".join(heads))
    if items:
        yield _("Ikke huket av mot papirskjemaet: spørsmål {items}.").format(items=", ".join(items))
    yield from missing_terms(state.terms, today, licence_needed=view.licence_needed)


def _new_approval(state: ApprovalState, view: ApprovalView, today: date) -> NewApproval:
    terms = state.terms
    starts = typed_day(terms.starts, today=today).day
    assert starts is not None
    return NewApproval(
        form=state.form,
        language=state.language,
        form_sha256=view.form_sha256,
        wording_sha256=view.wording_sha256,
        ticked=state.ticked,
        starts=starts,
        clinics=terms.clinics,
        wording=bool(state.language),
        licence_holder=terms.holder,
        licence_number=terms.number,
        licence_until=typed_day(terms.until, today=today).day,
    )
