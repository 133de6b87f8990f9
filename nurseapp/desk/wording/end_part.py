"""The end of the editor: what lacks, with jumps, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, plural
from nurseapp.desk.library.value_button import ValueButton
from nurseapp.desk.screen import Screen
from nurseapp.desk.wording.flow import WordingFlow, WordingState
from nurseapp.desk.wording.texts import Lack
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.section import Section


class EndPart(Screen):
    """One press leads to the approval; it tells what stands in the way if something does."""

    jump = Signal(object)
    """The place of a text that lacks."""

    def __init__(self, flow: WordingFlow) -> None:
        super().__init__()
        self._flow = flow
        self._drawn: tuple[object, ...] | None = None
        self.jumps: list[ValueButton] = []
        self._card = Card(spacing=6)
        self._name = title("")
        self._list = Section("", spacing=0)
        self._message = MessageBar()
        self.finish = primary(_("Ferdig: gå til godkjenning"))
        self.save = secondary(_("Lagre utkastet"))
        self.remove = quiet(_("Forkast utkastet"))
        self.remove_sure = secondary(_("Ja, forkast det jeg har skrevet"))
        self.remove_sure.hide()
        self._lay_out()
        self.finish.clicked.connect(self._finish)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._ask)
        self.remove_sure.clicked.connect(flow.remove)

    def render(self, state: WordingState) -> None:  # type: ignore[override]
        """Shows what lacks; the list is made anew only when it changes."""
        if state.said:
            self._message.say("ok" if state.whole else "info", state.said)
        else:
            self._message.clear()
        if self._drawn != (state.lacks, state.flaws):
            self._drawn = (state.lacks, state.flaws)
            self._draw(state.lacks, state.flaws)

    def _draw(self, lacks: tuple[Lack, ...], flaws: tuple[str, ...]) -> None:
        self._list.clear()
        self.jumps = []
        count = len(lacks) + len(flaws)
        self._name.setText(
            plural("{count} ting mangler", "{count} ting mangler", count)
            if count
            else _("Alle tekstene er på plass")
        )
        for lack in lacks:
            button = ValueButton(lack.words, lack.place, role="quiet", leading=True)
            button.told.connect(self.jump)
            self.jumps.append(button)
            self._list.add(button)
        for sentence in flaws:
            self._list.add(body(sentence))

    def _lay_out(self) -> None:
        self._card.add(self._name)
        self._card.add(self._list)
        self._card.column.addSpacing(6)
        self._card.add(self._message)
        row = GiveWay()
        for button in (self.finish, self.save, self.remove, self.remove_sure):
            row.add(button)
        self._card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def _finish(self) -> None:
        self._flow.save(finish=True)

    def _save(self) -> None:
        self._flow.save()

    def _ask(self) -> None:
        self.remove.hide()
        self.remove_sure.show()
        self.remove_sure.setFocus()
