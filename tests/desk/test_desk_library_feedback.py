"""What parents answered anonymously, on the form's page: counts, and nothing that tells of few."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_fakes import press, stand, words
from library_samples import PAGE, FakeLibrary
from pytestqt.qtbot import QtBot

from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.feedback import FeedbackItem, FeedbackLine, FeedbackMonth
from nurseapp.desk.fold import Fold
from nurseapp.desk.library.files_flow import FilesFlow
from nurseapp.desk.library.page_flow import PageFlow
from nurseapp.desk.library.page_screen import FormPageScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FEW = "for få til å vises"
WAITING = FeedbackItem(
    topic="Venterommet",
    lines=(
        FeedbackLine(text="God plass", count=11, words="11"),
        FeedbackLine(text="Litt trangt", count=None, words=FEW),
        FeedbackLine(text="Fullt", count=None, words=FEW),
    ),
)
NOVEMBER = FeedbackMonth(
    form="sleep-talk", form_title="Søvnskjema", version=1, month="november 2026", sheets=14,
    items=(WAITING,),
)  # fmt: skip
OCTOBER = replace(NOVEMBER, month="oktober 2026", sheets=6)


def page(qtbot: QtBot, months: tuple[FeedbackMonth, ...]) -> FormPageScreen:
    clinic = FakeLibrary(page=replace(PAGE, feedback=months))
    flow = PageFlow(
        "sleep-talk", clinic.page_cases(), WorkAtOnce(), clinic.gone_to.append, administrator=True
    )
    files = FilesFlow(clinic.files_cases(), WorkAtOnce(), flow.refresh)
    screen = FormPageScreen(flow, files, back=lambda: None)
    stand(qtbot, screen)
    return screen


def test_feedback_says_how_many_chose_each_answer_and_hides_the_few(qtbot: QtBot) -> None:
    shown = words(page(qtbot, (NOVEMBER,))).splitlines()
    assert "Svar fra foreldre" in shown
    assert "november 2026 · 14 har svart" in shown
    assert "Venterommet" in shown
    assert {"God plass", "11", "Litt trangt", "Fullt"} <= set(shown)
    assert shown.count(FEW) == 2


def test_feedback_of_earlier_months_is_folded_until_somebody_asks(qtbot: QtBot) -> None:
    screen = page(qtbot, (NOVEMBER, OCTOBER))
    assert words(screen).count("Venterommet") == 1
    (earlier,) = screen.findChildren(Fold)
    assert earlier.button.text() == "oktober 2026 · 6 har svart"
    press(earlier.button)
    assert words(screen).count("Venterommet") == 2


def test_feedback_that_is_not_there_yet_says_why(qtbot: QtBot) -> None:
    shown = words(page(qtbot, ()))
    assert "Ingenting å vise ennå." in shown
    assert "når minst fem har svart" in shown
