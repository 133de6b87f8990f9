"""Approval on screen: what is seen first, what is missing in sentences, and nothing by force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from desk_fakes import press, stand, words, write
from library_samples import DAY, EARLIER, FakeApprovals, approval_view
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import ApprovalIncompleteError, ApprovalRefusedError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.library import CaseLine, ToTick, WordingChange
from nurseapp.desk import routes
from nurseapp.desk.approval.flow import ApprovalFlow
from nurseapp.desk.approval.screen import ApprovalScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def flow_of(clinic: FakeApprovals, language: str = "nb") -> ApprovalFlow:
    flow = ApprovalFlow(
        routes.FormApproval("sleep-talk", language), clinic.cases(), WorkAtOnce(),
        clinic.gone_to.append, clinic.told.append,
        approver="S. Eik", clinic="Solvang helsestasjon", today=DAY,
    )  # fmt: skip
    flow.start()
    return flow


def approval(qtbot: QtBot, clinic: FakeApprovals, language: str = "nb") -> ApprovalScreen:
    screen = ApprovalScreen(flow_of(clinic, language), back=lambda: None)
    stand(qtbot, screen)
    qtbot.waitUntil(lambda: screen.approve is not None and screen.approve.isVisible())
    return screen


def tick_all(screen: ApprovalScreen) -> None:
    for row in screen.ticks.values():
        press(row.box)


def test_a_form_is_approved_by_ticks_and_a_licence(qtbot: QtBot) -> None:
    clinic = FakeApprovals()
    screen = approval(qtbot, clinic)
    tick_all(screen)
    assert screen.terms is not None
    assert screen.approve is not None
    write(screen.terms.holder, "Solvang kommune")
    write(screen.terms.number, "12")
    write(screen.terms.until, "31.12.2027")
    press(screen.approve)
    (new,) = clinic.approved
    assert (new.form_sha256, new.wording_sha256) == ("aa" * 32, "bb" * 32)
    assert new.ticked == {str(number) for number in range(1, 11)}
    assert (new.form, new.language, new.wording) == ("sleep-talk", "nb", True)
    assert (new.licence_holder, new.licence_number) == ("Solvang kommune", "12")
    assert (new.licence_until, new.starts) == (date(2027, 12, 31), DAY)
    assert new.clinics == "Solvang helsestasjon"
    assert clinic.gone_to == [routes.FormPage("sleep-talk")]
    assert clinic.told == ["Godkjent og skrevet ned."]
    assert not screen.unsaved()


def test_nothing_is_pressed_through_and_each_missing_thing_is_said(qtbot: QtBot) -> None:
    clinic = FakeApprovals()
    screen = approval(qtbot, clinic)
    assert screen.approve is not None
    assert screen.terms is not None
    press(screen.ticks["1"].box)
    write(screen.terms.clinics, " ")
    write(screen.terms.starts, "31.2.2027")
    press(screen.approve)
    shown = words(screen)
    assert "spørsmål 2, 3, 4, 5, 6, 7, 8, 9, 10." in shown
    assert "Skriv hvem som har lisensen." in shown
    assert "Datoen 31.2.2027 finnes ikke." in shown
    assert "Skriv hvilke helsestasjoner det gjelder for." in shown
    assert clinic.approved == []


@pytest.mark.parametrize("left_out", [str(number) for number in range(1, 11)])
def test_one_item_without_its_tick_is_enough_to_stop_it(left_out: str) -> None:
    clinic = FakeApprovals(view=approval_view(licence_needed=False))
    flow = flow_of(clinic)
    for row in clinic.view.rows:
        flow.tick(row.item, ticked=True)
    flow.tick(left_out, ticked=False)
    flow.approve()
    assert clinic.approved == []
    flow.tick(left_out, ticked=True)
    flow.approve()
    assert len(clinic.approved) == 1


def test_what_stands_in_the_way_whatever_is_ticked_stops_it_too(qtbot: QtBot) -> None:
    says = "Teksten på norsk er ikke hel ennå."
    clinic = FakeApprovals(view=approval_view(refusals=(says,), licence_needed=False))
    screen = approval(qtbot, clinic)
    tick_all(screen)
    assert screen.approve is not None
    press(screen.approve)
    assert says in words(screen)
    assert clinic.approved == []


def test_a_case_that_fails_is_told_in_words_and_one_that_holds_has_its_tick(qtbot: QtBot) -> None:
    cases = (
        CaseLine(name="Alle lavest gir 0", passed=True, differences=()),
        CaseLine(name="Alle høyest gir 30", passed=False, differences=("Sum: 29, ikke 30.",)),
    )
    shown = words(approval(qtbot, FakeApprovals(view=approval_view(cases=cases))))
    assert "Alle lavest gir 0" in shown
    assert "Alle høyest gir 30: stemmer ikke" in shown
    assert "Sum: 29, ikke 30." in shown


def test_what_changed_since_the_last_approval_stands_first(qtbot: QtBot) -> None:
    change = WordingChange(place="Spørsmål 2", before="Hvordan er natten?", now="Og natten?")
    view = approval_view(
        first_time=False, structure_changes=("Spørsmål 9 er nytt.",), wording_changes=(change,)
    )
    shown = words(approval(qtbot, FakeApprovals(view=view)))
    for said in ("Spørsmål 9 er nytt.", "Før: Hvordan er natten?", "Nå: Og natten?"):
        assert said in shown
    unchanged = words(approval(qtbot, FakeApprovals(view=approval_view(first_time=False))))
    assert "Ingenting er endret siden det sist ble godkjent." in unchanged


def test_the_licence_is_as_it_was_last_written_down() -> None:
    view = approval_view(holder="Solvang kommune", number="12", until=date(2027, 1, 31))
    terms = flow_of(FakeApprovals(view=view)).state.terms
    assert (terms.holder, terms.number, terms.until) == ("Solvang kommune", "12", "31.01.2027")


def test_a_form_is_approved_for_use_from_paper_alone(qtbot: QtBot) -> None:
    rows = tuple(
        replace(row, text="", options=tuple((n, points, "") for n, points, _text in row.options))
        for row in approval_view().rows
    )
    view = approval_view(language="", rows=rows, licence_needed=False)
    clinic = FakeApprovals(view=view)
    screen = approval(qtbot, clinic, "")
    assert "Til bruk fra papir" in words(screen)
    assert "2. svar nummer 2 (1 poeng)" in words(screen)
    tick_all(screen)
    assert screen.approve is not None
    press(screen.approve)
    assert clinic.approved[0].wording is False


def test_a_second_person_is_asked_for_where_the_station_says_so(qtbot: QtBot) -> None:
    clinic = FakeApprovals(view=approval_view(licence_needed=False))
    screen = approval(qtbot, clinic)
    tick_all(screen)
    assert screen.terms is not None
    press(screen.terms.second)
    qtbot.waitUntil(lambda: "Etterpå må en annen logge inn og bekrefte." in words(screen))
    assert all(row.box.isChecked() for row in screen.ticks.values())
    assert screen.approve is not None
    press(screen.approve)
    assert "En annen må logge inn" in clinic.told[0]


def test_a_box_that_is_refused_goes_back(qtbot: QtBot) -> None:
    clinic = FakeApprovals()
    screen = approval(qtbot, clinic)
    clinic.failing = ApprovalIncompleteError(form="Skjemaer", missing="en bruker til")
    assert screen.terms is not None
    press(screen.terms.second)
    assert not screen.terms.second.isChecked()
    assert "en bruker til" in words(screen)


def test_what_the_clinic_refuses_is_said_beside_the_button(qtbot: QtBot) -> None:
    refused = ApprovalRefusedError(form="Søvnskjema", why="Verdiene mangler.")
    clinic = FakeApprovals(view=approval_view(licence_needed=False), failing=refused)
    screen = approval(qtbot, clinic)
    tick_all(screen)
    assert screen.approve is not None
    press(screen.approve)
    assert "Verdiene mangler." in words(screen)
    assert clinic.gone_to == []
    assert screen.unsaved()
    assert screen.approve.isEnabled()


def test_another_persons_approval_is_confirmed_here_too(qtbot: QtBot) -> None:
    waits = replace(EARLIER, status="awaiting_second", can_confirm=True)
    clinic = FakeApprovals(view=approval_view(earlier=(waits,)))
    flow = flow_of(clinic)
    flow.confirm(waits)
    (seen,) = clinic.confirmed
    assert (seen.approval, seen.form_sha256, seen.wording_sha256) == (7, "aa" * 32, "bb" * 32)
    assert clinic.gone_to == [routes.FormPage("sleep-talk")]


def test_an_approval_in_another_language_is_read_before_it_is_confirmed() -> None:
    waits = replace(EARLIER, language="so", status="awaiting_second", can_confirm=True)
    clinic = FakeApprovals(view=approval_view(earlier=(waits,)))
    flow_of(clinic).confirm(waits)
    assert clinic.confirmed == []
    assert clinic.gone_to == [routes.FormApproval("sleep-talk", "so")]


def test_words_that_were_saved_anew_are_shown_and_ticked_anew(qtbot: QtBot) -> None:
    clinic = FakeApprovals(view=approval_view(licence_needed=False))
    screen = approval(qtbot, clinic)
    tick_all(screen)
    rows = (replace(clinic.view.rows[0], text="Nytt spørsmål?"), *clinic.view.rows[1:])
    clinic.view = replace(clinic.view, rows=rows, wording_sha256="cc" * 32)
    clinic.failing = ApprovalRefusedError(form="Søvnskjema", why="Teksten er endret.")
    assert screen.approve is not None
    press(screen.approve)
    qtbot.waitUntil(lambda: "Nytt spørsmål?" in words(screen))
    assert "Teksten er endret." in words(screen)
    assert not any(row.box.isChecked() for row in screen.ticks.values())


def test_what_a_parent_reads_above_the_questions_is_ticked_too(qtbot: QtBot) -> None:
    head = ToTick(item="_title", topic="Tittelen", text="Små netter", options=(), head=True)
    view = approval_view(licence_needed=False)
    clinic = FakeApprovals(view=replace(view, rows=(head, *view.rows)))
    screen = approval(qtbot, clinic)
    assert "Små netter" in words(screen)
    tick_all(screen)
    press(screen.ticks["_title"].box)
    assert screen.approve is not None
    press(screen.approve)
    assert clinic.approved == []
    assert "Ikke huket av mot papirskjemaet: tittelen." in words(screen)


def test_the_whole_form_can_be_seen_as_a_parent_sees_it(qtbot: QtBot) -> None:
    clinic = FakeApprovals()
    press(approval(qtbot, clinic).preview)
    assert clinic.gone_to == [routes.FormPreview("sleep-talk", "nb")]
