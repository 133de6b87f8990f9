"""The place where a form from a file is looked at and taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.text import _, plural
from nurseapp.clinic.library.form_files import FormFileView
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.library.file_flow import FileFlow, FileState
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.referral.paper_part import papers_folder
from nurseapp.desk.routes import Route
from nurseapp.desk.wiring_library import file_cases
from nurseapp.desk.wording.languages import OTHER, language_choices
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section
from nurseapp.look.select_field import SelectField


def build(_route: Route, desk: DeskContext) -> Place:
    """A new form from a file."""
    flow = FileFlow(
        file_cases(desk.station), desk.work, desk.go, lambda words: desk.tell(words, "done")
    )
    return FormFileScreen(flow, back=desk.back)


class FormFileScreen(Place):
    """What would come in, what would not and why; then one button."""

    def __init__(self, flow: FileFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: FormFileView | None = None
        self._message = MessageBar()
        self.choose = primary(_("Velg fil …"))
        self.take_in: Button | None = None
        self.add_up: Button | None = None
        self.language: SelectField | None = None
        self.spoken: Button | None = None
        self._body = Section("", spacing=16)
        page = ScrollPage(widest=900, margin=34)
        for part in (PlaceHeader(_("Nytt skjema fra fil"), back=back), self._how(),
                     self._message, self._body):  # fmt: skip
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.choose.clicked.connect(self._choose)
        arrive_at(self, self.choose)
        flow.observe(self.render)

    def render(self, state: FileState) -> None:  # type: ignore[override]
        """Shows `state`; the report is made anew only when it changes."""
        self._message.show_outcome(state.problem)
        self.choose.setEnabled(not state.busy)
        self.choose.setText(_("Velg en annen fil …") if state.path else _("Velg fil …"))
        self.choose.set_role("secondary" if state.view else "primary")
        if state.view is not self._drawn:
            self._drawn = state.view
            self._body.clear()
            self.take_in = self.add_up = self.language = self.spoken = None
            if state.view is not None:
                self._draw(state.view)

    def _how(self) -> Card:
        card = Card(spacing=10)
        card.add(
            body(_("Skjemaer fra andre programmer kan hentes som FHIR-fil (Questionnaire, R4), for "
                   "eksempel fra Helsenorges skjemabygger. Du får se hva som kommer med, før noe "
                   "lagres."))
        )  # fmt: skip
        row = GiveWay()
        row.add(self.choose)
        card.add(row)
        return card

    def _draw(self, view: FormFileView) -> None:
        if view.problems:
            card = Card(tone="amber", spacing=6)
            card.add(title(_("Filen kan ikke brukes")))
            for sentence in view.problems:
                card.add(body(f"– {sentence}"))
            card.add(muted(_("Ingenting er hentet inn.")))
            self._body.add(card)
        else:
            if view.language_unsaid:
                self._body.add(self._asks_language())
            self._body.add(self._comes_in(view))
        if view.left_out:
            self._body.add(_left_out(view))

    def _comes_in(self, view: FormFileView) -> Card:
        card = Card(spacing=6)
        card.add(title(_("Dette kommer inn")))
        card.add(strong(view.title))
        card.add(body(plural("{count} spørsmål", "{count} spørsmål", view.questions)))
        if not view.language_unsaid:
            card.add(body(_("Språk: {languages}").format(languages=", ".join(view.languages))))
        if view.scales:
            card.add(body(_("Regnes ut: {scales}").format(scales=", ".join(view.scales))))
        for sentence in (view.unscored, *view.unverified):
            if sentence:
                card.add(muted(sentence))
        row = GiveWay()
        if not view.language_unsaid:
            self.take_in = primary(_("Hent inn skjemaet"))
            self.take_in.clicked.connect(self._flow.take_in)
            row.add(self.take_in)
            arrive_at(self, self.take_in)
        if view.may_add_up:
            self.add_up = secondary(_("Alle poengene skal legges sammen"))
            self.add_up.clicked.connect(self._flow.add_up)
            row.add(self.add_up)
        card.column.addSpacing(6)
        card.add(row)
        return card

    def _asks_language(self) -> Card:
        card = Card(tone="teal", spacing=10)
        card.add(title(_("Hvilket språk er teksten på?")))
        card.add(body(_("Filen sier det ikke selv. Velg språket før skjemaet hentes inn.")))
        choices = tuple(one for one in language_choices() if one[0] != OTHER)
        self.language = SelectField(_("Språk"), choices)
        arrive_at(self, self.language)
        card.add(self.language)
        row = GiveWay()
        self.spoken = primary(_("Teksten er på dette språket"))
        self.spoken.clicked.connect(self._speak)
        row.add(self.spoken)
        card.add(row)
        return card

    def _speak(self) -> None:
        if self.language is not None:
            self._flow.speak(self.language.value())

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Velg fil"), str(papers_folder()), "FHIR (*.json)"
        )
        if chosen:
            self._flow.look(Path(chosen))


def _left_out(view: FormFileView) -> Card:
    card = Card(spacing=6)
    card.add(title(_("Dette kommer ikke med")))
    card.add(muted(_("Det tas vare på, og er med igjen når skjemaet lagres som FHIR-fil.")))
    for place, what, why in view.left_out:
        card.column.addSpacing(4)
        card.add(strong(f"{place or _('Hele skjemaet')}: {what}"))
        card.add(body(why))
    return card
