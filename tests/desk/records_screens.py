"""Screens about records over hand-written clinics, and hands that press and write."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from record_samples import (
    CHILD_ROW,
    GUIDE,
    MOTHER_PAGE,
    MOTHER_ROW,
    NOW,
    OFFER,
    PREGNANCY_PAGE,
    REFERRAL,
    RESULT,
    TODAY,
    paper,
)

from nurseapp.base.errors import PaperIncompleteError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.feedback import FeedbackForm
from nurseapp.clinic.values.handover import HandOverChoice, HandOverOffer, NotNow
from nurseapp.clinic.values.papers import Paper, ReferralDraft
from nurseapp.clinic.values.people import FamilyLink, PersonDetails, PersonPage
from nurseapp.clinic.values.result import Closing, NewAssessment, ResultView
from nurseapp.desk.clipboard import BriefClipboard
from nurseapp.desk.handover.feedback_flow import FeedbackCases, FeedbackFlow
from nurseapp.desk.handover.flow import HandOverCases, HandOverFlow
from nurseapp.desk.handover.screen import HandOverScreen
from nurseapp.desk.people.birth_flow import BirthCases, BirthFlow
from nurseapp.desk.people.birth_screen import BirthScreen
from nurseapp.desk.people.details_flow import DetailsCases, DetailsFlow
from nurseapp.desk.people.details_screen import DetailsScreen
from nurseapp.desk.people.flow import PeopleCases, PeopleFlow
from nurseapp.desk.people.page_flow import PageCases, PageFlow
from nurseapp.desk.people.page_screen import PageScreen
from nurseapp.desk.people.screen import PeopleScreen
from nurseapp.desk.press_row import PressRow
from nurseapp.desk.printing.printers import Printers
from nurseapp.desk.referral.flow import ReferralCases, ReferralFlow
from nurseapp.desk.referral.paper_flow import PaperWays
from nurseapp.desk.referral.screen import ReferralScreen
from nurseapp.desk.result.amend_flow import AmendCases, AmendFlow
from nurseapp.desk.result.closing_flow import ClosingFlow
from nurseapp.desk.result.ehr_flow import EhrFlow
from nurseapp.desk.result.fhir_flow import FhirFlow
from nurseapp.desk.result.flow import ResultCases, ResultFlow
from nurseapp.desk.result.guide_flow import GuideFlow
from nurseapp.desk.result.parts import ResultFlows
from nurseapp.desk.result.screen import ResultScreen
from nurseapp.desk.routes import Route


def nothing() -> None:
    pass


def press(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisibleTo(widget.window())
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, field: Any, text: str) -> None:
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)


def shown(qtbot: QtBot, screen: QWidget) -> None:
    qtbot.addWidget(screen)
    screen.resize(1050, 800)
    screen.show()


def words_on(screen: QWidget) -> str:
    return "\n".join(
        label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)
    )


def row_of(screen: QWidget, words: str) -> PressRow:
    return next(row for row in screen.findChildren(PressRow) if words in row.accessibleName())


def people_screen(went: list[Route], asked: list[str]) -> PeopleScreen:
    def search(text: str) -> tuple[Any, ...]:
        asked.append(text)
        return tuple(r for r in (MOTHER_ROW, CHILD_ROW) if text.casefold() in r.name.casefold())

    flow = PeopleFlow(PeopleCases(search=search), WorkAtOnce(), went.append)
    screen = PeopleScreen(flow, hide=nothing)
    flow.start()
    return screen


def page_screen(page: PersonPage, went: list[Route], lines: list[str]) -> PageScreen:
    cases = PageCases(page=lambda _p: page, write_nurse_line=lambda _p, text: lines.append(text))
    flow = PageFlow(page.person, cases, WorkAtOnce(), went.append)
    screen = PageScreen(flow, day=TODAY, hide=nothing, back=nothing)
    flow.start()
    return screen


def details_screen(
    registered: list[tuple[PersonDetails, tuple[FamilyLink, ...]]],
    *,
    beside: int | None = None,
    correcting: int | None = None,
    unlinked: list[tuple[int, int, str]] | None = None,
) -> DetailsScreen:
    def register(details: PersonDetails, links: tuple[FamilyLink, ...]) -> int:
        registered.append((details, links))
        return 40

    cases = DetailsCases(
        page=lambda _person: MOTHER_PAGE,
        register=register,
        correct=lambda _person, details, _why: registered.append((details, ())),
        link=lambda _link: None,
        unlink=lambda *link: None if unlinked is None else unlinked.append(link),
        search=lambda _text: (MOTHER_ROW,),
        number_problem=lambda text: "Nummeret stemmer ikke." if text else "",
    )
    flow = DetailsFlow(cases, WorkAtOnce(), lambda _p, _s: None, today=TODAY, correcting=correcting)
    screen = DetailsScreen(flow, back=nothing)
    flow.start(beside=beside)
    return screen


def birth_screen(lost: list[int], born: list[int]) -> BirthScreen:
    def birth(_pregnancy: int, children: tuple[PersonDetails, ...]) -> tuple[int, ...]:
        born.append(len(children))
        return (50,)

    cases = BirthCases(
        page=lambda _p: PREGNANCY_PAGE, birth=birth, loss=lost.append, number_problem=lambda _t: ""
    )
    flow = BirthFlow(4, cases, WorkAtOnce(), lambda _c, _s: None, today=TODAY)
    screen = BirthScreen(flow, back=nothing)
    flow.start()
    return screen


FEEDBACK = FeedbackForm(
    form="parent-feedback", title="Tilbakemelding", minutes=1, languages=(("nb", "norsk"),)
)


class HandOverClinic:
    def __init__(self, offer: HandOverOffer = OFFER) -> None:
        self.choices: list[HandOverChoice] = []
        self.noted: list[NotNow] = []
        self.tickets: list[dict[str, Any]] = []
        self.went: list[Route] = []
        self._offer = offer
        self.who: tuple[tuple[int, str], ...] = ((1, "Rolig Bjørk (mor)"),)

    def hand_over(self, choice: HandOverChoice) -> dict[str, Any]:
        self.choices.append(choice)
        return {}

    def screen(self) -> HandOverScreen:
        cases = HandOverCases(
            respondents=lambda _p: self.who,
            offer=lambda person, _v, _a: replace(self._offer, subject=person),
            hand_over=self.hand_over,
            resume=lambda _s, _a: {},
            not_now=self.noted.append,
        )
        flow = HandOverFlow(
            cases,
            WorkAtOnce(),
            give=self.tickets.append,
            go=self.went.append,
            tell=lambda _s: None,
            visit=7,
        )
        feedback = FeedbackFlow(
            FeedbackCases(
                offer=lambda: (FEEDBACK,),
                hand_over=lambda form, spoken: {"anonymous": form, "in": spoken},
            ),
            WorkAtOnce(),
            give=self.tickets.append,
        )
        screen = HandOverScreen(flow, feedback, back=nothing, go=self.went.append, visit=7)
        flow.start(1)
        feedback.start()
        return screen


def choose(field: Any, words: str) -> None:
    """Goes down the list to the first choice that begins with `words`."""
    choices = [field.edit.itemText(at) for at in range(field.edit.count())]
    field.edit.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Home)
    for _again in range(next(at for at, one in enumerate(choices) if one.startswith(words))):
        QTest.keyClick(field.edit, Qt.Key.Key_Down)


class ResultClinic:
    def __init__(self, view: ResultView = RESULT) -> None:
        self.view = view
        self.assessed: list[NewAssessment] = []
        self.closings: list[Closing] = []
        self.corrected: list[tuple[Any, ...]] = []
        self.written: list[tuple[Any, ...]] = []
        self.back: list[str] = []
        self.went: list[Route] = []

    def close(self, closing: Closing) -> None:
        self.closings.append(closing)
        closed = replace(self.view.critical[0], closed="Samtale i enerom.")
        self.view = replace(self.view, critical=(closed,), open_alerts=())

    def screen(self, clipboard: BriefClipboard | None = None) -> ResultScreen:
        work = WorkAtOnce()
        main = ResultFlow(
            14,
            ResultCases(result=lambda _s: self.view, assess=self.assessed.append),
            work,
            go=self.went.append,
            back=self.back.append,
            today=TODAY,
        )
        amend = AmendCases(
            correct_answer=lambda *all_: self.corrected.append(all_),
            withdraw=lambda *all_: self.corrected.append(all_),
            abandon=lambda *all_: self.corrected.append(all_),
        )
        flows = ResultFlows(
            main=main,
            closing=ClosingFlow(self.close, work, by="S. Eik", now=lambda: NOW, closed=main.start),
            guide=GuideFlow(lambda _g: GUIDE, work),
            amend=AmendFlow(14, amend, work, amended=main.start),
            ehr=EhrFlow(14, lambda _s: "Føres i MORS journal", work),
            fhir=FhirFlow(14, lambda *all_: self.written.append(all_), work),
        )
        screen = ResultScreen(flows, clipboard or BriefClipboard(), hide=nothing, back=nothing)
        main.start()
        return screen


def top_of(screen: QWidget, words: str) -> int:
    label = next(
        label
        for label in screen.findChildren(QLabel)
        if words in label.text() and label.isVisible()
    )
    return label.mapTo(screen, label.rect().topLeft()).y()


def real_pdf(words: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    held = BytesIO()
    canvas = Canvas(held, invariant=1)
    canvas.drawString(60, 760, words)
    canvas.save()
    return held.getvalue()


def referral_screen(made: list[ReferralDraft]) -> ReferralScreen:
    def preview(draft: ReferralDraft) -> Paper:
        if not draft.plan:
            raise PaperIncompleteError(missing="plan")
        return paper(real_pdf(draft.request))

    def make(draft: ReferralDraft) -> Paper:
        made.append(draft)
        return preview(draft)

    ways = PaperWays(
        write=lambda _p, _c: None,
        print=lambda _c, _p: "Sendt.",
        printers=Printers,
        note=lambda _d, _h: None,
    )
    cases = ReferralCases(draft=lambda _s: REFERRAL, preview=preview, make=make)
    flow = ReferralFlow(14, cases, ways, WorkAtOnce())
    screen = ReferralScreen(flow, hide=nothing, back=nothing)
    flow.start()
    return screen
