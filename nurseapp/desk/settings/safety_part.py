"""Copies, the station check, and the protections that are on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.screen import Screen
from nurseapp.desk.settings.copies_part import CopiesPart
from nurseapp.desk.settings.safety_flow import Finding, SafetyFlow, SafetyState
from nurseapp.desk.settings.safety_line import line
from nurseapp.look.buttons import secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.section import Section

_FILE_NAME = "sikkerhetskopi.nurseapp-backup"


class SafetyPart(Screen):
    """What keeps the journal from being lost, and from being read by others."""

    def __init__(self, flow: SafetyFlow) -> None:
        super().__init__()
        self._flow = flow
        self._drawn: tuple[Finding, ...] | None = None
        self._message = MessageBar()
        self.copies = CopiesPart(may_choose=flow.state.may_choose)
        self.check = secondary(_("Kontroller stasjonen"))
        self._findings = Section("", spacing=4)
        self._lay_out(flow.state)
        self.copies.back_up.clicked.connect(self._choose_file)
        self.copies.choose.clicked.connect(self._choose_folder)
        self.copies.lead_back.clicked.connect(self._lead_back)
        self.check.clicked.connect(flow.check)
        flow.observe(self.render)
        flow.refresh()

    def render(self, state: SafetyState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        self._message.show_outcome(state.problem, state.message)
        self.copies.show_state(state)
        self.check.setEnabled(not state.checking)
        self.check.setText(_("Kontrollerer …") if state.checking else _("Kontroller stasjonen"))
        if self._drawn != state.findings:
            self._drawn = state.findings
            self._findings.clear()
            for finding in state.findings or ():
                self._findings.add(line(finding))

    def _lay_out(self, state: SafetyState) -> None:
        check, walls = Card(spacing=10), Card(spacing=10)
        row = GiveWay()
        row.add(self.check)
        check.add(title(_("Kontroll")))
        check.add(
            body(_("Leser gjennom hele journalen og ser etter at ingenting er borte eller endret. "
                   "Det kan ta noen sekunder."))
        )  # fmt: skip
        check.add(row)
        check.add(self._findings)
        walls.add(title(_("Dette verner journalen")))
        for words in state.protections:
            walls.add(line(Finding(words=words, good=True)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._message, self.copies, check, walls):
            column.addWidget(part)

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Ta en kopi nå"), str(Path.home() / _FILE_NAME)
        )
        if chosen:
            self._flow.back_up(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Velg mappe eller minnepinne"), str(Path.home())
        )
        if chosen:
            self._flow.keep_in(Path(chosen))

    def _lead_back(self) -> None:
        self._flow.keep_in(None)
