"""A carer's short entries stand beside each other on the child's page, and nothing is added up."""

from __future__ import annotations

import pytest
from clinic_children import answered_by_parent, born, entered
from clinic_day import HandClock, adult, texts

from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.station.access import OpenStation

pytest_plugins = ("clinic_stations",)

WORDS = "<i>Lo</i> da vi kom & ville ikke hjem"


@pytest.fixture
def carer(station: OpenStation) -> int:
    return people.register(station, adult("Raus", "Lønn"))


@pytest.fixture
def child(station: OpenStation, carer: int) -> int:
    return born(station, carer, months=16, role="foster_carer", given_name="Sterk")


def entry(date: str, sleep: str, note: str = "") -> dict[str, str]:
    answers = {"date": date, "sleep": sleep, "meals": "a", "play": "b", "calm": "c", "visit": "b"}
    return answers | ({"note": note} if note else {})


def test_entries_stand_beside_each_other_newest_first(
    station: OpenStation, clock: HandClock, carer: int, child: int
) -> None:
    for day, sleep in enumerate("abcab"):
        note = WORDS if day == 4 else ""
        answers = entry(f"2026-11-{20 + day}", sleep, note)
        answered_by_parent(station, carer, child, "carer-diary", answers)
        clock.let_pass(days=1)
    (series,) = person_page(station, child).series
    assert series.days == ("25.11.", "24.11.", "23.11.")
    rows = dict(series.rows)
    assert rows["Dato"] == ("24.11.2026", "23.11.2026", "22.11.2026")
    assert len(set(rows["Søvn"])) == 3
    assert rows["Omsorgspersonens egne ord"] == (WORDS, "", "")
    assert person_page(station, child).trends == ()
    own = [row.screening for row in person_page(station, child).timeline if row.screening]
    assert set(series.screenings) <= set(own)


def test_series_is_the_childs_alone_and_leaves_out_what_was_withdrawn(
    station: OpenStation, carer: int, child: int
) -> None:
    kept = answered_by_parent(station, carer, child, "carer-diary", entry("2026-11-20", "a"))
    gone = entered(station, child, "carer-diary", entry("2026-11-21", "b", WORDS), respondent=carer)
    handover.withdraw(station, gone, "Feil barn")
    (series,) = person_page(station, child).series
    assert series.screenings == (kept,)
    page = person_page(station, carer)
    assert page.series == ()
    assert not any(WORDS in text or "Omsorgsdagbok" in text for text in texts(page))
