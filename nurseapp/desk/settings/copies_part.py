"""The copies: where they go, how it stands with them, and a copy to carry away."""

from __future__ import annotations

from nurseapp.base.text import _
from nurseapp.desk.settings.safety_flow import CopiesWords, SafetyState
from nurseapp.desk.settings.safety_line import line
from nurseapp.look import tokens
from nurseapp.look.buttons import quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.section import Section


class CopiesPart(Card):
    """Everybody sees where the copies go; who answers for the station chooses it."""

    def __init__(self, *, may_choose: bool) -> None:
        super().__init__(spacing=10)
        self._drawn: CopiesWords | None = None
        self._place = Section("", spacing=4)
        self._kept = Section("", spacing=4)
        self.choose = secondary(_("Velg mappe eller minnepinne"))
        self.lead_back = quiet(_("Bruk mappen på denne maskinen"))
        self.back_up = secondary(_("Ta en kopi nå"))
        self.choose.setVisible(may_choose)
        self.lead_back.hide()
        places, now = GiveWay(), GiveWay()
        places.add(self.choose)
        places.add(self.lead_back)
        now.add(self.back_up)
        self.add(title(_("Sikkerhetskopier")))
        self.add(
            body(_("Programmet tar sikkerhetskopi hver dag det er i bruk, uten at du gjør noe. "
                   "Kopien er kryptert og åpnes med passordene som gjaldt den dagen."))
        )  # fmt: skip
        self.add(self._place)
        self.add(places)
        self.add(self._kept)
        self.add(body(_("Du kan også ta en kopi nå og legge den hvor du vil.")))
        self.add(now)

    def show_state(self, state: SafetyState) -> None:
        """Shows `state`; nothing else changes what is seen."""
        self.back_up.setEnabled(not state.backing_up)
        self.back_up.setText(_("Tar kopi …") if state.backing_up else _("Ta en kopi nå"))
        self.choose.setEnabled(not state.moving)
        self.choose.setText(
            _("Prøver mappen …") if state.moving else _("Velg mappe eller minnepinne")
        )
        self.lead_back.setVisible(self._may_lead_back(state))
        self.lead_back.setEnabled(not state.moving)
        if state.copies is not None and state.copies is not self._drawn:
            self._drawn = state.copies
            self._draw(state.copies)

    @staticmethod
    def _may_lead_back(state: SafetyState) -> bool:
        return state.may_choose and state.copies is not None and state.copies.outside

    def _draw(self, copies: CopiesWords) -> None:
        self._place.clear()
        self._place.add(body(copies.place))
        if copies.room:
            self._place.add(muted(copies.room))
        for note in copies.notes:
            self._place.add(line(note, tokens.AMBER))
        self._kept.clear()
        if copies.kept:
            self._kept.add(body(_("De nyeste kopiene:")))
        for kept in copies.kept:
            self._kept.add(muted(kept))
