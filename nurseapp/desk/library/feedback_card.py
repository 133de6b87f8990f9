"""What parents have answered anonymously: how many, and never who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, plural
from nurseapp.clinic.values.feedback import FeedbackItem, FeedbackMonth
from nurseapp.desk.fold import Fold
from nurseapp.look.card import Card
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.row_table import RowTable

_WIDTHS: Final = (2, 3)


def feedback_card(months: Sequence[FeedbackMonth]) -> Card:
    """The newest month open, the earlier ones folded; without any, why there is nothing."""
    made = Card(spacing=10)
    made.add(title(_("Svar fra foreldre")))
    if not months:
        made.add(body(_("Ingenting å vise ennå.")))
    for number, month in enumerate(months):
        answered = plural("{count} har svart", "{count} har svart", month.sheets)
        heading = f"{month.month} · {answered}"
        if number == 0:
            made.add(strong(heading))
            made.add(_counts(month))
        else:
            made.add(Fold(heading, _counts(month)))
    made.add(
        muted(
            _(
                "Svarene telles når minst fem har svart. Små tall vises ikke, så ingen kan kjennes"
                " igjen."
            )
        )
    )
    return made


def _counts(month: FeedbackMonth) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for item in month.items:
        column.addWidget(_table(item))
    return holder


def _table(item: FeedbackItem) -> RowTable:
    table = RowTable((item.topic, _("Antall")), widths=_WIDTHS, name=item.topic)
    table.set_rows((line.text, line.words) for line in item.lines)
    return table
