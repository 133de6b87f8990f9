"""What a family's last approval said of itself, so that it is typed once for all age forms."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.station_library import family_of
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library


class LastTerms(NamedTuple):
    """From which day, if that is still to come, and for which clinics; empty without one."""

    starts: date | None
    clinics: str


def last_terms(station: OpenStation, cursor: Cursor, family: str) -> LastTerms:
    """The terms of the last approval of any form of the family (or of the form)."""
    forms = {one.form.id for one in station.library.forms if family_of(one.form) == family}
    given = [each for each in library.approvals(cursor) if each.form in forms]
    if not given:
        return LastTerms(None, "")
    starts = date.fromordinal(given[-1].starts_day)
    return LastTerms(starts if starts > station.day else None, given[-1].clinics)
