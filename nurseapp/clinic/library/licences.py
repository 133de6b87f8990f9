"""The ledger of licences: who holds what until when, with a warning in good time.

An end date warns and never stops anything: reading, follow-up, a started sheet or a new one. A
nurse with a parent before her must not be the one who finds out that an invoice is late.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from nurseapp.base.dates import short_date
from nurseapp.base.errors import ApprovalIncompleteError
from nurseapp.base.text import _, plural
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.station.station_library import family_of, source_of
from nurseapp.clinic.values.library import LicenceRow
from nurseapp.forms.model import Form
from nurseapp.journal.entries.library import LicenceRenewed
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import library
from nurseapp.journal.queries.library import Licence
from nurseapp.people.typed import one_line

WARNS_DAYS: Final = 60

_WANTED: Final[Mapping[str, frozenset[Literal["holder", "number"]]]] = {
    "licence": frozenset({"holder", "number"}),
    "non_commercial": frozenset({"holder"}),
}


def ledger(station: OpenStation) -> tuple[LicenceRow, ...]:
    """The licences, those that end first on top."""
    found = station.journal.read(library.licences)
    titles = {one.source.id: one.source.name for one in station.library.forms}
    rows = [_row(each, titles.get(each.licence_of, each.licence_of), station.day) for each in found]
    return tuple(sorted(rows, key=lambda row: (row.until or date.max, row.title)))


def renew(station: OpenStation, form: str, holder: str, number: str, until: date | None) -> None:
    """Writes the licence as it is now, for a form or its family; nothing is approved anew.

    Raises NotAdministratorError, ApprovalIncompleteError for what the form's rights ask for.
    """
    require_administrator(station)
    source = source_of(station.library, form)
    renewed = LicenceRenewed(
        licence_of=source.id,
        holder=one_line(holder),
        number=one_line(number),
        until_day=until.toordinal() if until is not None else None,
    )
    wanted = licence_wanted(source)
    if not renewed.holder:
        raise ApprovalIncompleteError(form=source.name, missing=_("hvem som har lisensen"))
    if "number" in wanted and not renewed.number:
        raise ApprovalIncompleteError(form=source.name, missing=_("lisensens nummer eller dato"))
    station.journal.append(station.author, [Entry(subject=None, body=renewed)])


def licence_wanted(form: Form) -> frozenset[Literal["holder", "number"]]:
    """What must be written down of the licence before the form can be approved."""
    return _WANTED.get(form.about.rights.wording, frozenset())


def licence_of(form: Form) -> str:
    """What the licence is for: the whole family at once."""
    return family_of(form)


def licence_words(licence: Licence | None, today: date) -> str:
    """`Testvik kommune, nummer 12, til 31.12.2026`, with a warning near its end; or nothing."""
    if licence is None:
        return ""
    row = _row(licence, "", today)
    return f"{row.words} {row.warning}".strip()


def warnings(ledger: tuple[LicenceRow, ...]) -> tuple[str, ...]:
    """One sentence for each licence that has ended or soon will."""
    return tuple(f"{row.title}: {row.warning}" for row in ledger if row.warning)


def _row(each: Licence, title: str, today: date) -> LicenceRow:
    until = each.until
    parts = [each.holder]
    if each.number:
        parts.append(_("nummer {number}").format(number=each.number))
    parts.append(
        _("uten sluttdato") if until is None else _("til {day}").format(day=short_date(until))
    )
    return LicenceRow(
        licence_of=each.licence_of,
        title=title,
        holder=each.holder,
        number=each.number,
        until=until,
        words=", ".join(parts) + ".",
        warning=_warning(until, today),
    )


def _warning(until: date | None, today: date) -> str:
    if until is None:
        return ""
    left = (until - today).days
    if left < 0:
        says = _("Lisensen gikk ut {day}. Forny den. Skjemaet kan brukes imens.")
        return says.format(day=short_date(until))
    if left <= WARNS_DAYS:
        return plural(
            "Lisensen går ut om {count} dag. Forny den i tide.",
            "Lisensen går ut om {count} dager. Forny den i tide.",
            left,
        )
    return ""
