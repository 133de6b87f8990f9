"""What somebody must see before she approves: what changed, the golden cases, every item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from nurseapp.base.dates import short_date
from nurseapp.base.text import _, language, plural
from nurseapp.clinic.library.approval_standing import PAPER, as_approved, is_confirmed
from nurseapp.clinic.library.form_changes import structure_changes
from nurseapp.clinic.library.wording_changes import wording_changes
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.kept_wordings import wording_kept
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.library import (
    ApprovalLine,
    CaseLine,
    FormStatus,
    ToTick,
    WordingChange,
)
from nurseapp.forms.cases import run_cases
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Item
from nurseapp.forms.wording import Wording
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library, users
from nurseapp.journal.queries.library import Approval


class Before(NamedTuple):
    """What was approved last: the form as a table (None for the first time), and its wording."""

    structure: Mapping[str, Any] | None
    wording: Wording | None


def approved_before(cursor: Cursor, form: str, spoken: str) -> Before:
    """The form as it was last approved in any language, and the wording in this one."""
    approvals = [each for each in library.approvals_of(cursor, form) if is_confirmed(each)]
    structure: Mapping[str, Any] | None = None
    for each in reversed(approvals):
        content = library.approved_content(cursor, each)
        if content is not None:
            structure = msgspec.json.decode(content.structure)
            break
    same = [each for each in approvals if each.language == spoken and each.wording_sha256]
    wording = wording_kept(cursor, same[-1].wording_sha256) if same else None
    return Before(structure, wording)


def changes_in_form(before: Before, loaded: LoadedForm) -> tuple[str, ...]:
    """In sentences; empty for the first time and when nothing changed."""
    if before.structure is None:
        return ()
    return structure_changes(before.structure, table_of(loaded))


def changes_in_wording(
    before: Before, wording: Wording | None, loaded: LoadedForm
) -> tuple[WordingChange, ...]:
    """Text by text; empty for the first time and when nothing changed."""
    if before.wording is None or wording is None:
        return ()
    return wording_changes(before.wording, wording, loaded.form)


def table_of(loaded: LoadedForm) -> dict[str, Any]:
    """The form with its licensed values as a table."""
    table: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(loaded.form))
    return table


def case_lines(loaded: LoadedForm) -> tuple[CaseLine, ...]:
    """The golden cases, scored now."""
    return tuple(
        CaseLine(name=one.name, passed=one.passed, differences=one.differences)
        for one in run_cases(loaded)
    )


def cases_words(cases: Sequence[CaseLine]) -> str:
    """How many came to what they must."""
    if not cases:
        return _(
            "Skjemaet har ingen prøvesvar. Regn ut et par ark for hånd, og før dem inn på en"
            " øvingsstasjon før dere godkjenner."
        )
    passed = sum(case.passed for case in cases)
    if passed == len(cases):
        return plural(
            "Programmet har regnet ut {count} prøvesvar, og det stemmer.",
            "Programmet har regnet ut {count} prøvesvar, og alle stemmer.",
            passed,
        )
    return _("{passed} av {all} prøvesvar stemmer. Skjemaet kan ikke godkjennes.").format(
        passed=passed, all=len(cases)
    )


def rows_to_tick(loaded: LoadedForm, wording: Wording | None) -> tuple[ToTick, ...]:
    """All that a parent reads, in printed order; without wording, the numbers on the paper form."""
    heads = tuple(_heads(wording)) if wording is not None else ()
    return (*heads, *(_to_tick(item, wording) for item in loaded.form.items))


def earlier_lines(
    station: OpenStation, cursor: Cursor, loaded: LoadedForm
) -> tuple[ApprovalLine, ...]:
    """All that was ever approved of the form, newest first."""
    names = {user.user: user.name for user in users.users(cursor)}
    approvals = library.approvals_of(cursor, loaded.form.id)
    return tuple(_line(station, loaded, each, names) for each in reversed(approvals))


def _heads(wording: Wording) -> Iterator[ToTick]:
    """What stands above the questions; the ids are such as no item can have."""
    for key, topic, text in (
        ("_title", _("Tittelen"), wording.title),
        ("_introduction", _("Innledningen"), wording.introduction),
        ("_recall", _("Tidsrommet"), wording.recall),
    ):
        if text:
            yield ToTick(item=key, topic=topic, text=text, options=(), head=True)


def _to_tick(item: Item, wording: Wording | None) -> ToTick:
    text = wording.items[item.id] if wording is not None else None
    return ToTick(
        item=item.id,
        topic=item.topic.said(language()),
        text=text.text if text is not None else "",
        options=tuple(
            (
                number,
                "" if option.points is None else str(option.points),
                text.options.get(option.id, "") if text is not None else "",
            )
            for number, option in enumerate(item.options, start=1)
        ),
    )


def _line(
    station: OpenStation, loaded: LoadedForm, each: Approval, names: Mapping[int, str]
) -> ApprovalLine:
    status = _status(each, station.day)
    mine = station.author == each.author
    return ApprovalLine(
        approval=each.approval,
        language=each.language,
        status=status,
        words=". ".join(_said(each, names)) + ".",
        can_confirm=status == "awaiting_second"
        and not mine
        and station.user.administrator
        and as_approved(each, loaded),
    )


def _status(each: Approval, today: date) -> FormStatus:
    if each.withdrawn_at:
        return "withdrawn"
    if not is_confirmed(each):
        return "awaiting_second"
    return "starts_later" if each.starts_day > today.toordinal() else "approved"


def _said(each: Approval, names: Mapping[int, str]) -> Iterator[str]:
    """What happened to one approval, sentence by sentence."""
    yield _("{what}, utgave {version}, godkjent {day} av {who}").format(
        what=_("Fra papir")
        if each.language == PAPER
        else _("Tekst på {language}").format(language=language_words(each.language)),
        version=each.version,
        day=short_date(day_of(each.at)),
        who=names.get(each.author, ""),
    )
    yield _("Gjelder fra {day} for {clinics}").format(
        day=short_date(date.fromordinal(each.starts_day)), clinics=each.clinics
    )
    if each.confirmed_at:
        yield _("Bekreftet {day} av {who}").format(
            day=short_date(day_of(each.confirmed_at)), who=names.get(each.confirmed_by, "")
        )
    elif each.second_needed:
        yield _("Venter på at en annen bekrefter")
    if each.withdrawn_at:
        yield _("Trukket tilbake {day} av {who}: {why}").format(
            day=short_date(day_of(each.withdrawn_at)),
            who=names.get(each.withdrawn_by, ""),
            why=each.why,
        )
