"""The parent's window: fills the screen, shows one place at a time, and cannot be left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nurseapp.base.text import Language, _, use_language
from nurseapp.look import theme
from nurseapp.look.parent_keys import ParentKeysOnly
from nurseapp.look.press import SwallowEarlyPresses
from nurseapp.parent.banner import PracticeBanner
from nurseapp.parent.ending import Paused, Thanks
from nurseapp.parent.flow import ParentFlow
from nurseapp.parent.language_list import LanguageList
from nurseapp.parent.place import PlaceScreen
from nurseapp.parent.question import QuestionPlace
from nurseapp.parent.question_page import QuestionPage
from nurseapp.parent.review import Review
from nurseapp.parent.speech import ReadAloud
from nurseapp.parent.state import ParentState, Place
from nurseapp.parent.ticket import ParentTicket
from nurseapp.parent.top_bar import TopBar
from nurseapp.parent.view import View
from nurseapp.parent.welcome import Welcome
from nurseapp.sheet.languages import interface_for, is_right_to_left
from nurseapp.sheet.measures import Measures

_USUAL_ROWS: Final = 5


class ParentWindow(QWidget):
    """Built hidden and ahead; `load` gives it a sheet, `present` is the only way it changes."""

    painted = Signal()
    """Told once, when the first page is on the screen."""
    left = Signal()
    """Somebody asked for the nurse's lock screen, from one of the endings."""

    def __init__(self, *, dpi: float | None = None, speech: ReadAloud | None = None) -> None:
        super().__init__()
        self.setWindowTitle("nurseapp")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._dpi = dpi
        self._speech = speech or ReadAloud()
        self._ticket: ParentTicket | None = None
        self._view: View | None = None
        self._early: SwallowEarlyPresses | None = None
        self._told_painted = False
        # Children of the window, so that none goes off after it.
        self._just_painted = QTimer(self, singleShot=True)
        self._just_painted.timeout.connect(self.painted)
        self._at_leisure = QTimer(self, singleShot=True)
        self._at_leisure.timeout.connect(self.prepare_page)
        self.banner = PracticeBanner()
        self.banner.hide()
        self.top = TopBar()
        self._build_places()
        self.top.read_aloud.connect(self._read_aloud)
        self.thanks.leave.connect(self.left)
        self.paused.leave.connect(self.left)

    def guard(self) -> None:
        """Makes the system's own window, and keeps out of it what is not for a parent."""
        self.winId()
        handle = self.windowHandle()
        ParentKeysOnly(handle)
        self._early = SwallowEarlyPresses(handle)

    def load(self, ticket: ParentTicket, flow: ParentFlow) -> None:
        """Takes up a sheet: from here on the window shows the flow's state."""
        self._ticket = ticket
        self._connect(flow)
        self.banner.setVisible(is_practice(ticket))
        flow.observe(self.present)

    def present(self, state: ParentState) -> None:
        """Shows `state`."""
        assert self._ticket is not None
        before = self._view
        spoken: Language = interface_for(state.language, self._ticket.interface_language)
        use_language(spoken)
        self._mirror(state.language)
        self._view = self._view_of(state, self._ticket)
        place = self.places[state.place]
        self.banner.present(self._view.measures)
        self.top.present(self._view)
        place.present(self._view)
        self._stack.setCurrentWidget(place)
        if self._early is not None and before is not None and before.state.place != state.place:
            self._early.again()  # the other half of a double tap hands nothing in
        if before is None or _turned(before.state, state):
            self._speech.stop()
            place.first_focus().setFocus()

    def prepare_page(self) -> None:
        """Makes a page's many widgets while the opening page is being read."""
        if self._view is not None and self._view.questionnaire.layout == "page":
            self.question_page.build(self._view)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ignored: only the launcher ends this window."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells once that something can be seen."""
        super().paintEvent(event)
        if self.isVisible() and self._ticket is not None and not self._told_painted:
            self._told_painted = True
            self._just_painted.start(0)
            self._at_leisure.start(50)

    def _build_places(self) -> None:
        self.welcome = Welcome()
        self.languages = LanguageList()
        self.question = QuestionPlace()
        self.question.prepare(_USUAL_ROWS)
        self.question_page = QuestionPage()
        self.review = Review()
        self.thanks = Thanks()
        self.paused = Paused()
        self.places: dict[Place, PlaceScreen] = {
            "welcome": self.welcome, "languages": self.languages, "question": self.question,
            "page": self.question_page, "review": self.review, "thanks": self.thanks,
            "paused": self.paused,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for place in self.places.values():
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)

    def _view_of(self, state: ParentState, ticket: ParentTicket) -> View:
        dpi = self._dpi or self.screen().physicalDotsPerInch()
        return View(
            state=state,
            questionnaire=ticket.questionnaire,
            languages=ticket.languages,
            resumed=ticket.resumed,
            record=ticket.record,
            can_read=self._speech.may_speak(state.language),
            measures=Measures(dpi=dpi, step=state.text_step),
        )

    def _mirror(self, language: str) -> None:
        mirrored = is_right_to_left(language)
        if mirrored:
            theme.load_arabic()
        direction = Qt.LayoutDirection
        self.setLayoutDirection(direction.RightToLeft if mirrored else direction.LeftToRight)

    def _read_aloud(self) -> None:
        if self._view is None:
            return
        state = self._view.state
        spoken = self.places[state.place].spoken(self._view)
        self._speech.say(spoken, state.language, self._tell_voiceless)

    def _tell_voiceless(self) -> None:
        if self._view is None:
            return
        state = self._view.state
        self.present(state)
        self.places[state.place].tell(
            _("Maskinen har ingen stemme for dette språket. Be gjerne om hjelp til å lese.")
        )

    def _settle(self) -> None:
        if self._view is not None:
            self.places[self._view.state.place].settle()

    def _connect(self, flow: ParentFlow) -> None:
        for leaving in (self.top.languages, self.top.pause):
            leaving.connect(self._settle)  # first: what is typed is kept before the page is left
        self.top.languages.connect(flow.list_languages)
        self.top.resize_text.connect(flow.resize_text)
        self.top.pause.connect(flow.pause)
        self.welcome.begin.connect(flow.begin)
        self.welcome.language.connect(flow.choose_language)
        self.languages.language.connect(flow.choose_language)
        self.review.jump.connect(flow.jump)
        self.review.hand_in.connect(flow.hand_in)
        for place in (self.languages, self.question, self.question_page, self.review):
            place.back.connect(flow.back)
        for questions in (self.question, self.question_page):
            questions.answer.connect(flow.answer)
            questions.take_back.connect(flow.take_back)
            questions.ask_to_skip.connect(flow.ask_to_skip)
            questions.next.connect(flow.next)
            questions.skip.connect(flow.decline)
            questions.stay.connect(flow.keep_item)


def is_practice(ticket: ParentTicket) -> bool:
    """Whether the answers are not real: a training station, or practice words."""
    texts = ticket.questionnaire.texts.values()
    return ticket.training or any(text.status == "training" for text in texts)


def _turned(before: ParentState, now: ParentState) -> bool:
    """Whether another page, question or language is shown."""
    return (before.place, before.item, before.language) != (now.place, now.item, now.language)
