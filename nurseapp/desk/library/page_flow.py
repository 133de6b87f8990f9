"""One form: what is known of it, what words it has, and what is done with it here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.feedback import FeedbackMonth
from nurseapp.clinic.values.library import ApprovalLine, FormCard
from nurseapp.desk import routes
from nurseapp.desk.library.facts import FormFacts
from nurseapp.desk.library.next_step import NextStep, next_step
from nurseapp.desk.routes import Route

Aim = Literal["write", "approve", "several", "preview", "practice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """All that is shown of a form, or of the age form that is open of a family.

    `approvals` are newest first. `banner` stands on top when the form is withdrawn.
    `values_lack`: the clinic's licensed table is not in yet. `feedback` is what was answered
    anonymously, newest month first, and None for a form whose answers belong in a record.
    """

    card: FormCard
    facts: FormFacts
    approvals: tuple[ApprovalLine, ...]
    age_forms: tuple[tuple[str, str], ...] = ()
    banner: str = ""
    values_lack: bool = False
    feedback: tuple[FeedbackMonth, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCases:
    """What a form's page asks of the clinic."""

    view: Callable[[str], PageView]
    withdraw: Callable[[str, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """`form` is whose page is asked for; `said` is what was just done."""

    form: str
    view: PageView | None = None
    administrator: bool = False
    withdrawing: bool = False
    busy: bool = False
    said: str = ""
    problem: str = ""

    @property
    def next(self) -> NextStep | None:
        """The one thing to do next."""
        if self.view is None:
            return None
        return next_step(
            self.view.card,
            values_lack=self.view.values_lack,
            administrator=self.administrator,
        )


class PageFlow(Flow[PageState]):
    """Reads one form's page; what is done on it is read anew at once."""

    def __init__(
        self,
        form: str,
        cases: PageCases,
        work: Work,
        go: Callable[[Route], None],
        *,
        administrator: bool,
    ) -> None:
        super().__init__(PageState(form=form, administrator=administrator))
        self._cases = cases
        self._work = work
        self._go = go

    def refresh(self) -> None:
        """Reads the page."""
        form = self.state.form
        self._work.run(lambda: self._cases.view(form), self._read, self._failed)

    def open_age_form(self, form: str) -> None:
        """Shows another age form of the family."""
        self._show(replace(self.state, form=form, said="", problem=""))
        self.refresh()

    def go_on(self) -> None:
        """Does what the page says is next."""
        step = self.state.next
        match step.action if step else "":
            case "write" | "approve" as aim:
                self.go_to(aim, step.language if step else "")
            case "values":
                self.open_table()
            case "people":
                self._go(routes.People())

    def go_to(self, aim: Aim, language: str) -> None:
        """Goes to the words in `language`, their approval, or how a parent sees them.

        Without a language the words ask for one, and the approval is of the form from paper.
        "several" is the approval of several age forms, "practice" shows the practice words.
        """
        form = self._form()
        match aim:
            case "write":
                self._go(routes.FormWording(form, language))
            case "approve":
                self._go(routes.FormApproval(form, language))
            case "several" if self.state.view is not None:
                self._go(routes.FamilyApproval(self.state.view.card.family))
            case "preview":
                self._go(routes.FormPreview(form, language))
            case "practice":
                self._go(routes.FormPreview(form, language, practice=True))

    def open_table(self) -> None:
        """Goes to the licensed values."""
        self._go(routes.LicensedTable(self._form()))

    def ask_to_withdraw(self) -> None:
        """Asks why before anything is withdrawn."""
        self._show(replace(self.state, withdrawing=True, said="", problem=""))

    def cancel(self) -> None:
        """Withdraws nothing."""
        self._show(replace(self.state, withdrawing=False, problem=""))

    def withdraw(self, why: str) -> None:
        """Withdraws the form in all languages; it stops at once."""
        form = self._form()
        self._show(replace(self.state, busy=True, said="", problem=""))
        self._work.run(
            lambda: self._cases.withdraw(form, why), lambda _none: self._withdrawn(), self._failed
        )

    def confirm(self, line: ApprovalLine) -> None:
        """Goes to what another has approved, to be read before it is confirmed."""
        self._go(routes.FormApproval(self._form(), line.language))

    def _form(self) -> str:
        return self.state.view.card.form if self.state.view else self.state.form

    def _withdrawn(self) -> None:
        said = _("Skjemaet er trukket tilbake. Resultater fra før kan leses.")
        self._show(replace(self.state, busy=False, withdrawing=False, said=said))
        self.refresh()

    def _read(self, view: PageView) -> None:
        self._show(replace(self.state, view=view, busy=False))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))
