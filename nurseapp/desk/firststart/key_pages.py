"""The steps about the recovery key: shown once, kept, asked back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from nurseapp.base.text import _
from nurseapp.desk.firststart.flow import FirstStartFlow, FirstStartState
from nurseapp.desk.firststart.groups import GroupsCard
from nurseapp.desk.firststart.page import Page
from nurseapp.desk.printing.part import PrinterPart
from nurseapp.look.buttons import secondary
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label, body
from nurseapp.look.message_bar import MessageBar

_FILE_NAME = "gjenopprettingsnokkel.pdf"


class KeyPage(Page):
    """The key in big groups, with a way onto paper."""

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__(
            flow,
            _("Gjenopprettingsnøkkelen"),
            _("Hvis alle har glemt passordet sitt, er denne nøkkelen den eneste veien inn til "
              "journalen. Den vises bare denne ene gangen, og programmet tar ikke vare på den."),
        )  # fmt: skip
        self.groups = GroupsCard(flow.state.groups)
        self.save = secondary(_("Lagre som PDF"))
        self.print = secondary(_("Skriv ut"))
        self.printer = PrinterPart(flow.printer)
        self.kept = CheckRow(
            _("Jeg har lagret eller skrevet ut nøkkelen, og arket blir låst inn."),
            checked=flow.state.kept,
        )
        self._missing = Label("", "error")
        self._said = MessageBar()
        row = GiveWay()
        row.add(self.save)
        row.add(self.print)
        self.column.addWidget(self.groups)
        self.column.addLayout(row)
        for part in (self.printer, self._said, self.kept, self._missing):
            self.column.addWidget(part)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(flow.print)
        self.kept.toggled.connect(flow.kept)
        flow.printer.look()

    def show_state(self, state: FirstStartState) -> None:
        """Shows what became of the sheet, and what is missing."""
        missing = state.problems.get("kept", "")
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        if state.said:
            self._said.say("ok", state.said)
        else:
            self._said.clear()

    def send(self) -> None:
        """On to the two groups."""
        self.flow.ask_back()

    def focus_first(self) -> None:
        """The way onto paper."""
        self.save.setFocus()

    def _save(self) -> None:
        """Asks the system where to; a memory stick in a locked drawer is a good place."""
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Lagre som PDF"), str(Path.home() / _FILE_NAME), "PDF (*.pdf)"
        )
        if chosen:
            self.flow.save(Path(chosen))


class ConfirmPage(Page):
    """Two groups, typed from the sheet."""

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__(
            flow,
            _("Er nøkkelen tatt vare på?"),
            _("Skriv to av gruppene fra arket. Da vet du at det kan leses når det trengs."),
        )
        first, second = flow.state.asked
        self.first = TextField(_("Gruppe {number}").format(number=first + 1))
        self.second = TextField(_("Gruppe {number}").format(number=second + 1))
        self.add("first", self.first)
        self.add("second", self.second)

    def send(self) -> None:
        """Gives the flow what was typed."""
        self.flow.confirm(self.first.text(), self.second.text())


class DonePage(Page):
    """The station is ready."""

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__(
            flow,
            _("{name} er klar").format(name=flow.state.draft.name),
            _("Logg inn med navnet og passordet du nettopp valgte."),
        )
        self.column.addWidget(
            body(_("Når du er inne: Legg til kollegene dine under Innstillinger, og velg en mappe "
                   "eller minnepinne for sikkerhetskopiene."))
        )  # fmt: skip

    def next_words(self) -> str:
        """There is no next step."""
        return _("Til låseskjermen")

    def send(self) -> None:
        """The screen leaves by itself."""
