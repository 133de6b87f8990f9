"""Who wrote a sheet in, when and how, and who answered it for a child."""

from __future__ import annotations

from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.sheets.sheet_record import SheetRecord
from nurseapp.clinic.sheets.sheet_words import how_words, respondent_words
from nurseapp.clinic.station.moments import moment
from nurseapp.journal.queries.screenings import EnteredRow


def entered_lines(record: SheetRecord) -> tuple[str, ...]:
    """A line for each time a nurse entered answers; none for a sheet answered on the device."""
    return tuple(_line(row, record) for row in record.entered)


def answered_by_words(record: SheetRecord) -> str:
    """`besvart av Rolig Bjørk (mor)` for a sheet about a child; empty for one's own."""
    if not record.respondent_name:
        return ""
    role = respondent_words(record.sheet.role)
    who = f"{record.respondent_name} ({role})" if role else record.respondent_name
    return _("besvart av {who}").format(who=who)


def filled_in_words(record: SheetRecord) -> str:
    """All of it in one line, for papers."""
    parts = (answered_by_words(record), how_words(record.sheet), *entered_lines(record))
    return " · ".join(part for part in parts if part)


def _line(row: EnteredRow, record: SheetRecord) -> str:
    who, when = record.users.get(row.author, ""), short_date(moment(row.at))
    day = short_date(date.fromordinal(row.day))
    match row.how:
        case "paper":
            says = _("Besvart på papir {day}, ført inn {when} av {who}")
        case "observed":
            says = _("Observert {day} av {observer}, ført inn {when} av {who}")
        case "second_stage":
            says = _("Oppfølgingssamtale {day}, ført inn {when} av {who}")
        case _:
            says = _("Mottatt {day}, ført inn {when} av {who}")
    line = says.format(day=day, when=when, who=who, observer=row.observer or who)
    if row.certified_day is not None:
        certified = short_date(date.fromordinal(row.certified_day))
        line += ", " + _("sertifisert {day}").format(day=certified)
    if row.how == "paper":
        line += ", " + (_("ført to ganger") if row.twice else _("ført én gang"))
    return line
