"""Every question by its topic, with the answer and its points; what was written stands in full."""

from __future__ import annotations

from collections.abc import Sequence

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
    written = [item for item in view.items if item.kind == "text" and item.value]
    others = [item for item in view.items if item not in written]
    if others:
        card.add(_table(others))
    for item in written:
        card.add(_written(item))
    return card


def _table(items: Sequence[ItemRow]) -> RowTable:
    """Without the points where nothing gives any."""
    columns = 3 if any(item.points is not None for item in items) else 2
    headings = (_("Tema"), _("Svar"), _("Poeng"))[:columns]
    table = RowTable(headings, widths=(5, 5, 2)[:columns], name=_("Svarene"))
    table.set_rows([_row(item)[:columns] for item in items])
    return table


def _row(item: ItemRow) -> list[str | QWidget]:
    points = "–" if item.points is None else str(item.points)
    return [_topic(item), _answer(item), points]


def _written(item: ItemRow) -> QWidget:
    """A person's own words, as they were typed."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(4)
    column.addWidget(strong(row_name(item)))
    column.addWidget(body(item.answer))
    if item.corrected:
        column.addWidget(muted(item.corrected))
    return part


def row_name(item: ItemRow) -> str:
    """`3 Søvn`, where the sheet numbers its questions through; else the topic, if there is one."""
    named = item.topic and not item.item.isdigit()
    return item.topic if named else f"{item.item} {item.topic}".strip()


def _topic(item: ItemRow) -> QWidget | str:
    words = row_name(item)
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
