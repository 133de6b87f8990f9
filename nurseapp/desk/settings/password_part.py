"""One's own password."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.screen import Screen
from nurseapp.desk.settings.password_flow import PasswordFlow, PasswordState
from nurseapp.look.buttons import primary
from nurseapp.look.card import Card
from nurseapp.look.fields import PasswordField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import title
from nurseapp.look.message_bar import MessageBar


class PasswordPart(Screen):
    """The password one has, and the new one twice."""

    def __init__(self, flow: PasswordFlow) -> None:
        super().__init__()
        self._flow = flow
        self._changed = flow.state.changed
        self._message = MessageBar()
        self.old = PasswordField(_("Passordet du har nå"))
        self.new = PasswordField(
            _("Nytt passord"), hint=_("Minst ti tegn. En setning er lett å huske.")
        )
        self.again = PasswordField(_("Nytt passord en gang til"))
        self.save = primary(_("Bytt passord"))
        card = Card(spacing=12)
        card.add(title(_("Bytt passord")))
        for part in (self._message, self.old, self.new, self.again):
            card.add(part)
        row = GiveWay()
        row.add(self.save)
        card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.save.clicked.connect(self._change)
        self.again.finished.connect(self._change)
        flow.observe(self.render)

    def render(self, state: PasswordState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        for name, field in (("old", self.old), ("new", self.new), ("again", self.again)):
            field.set_error(state.problems.get(name, ""))
        self.save.setEnabled(not state.busy)
        self.save.setText(_("Bytter …") if state.busy else _("Bytt passord"))
        if state.changed != self._changed:
            self._changed = state.changed
            for field in (self.old, self.new, self.again):
                field.clear()
            self._message.say("ok", _("Passordet er byttet."))
        elif state.problem:
            self._message.say("error", state.problem)
        elif state.problems or state.busy:
            self._message.clear()

    def _change(self) -> None:
        self._flow.change(self.old.text(), self.new.text(), self.again.text())
