"""The place Skjema."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.library.flow import FormRow, LibraryFlow, LibraryState
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Route
from nurseapp.desk.wiring import form_library
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.pill import Pill
from nurseapp.look.section import Section


def build(_route: Route, desk: DeskContext) -> Place:
    """The library, read from its files."""
    flow = LibraryFlow(form_library(desk.station), desk.work)
    place = LibraryScreen(flow, training=desk.card.training)
    flow.refresh()
    return place


class LibraryScreen(Place):
    """Each form with its version, its texts, its sources, and whether it may be used here."""

    def __init__(self, flow: LibraryFlow, *, training: bool) -> None:
        super().__init__(flow)
        self._message = MessageBar()
        self._body = Section("", spacing=12)
        words = (
            _("Øvingsstasjon: øvingstekster kan brukes, på oppdiktede personer.")
            if training
            else _("Bare tekster som kommunen har godkjent, kan brukes.")
        )
        page = ScrollPage(widest=1100, margin=34)
        for part in (PlaceHeader(_("Skjemaer")), muted(words), self._message, self._body):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def render(self, state: LibraryState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        listed = state.listed
        if state.problem:
            self._message.say("error", state.problem)
        elif listed is not None and listed.problems:
            self._message.say("warn", "\n".join(listed.problems))
        else:
            self._message.clear()
        self._body.clear()
        for row in listed.forms if listed is not None else ():
            self._body.add(_form_card(row))


def _form_card(row: FormRow) -> Card:
    card = Card(spacing=6)
    head = GiveWay()
    head.add(title(row.name), stretches=True)
    usable = not row.why_not
    head.add(
        Pill(_("Kan brukes") if usable else _("Kan ikke brukes"), "green" if usable else "amber")
    )
    card.add(head)
    card.add(body(row.full_name))
    card.add(muted(row.facts))
    if row.why_not:
        card.add(body(row.why_not))
    for line in row.wordings:
        card.add(muted(line))
    if row.sources:
        card.add(muted(_("Grenser etter: {sources}").format(sources="; ".join(row.sources))))
    return card
