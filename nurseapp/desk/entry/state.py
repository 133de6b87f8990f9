"""What the place for entering a sheet shows, and what is missing before it can begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from nurseapp.base.text import _
from nurseapp.base.typed_dates import typed_past_day
from nurseapp.clinic.values.entry import EntryForm, EntryItem, EntryOffer, NewSheet
from nurseapp.desk.entry.typed_sheet import TypedSheet

Stage = Literal["choose", "fill", "again", "compare", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Who answered, when, and who observed; days as they are typed."""

    respondent: int | None = None
    answered_on: str = ""
    observer: str = ""
    certified_on: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryState:
    """`sheet` is what is being tapped in, of `opened`; `first` the entry before it is done again.

    `differing` are the questions that two entries differ in, `settled` which of the two the nurse
    has chosen for each: "first" or "second". All of it is in memory only.
    """

    offer: EntryOffer | None = None
    forms: tuple[EntryForm, ...] = ()
    form: EntryForm | None = None
    setting: Setting = Setting()
    blocked: str = ""
    stage: Stage = "choose"
    sheet: TypedSheet | None = None
    opened: EntryForm | None = None
    first: TypedSheet | None = None
    differing: tuple[EntryItem, ...] = ()
    settled: Mapping[str, str] | None = None
    twice: bool = False
    busy: bool = False
    problem: str = ""

    @property
    def typing(self) -> bool:
        """Whether leaving now would lose something."""
        return self.stage != "choose" and not self.busy


def checked(state: EntryState, today: date) -> EntryState:
    """With what is missing before the sheet may be begun."""
    return replace(state, blocked=_blocked(state, today))


def new_sheet(state: EntryState, visit: int | None, today: date) -> NewSheet:
    """The sheet as it is to be kept; of a state with everything chosen."""
    form, setting = state.form, state.setting
    assert state.offer is not None
    assert form is not None
    assert state.sheet is not None
    certified = typed_past_day(setting.certified_on, today=today).day
    return NewSheet(
        subject=state.offer.subject,
        form=form.form,
        mode=form.mode,
        answers=state.sheet.given(),
        answered_on=typed_past_day(setting.answered_on, today=today).day or today,
        respondent=setting.respondent if form.needs_respondent else None,
        observer=setting.observer.strip(),
        certified_on=certified if form.needs_certificate else None,
        second_entry=state.twice,
        alone=setting.alone,
        visit=visit,
        continues=form.continues,
    )


def _blocked(state: EntryState, today: date) -> str:
    """Why the sheet may not be begun yet, as a sentence; empty when it may."""
    form, setting = state.form, state.setting
    if form is None:
        return _("Velg hva du vil føre inn.")
    day = typed_past_day(setting.answered_on, today=today)
    if day.day is None:
        return day.problem or _("Skriv hvilken dag det var.")
    if form.needs_respondent and setting.respondent is None:
        return _("Velg hvem som fylte ut arket.")
    if form.needs_certificate and not _certified(setting, today):
        return _("Skriv hvem som observerte, og når hun ble sertifisert.")
    if form.alone_required and not setting.alone:
        return _("Dette skjemaet krever at den som svarer, er alene.")
    return ""


def _certified(setting: Setting, today: date) -> bool:
    day = typed_past_day(setting.certified_on, today=today).day
    return bool(setting.observer.strip()) and day is not None
