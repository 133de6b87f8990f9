"""Files and papers of one form, out and in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.library import WordingLine
from nurseapp.desk.library.files_flow import FilesFlow, FilesState
from nurseapp.desk.library.page_flow import PageView
from nurseapp.desk.printing.part import PrinterPart
from nurseapp.desk.referral.paper_part import papers_folder
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import Button, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.select_field import SelectField

_TABLES = "Excel (*.xlsx);;CSV (*.csv)"


class FilesPart(Screen):
    """The language is chosen once, above what is done in it."""

    def __init__(self, flow: FilesFlow, view: PageView, *, administrator: bool) -> None:
        super().__init__()
        self._flow = flow
        self._view = view
        self._message = MessageBar()
        self.language = SelectField(_("Språk"), _languages(view.card.wordings))
        self.table_out = secondary(_("Lagre regneark"))
        self.table_in = secondary(_("Hent inn regneark"))
        self.blank_out = secondary(_("Blankt skjema som PDF"))
        self.blank_print = secondary(_("Skriv ut blankt"))
        self.fhir_out = secondary(_("Lagre som FHIR-fil"))
        self.pack_out = secondary(_("Signert fil til en annen stasjon"))
        self._lay_out(administrator=administrator)
        self.table_out.clicked.connect(self._save_table)
        self.table_in.clicked.connect(self._take_table)
        self.blank_out.clicked.connect(self._save_blank)
        self.blank_print.clicked.connect(self._print_blank)
        self.fhir_out.clicked.connect(self._save_fhir)
        self.pack_out.clicked.connect(self._save_pack)
        flow.observe(self.render)

    def render(self, state: FilesState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        if state.problems:
            says = _("Ingenting er hentet inn. Rett dette i regnearket, og hent det igjen:")
            self._message.say("error", "\n".join((says, *state.problems)))
        elif state.problem:
            self._message.say("error", state.problem)
        elif state.said:
            self._message.say("ok", state.said)
        else:
            self._message.clear()

    def _lay_out(self, *, administrator: bool) -> None:
        card = Card(spacing=12)
        card.add(title(_("Filer og papir")))
        card.add(self._message)
        if self._view.card.status != "not_scored":
            card.add(self.language)
        if administrator and self._view.card.status != "not_scored":
            card.add(muted(_("Teksten kan også skrives i et regneark: lagre det, fyll det ut, og "
                             "hent det inn igjen.")))  # fmt: skip
            card.add(_row(self.table_out, self.table_in))
        if self._view.card.can_print_blank:
            card.add(muted(_("Blankt papirskjema, så langt rettighetene tillater det.")))
            card.add(_row(self.blank_out, self.blank_print))
            self.printer = PrinterPart(self._flow.printer)
            card.add(self.printer)
            self._flow.printer.look()
        card.add(muted(_("Til andre programmer, og til kommunens andre stasjoner.")))
        card.add(_row(self.fhir_out, *((self.pack_out,) if administrator else ())))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _save_table(self) -> None:
        path = self._ask_where(f"{self._name()}.xlsx", _TABLES)
        if path is not None:
            self._flow.table_out(self._view.card.form, self.language.value(), path)

    def _take_table(self) -> None:
        kinds = _("Regneark (*.xlsx *.csv)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.table_in.text(), str(papers_folder()), kinds
        )
        if chosen:
            self._flow.table_in(self._view.card.form, self.language.value(), Path(chosen))

    def _save_blank(self) -> None:
        path = self._ask_where(f"{self._name()}.pdf", "PDF (*.pdf)")
        if path is not None:
            self._flow.blank_out(self._view.card.form, self.language.value(), path)

    def _print_blank(self) -> None:
        self._flow.blank_print(self._view.card.form, self.language.value())

    def _save_fhir(self) -> None:
        path = self._ask_where(f"{self._view.card.form}.json", "FHIR (*.json)")
        if path is not None:
            self._flow.fhir_out(self._view.card.form, path)

    def _save_pack(self) -> None:
        name = f"{self._view.card.form}.tekstpakke"
        path = self._ask_where(name, _("Tekstpakke (*.tekstpakke)"))
        if path is not None:
            self._flow.pack_out(self._view.card.form, path)

    def _name(self) -> str:
        return f"{self._view.card.form}-{self.language.value()}"

    def _ask_where(self, name: str, kinds: str) -> Path | None:
        """A file with the ending of the kind that was chosen, where the nurse typed none."""
        chosen, kind = QFileDialog.getSaveFileName(
            self, _("Lagre"), str(papers_folder() / name), kinds
        )
        if not chosen:
            return None
        path = Path(chosen)
        ending = kind.partition("*")[2].rstrip(")") or Path(name).suffix
        return path if path.suffix else path.with_suffix(ending)


def _languages(lines: tuple[WordingLine, ...]) -> tuple[tuple[str, str], ...]:
    """The languages there are, and the two a first text is usually in."""
    there = {line.language: line.language_words for line in lines}
    return tuple(({"nb": _("norsk"), "nn": _("nynorsk")} | there).items())


def _row(*buttons: Button) -> GiveWay:
    row = GiveWay(spacing=8)
    for button in buttons:
        row.add(button)
    return row
