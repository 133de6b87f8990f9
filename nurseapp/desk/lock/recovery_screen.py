"""Forgotten password: key, name and a new password twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.lock.gate import GatePage
from nurseapp.desk.lock.recovery_flow import RecoveryFlow, RecoveryState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.fields import PasswordField, TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import heading, muted
from nurseapp.look.message_bar import MessageBar


class RecoveryScreen(Screen):
    """Lets a user in with the station's recovery key."""

    cancelled = Signal()

    def __init__(self, flow: RecoveryFlow) -> None:
        super().__init__()
        self._flow = flow
        self.key = TextField(
            _("Gjenopprettingsnøkkel"),
            hint=_("Står på arket som ble laget da stasjonen ble satt opp. Store og små "
                   "bokstaver og mellomrom spiller ingen rolle."),
        )  # fmt: skip
        self.name = TextField(_("Navnet du logger inn med"))
        self.password = PasswordField(
            _("Nytt passord"), hint=_("Minst ti tegn. En setning er lett å huske.")
        )
        self.again = PasswordField(_("Nytt passord en gang til"))
        self.open = primary(_("Lagre passordet og lås opp"))
        self.cancel = quiet(_("Tilbake"))
        self._message = MessageBar()
        self._lay_out()
        self.open.clicked.connect(self._recover)
        self.again.finished.connect(self._recover)
        self.cancel.clicked.connect(self.cancelled)
        flow.observe(self.render)

    def render(self, state: RecoveryState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        self.key.set_error(state.key_problem)
        self.name.set_error(state.name_problem)
        self.password.set_error(state.password_problem)
        self.again.set_error(state.again_problem)
        self.open.setEnabled(not state.busy)
        self.open.setText(_("Låser opp …") if state.busy else _("Lagre passordet og lås opp"))
        self._message.show_outcome(state.sentence)

    def _lay_out(self) -> None:
        page = GatePage(width=560)
        page.put(heading(_("Glemt passord")))
        page.put(muted(_("Med gjenopprettingsnøkkelen kan du gi deg selv et nytt passord. "
                         "Alt i journalen er som før.")))  # fmt: skip
        for part in (self._message, self.key, self.name, self.password, self.again):
            page.put(part)
        row = GiveWay()
        row.add(self.open, stretches=True)
        row.add(self.cancel)
        page.put(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _recover(self) -> None:
        self._flow.recover(
            self.key.text(), self.name.text(), self.password.text(), self.again.text()
        )
