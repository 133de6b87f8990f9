"""A person's sheets of one form over time, and whether they changed more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import sqrt
from typing import Final

from nurseapp.base.dates import day_and_month
from nurseapp.base.numbers import number_words
from nurseapp.base.text import _, language, plural
from nurseapp.clinic.people.naming import age_words, born
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.sheet_words import asked_words
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.people import Trend, TrendPoint
from nurseapp.forms.scale import Evidence, Scale
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import people
from nurseapp.journal.queries.screenings import Screening

_COUNTED: Final = frozenset({"finished", "abandoned"})
_DAYS_A_WEEK: Final = 7
_WEEKS_SHOWN: Final = 20
_CERTAINTY: Final = 1.96  # 95 % (Jacobson and Truax 1991)


def trends_of(
    station: OpenStation, cursor: Cursor, sheets: Sequence[Screening]
) -> tuple[Trend, ...]:
    """One trend for each form with a result that counts, in the order of their first sheet.

    Of a child one for each adult who answered: two people's answers are no course of one child.
    None for a family: what is asked, and the limits, change with every age.
    """
    by_form: dict[tuple[str, int], list[Screening]] = {}
    for sheet in sheets:
        if sheet.state in _COUNTED and sheet.scored_seq and sheet.maximum and not sheet.family:
            by_form.setdefault((sheet.form, sheet.respondent), []).append(sheet)
    return tuple(_trend(station, cursor, series) for series in by_form.values())


def reliable_change(evidence: Evidence | None) -> float | None:
    """The smallest change, in points, that is larger than measurement error; None if unknown.

    Only from figures that were found in their source.
    1.96 x SD x sqrt(2) x sqrt(1 - r), with the test-retest reliability r (Jacobson, Truax 1991).
    """
    if evidence is None or not evidence.verified:
        return None
    if evidence.test_retest is None or evidence.standard_deviation is None:
        return None
    error = evidence.standard_deviation * sqrt(1 - evidence.test_retest)
    return _CERTAINTY * sqrt(2) * error


def _trend(station: OpenStation, cursor: Cursor, series: Sequence[Screening]) -> Trend:
    last = series[-1]
    scale = _first_scale(station, last)
    title = asked_words(last)
    if scale is not None and last.scales > 1:
        title = f"{title} · {scale.name.said(language())}"
    return Trend(
        form_title=title,
        maximum=last.maximum,
        cut_off=last.cut_off,
        points=tuple(
            TrendPoint(
                day=day_of(sheet.answered_at),
                label=_label(cursor, sheet),
                score=sheet.score,
                lowest=sheet.lowest,
                highest=sheet.highest,
            )
            for sheet in series
        ),
        change=_change(series, scale),
        low_is_concern=(scale.concern if scale is not None else last.concern) == "low",
    )


def _label(cursor: Cursor, sheet: Screening) -> str:
    """How old the child was, or how far the pregnancy had come."""
    day = day_of(sheet.answered_at)
    child = people.person(cursor, sheet.towards) if sheet.towards else None
    if sheet.week is not None and (child is None or child.ended != "loss"):
        return _("uke {week}").format(week=sheet.week)
    birth = born(child) if child is not None else None
    if child is None or birth is None or birth > day:
        return day_and_month(day)
    return _short_age(birth, day) or age_words(child, day)


def _short_age(birth: date, day: date) -> str:
    weeks = (day - birth).days // _DAYS_A_WEEK
    return plural("{count} uke", "{count} uker", weeks) if weeks < _WEEKS_SHOWN else ""


def _change(series: Sequence[Screening], scale: Scale | None) -> str:
    """Whether the last two complete sheets of one version differ by more than error."""
    complete = [sheet for sheet in series if sheet.score is not None]
    if len(complete) < 2 or complete[-1].sha256 != complete[-2].sha256:  # noqa: PLR2004 - a pair
        return ""
    before, now = complete[-2].score, complete[-1].score
    assert before is not None
    assert now is not None
    needed = reliable_change(scale.evidence) if scale is not None else None
    if needed is None:
        return ""
    difference = _signed(now - before)
    if abs(now - before) >= needed:
        says = _("Endring {difference}: større enn målefeilen ({needed} poeng)")
    else:
        says = _("Endring {difference}: kan skyldes målefeil (under {needed} poeng)")
    return says.format(difference=difference, needed=number_words(round(needed, 1)))


def _signed(change: float) -> str:
    sign = "+" if change >= 0 else "−"
    return f"{sign}{number_words(abs(change))}"


def _first_scale(station: OpenStation, sheet: Screening) -> Scale | None:
    """The scale the series shows, as the form had it; None if that form is not here any more."""
    loaded = form_of(station, sheet)
    return loaded.form.scales[0] if loaded is not None and loaded.form.scales else None
