"""Next steps, the nurse's assessment, and where to go from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.desk.field_rows import low_note, show_error
from nurseapp.desk.result.flow import ResultFlow, ResultState, TypedStep
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import Button, primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.pill import Pill
from nurseapp.look.section import empty
from nurseapp.look.theme import scaled


class StepLine(QWidget):
    """One step: a tick, and its day while it is ticked; a planned or done one is a word."""

    ticked = Signal(str, bool)
    dated = Signal(str, str)

    def __init__(self, step: TypedStep) -> None:
        super().__init__()
        self._code = step.offer.code
        self._showing = False
        self.tick = CheckRow(step.offer.words)
        self.due = TextField("", placeholder=_("dd.mm.åååå"), longest=12)
        self.due.edit.setAccessibleName(_("Frist: {step}").format(step=step.offer.words))
        self.due.setMaximumWidth(scaled(190))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.tick)
        column.addWidget(self.due)
        self.tick.clicked.connect(self._tick)
        self.due.changed.connect(self._date)

    def show_step(self, step: TypedStep) -> None:
        """Shows the step as it stands."""
        self._showing = True
        self.tick.setChecked(step.ticked)
        self.due.set_text(step.due)
        self._showing = False
        self.due.setVisible(step.ticked and step.offer.due is not None)
        show_error(self.due, step.problem)

    def _tick(self) -> None:
        self.ticked.emit(self._code, self.tick.isChecked())

    def _date(self) -> None:
        if not self._showing:
            self.dated.emit(self._code, self.due.text())


class PlanPart(Screen):
    """The right-hand side of a result."""

    def __init__(self, flow: ResultFlow) -> None:
        super().__init__()
        self._flow = flow
        self._codes: tuple[tuple[str, bool], ...] = ()
        self.lines: dict[str, StepLine] = {}
        self._steps = QVBoxLayout()
        self._steps.setSpacing(2)
        self._nothing = muted(_("Ingen steg er foreslått for dette svaret."))
        self._holds = muted(_("Varselet lukkes når en vurdering eller et steg er lagret."))
        self.text = low_note(
            _("Vurdering etter samtalen"), lines=3, placeholder=_("Det du ser, veier tyngst.")
        )
        self.refer = secondary(_("Lag henvisningsgrunnlag …"))
        self.ehr = secondary(_("Tekst til EPJ"))
        self.take_home = secondary(_("Ark til å ta med hjem"))
        self.fhir = quiet(_("Lagre som FHIR-fil"))
        self.later = quiet(_("Fullfør senere"))
        self.save = primary(_("Lagre og lukk"))
        self._message = MessageBar()
        self._lay_out()
        self.text.changed.connect(self._typed)
        self.refer.clicked.connect(flow.refer)
        self.take_home.clicked.connect(flow.take_home)
        self.later.clicked.connect(flow.finish_later)
        self.save.clicked.connect(flow.save_and_close)

    def render(self, state: ResultState) -> None:  # type: ignore[override]
        """Shows what is planned and written so far."""
        codes = tuple((step.offer.code, _fixed(step)) for step in state.steps)
        if codes != self._codes:
            self._codes = codes
            self._build(state.steps)
        for step in state.steps:
            if step.offer.code in self.lines:
                self.lines[step.offer.code].show_step(step)
        self._nothing.setVisible(not state.steps)
        self._holds.setVisible(holds_alert(state))
        self.text.set_text(state.text.strip())
        for button in (self.refer, self.take_home, self.later, self.save):
            button.setEnabled(not state.busy)
        if state.problem:
            self._message.say("warn", state.problem)
        else:
            self._message.clear()

    def _build(self, steps: tuple[TypedStep, ...]) -> None:
        empty(self._steps)
        self.lines = {}
        for step in steps:
            if _fixed(step):
                self._steps.addWidget(_fixed_step(step))
                continue
            line = StepLine(step)
            line.ticked.connect(self._flow.tick)
            line.dated.connect(self._flow.type_due)
            self._steps.addWidget(line)
            self.lines[step.offer.code] = line

    def _lay_out(self) -> None:
        card = Card(spacing=10)
        card.add(title(_("Neste steg")))
        card.add(self._steps)
        for part in (self._nothing, self.text, self._holds, self._message):
            card.add(part)
        card.add(_row(self.later, self.save))
        card.add(self.refer)
        card.add(_row(self.ehr, self.take_home))
        card.add(self.fhir)
        card.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _typed(self) -> None:
        if self.text.text() != self._flow.state.text.strip():
            self._flow.type_text(self.text.text())


def _row(*buttons: Button) -> GiveWay:
    row = GiveWay(spacing=8)
    for button in buttons:
        row.add(button, stretches=True)
    return row


def holds_alert(state: ResultState) -> bool:
    """Whether an alert is open that the assessment itself closes; a critical one asks for more."""
    view = state.view
    if view is None:
        return False
    critical = {card.alert for card in view.critical}
    return any(alert not in critical for alert in view.open_alerts)


def _fixed(step: TypedStep) -> bool:
    return step.offer.done or step.offer.planned is not None


def _fixed_step(step: TypedStep) -> QWidget:
    """A step that is written already: done, or planned for a day."""
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(6, 6, 6, 6)
    column.setSpacing(4)
    column.addWidget(muted(step.offer.words))
    if step.offer.done:
        column.addWidget(Pill(_("gjort"), "green"))
    else:
        column.addWidget(Pill(_("planlagt {day}").format(day=step.due).strip(), "teal"))
    return line
