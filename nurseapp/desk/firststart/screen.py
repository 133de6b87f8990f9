"""The set-up's window: which step, its page, and the way on and back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import Language, _
from nurseapp.desk.firststart.flow import STEPS, FirstStartFlow, FirstStartState, Step
from nurseapp.desk.firststart.key_pages import ConfirmPage, DonePage, KeyPage
from nurseapp.desk.firststart.page import Page
from nurseapp.desk.firststart.pages import KindPage, StationPage, UserPage
from nurseapp.desk.lock.gate import GatePage
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.section import Section

_PAGES: Final[
    dict[Step, type[StationPage | KindPage | UserPage | KeyPage | ConfirmPage | DonePage]]
] = {
    "station": StationPage,
    "kind": KindPage,
    "user": UserPage,
    "key": KeyPage,
    "confirm": ConfirmPage,
    "done": DonePage,
}
_MAY_GO_BACK: Final[frozenset[Step]] = frozenset({"kind", "user", "confirm"})


class FirstStartScreen(Screen):
    """Leads through the steps; the station's own texts come in the language just chosen."""

    finished = Signal()
    quit_wanted = Signal()

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__()
        self._flow = flow
        self._drawn: tuple[Step, Language] | None = None
        self.page: Page | None = None
        self._step = muted("")
        self._problem = MessageBar()
        self._holder = Section("")
        self.next = primary("")
        self.back = quiet("")
        self.quit = quiet("")
        row = GiveWay()
        row.add(self.next, stretches=True)
        row.add(self.back)
        gate = GatePage(width=620)
        for part in (self._step, self._holder, self._problem, row):
            gate.put(part)
        gate.put_below(self.quit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(gate)
        self._gate = gate
        self.next.clicked.connect(self._send)
        self.back.clicked.connect(flow.back)
        self.quit.clicked.connect(self.quit_wanted)
        flow.observe(self.render)

    def render(self, state: FirstStartState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        if self._drawn != (state.step, state.draft.language):
            self._drawn = (state.step, state.draft.language)
            self._turn(state)
        if self.page is None:
            return
        self.page.show_state(state)
        self.next.setText(self.page.next_words() or _("Neste"))
        self.next.setEnabled(not state.busy)
        self.back.setVisible(state.step in _MAY_GO_BACK and not state.busy)
        self._problem.show_outcome(state.sentence)
        if state.problems:
            self.page.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Begins where one types first; put into a window, Qt had forgotten it."""
        super().showEvent(event)
        if self.page is not None:
            self.page.focus_first()

    def _turn(self, state: FirstStartState) -> None:
        """Puts up the page of another step."""
        self._flow.printer.forget()  # the page that is leaving watches it
        self._holder.clear()
        self.page = _PAGES[state.step](self._flow)
        self._holder.add(self.page)
        self.page.filled.connect(self.next.click)
        number = STEPS.index(state.step) + 1 if state.step in STEPS else 0
        words = _("Steg {number} av {count}").format(number=number, count=len(STEPS))
        self._step.setText(words)
        self._step.setVisible(bool(number))
        self.back.setText(_("Tilbake"))
        self.quit.setText(_("Avslutt programmet"))
        self.quit.setVisible(state.step in {"station", "kind", "user"})
        self._gate.to_top()
        self.page.focus_first()

    def _send(self) -> None:
        if self._flow.state.step == "done":
            self.finished.emit()
        elif self.page is not None:
            self.page.send()
