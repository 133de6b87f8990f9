"""Where a paper will come out: said in a line, or chosen where there are several printers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.errors import NoPrinterHereError
from nurseapp.base.text import _
from nurseapp.desk.printing.flow import PrinterFlow, PrinterState
from nurseapp.desk.printing.printers import Printers
from nurseapp.desk.screen import Screen
from nurseapp.look.labels import muted
from nurseapp.look.select_field import SelectField


class PrinterPart(Screen):
    """Stands empty until the print system has answered."""

    def __init__(self, flow: PrinterFlow) -> None:
        super().__init__()
        self._flow = flow
        self._drawn: Printers | None = None
        self.choice: SelectField | None = None
        self.line = muted("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        flow.observe(self.render)

    def render(self, state: PrinterState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        found = state.found
        if found is not None and found is not self._drawn:
            self._drawn = found
            if len(found.names) > 1:
                self._offer(found, state.chosen)
            elif found.names:
                self.line.setText(_("Skrives ut på {printer}.").format(printer=state.chosen))
            else:
                self.line.setText(str(NoPrinterHereError()))
        self.line.setVisible(bool(self.line.text()))

    def _offer(self, found: Printers, chosen: str) -> None:
        unchosen = () if chosen else (("", _("Velg skriver")),)
        names = tuple((name, name) for name in found.names)
        self.choice = SelectField(_("Skriver"), (*unchosen, *names), value=chosen)
        self.choice.changed.connect(self._flow.choose)
        self._column.addWidget(self.choice)
