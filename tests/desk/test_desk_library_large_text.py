"""At 200 % text the places about forms scroll down, never sideways, and cut no word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from library_hands import is_filled
from library_samples import (
    DAY,
    EARLIER,
    FAMILY,
    OWN,
    PAGE,
    SLEEP,
    VIEW,
    FakeApprovals,
    FakeLibrary,
    FakeWordings,
    approval_view,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.library import LicenceRow, PackLine, PackView
from nurseapp.desk import routes
from nurseapp.desk.approval.flow import ApprovalFlow
from nurseapp.desk.approval.screen import ApprovalScreen
from nurseapp.desk.library.files_flow import FilesFlow
from nurseapp.desk.library.flow import LibraryFlow
from nurseapp.desk.library.pack_flow import PackCases, PackFlow
from nurseapp.desk.library.pack_screen import PackScreen
from nurseapp.desk.library.page_flow import PageFlow
from nurseapp.desk.library.page_screen import FormPageScreen
from nurseapp.desk.library.screen import LibraryScreen
from nurseapp.desk.licences.flow import LedgerCases, LedgerFlow
from nurseapp.desk.licences.screen import LedgerScreen
from nurseapp.desk.wording.flow import WordingFlow
from nurseapp.desk.wording.screen import WordingScreen
from nurseapp.look.theme import apply_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = "Edinburghsøvnogvåkenhetsspørreskjemaet"


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, text_scale=2.0)
    yield
    apply_theme(qapp)


def nothing() -> None:
    pass


def ignore(_anything: object) -> None:
    pass


def library() -> QWidget:
    view = replace(
        VIEW, cards=(*VIEW.cards, replace(SLEEP, form="long", name=LONG)),
        warnings=("Søvnskjema: Lisensen går ut om 12 dager. Forny den i tide.",),
    )  # fmt: skip
    flow = LibraryFlow(FakeLibrary(view=view).cases(), WorkAtOnce(), ignore)
    return LibraryScreen(flow, training=True, may_change=True)


def page() -> QWidget:
    card = replace(FAMILY, name=LONG, wordings=(OWN, replace(OWN, language="so", whole=False)))
    view = replace(PAGE, card=card, age_forms=FAMILY.age_forms, approvals=(EARLIER,), banner="Bort")
    clinic = FakeLibrary(page=view)
    flow = PageFlow("steps", clinic.page_cases(), WorkAtOnce(), ignore, administrator=True)
    screen = FormPageScreen(
        flow, FilesFlow(clinic.files_cases(), WorkAtOnce(), nothing), back=nothing
    )
    flow.ask_to_withdraw()
    return screen


def wording() -> QWidget:
    flow = WordingFlow(
        routes.FormWording("sleep-talk", "ar"), FakeWordings().cases(), WorkAtOnce(), ignore
    )
    screen = WordingScreen(flow, back=nothing)
    flow.start()
    return screen


def approval() -> QWidget:
    flow = ApprovalFlow(
        routes.FormApproval("sleep-talk", "nb"),
        FakeApprovals(view=approval_view(title=LONG)).cases(), WorkAtOnce(), ignore, ignore,
        approver="S. Eik", clinic="Solvang helsestasjon", today=DAY,
    )  # fmt: skip
    screen = ApprovalScreen(flow, back=nothing)
    flow.start()
    flow.approve()
    return screen


def ledger() -> QWidget:
    row = LicenceRow(
        licence_of="a", title=LONG, holder="Solvang kommune", number="12", until=DAY,
        words="Solvang kommune, nummer 12, til 21.11.2026.", warning="Lisensen gikk ut i går.",
    )  # fmt: skip
    cases = LedgerCases(
        ledger=lambda: (row, replace(row, licence_of="b")), renew=lambda *_all: None
    )
    flow = LedgerFlow(cases, WorkAtOnce(), administrator=True, today=DAY)
    screen = LedgerScreen(flow, back=nothing)
    flow.refresh()
    flow.begin("a")
    return screen


def pack() -> QWidget:
    view = PackView(
        signer="Fjellheim helsestasjon", fingerprint="0412 9931 8118 3245 2479 3653", known=False,
        made_on=DAY, contents=(PackLine(title=LONG, words="Tekst: ny her.", news=True),),
        problems=(),
    )  # fmt: skip
    cases = PackCases(
        read=lambda _path: view, accept=lambda *_all: None, own_fingerprint=lambda: "0412 9931",
        known=lambda: (("Fjellheim helsestasjon, Solvang", view.fingerprint),), forget=ignore,
    )  # fmt: skip
    flow = PackFlow(cases, WorkAtOnce(), ignore, ignore)
    screen = PackScreen(flow, back=nothing)
    flow.start()
    return screen


@pytest.mark.parametrize("make", [library, page, wording, approval, ledger, pack])
def test_a_page_never_scrolls_sideways(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    screen = make()
    qtbot.addWidget(screen)
    screen.resize(880, 800)
    screen.show()
    qtbot.waitUntil(lambda: is_filled(screen))
    (area, *_inner) = screen.findChildren(QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= area.viewport().width()
    assert area.horizontalScrollBar().maximum() == 0
