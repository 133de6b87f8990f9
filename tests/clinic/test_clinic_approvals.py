"""Approval: exactly these words of exactly this form, by somebody who looked at all of it."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from clinic_day import TODAY, Family, HandClock, Parent, a_family, choice
from clinic_library import (
    approval,
    approved,
    confirmation,
    filled,
    logs_in,
    no_administrator,
    rebuilds_the_same,
    worded,
)
from msgspec import structs
from test_clinic_wordings import areas

from nurseapp.base.errors import (
    ApprovalIncompleteError,
    ApprovalRefusedError,
    FormNotUsableError,
    NoSecondApproverError,
    NotAdministratorError,
    SameApproverError,
)
from nurseapp.base.paths import forms_folder
from nurseapp.clinic.handover import handover
from nurseapp.clinic.library import approvals, form_library, licences, wordings
from nurseapp.clinic.library.usable_forms import require_usable_on_paper, usable_wordings
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.library import FormStatus
from nurseapp.forms.library import load_library
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.queries import library

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def people(production: OpenStation) -> Family:
    return a_family(production)


def usable(station: OpenStation, form: str = "epds") -> dict[str, str]:
    """The title of each usable wording by language."""
    found = usable_wordings(station, station.library.form(form))
    return {wording.language: wording.title for wording in found}


def why_not(station: OpenStation, form: str = "epds") -> str:
    with pytest.raises(FormNotUsableError) as told:
        usable_wordings(station, station.library.form(form))
    assert form_library.form_card(station, form).why_not == told.value.sentence
    return told.value.sentence


def status(station: OpenStation, form: str = "epds") -> FormStatus:
    return form_library.form_card(station, form).status


def test_approval_lets_a_person_be_shown_exactly_the_approved_words(
    production: OpenStation, people: Family
) -> None:
    assert "øvingstekst" in why_not(production)
    worded(production, word="først")
    assert status(production) == "ready"
    assert "ikke har godkjent" in why_not(production)
    approvals.approve(production, approval(production))
    assert status(production) == "approved"
    assert usable(production) == {"nb": "Hyllene først"}
    ticket = handover.hand_over(production, choice(people.mother))
    assert ticket["questionnaire"]["texts"]["nb"]["title"] == "Hyllene først"
    assert rebuilds_the_same(production)


def test_approval_holds_for_its_own_words_while_newer_ones_wait(production: OpenStation) -> None:
    approved(production, word="først")
    newer = dataclasses.replace(wordings.draft(production, "epds", "nb"), title="Ny")
    assert wordings.save(production, newer) == ()
    assert usable(production) == {"nb": "Hyllene først"}
    (line,) = [
        one for one in form_library.form_card(production, "epds").wordings if not one.shipped
    ]
    assert not line.approved
    assert "tidligere tekst er i bruk" in line.approved_words
    approvals.approve(production, approval(production))
    assert usable(production) == {"nb": "Ny"}


def test_approval_survives_that_the_words_are_put_away(production: OpenStation) -> None:
    approved(production, word="først")
    wordings.remove_draft(production, "epds", "nb")
    assert usable(production) == {"nb": "Hyllene først"}


def test_approval_of_words_that_came_with_the_program_keeps_them(production: OpenStation) -> None:
    (shipped,) = [
        one for one in production.library.form("phq-9").real_wordings() if one.language == "nb"
    ]
    approvals.approve(production, approval(production, "phq-9", licence_holder=""))
    assert usable(production, "phq-9") == {"nb": shipped.title}
    kept = production.journal.read(
        lambda cursor: library.wording_by_hash(cursor, wording_sha256(shipped))
    )
    assert kept is not None, "a later program may ship others"
    other = structs.replace(shipped, title="Rettet i en ny utgave av programmet")
    production._shipped = dataclasses.replace(
        production.shipped,
        forms=tuple(
            dataclasses.replace(one, wordings=(other,)) if one.form.id == "phq-9" else one
            for one in production.shipped.forms
        ),
    )
    production.library_changed()
    assert usable(production, "phq-9") == {"nb": shipped.title}
    assert production.library.form("phq-9").real_wordings() == (other,)
    (line,) = form_library.form_card(production, "phq-9").wordings
    assert (line.shipped, line.approved) == (True, False)


def test_approval_is_given_by_language(production: OpenStation) -> None:
    approved(production, word="først")
    worded(production, language="so", word="so")
    assert list(usable(production)) == ["nb"]
    approvals.approve(production, approval(production, language="so"))
    assert list(usable(production)) == ["nb", "so"]


def test_approval_for_paper_lets_sheets_be_entered_and_nobody_be_shown_words(
    production: OpenStation,
) -> None:
    loaded = production.library.form("epds")
    with pytest.raises(FormNotUsableError):
        require_usable_on_paper(production, loaded)
    approvals.approve(production, approval(production, wording=False))
    require_usable_on_paper(production, loaded)
    assert "føres inn fra papir" in why_not(production)
    card = form_library.form_card(production, "epds")
    assert (card.status, card.paper_mode) == ("approved", True)
    (line,) = approvals.view(production, "epds").earlier
    assert line.words.startswith("Fra papir, utgave 1, godkjent 21.11.2026 av S. Eik.")


def test_approval_of_words_lets_sheets_be_entered_from_paper_too(production: OpenStation) -> None:
    approved(production)
    require_usable_on_paper(production, production.library.form("epds"))


def test_form_that_is_not_scored_needs_no_approval(production: OpenStation) -> None:
    require_usable_on_paper(production, production.library.form("nbas-nbo"))
    assert status(production, "nbas-nbo") == "not_scored"
    assert sorted(usable(production, "nbas-nbo")) == ["en", "nb", "nn"]
    with pytest.raises(ApprovalRefusedError):
        approvals.approve(production, approval(production, "nbas-nbo", wording=False))


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"ticked": frozenset()}, "spørsmål 1 2 3 4 5 6 7 8 9 10"),
        ({"ticked": frozenset({"1", "2", "3", "4", "5", "6", "7", "8", "9"})}, "spørsmål 10"),
        ({"licence_holder": " "}, "hvem som har lisensen"),
        ({"licence_number": ""}, "lisensens nummer"),
        ({"clinics": "\n"}, "hvilke helsestasjoner"),
        ({"licence_until": TODAY - timedelta(days=1)}, "gikk ut 20.11.2026"),
    ],
)
def test_approval_in_which_something_lacks_is_no_approval(
    production: OpenStation, change: dict[str, Any], missing: str
) -> None:
    worded(production)
    for wording in (True, False):
        with pytest.raises(ApprovalIncompleteError) as told:
            approvals.approve(production, approval(production, wording=wording, **change))
        assert missing in told.value.sentence
    assert status(production) == "ready"
    assert "ikke har godkjent" in why_not(production)


def test_approval_asks_for_a_licence_only_where_the_rights_do(production: OpenStation) -> None:
    nothing: dict[str, Any] = {"licence_holder": "", "licence_number": ""}
    approvals.approve(production, approval(production, "phq-9", **nothing))
    worded(production, "who-5")
    with pytest.raises(ApprovalIncompleteError) as told:
        approvals.approve(production, approval(production, "who-5", **nothing))
    assert told.value.facts["missing"] == "hvem som har lisensen"
    approvals.approve(production, approval(production, "who-5", licence_number=""))
    assert not approvals.view(production, "phq-9").licence_needed
    assert approvals.view(production, "who-5").licence_needed


def test_approval_without_the_whole_text_is_refused(production: OpenStation) -> None:
    draft = dataclasses.replace(filled(wordings.draft(production, "epds", "nb")), title="")
    wordings.save(production, draft)
    with pytest.raises(ApprovalRefusedError) as told:
        approvals.approve(production, approval(production))
    assert "ikke hel ennå" in told.value.sentence
    view = approvals.view(production, "epds", "nb")
    assert view.refusals == ("Teksten på norsk er ikke hel ennå.",)
    assert view.notes


def test_approval_is_refused_while_a_golden_case_fails(
    production: OpenStation, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(forms_folder() / "epds", tmp_path / "epds"))
    cases = (folder / "cases.toml").read_text(encoding="utf-8")
    (folder / "cases.toml").write_text(cases.replace("score = 21", "score = 22"), encoding="utf-8")
    production._shipped = load_library(tmp_path)
    production.library_changed()
    view = approvals.view(production, "epds")
    assert [case.name for case in view.cases if not case.passed] == ["every answer at the top"]
    assert "22 av 23" in view.cases_words
    for wording in (True, False):
        with pytest.raises(ApprovalRefusedError) as told:
            approvals.approve(production, approval(production, wording=wording))
        assert "prøvesvarene" in told.value.sentence


def test_approval_of_a_licensed_form_waits_for_its_values_and_falls_with_them(
    production: OpenStation,
) -> None:
    form = "asq-3-12"
    with pytest.raises(ApprovalRefusedError) as told:
        approvals.approve(production, approval(production, form, wording=False))
    assert "verdiene fra lisensen" in told.value.sentence
    wordings.save_values(production, areas("asq-3", "12", 30.0))
    approvals.approve(production, approval(production, form, wording=False))
    require_usable_on_paper(production, production.library.form(form))
    card = form_library.form_card(production, "asq-3")
    assert card.status_words == "1 av 21 aldersformer er godkjent"
    assert ("asq-3-12", "12 måneder: godkjent") in card.age_forms

    wordings.save_values(production, areas("asq-3", "12", 31.0))
    with pytest.raises(FormNotUsableError) as gone:
        require_usable_on_paper(production, production.library.form(form))
    assert "endret siden det ble godkjent" in gone.value.sentence
    view = approvals.view(production, form)
    assert any("mindre enn 31" in says and "før" in says for says in view.structure_changes)


def test_approval_of_another_version_of_the_form_does_not_hold(
    production: OpenStation, tmp_path: Path
) -> None:
    approved(production)
    folder = Path(shutil.copytree(forms_folder() / "epds", tmp_path / "epds"))
    text = (folder / "form.toml").read_text(encoding="utf-8")
    (folder / "form.toml").write_text(
        text.replace("due_days = 7", "due_days = 5", 1), encoding="utf-8"
    )
    production._shipped = load_library(tmp_path)
    production.library_changed()
    assert "endret siden det ble godkjent" in why_not(production)
    view = approvals.view(production, "epds", "nb")
    assert view.structure_changes == ("Steget «Støttesamtale 1» har frist etter 5 dager, før 7.",)
    assert view.wording_changes == ()
    approvals.approve(production, approval(production))
    assert usable(production)


def test_approval_view_shows_every_item_with_its_points_as_printed(
    production: OpenStation,
) -> None:
    worded(production)
    view = approvals.view(production, "epds", "nb")
    assert view.first_time
    heads, items = view.rows[:3], view.rows[3:]
    assert [row.item for row in items] == [str(n) for n in range(1, 11)]
    assert [(row.topic, row.text) for row in heads] == [
        ("Tittelen", "Hyllene"),
        ("Innledningen", "Noen spørsmål om hyller."),
        ("Tidsrommet", "I dag"),
    ]
    third = items[2]
    assert third.text == "Er det orden på hylle 3?"
    assert third.options[0] == (1, "3", "Plass a av 3")
    assert third.options[3] == (4, "0", "Plass d av 3")
    assert all(case.passed for case in view.cases)
    on_paper = approvals.view(production, "epds")
    assert on_paper.language_words == "fra papir"
    assert on_paper.rows[2].options[0] == (1, "3", "")


def test_approval_view_shows_each_text_before_and_now(production: OpenStation) -> None:
    approved(production)
    draft = wordings.draft(production, "epds", "nb")
    rows = (
        dataclasses.replace(
            draft.rows[0],
            text="Er det ryddig?",
            options=(("a", "0", "Ja"), *draft.rows[0].options[1:]),
        ),
        *draft.rows[1:],
    )
    wordings.save(production, dataclasses.replace(draft, rows=rows, status="translated_only"))
    view = approvals.view(production, "epds", "nb")
    assert not view.first_time
    assert view.structure_changes == ()
    assert [(one.place, one.before, one.now) for one in view.wording_changes] == [
        ("Hva slags tekst det er", "validert oversettelse", "oversatt, ikke validert"),
        ("Spørsmål 1", "Er det orden på hylle 1?", "Er det ryddig?"),
        ("Spørsmål 1, svar nummer 1", "Plass a av 1", "Ja"),
    ]


def test_approval_from_a_later_day_leaves_the_one_before_in_force(
    production: OpenStation, clock: HandClock
) -> None:
    approved(production, word="først")
    wordings.save(
        production, dataclasses.replace(wordings.draft(production, "epds", "nb"), title="Ny")
    )
    approvals.approve(production, approval(production, starts=TODAY + timedelta(days=3)))
    assert usable(production) == {"nb": "Hyllene først"}
    clock.let_pass(days=3)
    assert usable(production) == {"nb": "Ny"}


def test_approval_that_has_not_begun_says_when(production: OpenStation, clock: HandClock) -> None:
    approved(production, starts=date(2026, 12, 1))
    assert status(production) == "starts_later"
    assert "fra 01.12.2026" in why_not(production)
    with pytest.raises(FormNotUsableError):
        require_usable_on_paper(production, production.library.form("epds"))
    clock.let_pass(days=10)
    assert usable(production)


def test_approval_by_two_waits_for_another_user(production: OpenStation) -> None:
    first = production.user
    with pytest.raises(NoSecondApproverError):
        approvals.set_second_needed(production, needed=True)
    colleague = logs_in(production, "M. Lind")
    approvals.set_second_needed(production, needed=True)
    production.user = first
    number = approved(production)
    assert status(production) == "awaiting_second"
    assert "en annen" in why_not(production)
    with pytest.raises(SameApproverError):
        approvals.confirm(production, confirmation(production, number))
    (line,) = approvals.view(production, "epds", "nb").earlier
    assert not line.can_confirm
    production.user = dataclasses.replace(colleague, administrator=False)
    with pytest.raises(NotAdministratorError):
        approvals.confirm(production, confirmation(production, number))
    production.user = colleague
    (line,) = approvals.view(production, "epds", "nb").earlier
    assert line.can_confirm
    approvals.confirm(production, confirmation(production, number))
    assert status(production) == "approved"
    (line,) = approvals.view(production, "epds", "nb").earlier
    assert "Bekreftet 21.11.2026 av M. Lind" in line.words
    with pytest.raises(FormNotUsableError):
        approvals.confirm(production, confirmation(production, number))
    assert rebuilds_the_same(production)


def test_approval_is_confirmed_only_by_whoever_can_read_the_words_it_is_of(
    production: OpenStation,
) -> None:
    first = production.user
    colleague = logs_in(production, "M. Lind")
    approvals.set_second_needed(production, needed=True)
    production.user = first
    number = approved(production, word="først")
    newer = dataclasses.replace(wordings.draft(production, "epds", "nb"), title="Ny")
    assert wordings.save(production, newer) == ()
    production.user = colleague
    (line,) = approvals.view(production, "epds", "nb").earlier
    assert not line.can_confirm
    with pytest.raises(FormNotUsableError, match="godkjennes på nytt"):
        approvals.confirm(production, confirmation(production, number))
    assert status(production) == "ready"
    assert "endret siden" in why_not(production)
    assert not production.journal.read(library.approvals)[0].confirmed_at


def test_approval_given_before_two_were_needed_still_holds(production: OpenStation) -> None:
    first = production.user
    approved(production)
    logs_in(production, "M. Lind")
    approvals.set_second_needed(production, needed=True)
    assert approvals.second_needed(production)
    production.user = first
    assert usable(production)
    number = approvals.approve(production, approval(production, language="nb"))
    assert usable(production), "the one before holds until the new one is confirmed"
    approvals.withdraw(production, "epds", "Ny lisens")
    production.user = logs_in(production, "T. Ask")
    with pytest.raises(FormNotUsableError):
        approvals.confirm(production, confirmation(production, number))


def test_withdrawal_stops_new_sheets_and_leaves_old_ones_readable(
    production: OpenStation, people: Family, clock: HandClock
) -> None:
    approved(production, word="først")
    done = Parent(handover.hand_over(production, choice(people.mother)), clock)
    done.answers({str(n): "a" for n in range(1, 11)})
    done.finishes()
    (taken,) = handover.take_in_answers(production)
    before = results.result(production, taken.screening)
    begun = Parent(handover.hand_over(production, choice(people.father)), clock)
    begun.answers({"1": "a"})
    begun.pauses()
    approvals.withdraw(production, "epds", "Ny utgave fra eieren")
    (paused,) = handover.take_in_answers(production)
    assert paused.problem == ""

    assert results.result(production, taken.screening) == before
    assert results.result(production, paused.screening).items[0].answer == "Plass a av 1 først"
    assert status(production) == "withdrawn"
    sentence = why_not(production)
    assert "trukket tilbake 21.11.2026 (Ny utgave fra eieren)" in sentence
    for refused in (
        lambda: handover.hand_over(production, choice(people.mother)),
        lambda: handover.resume(production, paused.screening),
        lambda: require_usable_on_paper(production, production.library.form("epds")),
    ):
        with pytest.raises(FormNotUsableError) as told:
            refused()
        assert told.value.sentence == sentence
    banner = approvals.withdrawal(production, "epds")
    assert banner is not None
    assert banner.words == (
        "EPDS ble trukket tilbake 21.11.2026 av S. Eik: Ny utgave fra eieren. Ingen nye kan få"
        " det. Resultater og påbegynte ark fra før står som de er."
    )
    approvals.approve(production, approval(production))
    assert approvals.withdrawal(production, "epds") is None
    assert usable(production) == {"nb": "Hyllene først"}


def test_result_of_an_approved_form_stays_readable_when_the_program_brings_another(
    production: OpenStation, people: Family, clock: HandClock, tmp_path: Path
) -> None:
    approved(production, word="først")
    parent = Parent(handover.hand_over(production, choice(people.mother)), clock)
    parent.answers({str(n): "a" for n in range(1, 11)})
    parent.finishes()
    (taken,) = handover.take_in_answers(production)
    before = results.result(production, taken.screening)
    folder = Path(shutil.copytree(forms_folder() / "epds", tmp_path / "epds"))
    text = (folder / "form.toml").read_text(encoding="utf-8")
    text = text.replace('nb = "Humor"', 'nb = "Noe annet"').replace("[3, 2, 1, 0]", "[0, 1, 2, 3]")
    (folder / "form.toml").write_text(text, encoding="utf-8")
    production._shipped = load_library(tmp_path)
    production.library_changed()
    assert results.result(production, taken.screening) == before
    assert before.items[0].topic == "Humor"
    results.correct_answer(production, taken.screening, "3", "d", "Trykket feil")
    (scale,) = results.result(production, taken.screening).scales
    assert scale.score == 18, "21 less the three points that item 3 is worth at the top"


def test_withdrawal_needs_a_reason_and_an_administrator(production: OpenStation) -> None:
    approved(production)
    with pytest.raises(ApprovalIncompleteError):
        approvals.withdraw(production, "epds", " ")
    no_administrator(production)
    with pytest.raises(NotAdministratorError):
        approvals.withdraw(production, "epds", "Fordi")
    assert usable(production)


def test_withdrawal_of_a_family_is_of_all_its_age_forms(production: OpenStation) -> None:
    wordings.save_values(production, areas("asq-3", "12", 30.0))
    approvals.approve(production, approval(production, "asq-3-12", wording=False))
    approvals.withdraw(production, "asq-3", "Ny utgave")
    assert approvals.withdrawal(production, "asq-3-12") is not None
    assert form_library.form_card(production, "asq-3").status == "withdrawn"


def test_approval_is_given_by_administrators_alone(production: OpenStation) -> None:
    worded(production)
    no_administrator(production)
    refused: list[Callable[[], object]] = [
        lambda: approvals.approve(production, approval(production)),
        lambda: approvals.approve(production, approval(production, wording=False)),
        lambda: approvals.set_second_needed(production, needed=True),
        lambda: licences.renew(production, "epds", "Testvik", "1", None),
    ]
    head = production.journal.head()
    for refuse in refused:
        with pytest.raises(NotAdministratorError):
            refuse()
    assert production.journal.head() == head
    assert not approvals.view(production, "epds", "nb").may_approve


def test_approval_on_a_training_station_is_practised_like_any_other(
    station: OpenStation, family: Family
) -> None:
    assert status(station) == "training"
    assert list(usable(station)) == ["en", "nb", "nn"]
    worded(station, word="egen")
    assert usable(station) == {"nb": "Hyllene egen"}, "what somebody put in is what is tried"
    assert status(station) == "ready"
    approvals.approve(station, approval(station))
    assert status(station) == "approved"
    assert handover.hand_over(station, choice(family.mother))["training"]


def test_licence_warns_from_sixty_days_before_and_stops_nothing(
    production: OpenStation, people: Family, clock: HandClock
) -> None:
    approved(production, licence_until=TODAY + timedelta(days=61))
    (row,) = licences.ledger(production)
    assert row.words == "Testvik kommune, nummer 2026/17, til 21.01.2027."
    assert row.warning == ""
    clock.let_pass(days=1)
    (row,) = licences.ledger(production)
    assert row.warning == "Lisensen går ut om 60 dager. Forny den i tide."
    assert form_library.library_view(production).warnings == (f"EPDS: {row.warning}",)
    clock.let_pass(days=61)
    (row,) = licences.ledger(production)
    assert row.warning == "Lisensen gikk ut 21.01.2027. Forny den. Skjemaet kan brukes imens."
    assert handover.hand_over(production, choice(people.mother))
    licences.renew(production, "epds", "Testvik kommune", "2027/3", None)
    (row,) = licences.ledger(production)
    assert (row.words, row.warning) == ("Testvik kommune, nummer 2027/3, uten sluttdato.", "")
    assert usable(production), "nothing has to be approved anew"


def test_licence_of_a_family_is_one(production: OpenStation) -> None:
    wordings.save_values(production, areas("asq-3", "12", 30.0))
    approvals.approve(production, approval(production, "asq-3-12", wording=False))
    (row,) = licences.ledger(production)
    assert (row.licence_of, row.title) == ("asq-3", "ASQ-3")
    view = approvals.view(production, "asq-3-24")
    assert (view.holder, view.number) == ("Testvik kommune", "2026/17")


def test_licence_without_a_holder_is_not_renewed(production: OpenStation) -> None:
    for holder, number in ((" ", "1"), ("Testvik", "")):
        with pytest.raises(ApprovalIncompleteError):
            licences.renew(production, "epds", holder, number, None)
    assert licences.ledger(production) == ()
