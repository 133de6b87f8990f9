"""Several age forms at once: one approval for each, all or none, with terms typed once."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from clinic_day import TODAY
from clinic_library import approval, confirmation, logs_in, rebuilds_the_same, worded
from msgspec import structs
from test_clinic_one_transaction import commits
from test_clinic_wordings import areas

from nurseapp.base.errors import (
    ApprovalIncompleteError,
    ApprovalRefusedError,
    FormNotUsableError,
    SameApproverError,
)
from nurseapp.clinic.library import approvals, family_approvals, form_library, wordings
from nurseapp.clinic.library.usable_forms import require_usable_on_paper
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.approving import AgeFormLine, NewConfirmation
from nurseapp.clinic.values.library import NewApproval
from nurseapp.forms.model import Form

pytest_plugins = ("clinic_stations",)


def value_all_ages(station: OpenStation) -> None:
    """A table with limits of our own for every age form."""
    ages = [one.form.age_form for one in station.library.forms if one.form.family == "asq-3"]
    tables = [areas("asq-3", age, 30.0) for age in ages if age]
    limits = tuple(limit for table in tables for limit in table.cut_offs)
    assert wordings.save_values(station, structs.replace(tables[0], cut_offs=limits)) == ()


def of_line(line: AgeFormLine, **other: object) -> NewApproval:
    decided = NewApproval(
        form=line.form, language="", form_sha256=line.form_sha256, wording_sha256="",
        ticked=line.items, starts=TODAY, clinics="Solvang, Nord", wording=False,
        licence_holder="Testvik kommune", licence_number="2026/17",
    )  # fmt: skip
    return dataclasses.replace(decided, **other)  # type: ignore[arg-type] # by name


@pytest.mark.slow
def test_one_licensed_table_and_one_step_make_every_age_form_usable_from_paper(
    production: OpenStation,
) -> None:
    before = family_approvals.view(production, "asq-3")
    assert len(before.ages) == 21
    assert all("verdiene fra lisensen" in line.refusals[0] for line in before.ages)
    value_all_ages(production)
    view = family_approvals.view(production, "asq-3")
    assert not any(line.refusals for line in view.ages)
    with commits(production) as made:
        numbers = approvals.approve_several(production, [of_line(line) for line in view.ages])
    assert len(made) == 1
    assert len(set(numbers)) == 21
    for line in view.ages:
        require_usable_on_paper(production, production.library.form(line.form))
        (given,) = approvals.view(production, line.form).earlier
        assert given.approval in numbers
    words = form_library.form_card(production, "asq-3").status_words
    assert words == "21 av 21 aldersformer er godkjent"
    assert all("" in line.in_force for line in family_approvals.view(production, "asq-3").ages)
    assert rebuilds_the_same(production)


def test_one_age_form_that_cannot_be_approved_stops_all_of_them(production: OpenStation) -> None:
    value_all_ages(production)
    good, bad = family_approvals.view(production, "asq-3").ages[:2]
    head = production.journal.head()
    with pytest.raises(ApprovalIncompleteError):
        approvals.approve_several(production, [of_line(good), of_line(bad, ticked=frozenset())])
    with pytest.raises(ApprovalRefusedError):
        approvals.approve_several(production, [of_line(good), of_line(bad, form_sha256="0" * 64)])
    assert production.journal.head() == head


def test_second_user_confirms_several_age_forms_in_one_step_or_none(
    production: OpenStation,
) -> None:
    value_all_ages(production)
    logs_in(production, "K. Furu")
    first = production.user
    approvals.set_second_needed(production, needed=True)
    ages = family_approvals.view(production, "asq-3").ages[:3]
    numbers = approvals.approve_several(production, [of_line(line) for line in ages])
    assert not any(one.to_confirm for one in family_approvals.view(production, "asq-3").ages)
    with pytest.raises(SameApproverError):
        approvals.confirm_several(production, [confirmation(production, numbers[0])])

    logs_in(production, "J. Lind")
    waiting = family_approvals.view(production, "asq-3").ages[:4]
    assert [one.to_confirm for one in waiting] == [*numbers, 0]
    seen = [
        NewConfirmation(approval=one.to_confirm, form_sha256=one.form_sha256, wording_sha256="")
        for one in waiting[:3]
    ]
    head = production.journal.head()
    with pytest.raises(FormNotUsableError):
        approvals.confirm_several(
            production, [*seen[:2], dataclasses.replace(seen[2], form_sha256="0" * 64)]
        )
    assert production.journal.head() == head
    with commits(production) as made:
        approvals.confirm_several(production, seen)
    assert len(made) == 1
    for line in ages:
        require_usable_on_paper(production, production.library.form(line.form))
    assert not any(one.to_confirm for one in family_approvals.view(production, "asq-3").ages)
    assert production.user != first
    assert rebuilds_the_same(production)


def test_age_form_shows_its_points_as_they_stand_on_paper(production: OpenStation) -> None:
    value_all_ages(production)
    line = family_approvals.view(production, "asq-3").ages[0]
    assert any("svarene ovenfra gir 10, 5, 0 poeng" in says for says in line.seen)
    form: Form = production.library.form(line.form).form
    assert line.items == {item.id for item in form.items}


def test_terms_of_the_last_approval_are_there_for_the_next_age(production: OpenStation) -> None:
    value_all_ages(production)
    later = TODAY + timedelta(days=9)
    until = date(2027, 12, 31)
    first = family_approvals.view(production, "asq-3").ages[0]
    approvals.approve(production, of_line(first, starts=later, licence_until=until))
    worded(production, "asq-3-12")
    for seen in (
        approvals.view(production, "asq-3-12", "nb"),
        family_approvals.view(production, "asq-3"),
    ):
        assert (seen.holder, seen.number, seen.until) == ("Testvik kommune", "2026/17", until)
        assert (seen.starts, seen.clinics) == (later, "Solvang, Nord")
    other = approvals.view(production, "epds")
    assert (other.starts, other.clinics) == (None, "")
    approvals.approve(production, approval(production, "asq-3-12"))
    assert approvals.view(production, "asq-3-14").starts is None, "that day has come"


def test_whole_wordings_of_a_family_are_listed_by_age(production: OpenStation) -> None:
    value_all_ages(production)
    worded(production, "asq-3-12")
    listed = {
        line.form: line.languages
        for line in family_approvals.view(production, "asq-3").ages
        if line.languages
    }
    assert listed == {"asq-3-12": (("nb", "norsk"),)}
