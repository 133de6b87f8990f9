"""The age forms of a family: each with what stands on its paper, and each with its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.approving import AgeFormLine
from nurseapp.desk.columns import Columns
from nurseapp.desk.library.value_button import ValueButton
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.pill import Pill


class AgeRow(Card):
    """`ticked` tells the age form and whether its box is ticked; none where it cannot be."""

    ticked = Signal(str, bool)

    def __init__(self, line: AgeFormLine) -> None:
        super().__init__()
        self.form = line.form
        self.box: CheckRow | None = None
        columns = Columns(least=330, spacing=20, even=False)
        columns.add_column(_said(line), share=3)
        if not line.refusals:
            says = _("Svarene på papiret står slik, med disse poengene")
            self.box = CheckRow(says)
            self.box.setAccessibleName(f"{says}: {line.words}")
            self.box.toggled.connect(self._tell)
            columns.add_column(self.box, share=2)
        self.add(columns)

    def show_ticked(self, ticked: bool) -> None:
        """Shows the box as it stands."""
        if self.box is not None:
            self.box.setChecked(ticked)
            self.set_tone("green" if ticked else "plain")

    def _tell(self, ticked: bool) -> None:
        self.ticked.emit(self.form, ticked)


def words_card(ages: tuple[AgeFormLine, ...], read: Callable[[object], None]) -> Card:
    """The whole wordings by age form; each is read item by item, there is no shorter way."""
    card = Card(spacing=10)
    card.add(title(_("Med tekst på skjermen")))
    card.add(body(_("Hver tekst leses mot sitt eget papirskjema og hukes av punkt for punkt. Lisens"
                    " og start er fylt ut fra sist.")))  # fmt: skip
    lines = [(line, spoken, words) for line in ages for spoken, words in line.languages]
    if not lines:
        card.add(
            muted(_("Ingen alder har hel tekst ennå. Teksten legges inn på siden til hver alder."))
        )
    for line, spoken, words in lines:
        row = GiveWay()
        row.add(strong(f"{line.words} · {words}"), stretches=True)
        if spoken in line.in_force:
            row.add(Pill(_("Godkjent"), "green"))
        button = ValueButton(_("Les og godkjenn"), (line.form, spoken), of=f"{line.words}, {words}")
        button.told.connect(read)
        row.add(button)
        card.add(row)
    return card


def _said(line: AgeFormLine) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(strong(line.words))
    for sentence in line.refusals:
        column.addWidget(body(sentence))
    if not line.refusals:
        for sentence in line.seen:
            column.addWidget(muted(sentence))
    return holder
