"""At 200 % text the places about forms scroll down, never sideways, and cut no word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

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
from msgspec.structs import replace as replace_struct
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.flow import WorkAtOnce
from nurseapp.base.paths import forms_folder
from nurseapp.clinic.library.form_files import FormFileView
from nurseapp.clinic.values.library import LicenceRow, PackLine, PackView
from nurseapp.desk import routes
from nurseapp.desk.approval.flow import ApprovalFlow
from nurseapp.desk.approval.screen import ApprovalScreen
from nurseapp.desk.library.file_flow import FileCases, FileFlow
from nurseapp.desk.library.file_screen import FormFileScreen
from nurseapp.desk.library.files_flow import FilesFlow
from nurseapp.desk.library.flow import LibraryFlow
from nurseapp.desk.library.pack_flow import PackCases, PackFlow
from nurseapp.desk.library.pack_screen import PackScreen
from nurseapp.desk.library.page_flow import PageFlow
from nurseapp.desk.library.page_screen import FormPageScreen
from nurseapp.desk.library.preview_flow import PreviewFlow, PreviewSheet
from nurseapp.desk.library.preview_screen import PreviewScreen
from nurseapp.desk.library.screen import LibraryScreen
from nurseapp.desk.licences.flow import LedgerCases, LedgerFlow
from nurseapp.desk.licences.screen import LedgerScreen
from nurseapp.desk.licences.table_flow import TableCases, TableFlow
from nurseapp.desk.licences.table_screen import TableScreen
from nurseapp.desk.licences.typed_table import AgeTable, TableView
from nurseapp.desk.wording.flow import WordingFlow
from nurseapp.desk.wording.screen import WordingScreen
from nurseapp.forms.library import load_library
from nurseapp.forms.questionnaire import questionnaire_for
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


def preview() -> QWidget:
    asked = load_library(forms_folder()).form("phq-9")
    words = [one for one in asked.real_wordings() if one.language == "nb"]
    texts = [replace_struct(one, title=LONG) for one in words]
    sheet = PreviewSheet(questionnaire_for(asked, texts), approved=False)
    flow = PreviewFlow(routes.FormPreview("phq-9", "nb"), lambda _wanted: sheet, WorkAtOnce())
    screen = PreviewScreen(flow, back=nothing)
    flow.start()
    return screen


def table() -> QWidget:
    view = TableView(
        form="steps", version=1, name=LONG,
        scales=(("walking", "Utholdenhetsgangferdigheter"), ("talking", "Ord")),
        ages=tuple(
            AgeTable(age=str(months), words=f"{months} måneder", keyed=(("1", 3), ("12", 4)))
            for months in (12, 24)
        ),
        limits=True, aged=True, values=None,
    )  # fmt: skip
    cases = TableCases(view=lambda _form: view, save=lambda _values: ())
    flow = TableFlow("steps", cases, WorkAtOnce(), ignore, ignore)
    screen = TableScreen(flow, back=nothing)
    flow.start()
    flow.write("limit.12.walking", "mye")
    flow.save()
    return screen


def file() -> QWidget:
    view = FormFileView(
        title=LONG, questions=12, languages=("norsk bokmål",), scales=("Sum", LONG),
        unverified=("Grensen har ingen kilde.",),
        left_out=(("", "Utregning", "Uttrykket er ikke blant dem som kan leses."),
                  ("gruppe-med-en-lang-lenke-id-uten-mellomrom", "Bilde", "Bilder vises ikke.")),
        unscored="Programmet regner ikke ut noe for dette skjemaet.", may_add_up=True,
        language_unsaid=False,
    )  # fmt: skip
    flow = FileFlow(FileCases(look=lambda *_all: view, take_in=lambda _view: ""), WorkAtOnce(),
                    ignore, ignore)  # fmt: skip
    screen = FormFileScreen(flow, back=nothing)
    flow.look(Path("skjema.json"))
    return screen


def file_of_unsaid_language() -> QWidget:
    view = FormFileView(title=LONG, questions=12, language_unsaid=True)
    flow = FileFlow(FileCases(look=lambda *_all: view, take_in=lambda _view: ""), WorkAtOnce(),
                    ignore, ignore)  # fmt: skip
    screen = FormFileScreen(flow, back=nothing)
    flow.look(Path("skjema.json"))
    return screen


PLACES = (
    library, page, wording, approval, ledger, pack, preview, table, file, file_of_unsaid_language,
)  # fmt: skip


@pytest.mark.parametrize("make", PLACES)
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
