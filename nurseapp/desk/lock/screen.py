"""The lock screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.desk.lock.flow import FEW_USERS, LockFlow, LockState
from nurseapp.desk.lock.gate import GatePage
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import Button, primary, quiet
from nurseapp.look.fields import Field, PasswordField, TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import heading, muted
from nurseapp.look.pill import Pill

if TYPE_CHECKING:
    from nurseapp.look.message_bar import MessageBar

_ABOVE_THE_NAME: Final = 3
SHIFT: Final = 0x02000000
"""Qt.KeyboardModifier.ShiftModifier by value: naming it costs the first paint 15 ms."""


class LockScreen(Screen):
    """Asks for name and password; shows nothing of any person."""

    recovery_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, flow: LockFlow) -> None:
        super().__init__()
        self._flow = flow
        self._failures = flow.state.failures
        self._page = GatePage()
        self._heading = heading("")
        self._training = Pill(_("Øvingsstasjon: bare oppdiktede personer"), "amber")
        self._notice: MessageBar | None = None
        self.name = TextField(_("Navn"))
        self._names = QWidget()
        self._name_buttons: list[Button] = []
        self.password = PasswordField(_("Passord"))
        self._caps = muted(_("Caps Lock ser ut til å være på."))
        self.unlock = primary(_("Lås opp"))
        self.recover = quiet(_("Glemt passord? Bruk gjenopprettingsnøkkel"))
        self.quit = quiet(_("Avslutt programmet"))
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._lay_out()
        self._connect()
        flow.observe(self.render)

    def focus_first(self) -> None:
        """Puts the cursor where the nurse types first."""
        if self.name.text():
            self.password.setFocus()
        elif self._name_buttons:
            self._name_buttons[0].setFocus()
        else:
            self.name.setFocus()

    def render(self, state: LockState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        self._heading.setText(state.station_name)
        self._training.setVisible(state.training)
        self._say_notice(state.notice)
        self.name.set_text(state.name)
        self._offer(state.names)
        _say_beside(self.name, state.sentence if state.problem_at == "name" else "")
        self._render_tries(state)
        self._caps.setVisible(state.caps_lock)
        if state.failures != self._failures:
            self._failures = state.failures
            self.password.clear()
            self.password.setFocus()

    def _lay_out(self) -> None:
        page = self._page
        page.put(self._heading)
        page.put(self._training)
        page.put(muted(_("Låst. Logg inn for å se personer og resultater.")))
        for part in (self.name, self._names, self.password, self._caps):
            page.put(part)
        self.unlock.set_least_height(52)
        page.put(self.unlock)
        page.put(self.recover)
        page.put_below(self.quit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self.name.changed.connect(self._flow.choose)
        self.name.finished.connect(self.password.setFocus)
        self.password.finished.connect(self._try)
        self.password.changed.connect(self._look_for_capitals)
        self.unlock.clicked.connect(self._try)
        self.recover.clicked.connect(self.recovery_wanted)
        self.quit.clicked.connect(self.quit_wanted)
        self._second.timeout.connect(self._flow.tick)

    def _look_for_capitals(self, text: str) -> None:
        """Notices letters typed against the shift key."""
        sign = text[-1:]
        if sign.isalpha():
            shift = bool(QGuiApplication.keyboardModifiers().value & SHIFT)
            self._flow.caps_lock(sign.isupper() != shift)

    def _try(self) -> None:
        self._flow.unlock(self.password.text())

    def _say_notice(self, notice: str) -> None:
        if notice and self._notice is None:
            from nurseapp.look.message_bar import MessageBar

            self._notice = MessageBar()
            self._page.put_at(_ABOVE_THE_NAME, self._notice)
        if self._notice is not None:
            if notice:
                self._notice.say("info", notice)
            else:
                self._notice.clear()

    def _offer(self, names: tuple[str, ...]) -> None:
        """The names as buttons, made once: they are the same for as long as the screen lives."""
        few = 1 < len(names) <= FEW_USERS
        self._names.setVisible(few)
        if few and not self._name_buttons:
            row = GiveWay(self._names, spacing=8)
            for name in names:
                button = Button(name, "secondary")
                button.clicked.connect(self._pick)
                row.add(button)
                self._name_buttons.append(button)

    def _pick(self) -> None:
        button: QObject = self.sender()
        if isinstance(button, Button):
            self._flow.choose(button.text())
            self.password.setFocus()

    def _render_tries(self, state: LockState) -> None:
        at_password = state.problem_at != "name"
        said = f"{state.sentence} {state.hint}".strip() if at_password else ""
        _say_beside(self.password, said)
        waiting = state.wait_seconds
        self.unlock.setEnabled(not state.busy and not waiting)
        self.password.edit.setReadOnly(state.busy)
        if waiting:
            self.unlock.setText(_("Vent {seconds} sekunder").format(seconds=waiting))
            self._second.start()
        else:
            self.unlock.setText(_("Låser opp …") if state.busy else _("Lås opp"))
            self._second.stop()


def _say_beside(field: Field, sentence: str) -> None:
    """Only when it changes: dressing a field anew costs the first paint 20 ms."""
    if sentence != field.error():
        field.set_error(sentence)
