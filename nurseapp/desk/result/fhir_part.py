"""What a FHIR file of the sheet holds, and where it is to lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.referral.paper_part import papers_folder
from nurseapp.desk.result.fhir_flow import FhirFlow, FhirState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.message_bar import MessageBar


class FhirPart(Screen):
    """Shown while it is open."""

    def __init__(self, flow: FhirFlow) -> None:
        super().__init__()
        self._flow = flow
        self._message = MessageBar()
        self.save = primary(_("Velg hvor filen skal ligge …"))
        self.put_away = quiet(_("Lukk"), icon="cross")
        self._lay_out()
        self.setFocusProxy(self.save)
        self.save.clicked.connect(self._save)
        self.put_away.clicked.connect(flow.put_away)
        flow.observe(self.render)

    def render(self, state: FhirState) -> None:  # type: ignore[override]
        """Shows what came of it."""
        self.setVisible(state.open)
        self.save.setEnabled(not state.busy)
        self._message.show_outcome(state.problem, state.said)

    def _lay_out(self) -> None:
        card = Card(spacing=12)
        top = GiveWay()
        top.add(title(_("Svararket som FHIR-fil")), stretches=True)
        top.add(self.put_away)
        card.add(top)
        card.add(
            body(
                _("Filen er til et annet fagsystem. Den inneholder dette ene arket: navn og"
                  " fødselsdato på den det gjelder, hvem som svarte, svarene og skårene."
                  " Fødselsnummer er ikke med.")
            )
        )  # fmt: skip
        card.add(
            body(
                _("Filen er ikke låst. Legg den bare der opplysninger fra journalen kan ligge, la"
                  " filnavnet være uten navn, og slett den når den er hentet inn.")
            )
        )  # fmt: skip
        row = GiveWay()
        row.add(self.save)
        card.add(row)
        card.add(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _save(self) -> None:
        """The name that is proposed tells of nobody."""
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.save.text(), str(papers_folder() / "svarark.json"), "FHIR (*.json)"
        )
        if chosen:
            self._flow.save(Path(chosen))
