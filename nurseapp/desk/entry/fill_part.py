"""Where the answers are tapped in, the first time and the second."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.entry import EntryQuestions
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.number_rows import NumberRows
from nurseapp.desk.entry.state import EntryState
from nurseapp.desk.entry.worded_cards import WordedCards
from nurseapp.desk.screen import Screen
from nurseapp.look import theme
from nurseapp.look.buttons import primary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label, body, muted
from nurseapp.look.section import empty
from nurseapp.sheet.measures import NurseMeasures
from nurseapp.sheet.sizes import Sizes


class FillPart(Screen):
    """By option numbers where the sheet is on paper, by its own words where the nurse observes."""

    came_to = Signal(object)
    """What has the keyboard now, to be brought into view."""

    def __init__(self, flow: EntryFlow) -> None:
        super().__init__()
        self._flow = flow
        self._built: tuple[str, EntryQuestions] | None = None
        self.sheet: NumberRows | WordedCards | None = None
        self._introduction = body("")
        self._keys = muted("")
        self._holder = QVBoxLayout()
        self._count = Label("", "muted")
        self.done = primary(_("Ferdig"))
        self.done.clicked.connect(self._finish)
        last = GiveWay()
        last.add(self._count, stretches=True)
        last.add(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._introduction)
        column.addWidget(self._keys)
        column.addLayout(self._holder)
        column.addLayout(last)

    def render(self, state: EntryState) -> None:  # type: ignore[override]
        """Shows the sheet so far; made anew for another sheet and for a second entry."""
        shown = state.stage in {"fill", "again"} and state.sheet is not None
        self.setVisible(shown)
        if not shown or state.sheet is None or state.form is None:
            return
        before, built = self._built, (state.stage, state.sheet.questions)
        if built != before:
            self._built = built
            self._build(state)
        assert self.sheet is not None
        self.sheet.present(state.sheet)
        if built != before and isinstance(self.sheet, WordedCards):
            self.sheet.to_first()
        groups = len(state.sheet.groups)
        words = _("{done} av {count} ført inn").format(done=state.sheet.seen, count=groups)
        memory = _("Ingenting er lagret før du lagrer. Låses skjermen, må du føre inn på nytt.")
        self._count.setText(f"{words}. {memory}")

    def _build(self, state: EntryState) -> None:
        assert state.sheet is not None
        assert state.form is not None
        questions = state.sheet.questions
        sizes = Sizes()
        by_number = state.form.mode == "paper" or not questions.worded
        self.sheet = (NumberRows if by_number else WordedCards)(self._flow, sizes)
        self.sheet.build(questions)
        sizes.dress(NurseMeasures(scale=theme.text_scale()))
        empty(self._holder)
        if isinstance(self.sheet, NumberRows):
            self.sheet.ended.connect(self._to_the_end)
            self.sheet.came_to.connect(self.came_to)
            card = Card()
            card.column.setContentsMargins(10, 10, 10, 10)
            card.add(self.sheet)
            self._holder.addWidget(card)
        else:
            self._holder.addWidget(self.sheet)
        self._introduction.setText(questions.introduction)
        self._introduction.setVisible(bool(questions.introduction) and not by_number)
        self._keys.setVisible(by_number)
        self._keys.setText(_key_words(ticks=any(len(group) > 1 for group in state.sheet.groups)))

    def _to_the_end(self) -> None:
        self.done.setFocus()
        self.came_to.emit(self.done)

    def _finish(self) -> None:
        if self.sheet is not None and self.sheet.settle():
            self._flow.finish()


def _key_words(*, ticks: bool) -> str:
    words = _(
        "Tast tallet for det svaret som er krysset av, regnet fra toppen eller fra venstre. "
        "0 betyr at spørsmålet står tomt. Piltastene flytter opp og ned."
    )
    if ticks:
        words += " " + _("x setter krysset ved siden av, før du taster svaret.")
    return words
