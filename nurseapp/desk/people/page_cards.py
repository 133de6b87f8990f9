"""The cards of a person's page, each made from the page's frozen values."""

from __future__ import annotations

from nurseapp.base.dates import day_and_month, short_date
from nurseapp.base.text import _
from nurseapp.clinic.values.people import (
    FamilyMember,
    PersonPage,
    Series,
    TimelineRow,
    Trend,
)
from nurseapp.desk.people.trend_chart import TrendChart
from nurseapp.desk.press_row import PressRow
from nurseapp.desk.rows import PILL_TONES
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.pill import Pill
from nurseapp.look.row_table import RowTable


def trend_card(trend: Trend) -> Card:
    """One form over time; the pill stands only where something can be said about the change."""
    card = Card(spacing=12)
    top = GiveWay()
    top.add(title(_("{form} over tid").format(form=trend.form_title)), stretches=True)
    if trend.change:
        top.add(Pill(trend.change, "teal"))
    card.add(top)
    card.add(TrendChart(trend))
    return card


def series_card(series: Series) -> Card:
    """The newest entries beside each other; nothing is added up."""
    card = Card(spacing=10)
    card.add(title(series.form_title))
    widths = (4, *(3 for _day in series.days))
    table = RowTable(("", *series.days), widths=widths, name=series.form_title)
    table.set_rows([(muted(topic), *map(body, answers)) for topic, answers in series.rows])
    card.add(table)
    return card


def facts_card(page: PersonPage) -> Card:
    """What is recorded about her."""
    card = Card(spacing=8)
    card.add(title(_("Opplysninger")))
    table = RowTable(("", ""), widths=(2, 3), name=_("Opplysninger"))
    table.set_rows([(muted(name), body(value)) for name, value in page.facts])
    card.add(table)
    return card


def timeline_row(happened: TimelineRow, this_year: int) -> PressRow:
    """One thing that happened; pressed, it opens its answer sheet."""
    day = happened.at.date()
    when = day_and_month(day) if day.year == this_year else short_date(day)
    opens = happened.screening is not None
    name = f"{when} {happened.text} {happened.pill}".strip()
    row = PressRow(happened.screening or 0, _("Åpne {what}").format(what=name) if opens else name)
    row.setEnabled(opens)
    row.row.add(muted(when))
    row.row.add(body(happened.text), stretches=True)
    if happened.pill:
        row.row.add(Pill(happened.pill, PILL_TONES[happened.pill_kind]))
    return row


def family_row(member: FamilyMember) -> PressRow:
    """A relative with her role; pressed, it opens her own page."""
    row = PressRow(member.person, _("Åpne {name}").format(name=member.name))
    row.row.add(strong(member.name), stretches=True)
    row.row.add(muted(member.relation))
    return row
