"""Three outcomes without a form, one tap each."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.handover.flow import HandOverFlow, HandOverState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import secondary
from nurseapp.look.fields import TextField
from nurseapp.look.labels import muted


class NotNowPart(Screen):
    """Opened in the page by «Ikke nå»."""

    def __init__(self, flow: HandOverFlow) -> None:
        super().__init__()
        self._flow = flow
        self.reason = TextField(_("Grunn (kan stå tom)"), longest=200)
        self.talk = secondary(_("Samtale uten skjema"))
        self.deferred = secondary(_("Utsatt til det passer å være alene"))
        self.declined = secondary(_("Vil ikke svare"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(muted(_("Alle tre er gyldige utfall. Ett trykk noterer det.")))
        for button in (self.talk, self.deferred, self.declined):
            column.addWidget(button)
        column.addWidget(self.reason)
        self.reason.changed.connect(self._typed)
        self.talk.clicked.connect(self._talk)
        self.deferred.clicked.connect(self._deferred)
        self.declined.clicked.connect(self._declined)

    def render(self, state: HandOverState) -> None:  # type: ignore[override]
        """Shows or hides the three."""
        self.setVisible(state.not_now_open)
        self.reason.set_text(state.reason)
        for button in (self.talk, self.deferred, self.declined):
            button.setEnabled(not state.busy)

    def _typed(self) -> None:
        self._flow.type_reason(self.reason.text())

    def _talk(self) -> None:
        self._flow.not_now("talk_without_form")

    def _deferred(self) -> None:
        self._flow.not_now("deferred")

    def _declined(self) -> None:
        self._flow.not_now("declined")
