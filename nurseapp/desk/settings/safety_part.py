"""Backups, the station check, and the protections that are on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.screen import Screen
from nurseapp.desk.settings.safety_flow import Finding, SafetyFlow, SafetyState
from nurseapp.look import tokens
from nurseapp.look.buttons import Button, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.section import Section

_FILE_NAME = "sikkerhetskopi.nurseapp-backup"


class SafetyPart(Screen):
    """What keeps the journal from being lost, and from being read by others."""

    def __init__(self, flow: SafetyFlow) -> None:
        super().__init__()
        self._flow = flow
        self._drawn: tuple[object, ...] | None = None
        self._message = MessageBar()
        self.back_up = secondary(_("Ta sikkerhetskopi nå"))
        self.check = secondary(_("Kontroller stasjonen"))
        self._backups = Section("", spacing=4)
        self._findings = Section("", spacing=4)
        self._lay_out(flow.state)
        self.back_up.clicked.connect(self._choose_file)
        self.check.clicked.connect(flow.check)
        flow.observe(self.render)
        flow.refresh()

    def render(self, state: SafetyState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        if state.problem:
            self._message.say("error", state.problem)
        elif state.message:
            self._message.say("ok", state.message)
        else:
            self._message.clear()
        self.back_up.setEnabled(not state.backing_up)
        self.back_up.setText(
            _("Tar sikkerhetskopi …") if state.backing_up else _("Ta sikkerhetskopi nå")
        )
        self.check.setEnabled(not state.checking)
        self.check.setText(_("Kontrollerer …") if state.checking else _("Kontroller stasjonen"))
        if self._drawn != (state.backups, state.findings):
            self._drawn = (state.backups, state.findings)
            self._draw(state)

    def _draw(self, state: SafetyState) -> None:
        self._backups.clear()
        for line in state.backups:
            self._backups.add(muted(line))
        if not state.backups:
            self._backups.add(muted(_("Ingen automatiske kopier ennå.")))
        self._findings.clear()
        for finding in state.findings or ():
            self._findings.add(_line(finding))

    def _lay_out(self, state: SafetyState) -> None:
        copies, check, walls = Card(spacing=10), Card(spacing=10), Card(spacing=10)
        copies.add(title(_("Sikkerhetskopier")))
        copies.add(
            body(_("Programmet tar kopi av seg selv. Ta av og til en kopi til et sted utenfor "
                   "maskinen også. Kopien er kryptert."))
        )  # fmt: skip
        copies.add(muted(_("Automatiske kopier ligger i {folder}").format(folder=state.folder)))
        copies.add(self._backups)
        copies.add(_alone(self.back_up))
        check.add(title(_("Kontroll")))
        check.add(body(_("Går gjennom hele journalen. Det kan ta noen sekunder.")))
        check.add(_alone(self.check))
        check.add(self._findings)
        walls.add(title(_("Vern som er på")))
        for words in state.protections:
            walls.add(_line(Finding(words=words, good=True)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._message, copies, check, walls):
            column.addWidget(part)

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Ta sikkerhetskopi nå"), str(Path.home() / _FILE_NAME)
        )
        if chosen:
            self._flow.back_up(Path(chosen))


def _alone(button: Button) -> GiveWay:
    row = GiveWay()
    row.add(button)
    return row


def _line(finding: Finding) -> GiveWay:
    row = GiveWay(spacing=8)
    colour = tokens.GREEN if finding.good else tokens.RED
    row.add(Icon("check" if finding.good else "warning", colour, pixels=18))
    row.add(body(finding.words), stretches=True)
    return row
