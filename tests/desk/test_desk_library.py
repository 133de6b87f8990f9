"""Skjema: the list of forms and a form's page, in flows and in presses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk_fakes import press, stand, words
from library_samples import (
    APPROVED,
    EARLIER,
    FAMILY,
    OWN,
    PAGE,
    PRACTICE,
    SEALED,
    SLEEP,
    VIEW,
    FakeLibrary,
)
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import ApprovalIncompleteError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.library import FormCard, FormStatus
from nurseapp.desk import routes
from nurseapp.desk.library.files_flow import FilesFlow
from nurseapp.desk.library.flow import LibraryFlow
from nurseapp.desk.library.grouping import groups
from nurseapp.desk.library.next_step import next_step
from nurseapp.desk.library.page_flow import PageFlow, PageView
from nurseapp.desk.library.page_screen import FormPageScreen
from nurseapp.desk.library.screen import LibraryScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def list_screen(qtbot: QtBot, clinic: FakeLibrary, *, may_change: bool = True) -> LibraryScreen:
    flow = LibraryFlow(clinic.cases(), WorkAtOnce(), clinic.gone_to.append)
    screen = LibraryScreen(flow, training=True, may_change=may_change)
    stand(qtbot, screen)
    return screen


def page_screen(qtbot: QtBot, clinic: FakeLibrary, *, administrator: bool = True) -> FormPageScreen:
    flow = PageFlow(
        "sleep-talk", clinic.page_cases(), WorkAtOnce(), clinic.gone_to.append,
        administrator=administrator,
    )  # fmt: skip
    files = FilesFlow(clinic.files_cases(), WorkAtOnce(), flow.refresh)
    screen = FormPageScreen(flow, files, back=lambda: None)
    stand(qtbot, screen)
    return screen


def test_forms_stand_under_what_they_are_about_or_what_can_be_done_with_them() -> None:
    flow = LibraryFlow(FakeLibrary().cases(), WorkAtOnce(), lambda _route: None)
    flow.refresh()
    by_topic = {name: [card.form for card in cards] for name, cards in groups(flow.state)}
    assert by_topic == {
        "Foreldrenes helse, rus og vold": ["joy-talk", "sleep-talk"],
        "Barnets utvikling": ["steps"],
        "Samspill": ["exam"],
    }
    flow.group("status")
    by_status = {name: [card.form for card in cards] for name, cards in groups(flow.state)}
    assert by_status == {
        "Kan brukes her": ["joy-talk", "sleep-talk"],
        "Uten tekst": ["steps"],
        "Skåres ikke her": ["exam"],
    }


def test_a_form_whose_topic_is_unknown_is_not_lost() -> None:
    odd = replace(SLEEP, form="odd", name="Uten tema")
    clinic = FakeLibrary(view=replace(VIEW, cards=(*VIEW.cards, odd)))
    flow = LibraryFlow(clinic.cases(), WorkAtOnce(), lambda _route: None)
    flow.refresh()
    shown = [card for _name, cards in groups(flow.state) for card in cards]
    assert sorted(card.form for card in shown) == sorted(card.form for card in clinic.view.cards)


def test_the_search_finds_a_form_by_any_of_its_words(qtbot: QtBot) -> None:
    screen = list_screen(qtbot, FakeLibrary())
    assert len(screen.rows) == 4
    screen.search.edit.setText("natt søvn")
    assert "Ingen skjemaer passer med søket." in words(screen)
    screen.search.edit.setText("SØVN forel")
    assert [row.card.form for row in screen.rows] == ["sleep-talk"]


def test_a_press_on_a_form_opens_its_page(qtbot: QtBot) -> None:
    clinic = FakeLibrary()
    screen = list_screen(qtbot, clinic)
    press(next(row for row in screen.rows if row.card.form == "steps"))
    assert clinic.gone_to == [routes.FormPage("steps")]


def test_what_runs_out_and_what_is_broken_is_said_first(qtbot: QtBot) -> None:
    view = replace(
        VIEW, warnings=("Søvnskjema: Lisensen går ut om 12 dager.",),
        problems=("odd/form.toml: items: feltet mangler",),
    )  # fmt: skip
    clinic = FakeLibrary(view=view)
    screen = list_screen(qtbot, clinic)
    assert "går ut om 12 dager" in words(screen)
    assert "odd/form.toml: items: feltet mangler" in words(screen)
    press(screen.licences)
    assert clinic.gone_to == [routes.Licences()]


def test_only_who_is_responsible_sees_the_ways_to_new_forms(qtbot: QtBot) -> None:
    screen = list_screen(qtbot, FakeLibrary(), may_change=False)
    assert not screen.new_form.isVisible()
    assert not screen.pack.isVisible()


def shown_as(status: FormStatus, *lines: object) -> FormCard:
    return replace(SLEEP, status=status, wordings=lines)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("card", "action", "language"),
    [
        (shown_as("no_wording"), "write", "nb"),
        (shown_as("training", PRACTICE), "write", "nb"),
        (shown_as("draft", PRACTICE, replace(OWN, language="so", whole=False)), "write", "so"),
        (shown_as("ready", OWN, PRACTICE), "approve", "nb"),
        (shown_as("withdrawn", OWN), "approve", "nb"),
        (shown_as("approved", replace(OWN, approved=True)), "people", ""),
        (shown_as("awaiting_second", OWN), "", ""),
        (shown_as("broken"), "", ""),
        (SEALED, "people", ""),
    ],
)
def test_each_status_has_one_next_step(card: FormCard, action: str, language: str) -> None:
    step = next_step(card, values_lack=False, administrator=True)
    assert (step.action, step.language) == (action, language)
    assert step.words
    assert bool(step.button) == bool(action)


def test_values_of_a_licence_come_before_words() -> None:
    assert next_step(FAMILY, values_lack=True, administrator=True).action == "values"


def test_one_who_is_not_responsible_is_told_who_is() -> None:
    step = next_step(shown_as("ready", OWN), values_lack=False, administrator=False)
    assert step.action == ""
    assert "ansvarlig" in step.words


def test_a_page_says_what_the_form_is_and_what_is_not_verified(qtbot: QtBot) -> None:
    shown = words(page_screen(qtbot, FakeLibrary()))
    for words_of_it in (
        SLEEP.purpose, SLEEP.evidence, SLEEP.rights, SLEEP.ages, *SLEEP.unverified,
        "10 eller mer (mor)", "12 eller mer (far)", "10 spørsmål · omtrent 5 minutter · utgave 1",
    ):  # fmt: skip
        assert words_of_it in shown


def test_the_next_step_leads_to_the_words_then_to_the_approval(qtbot: QtBot) -> None:
    clinic = FakeLibrary()
    screen = page_screen(qtbot, clinic)
    assert screen.go_on is not None
    press(screen.go_on)
    clinic.page = replace(PAGE, card=shown_as("ready", OWN))
    screen = page_screen(qtbot, clinic)
    assert screen.go_on is not None
    press(screen.go_on)
    assert clinic.gone_to == [
        routes.FormWording("sleep-talk", "nb"), routes.FormApproval("sleep-talk", "nb"),
    ]  # fmt: skip


def test_an_age_form_is_chosen_on_its_familys_page(qtbot: QtBot) -> None:
    clinic = FakeLibrary(page=replace(PAGE, card=FAMILY, age_forms=FAMILY.age_forms))
    screen = page_screen(qtbot, clinic)
    assert screen.age_forms is not None
    screen.age_forms.changed.emit("steps-6")
    assert clinic.done[-1] == ("page", "steps-6")


def test_nothing_is_withdrawn_without_a_reason(qtbot: QtBot) -> None:
    approved = PageView(card=APPROVED, facts=PAGE.facts, approvals=(EARLIER,))
    clinic = FakeLibrary(page=approved)
    screen = page_screen(qtbot, clinic)
    assert screen.withdraw is not None
    press(screen.withdraw)
    assert screen.withdrawing is not None
    press(screen.withdrawing.go_on)
    assert "Skriv hvorfor." in words(screen)
    screen.withdrawing.why.edit.setPlainText("Ny utgave kommer.")
    press(screen.withdrawing.go_on)
    assert ("withdraw", "joy-talk", "Ny utgave kommer.") in clinic.done
    assert screen.withdrawing is None


def test_escape_closes_the_question_and_withdraws_nothing(qtbot: QtBot) -> None:
    clinic = FakeLibrary(page=PageView(card=APPROVED, facts=PAGE.facts, approvals=(EARLIER,)))
    screen = page_screen(qtbot, clinic)
    assert screen.withdraw is not None
    press(screen.withdraw)
    assert screen.escape()
    assert not screen.escape()
    assert not [one for one in clinic.done if one[0] == "withdraw"]


def test_a_withdrawn_form_carries_its_banner(qtbot: QtBot) -> None:
    banner = "Søvnskjema ble trukket tilbake 20.11.2026 av S. Eik: Ny utgave kommer."
    screen = page_screen(qtbot, FakeLibrary(page=replace(PAGE, banner=banner)))
    assert banner in words(screen)


def test_one_who_may_not_change_sees_no_way_to(qtbot: QtBot) -> None:
    page = PageView(card=APPROVED, facts=PAGE.facts, approvals=(EARLIER,))
    screen = page_screen(qtbot, FakeLibrary(page=page), administrator=False)
    assert screen.withdraw is None
    assert screen.files is not None
    assert not screen.files.table_in.isVisible()
    assert not screen.files.pack_out.isVisible()


def test_several_age_forms_are_approved_from_the_page_of_one(qtbot: QtBot) -> None:
    clinic = FakeLibrary(page=replace(PAGE, card=FAMILY, age_forms=FAMILY.age_forms))
    screen = page_screen(qtbot, clinic)
    press(screen.several)
    assert clinic.gone_to == [routes.FamilyApproval("steps")]


def test_another_persons_approval_is_read_before_it_is_confirmed() -> None:
    waits = replace(EARLIER, status="awaiting_second", can_confirm=True)
    clinic = FakeLibrary(page=replace(PAGE, approvals=(waits,)))
    flow = PageFlow(
        "sleep-talk", clinic.page_cases(), WorkAtOnce(), clinic.gone_to.append, administrator=True
    )
    flow.refresh()
    flow.confirm(waits)
    assert clinic.gone_to == [routes.FormApproval("sleep-talk", "nb")]


def test_what_is_refused_is_said_in_its_own_words() -> None:
    clinic = FakeLibrary()
    flow = PageFlow(
        "sleep-talk", clinic.page_cases(), WorkAtOnce(), lambda _route: None, administrator=True
    )
    flow.refresh()
    clinic.failing = ApprovalIncompleteError(form="Søvnskjema", missing="hvorfor")
    flow.withdraw("")
    assert flow.state.problem == str(clinic.failing)
    assert not flow.state.busy


def test_a_spreadsheet_with_faults_comes_in_not_at_all_and_all_faults_are_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clinic = FakeLibrary(table_problems=("Teksten til spørsmål 3 mangler.", "Tittelen mangler."))
    screen = page_screen(qtbot, clinic)
    file = tmp_path / "tekst.xlsx"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    assert screen.files is not None
    press(screen.files.table_in)
    assert clinic.done[-1] == ("table_in", "sleep-talk", "nb", file)
    assert "Ingenting er hentet inn" in words(screen)
    assert "Tittelen mangler." in words(screen)


def test_files_go_where_the_nurse_says_with_an_ending(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clinic = FakeLibrary()
    screen = page_screen(qtbot, clinic)
    chosen = str(tmp_path / "min fil")
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda _self, _name, _at, kinds: (chosen, kinds.split(";;")[0]),
    )
    assert screen.files is not None
    press(screen.files.table_out)
    press(screen.files.blank_out)
    press(screen.files.fhir_out)
    press(screen.files.pack_out)
    assert "0412 9931" in words(screen)
    assert [(one[0], one[-1].name) for one in clinic.done if one[0].endswith("_out")] == [
        ("table_out", "min fil.xlsx"), ("blank_out", "min fil.pdf"),
        ("fhir_out", "min fil.json"), ("pack_out", "min fil.tekstpakke"),
    ]  # fmt: skip
    press(screen.files.blank_print)
    assert "Sendt til skriveren." in words(screen)
