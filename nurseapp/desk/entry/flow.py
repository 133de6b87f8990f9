"""A sheet from paper, an observation or something received: chosen, tapped in, checked, saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_past_day
from nurseapp.clinic.values.entry import (
    EntryForm,
    EntryMode,
    EntryOffer,
    EntryQuestions,
    NewSheet,
)
from nurseapp.desk.entry.second_entry import compared, settled_sheet
from nurseapp.desk.entry.state import EntryState, Setting, checked, new_sheet
from nurseapp.desk.entry.typed_sheet import TypedSheet
from nurseapp.desk.routes import Entry, Result, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCases:
    """What the clinic does for an entry."""

    offer: Callable[[int, date | None], EntryOffer]
    questions: Callable[[str, EntryMode, int | None], EntryQuestions]
    differences: Callable[[Mapping[str, str | None], Mapping[str, str | None]], tuple[str, ...]]
    record: Callable[[NewSheet], int]


class EntryFlow(Flow[EntryState]):
    """Leads from a person to a kept sheet; what is typed never leaves the memory before."""

    def __init__(
        self,
        wanted: Entry,
        cases: EntryCases,
        work: Work,
        *,
        go: Callable[[Route], None],
        today: date,
    ) -> None:
        super().__init__(EntryState(setting=Setting(answered_on=short_date(today))))
        self._wanted = wanted
        self._person = wanted.person
        self._cases = cases
        self._work = work
        self._go = go
        self._today = today

    def start(self) -> None:
        """Asks what may be entered, for a sheet of the day that is typed."""
        day = typed_past_day(self.state.setting.answered_on, today=self._today).day
        self._work.run(lambda: self._cases.offer(self._person, day), self._offered, self._failed)

    def choose(self, form: EntryForm | None) -> None:
        """Chooses what to enter; None to choose again."""
        if form is None or not form.why_not:
            self._show(checked(replace(self.state, form=form, problem=""), self._today))

    def set_up(self, setting: Setting) -> None:
        """Keeps who answered and when; another day may call for another age form."""
        other_day = setting.answered_on != self.state.setting.answered_on
        self._show(checked(replace(self.state, setting=setting, problem=""), self._today))
        if other_day and typed_past_day(setting.answered_on, today=self._today).day is not None:
            self.start()

    def begin(self) -> None:
        """On to the questions; nothing happens while something is missing."""
        state = self.state
        if state.form is None or state.blocked or state.busy:
            return
        form = state.form
        if state.opened is not None and _same_sheet(state.opened, form):
            self._show(replace(state, stage="fill"))
            return
        self._show(replace(state, busy=True, problem=""))
        self._work.run(
            lambda: self._cases.questions(form.form, form.mode, form.continues),
            lambda questions: self._opened(form, questions),
            self._failed,
        )

    def type(self, change: Callable[[TypedSheet], TypedSheet]) -> None:
        """One press or one field on the sheet."""
        if self.state.sheet is not None and self.state.stage in {"fill", "again"}:
            self._show(replace(self.state, sheet=change(self.state.sheet), problem=""))

    def finish(self) -> None:
        """From the questions to the summary; after a second entry past what differs."""
        state = self.state
        if state.sheet is None:
            return
        if state.stage == "again" and state.first is not None:
            differing = self._cases.differences(state.first.given(), state.sheet.given())
            self._show(compared(state, state.first, differing))
        elif state.stage == "fill":
            self._show(replace(state, stage="summary", twice=False))

    def again(self) -> None:
        """The same sheet once more, without a look at the first entry."""
        sheet = self.state.sheet
        if self.state.stage == "summary" and sheet is not None:
            blank = TypedSheet(questions=sheet.questions).begun()
            self._show(replace(self.state, stage="again", first=sheet, sheet=blank))

    def settle(self, item: str, which: str) -> None:
        """Says which of the two entries of a question is what stands on the sheet."""
        if self.state.stage == "compare":
            settled = {**(self.state.settled or {}), item: which}
            self._show(replace(self.state, settled=settled, problem=""))

    def agree(self) -> None:
        """On to the summary once every difference is settled."""
        state = self.state
        settled = state.settled or {}
        if state.first is None or state.sheet is None:
            return
        if any(each.question.id not in settled for each in state.differing):
            problem = _("Se på arket, og velg hva som står der, for hvert spørsmål.")
            self._show(replace(state, problem=problem))
            return
        sheet = settled_sheet(state.first, state.sheet, settled)
        self._show(replace(state, stage="summary", sheet=sheet, first=None, twice=True, problem=""))

    def back(self) -> bool:
        """One stage back; False at the beginning, where the way leads out of the place."""
        state = self.state
        if state.stage == "choose":
            return False
        if state.stage in {"again", "compare"}:
            sheet = state.first
            self._show(replace(state, stage="summary", sheet=sheet, first=None, problem=""))
        elif state.stage == "summary":
            self._show(replace(state, stage="fill", twice=False, problem=""))
        else:
            self._show(replace(state, stage="choose", problem=""))
        return True

    def save(self) -> None:
        """Keeps the sheet and shows its result."""
        state = self.state
        if state.stage != "summary" or state.sheet is None or state.busy:
            return
        new = new_sheet(state, self._wanted.visit, self._today)
        self._show(replace(state, busy=True, problem=""))
        self._work.run(
            lambda: self._cases.record(new),
            lambda screening: self._go(Result(screening)),
            self._failed,
        )

    def _offered(self, offer: EntryOffer) -> None:
        if _belongs_beside(self._wanted, offer):
            self._person = self._wanted.beside or 0
            self.start()
            return
        forms = tuple(each for each in offer.forms if _is_wanted(each, self._wanted))
        known = self.state.form
        wanted = known.form if known is not None else self._wanted.form
        mode = known.mode if known is not None else None
        found = [each for each in forms if each.form == wanted and mode in {None, each.mode}]
        form = next((each for each in found if not each.why_not), None)
        setting = self.state.setting
        if len(offer.adults) == 1 and setting.respondent is None:
            setting = replace(setting, respondent=offer.adults[0][0])
        shown = replace(self.state, offer=offer, forms=forms, form=form, setting=setting)
        self._show(checked(shown, self._today))

    def _opened(self, form: EntryForm, questions: EntryQuestions) -> None:
        sheet = TypedSheet(questions=questions).begun()
        begun = replace(self.state, stage="fill", sheet=sheet, opened=form, twice=False, busy=False)
        self._show(begun)

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _same_sheet(one: EntryForm, other: EntryForm) -> bool:
    """Whether what was tapped in of one is of the other too: not of an interview that follows."""
    return (one.form, one.mode, one.continues) == (other.form, other.mode, other.continues)


def _belongs_beside(wanted: Entry, offer: EntryOffer) -> bool:
    """Whether the wanted form is not about this person, but may be about the other."""
    if not wanted.form or wanted.beside in {None, offer.subject}:
        return False
    return all(each.form != wanted.form for each in offer.forms)


def _is_wanted(form: EntryForm, wanted: Entry) -> bool:
    """From paper and what goes on from there, or what the nurse herself has seen or got."""
    match wanted.mode:
        case "":
            return True
        case "second_stage" if wanted.continues is not None:
            return form.continues == wanted.continues
        case "observer":
            return form.mode in {"observer", "received"}
        case _:
            return form.mode in {wanted.mode, "second_stage"}
