"""Each question as it will stand, beside a box to tick against the paper form."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.library import ToTick
from nurseapp.desk.columns import Columns
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.labels import body, muted, strong


class TickRow(Card):
    """`ticked` tells the item and whether its box is ticked."""

    ticked = Signal(str, bool)

    def __init__(self, row: ToTick, *, on_paper: bool, mirrored: bool) -> None:
        super().__init__()
        self.item = row.item
        said = (
            _("Svarene på papiret står slik, med disse poengene")
            if on_paper
            else _("Jeg har lest denne mot papirskjemaet")
        )
        self.box = CheckRow(said)
        self.box.setAccessibleName(f"{said}: {_named(row)}")
        columns = Columns(least=330, spacing=20, even=False)
        columns.add_column(_printed(row, mirrored=mirrored), share=3)
        columns.add_column(self.box, share=2)
        self.add(columns)
        self.box.toggled.connect(self._tell)

    def show_ticked(self, ticked: bool) -> None:
        """Shows the box as it stands."""
        self.box.setChecked(ticked)
        self.set_tone("green" if ticked else "plain")

    def _tell(self, ticked: bool) -> None:
        self.ticked.emit(self.item, ticked)


def _printed(row: ToTick, *, mirrored: bool) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(muted(_named(row, " · ")))
    words = QWidget()
    inner = QVBoxLayout(words)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(3)
    if row.text:
        inner.addWidget(strong(row.text))
    for line in _answers(row):
        inner.addWidget(body(line))
    if mirrored:
        words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    column.addWidget(words)
    return holder


def _named(row: ToTick, between: str = " ") -> str:
    return row.topic if row.head else f"{row.item}{between}{row.topic}"


def _answers(row: ToTick) -> Iterator[str]:
    for number, points, text in row.options:
        words = text or _("svar nummer {number}").format(number=number)
        yield (
            _("{number}. {answer} ({points} poeng)").format(
                number=number, answer=words, points=points
            )
            if points
            else f"{number}. {words}"
        )
