"""The place Lisenser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.clock import today
from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.values.library import LicenceRow
from nurseapp.desk.field_rows import side_by_side
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.licences.flow import LedgerFlow, LedgerState
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Route
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.wiring_library import ledger_cases
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section


def build(_route: Route, desk: DeskContext) -> Place:
    """The ledger of this station."""
    flow = LedgerFlow(
        ledger_cases(desk.station),
        desk.work,
        administrator=desk.user.administrator,
        today=today(desk.clock),
    )
    screen = LedgerScreen(flow, back=desk.back)
    flow.refresh()
    return screen


class LedgerScreen(Place):
    """Those that end first on top, with a warning in good time."""

    def __init__(self, flow: LedgerFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: tuple[object, ...] = ()
        self.rows: list[ActionRow] = []
        self.renewal: RenewalCard | None = None
        self._message = MessageBar()
        self._body = Section("", spacing=12)
        page = ScrollPage(widest=1000, margin=34)
        words = _("Et varsel kommer 60 dager før en lisens går ut. Ingenting stanser av seg selv.")
        for part in (PlaceHeader(_("Lisenser"), back=back), muted(words), self._message,
                     self._body):  # fmt: skip
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def escape(self) -> bool:
        """Closes the licence that is open."""
        opened = bool(self._flow.state.renewing)
        self._flow.cancel()
        return opened

    def render(self, state: LedgerState) -> None:  # type: ignore[override]
        """Shows `state`; the rows are made anew only when they change."""
        self._message.show_outcome(state.problem, state.said)
        if state.rows is not None and self._drawn != (state.rows, state.renewing):
            self._drawn = (state.rows, state.renewing)
            self._draw(state, state.rows)
        if self.renewal is not None:
            self.renewal.until.set_error(state.until_problem)

    def _draw(self, state: LedgerState, rows: tuple[LicenceRow, ...]) -> None:
        self._body.clear()
        self.rows, self.renewal = [], None
        if not rows:
            self._body.add(_none_yet())
        for one in rows:
            if one.licence_of == state.renewing:
                self.renewal = RenewalCard(one)
                self.renewal.renewed.connect(self._flow.renew)
                self.renewal.cancelled.connect(self._flow.cancel)
                self._body.add(self.renewal)
                continue
            row = ActionRow(
                one.licence_of,
                one.title,
                " ".join(part for part in (one.words, one.warning) if part),
                pill=_("Må fornyes") if one.warning else _("Gjelder"),
                pill_tone="amber" if one.warning else "green",
                action=_("Forny") if state.administrator else "",
                role="secondary",
            )
            row.acted.connect(self._flow.begin)
            self.rows.append(row)
            self._body.add(row)
        if self.rows:
            arrive_at(self, self.rows[0].button)


class RenewalCard(Card):
    """The licence as it is now."""

    renewed = Signal(str, str, str)
    cancelled = Signal()

    def __init__(self, row: LicenceRow) -> None:
        super().__init__(spacing=12)
        self.holder = TextField(_("Hvem har lisensen?"))
        self.number = TextField(_("Lisensens nummer eller dato"))
        self.until = TextField(_("Gjelder til"), hint=_("Kan stå tomt."))
        self.holder.set_text(row.holder)
        self.number.set_text(row.number)
        self.until.set_text(short_date(row.until) if row.until else "")
        self.save = primary(_("Lagre"))
        self.cancel = quiet(_("Avbryt"))
        self.add(title(row.title))
        self.add(side_by_side(self.holder, self.number, self.until))
        buttons = GiveWay()
        buttons.add(self.save)
        buttons.add(self.cancel)
        self.add(buttons)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)

    def _save(self) -> None:
        self.renewed.emit(self.holder.text(), self.number.text(), self.until.text())


def _none_yet() -> Card:
    card = Card()
    card.add(body(_("Ingen lisenser er skrevet ned ennå.")))
    card.add(muted(_("De kommer hit når et skjema med lisens blir godkjent.")))
    return card
