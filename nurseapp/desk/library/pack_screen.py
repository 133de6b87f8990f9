"""The place where what another station has sent is looked at and taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.values.library import PackView
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.library.pack_flow import PackFlow, PackState
from nurseapp.desk.library.value_button import ValueButton
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.referral.paper_part import papers_folder
from nurseapp.desk.routes import Route
from nurseapp.desk.wiring_library import pack_cases
from nurseapp.look.buttons import Button, primary
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, heading, muted, strong, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(_route: Route, desk: DeskContext) -> Place:
    """What another station has sent."""
    flow = PackFlow(
        pack_cases(desk.station), desk.work, desk.go, lambda words: desk.tell(words, "done")
    )
    screen = PackScreen(flow, back=desk.back)
    flow.start()
    return screen


class PackScreen(Place):
    """Who signed, what is in it, and the digits to compare before it is taken in."""

    def __init__(self, flow: PackFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: tuple[object, ...] = ()
        self._message = MessageBar()
        self.choose = primary(_("Velg fil …"))
        self.compared: CheckRow | None = None
        self.accept: Button | None = None
        self._pack = Section("", spacing=16)
        self._stations = Section("", spacing=16)
        page = ScrollPage(widest=900, margin=34)
        for part in (PlaceHeader(_("Fra en annen stasjon"), back=back), self._how(),
                     self._message, self._pack, self._stations):  # fmt: skip
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.choose.clicked.connect(self._choose)
        arrive_at(self, self.choose)
        flow.observe(self.render)

    def render(self, state: PackState) -> None:  # type: ignore[override]
        """Shows `state`; the parts are made anew only when they change."""
        self._message.show_outcome(state.problem)
        self.choose.set_role("secondary" if state.view else "primary")
        drawn = (state.view, state.own, state.known)
        if drawn != self._drawn:
            self._drawn = drawn
            self._pack.clear()
            self.compared = self.accept = None
            if state.view is not None:
                self._draw(state.view)
            self._stations.clear()
            if state.own:
                self._stations.add(self._stations_card(state))
        if self.compared is not None:
            self.compared.setChecked(state.compared)

    def _how(self) -> Card:
        card = Card(spacing=10)
        card.add(
            body(_("Kommunens stasjoner kan dele tekst og verdier som signerte filer. En fil som "
                   "er endret etter signeringen, blir avvist. Godkjenninger følger ikke med."))
        )  # fmt: skip
        row = GiveWay()
        row.add(self.choose)
        card.add(row)
        return card

    def _draw(self, view: PackView) -> None:
        card = Card(spacing=8)
        card.add(title(_("Signert av {station}").format(station=view.signer)))
        card.add(muted(_("Laget {day}").format(day=short_date(view.made_on))))
        for line in view.contents:
            row = GiveWay()
            row.add(strong(line.title), stretches=True)
            row.add(body(line.words), stretches=True)
            card.add(row)
        self._pack.add(card)
        if view.problems:
            wrong = Card(tone="amber", spacing=6)
            wrong.add(title(_("Kan ikke tas inn")))
            for sentence in view.problems:
                wrong.add(body(f"– {sentence}"))
            self._pack.add(wrong)
        else:
            self._pack.add(self._signer(view))

    def _signer(self, view: PackView) -> Card:
        card = Card(tone="plain" if view.known else "amber", spacing=10)
        if view.known:
            card.add(body(_("Stasjonen er kjent her. Signaturen stemmer.")))
        else:
            card.add(title(_("Ring før du stoler på filen")))
            card.add(
                body(_("Signaturen stemmer, men stasjonen er ikke kjent her. Ring {station} på et "
                       "nummer du har fra før, ikke fra e-posten filen kom med. Be dem lese opp "
                       "tallene sine. De skal være:").format(station=view.signer))
            )  # fmt: skip
            card.add(heading(view.fingerprint))
            self.compared = CheckRow(_("Jeg har ringt, og tallene er de samme"))
            self.compared.toggled.connect(self._flow.compare)
            card.add(self.compared)
        self.accept = primary(_("Ta inn"))
        self.accept.clicked.connect(self._flow.accept)
        row = GiveWay()
        row.add(self.accept)
        card.add(row)
        return card

    def _stations_card(self, state: PackState) -> Card:
        card = Card(spacing=8)
        card.add(title(_("Våre tall")))
        card.add(body(_("Når en annen stasjon ringer, leser du opp disse:")))
        card.add(strong(state.own))
        if state.known:
            card.column.addSpacing(8)
            card.add(title(_("Stasjoner vi kjenner")))
        for name, digits in state.known:
            row = GiveWay()
            row.add(body(f"{name}: {digits}"), stretches=True)
            button = ValueButton(_("Glem"), digits, of=name, role="quiet")
            button.told.connect(self._flow.forget_station)
            row.add(button)
            card.add(row)
        return card

    def _choose(self) -> None:
        kinds = _("Tekstpakke (*.tekstpakke);;Alle filer (*)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Velg fil"), str(papers_folder()), kinds
        )
        if chosen:
            self._flow.look(Path(chosen))
