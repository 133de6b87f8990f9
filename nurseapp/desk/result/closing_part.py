"""The form that closes an alert, in the page."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, mark
from nurseapp.desk.field_rows import low_note, side_by_side
from nurseapp.desk.result.closing_flow import ClosingFlow, ClosingState, Discussed, TypedClosing
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.select_field import SelectField

_DISCUSSED: Final[tuple[tuple[Discussed, str], ...]] = (
    ("", mark("Velg …")),
    ("yes", mark("Ja")),
    ("no", mark("Nei")),
    ("discussed", mark("Drøftet med en annen")),
)


class ClosingPart(Screen):
    """Shown while an alert is being closed."""

    def __init__(self, flow: ClosingFlow) -> None:
        super().__init__()
        self._flow = flow
        self._showing = False
        self.action = low_note(_("Hva er gjort?"), lines=3)
        self.by = TextField(_("Hvem"))
        self.at = TextField(_("Når"), longest=40)
        self.next_contact = TextField(_("Neste kontakt"), placeholder=_("dd.mm.åååå"), longest=12)
        self.today = quiet(_("I dag"))
        self.tomorrow = quiet(_("I morgen"))
        self.next_words = TextField(_("Om neste kontakt (kan stå tom)"))
        self.discussed = SelectField(
            _("Er meldeplikten vurdert?"), [(value, _(words)) for value, words in _DISCUSSED]
        )
        self._message = MessageBar()
        self.close_alert = primary(_("Registrer og lukk varselet"))
        self.put_away = quiet(_("Avbryt"))
        self._lay_out()
        self._listen()
        self.setFocusProxy(self.action)
        flow.observe(self.render)

    def render(self, state: ClosingState) -> None:  # type: ignore[override]
        """Shows the form as it stands, and what is missing."""
        self.setVisible(state.alert is not None)
        typed = state.typed
        self._showing = True
        self.action.set_text(typed.action)
        self.by.set_text(typed.by)
        self.at.set_text(typed.at)
        self.next_contact.set_text(typed.next_contact)
        self.next_words.set_text(typed.next_contact_words)
        self.discussed.set_value(typed.discussed)
        self._showing = False
        self.close_alert.setEnabled(not state.busy)
        if state.problem:
            self._message.say("warn", state.problem)
        else:
            self._message.clear()

    def _lay_out(self) -> None:
        card = Card(spacing=14)
        card.add(title(_("Hva er gjort med varselet?")))
        card.add(self.action)
        card.add(side_by_side(self.by, self.at))
        card.add(side_by_side(self.next_contact, self.next_words))
        days = GiveWay(spacing=4)
        days.add(self.today)
        days.add(self.tomorrow)
        card.add(days)
        card.add(self.discussed)
        card.add(self._message)
        buttons = GiveWay()
        buttons.add(self.close_alert)
        buttons.add(self.put_away)
        card.add(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _listen(self) -> None:
        for field in (self.action, self.by, self.at, self.next_contact, self.next_words):
            field.changed.connect(self._typed)
        self.discussed.changed.connect(self._typed)
        self.today.clicked.connect(self._today)
        self.tomorrow.clicked.connect(self._tomorrow)
        self.close_alert.clicked.connect(self._flow.close)
        self.put_away.clicked.connect(self._flow.put_away)

    def _typed(self) -> None:
        if self._showing:
            return
        self._flow.type(
            TypedClosing(
                action=self.action.text(),
                by=self.by.text(),
                at=self.at.text(),
                next_contact=self.next_contact.text(),
                next_contact_words=self.next_words.text(),
                discussed=cast("Discussed", self.discussed.value()),
            )
        )

    def _today(self) -> None:
        self._flow.next_contact_in(0)

    def _tomorrow(self) -> None:
        self._flow.next_contact_in(1)
