"""Every question by its topic, with the answer and its points."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.result import ItemRow, ResultView
from nurseapp.look import tokens
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.row_table import RowTable


def items_card(view: ResultView) -> Card:
    """The table; a critical answer carries a sign and a word beside its colour."""
    card = Card(spacing=10)
    card.add(title(_("Svarene")))
    table = RowTable((_("Tema"), _("Svar"), _("Poeng")), widths=(5, 5, 2), name=_("Svarene"))
    table.set_rows([_row(item) for item in view.items])
    card.add(table)
    return card


def _row(item: ItemRow) -> list[str | QWidget]:
    points = "–" if item.points is None else str(item.points)
    return [_topic(item), _answer(item), points]


def _topic(item: ItemRow) -> QWidget | str:
    words = f"{item.item} {item.topic}"
    if not item.critical:
        return words
    cell = QWidget()
    row = GiveWay(cell, spacing=8)
    row.add(Icon("warning", tokens.RED, pixels=20))
    row.add(strong(_("{topic}: kritisk").format(topic=words)), stretches=True)
    return cell


def _answer(item: ItemRow) -> QWidget | str:
    if not item.corrected:
        return item.answer
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(body(item.answer))
    column.addWidget(muted(item.corrected))
    return cell
