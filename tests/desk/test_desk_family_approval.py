"""Several age forms on screen: ticked one by one, approved with one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from desk_fakes import press, stand, words, write
from library_samples import DAY
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import ApprovalRefusedError, SituationError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.approving import AgeFormLine, FamilyApprovalView, NewConfirmation
from nurseapp.clinic.values.library import NewApproval
from nurseapp.desk import routes
from nurseapp.desk.approval.family_flow import FamilyCases, FamilyFlow
from nurseapp.desk.approval.family_screen import FamilyApprovalScreen
from nurseapp.desk.library.value_button import ValueButton
from nurseapp.desk.routes import Route

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def line(months: int, **other: object) -> AgeFormLine:
    made = AgeFormLine(
        form=f"steps-{months}", words=f"{months} måneder: mangler tekst",
        form_sha256=f"{months:02}" * 32, items=frozenset({"1", "2"}), refusals=(), languages=(),
        seen=("2 spørsmål.", "Spørsmål 1–2: svarene ovenfra gir 10, 5, 0 poeng."),
        in_force=frozenset(),
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type] # by name


def family(*ages: AgeFormLine, **other: object) -> FamilyApprovalView:
    made = FamilyApprovalView(
        family="steps", title="Små steg", ages=ages or (line(2), line(6), line(12)),
        licence_needed=True, licence_words="", holder="", number="", until=None, starts=None,
        clinics="", second_needed=False,
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type] # by name


@dataclass
class FakeFamily:
    view: FamilyApprovalView = field(default_factory=family)
    failing: SituationError | None = None
    approved: list[NewApproval] = field(default_factory=list)
    confirmed: list[NewConfirmation] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    gone_to: list[Route] = field(default_factory=list)

    def flow(self) -> FamilyFlow:
        cases = FamilyCases(
            view=lambda _family: self.view, approve=self._approve, confirm=self.confirmed.extend,
            set_second_needed=lambda _needed: None,
        )  # fmt: skip
        flow = FamilyFlow(
            "steps", cases, WorkAtOnce(), self.gone_to.append, self.told.append,
            approver="S. Eik", clinic="Solvang helsestasjon", today=DAY,
        )  # fmt: skip
        flow.start()
        return flow

    def _approve(self, several: Sequence[NewApproval]) -> None:
        if self.failing is not None:
            raise self.failing
        self.approved.extend(several)


def shown(qtbot: QtBot, clinic: FakeFamily) -> FamilyApprovalScreen:
    screen = FamilyApprovalScreen(clinic.flow(), back=lambda: None)
    stand(qtbot, screen)
    qtbot.waitUntil(lambda: screen.approve is not None and screen.approve.isVisible())
    return screen


def tick(screen: FamilyApprovalScreen, *forms: str) -> None:
    for form in forms:
        box = screen.rows[form].box
        assert box is not None
        press(box)


def test_only_the_ages_that_were_ticked_are_approved_and_the_terms_typed_once(
    qtbot: QtBot,
) -> None:
    clinic = FakeFamily()
    screen = shown(qtbot, clinic)
    tick(screen, "steps-2", "steps-12")
    assert screen.terms is not None
    assert screen.approve is not None
    write(screen.terms.holder, "Solvang kommune")
    write(screen.terms.until, "31.12.2027")
    press(screen.approve)
    assert [new.form for new in clinic.approved] == ["steps-2", "steps-12"]
    for new in clinic.approved:
        assert (new.licence_holder, new.licence_until) == ("Solvang kommune", date(2027, 12, 31))
        assert (new.starts, new.clinics) == (DAY, "Solvang helsestasjon")
        assert (new.wording, new.language, set(new.ticked)) == (False, "", {"1", "2"})
    assert clinic.approved[1].form_sha256 == "12" * 32
    assert clinic.told == ["2 aldersskjemaer er godkjent til bruk fra papir."]
    assert not screen.unsaved()


def test_nothing_is_approved_while_no_age_is_ticked_or_a_term_lacks(qtbot: QtBot) -> None:
    clinic = FakeFamily()
    screen = shown(qtbot, clinic)
    assert screen.approve is not None
    press(screen.approve)
    assert "Huk av for minst én alder." in words(screen)
    assert "Skriv hvem som har lisensen." in words(screen)
    tick(screen, "steps-2")
    press(screen.approve)
    assert clinic.approved == []


def test_age_that_lacks_its_values_has_no_box(qtbot: QtBot) -> None:
    says = "Legg inn verdiene fra lisensen først."
    screen = shown(qtbot, FakeFamily(view=family(line(2, refusals=(says,)), line(6))))
    assert screen.rows["steps-2"].box is None
    assert says in words(screen)


def test_age_whose_table_was_changed_meanwhile_is_ticked_anew(qtbot: QtBot) -> None:
    clinic = FakeFamily(view=family(licence_needed=False))
    screen = shown(qtbot, clinic)
    tick(screen, "steps-2", "steps-6")
    clinic.view = family(line(2, form_sha256="ff" * 32), line(6), licence_needed=False)
    clinic.failing = ApprovalRefusedError(form="Små steg", why="Verdiene er endret.")
    assert screen.approve is not None
    press(screen.approve)
    assert "Verdiene er endret." in words(screen)
    qtbot.waitUntil(lambda: "steps-6" in screen.rows)
    ticked = {form for form, row in screen.rows.items() if row.box and row.box.isChecked()}
    assert ticked == {"steps-6"}


def test_whole_wording_is_read_on_its_own_page(qtbot: QtBot) -> None:
    clinic = FakeFamily(view=family(line(2, languages=(("nb", "norsk"),)), line(6)))
    screen = shown(qtbot, clinic)
    (button,) = screen.findChildren(ValueButton)
    press(button)
    assert clinic.gone_to == [routes.FormApproval("steps-2", "nb")]
    assert clinic.approved == []


def test_terms_are_as_the_family_was_last_approved_with() -> None:
    view = family(
        holder="Solvang", number="12", until=date(2027, 1, 31), starts=date(2026, 12, 1),
        clinics="Nord",
    )  # fmt: skip
    terms = FakeFamily(view=view).flow().state.terms
    assert (terms.holder, terms.number, terms.until) == ("Solvang", "12", "31.01.2027")
    assert (terms.starts, terms.clinics) == ("01.12.2026", "Nord")


def test_second_user_confirms_the_family_as_a_whole_with_the_same_ticks(qtbot: QtBot) -> None:
    clinic = FakeFamily(view=family(line(2, to_confirm=7), line(6), line(12, to_confirm=9)))
    screen = shown(qtbot, clinic)
    assert screen.confirm is not None
    assert not screen.confirm.isEnabled(), "nothing is confirmed that was not ticked"
    tick(screen, "steps-2", "steps-12")
    press(screen.confirm)
    assert [(one.approval, one.form_sha256) for one in clinic.confirmed] == [
        (7, "02" * 32),
        (9, "12" * 32),
    ]
    assert clinic.approved == []
    assert clinic.told == ["2 aldersskjemaer er bekreftet."]
    assert not screen.unsaved()


def test_age_that_waits_to_be_confirmed_is_not_approved_once_more(qtbot: QtBot) -> None:
    clinic = FakeFamily(view=family(line(2, to_confirm=7), line(6), licence_needed=False))
    screen = shown(qtbot, clinic)
    assert screen.approve is not None
    tick(screen, "steps-2")
    press(screen.approve)
    assert "Huk av for minst én alder." in words(screen)
    tick(screen, "steps-6")
    press(screen.approve)
    assert [new.form for new in clinic.approved] == ["steps-6"]
    assert clinic.confirmed == []


def test_family_that_only_waits_asks_for_no_terms(qtbot: QtBot) -> None:
    clinic = FakeFamily(view=family(line(2, to_confirm=7)))
    screen = FamilyApprovalScreen(clinic.flow(), back=lambda: None)
    stand(qtbot, screen)
    qtbot.waitUntil(lambda: screen.confirm is not None and screen.confirm.isVisible())
    assert (screen.terms, screen.approve) == (None, None)
