"""An approval holds for exactly what was read: the words, the form and its licensed values."""

from __future__ import annotations

import dataclasses

import pytest
from clinic_day import Family, HandClock, Parent, a_family, choice
from clinic_library import approval, approved, confirmation, filled, logs_in, worded
from test_clinic_wordings import areas

from nurseapp.base.errors import (
    ApprovalIncompleteError,
    ApprovalRefusedError,
    FormNotUsableError,
)
from nurseapp.clinic.handover import handover
from nurseapp.clinic.library import approvals, form_library, wordings
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.approving import NewConfirmation
from nurseapp.forms.wording_hash import wording_sha256

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def people(production: OpenStation) -> Family:
    return a_family(production)


def usable(station: OpenStation) -> dict[str, str]:
    """The title of each usable wording by language."""
    found = usable_wordings(station, station.library.form("epds"))
    return {wording.language: wording.title for wording in found}


def status(station: OpenStation) -> str:
    return form_library.form_card(station, "epds").status


@pytest.mark.parametrize("head", ["_title", "_introduction", "_recall"])
def test_approval_asks_for_a_tick_at_whatever_a_parent_reads(
    production: OpenStation, head: str
) -> None:
    worded(production)
    new = approval(production)
    with pytest.raises(ApprovalIncompleteError, match="hake for"):
        approvals.approve(production, dataclasses.replace(new, ticked=new.ticked - {head}))
    approvals.approve(production, new)


def test_approval_is_of_the_words_that_were_read_and_of_no_later_ones(
    production: OpenStation,
) -> None:
    worded(production, word="først")
    read = approval(production)
    newer = dataclasses.replace(wordings.draft(production, "epds", "nb"), recall="I går")
    assert wordings.save(production, newer) == ()
    with pytest.raises(ApprovalRefusedError, match="Teksten er endret siden du leste den"):
        approvals.approve(production, read)
    assert approvals.view(production, "epds").earlier == ()
    approvals.approve(production, approval(production))


@pytest.mark.parametrize("wording", [True, False])
def test_approval_is_of_the_licensed_values_that_were_read(
    production: OpenStation, *, wording: bool
) -> None:
    form = "asq-3-12"
    worded(production, form)
    wordings.save_values(production, areas("asq-3", "12", 30.0))
    read = approval(production, form, wording=wording)
    wordings.save_values(production, areas("asq-3", "12", 31.0))
    with pytest.raises(ApprovalRefusedError, match="verdiene fra lisensen er endret"):
        approvals.approve(production, read)
    approvals.approve(production, approval(production, form, wording=wording))


def test_approval_is_confirmed_with_what_the_second_user_has_read(
    production: OpenStation,
) -> None:
    first = production.user
    colleague = logs_in(production, "M. Lind")
    approvals.set_second_needed(production, needed=True)
    production.user = first
    worded(production, word="først")
    production.user = colleague
    seen = approvals.view(production, "epds", "nb")
    production.user = first
    newer = dataclasses.replace(wordings.draft(production, "epds", "nb"), title="Ny")
    assert wordings.save(production, newer) == ()
    number = approvals.approve(production, approval(production))
    production.user = colleague
    for form, words in (
        (seen.form_sha256, seen.wording_sha256),
        ("0" * 64, wording_sha256(production.library.form("epds").real_wordings()[0])),
    ):
        stale = NewConfirmation(approval=number, form_sha256=form, wording_sha256=words)
        with pytest.raises(FormNotUsableError, match="ikke det som ble godkjent"):
            approvals.confirm(production, stale)
    assert status(production) == "awaiting_second"
    approvals.confirm(production, confirmation(production, number))
    assert usable(production) == {"nb": "Ny"}


def test_sheet_that_was_begun_goes_on_in_the_words_it_was_begun_in(
    production: OpenStation, people: Family, clock: HandClock
) -> None:
    approved(production, word="først")
    begun = Parent(handover.hand_over(production, choice(people.mother)), clock)
    begun.answers({"1": "a"})
    begun.pauses()
    (paused,) = handover.take_in_answers(production)
    worded_anew = filled(wordings.draft(production, "epds", "nb"))
    rows = tuple(dataclasses.replace(row, text="Nytt") for row in worded_anew.rows)
    newer = dataclasses.replace(worded_anew, title="Ny", rows=rows)
    assert wordings.save(production, newer) == ()
    approvals.approve(production, approval(production))
    assert usable(production) == {"nb": "Ny"}
    text = handover.resume(production, paused.screening)["questionnaire"]["texts"]["nb"]
    assert text["title"] == "Hyllene først"
    assert text["items"]["2"]["text"] == "Er det orden på hylle 2? først"
    assert (
        handover.hand_over(production, choice(people.mother))["questionnaire"]["texts"]["nb"][
            "title"
        ]
        == "Ny"
    )


def test_sheet_whose_words_are_not_kept_is_not_gone_on_with(
    production: OpenStation, people: Family, clock: HandClock
) -> None:
    approved(production)
    begun = Parent(handover.hand_over(production, choice(people.mother)), clock)
    begun.answers({"1": "a"})
    begun.pauses()
    (paused,) = handover.take_in_answers(production)
    production.journal._connection.execute("UPDATE sheet_wording SET sha256 = ?", ("0" * 64,))
    with pytest.raises(FormNotUsableError, match="påbegynt i, finnes ikke lenger"):
        handover.resume(production, paused.screening)
