"""The age forms of a family, to be approved several at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nurseapp.base.text import _, plural
from nurseapp.clinic.library.approval_demands import refusals
from nurseapp.clinic.library.approval_standing import PAPER, in_force, waiting
from nurseapp.clinic.library.approval_view import (
    approved_before,
    case_lines,
    cases_words,
    changes_in_form,
)
from nurseapp.clinic.library.family_terms import last_terms
from nurseapp.clinic.library.form_library import form_card
from nurseapp.clinic.library.licences import licence_of, licence_wanted, licence_words
from nurseapp.clinic.library.printed_points import points_on_paper
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.approving import AgeFormLine, FamilyApprovalView
from nurseapp.clinic.values.library import FormCard
from nurseapp.forms.loaded import LoadedForm
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library
from nurseapp.journal.queries.library import Approval


def view(station: OpenStation, family: str) -> FamilyApprovalView:
    """Each age form by age, with what stands in its way and what changed since it was approved.

    Raises UnknownFormError, FormProblemsError.
    """
    card = form_card(station, family)
    members = [(station.library.form(form), words) for form, words in card.age_forms]
    return station.journal.read(lambda cursor: _view(station, cursor, card, members))


def _view(
    station: OpenStation, cursor: Cursor, card: FormCard, members: list[tuple[LoadedForm, str]]
) -> FamilyApprovalView:
    first = members[0][0].form
    known = library.licence(cursor, licence_of(first))
    last = last_terms(station, cursor, card.form)
    return FamilyApprovalView(
        family=card.form,
        title=card.name,
        ages=tuple(_age(station, cursor, loaded, words) for loaded, words in members),
        licence_needed=bool(licence_wanted(first)),
        licence_words=licence_words(known, station.day),
        holder=known.holder if known else "",
        number=known.number if known else "",
        until=known.until if known else None,
        starts=last.starts,
        clinics=last.clinics,
        second_needed=library.second_needed(cursor),
    )


def _age(station: OpenStation, cursor: Cursor, loaded: LoadedForm, words: str) -> AgeFormLine:
    form = loaded.form
    approvals = library.approvals_of(cursor, form.id)
    return AgeFormLine(
        form=form.id,
        words=words,
        form_sha256=loaded.sha256,
        items=frozenset(item.id for item in form.items),
        seen=tuple(_seen(cursor, loaded)),
        refusals=tuple(refusals(station, loaded, PAPER, None)),
        languages=tuple((one.language, language_words(one.language))
                        for one in loaded.real_wordings()),
        in_force=frozenset(in_force(approvals, loaded, station.day)),
        to_confirm=_to_confirm(station, loaded, approvals),
    )  # fmt: skip


def _to_confirm(station: OpenStation, loaded: LoadedForm, approvals: Sequence[Approval]) -> int:
    """The newest that she may confirm; one of her own waits for somebody else."""
    if not station.user.administrator:
        return 0
    found = (one.approval for one in waiting(approvals, loaded)
             if one.language == PAPER and one.author != station.author)  # fmt: skip
    return max(found, default=0)


def _seen(cursor: Cursor, loaded: LoadedForm) -> Iterator[str]:
    questions = sum(item.kind != "information" for item in loaded.form.items)
    yield plural("{count} spørsmål", "{count} spørsmål", questions) + "."
    for items, points in points_on_paper(loaded.form):
        yield _("Spørsmål {items}: svarene ovenfra gir {points} poeng.").format(
            items=items, points=points
        )
    yield cases_words(case_lines(loaded))
    for change in changes_in_form(approved_before(cursor, loaded.form.id, PAPER), loaded):
        yield _("Endret siden sist: {change}").format(change=change)
