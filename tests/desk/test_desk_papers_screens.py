from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from record_samples import (
    REFERRAL,
    TAKE_HOME,
    paper,
)
from records_screens import (
    nothing,
    press,
    real_pdf,
    referral_screen,
    shown,
    words_on,
    write,
)

from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.papers import Paper, ReferralDraft
from nurseapp.desk.printing.printers import Printers
from nurseapp.desk.referral.paper_flow import PaperWays
from nurseapp.desk.referral.take_home_flow import TakeHomeCases, TakeHomeFlow
from nurseapp.desk.referral.take_home_screen import TakeHomeScreen
from nurseapp.look.theme import apply_theme, text_scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module", autouse=True)
def theme(qapp: QApplication) -> None:
    if not qapp.styleSheet() or text_scale() != 1.0:
        apply_theme(qapp)


def test_referral_screen_draws_the_paper_it_will_become(qtbot: QtBot) -> None:
    screen = referral_screen([])
    shown(qtbot, screen)
    document = screen.paper.preview.document
    qtbot.waitUntil(lambda: document.pageCount() == 1)
    assert REFERRAL.request in document.getAllText(0).text()


def test_referral_screen_draws_again_after_a_pause_and_prints_what_was_typed(qtbot: QtBot) -> None:
    made: list[ReferralDraft] = []
    screen = referral_screen(made)
    shown(qtbot, screen)
    write(qtbot, screen.fields.fields["request"], "Ber om time")
    assert not screen.paper.save.isEnabled()
    qtbot.waitUntil(screen.paper.print.isEnabled)
    press(qtbot, screen.paper.print)
    assert made[0].request == "Ber om time"
    assert screen.paper.message.text() == "Sendt."


def test_referral_screen_lists_what_is_missing(qtbot: QtBot) -> None:
    screen = referral_screen([])
    shown(qtbot, screen)
    plan = screen.fields.fields["plan"]
    plan.edit.setFocus()
    plan.edit.selectAll()
    QTest.keyClick(plan.edit, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "mangler" in words_on(screen))
    assert not screen.paper.save.isEnabled()


def test_referral_screen_asks_about_carers_only_for_a_child(qtbot: QtBot) -> None:
    screen = referral_screen([])
    shown(qtbot, screen)
    assert not screen.fields.fields["daily_care"].isVisible()
    screen.fields.show_draft(REFERRAL, child=True)
    assert screen.fields.fields["daily_care"].isVisible()


def test_take_home_screen_has_no_field_for_a_score(qtbot: QtBot) -> None:
    made: list[Any] = []

    def make(draft: Any) -> Paper:
        made.append(draft)
        return paper(real_pdf(draft.next_step))

    ways = PaperWays(
        write=lambda _p, _c: None,
        print=lambda _c, _p: "Sendt.",
        printers=Printers,
        note=lambda _d, _h: None,
    )
    flow = TakeHomeFlow(
        14, TakeHomeCases(draft=lambda _s: TAKE_HOME, preview=make, make=make), ways, WorkAtOnce()
    )
    screen = TakeHomeScreen(flow, hide=nothing, back=nothing)
    flow.start()
    shown(qtbot, screen)
    write(qtbot, screen.next_step, "Ny samtale")
    qtbot.waitUntil(screen.paper.print.isEnabled)
    assert made[-1].next_step == "Ny samtale"
    assert "13" not in words_on(screen)
