"""The training clinic is there in a moment, and looks like a clinic."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from clinic_day import MORNING, TODAY, HandClock

from nurseapp.clinic import people, safekeeping, today
from nurseapp.clinic.access import OpenStation
from nurseapp.clinic.training import seed_training_station
from nurseapp.clinic.training_crowd import seed_many

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(MORNING + timedelta(hours=2))


def test_training_clinic_has_the_people_of_a_morning(station: OpenStation) -> None:
    began = time.monotonic()
    numbers = seed_training_station(station)
    assert time.monotonic() - began < 3

    view = today.today(station)
    assert [card.title for card in view.visits] == [
        "Blid Bjørk · 6 uker 2 dager",
        "Kvikk Rogn · 8 mnd (korrigert 6 mnd 3 uker)",
        "Stille Furu · gravid uke 24",
        "Rask Selje · 12 uker",
    ]
    assert [card.pill for card in view.visits] == [
        "EPDS skal tilbys",
        "Konsultasjon",
        "Kartlegging alene",
        "Ny kartlegging forfalt",
    ]
    (alert,) = view.alerts
    assert alert.title == ("Lun Gran, mor til Glad Gran (6 uker): kritisk svar, EPDS spørsmål 10")
    (overdue,) = view.overdue
    assert overdue.title.startswith("Varm Selje, far til Rask Selje (12 uker)")
    (trend,) = people.person_page(station, numbers["Mild Hassel"]).trends
    assert [(point.label, point.score) for point in trend.points] == [
        ("uke 28", 8),
        ("6 uker", 16),
        ("8 uker", 13),
        ("12 uker", 8),
    ]
    blank = people.person_page(station, numbers["Rolig Bjørk"])
    assert blank.trends == ()
    assert station.clock.now().date() == TODAY


def test_training_clinics_tables_follow_from_its_journal(station: OpenStation) -> None:
    seed_training_station(station)
    report = safekeeping.health(station)
    assert [finding.sentence for finding in report.findings if not finding.ok] == []


def test_production_station_can_never_be_filled_with_made_up_people(
    production: OpenStation,
) -> None:
    with pytest.raises(TypeError):
        seed_training_station(production)
    with pytest.raises(TypeError):
        seed_many(production, 10)


def test_crowd_can_be_searched(station: OpenStation) -> None:
    seed_many(station, 50)
    assert len(people.search(station, "bjørk")) >= 2
    assert len(today.today(station).alerts) == 7


@pytest.mark.slow
def test_ten_thousand_people_are_there_in_time_and_the_day_opens_quickly(
    login: Callable[[], OpenStation], folder: Path, clock: HandClock
) -> None:
    station = login()
    began = time.process_time()  # whatever else the machine does
    seed_many(station, 10_000)
    assert time.process_time() - began < 15
    began = time.monotonic()
    station = login()
    view = today.today(station)
    opened = time.monotonic() - began
    assert (len(view.alerts), len(view.visits)) == (10, 20)
    assert opened < 0.15
    for typed in ("b", "bj", "rolig b", "10."):
        began = time.monotonic()
        people.search(station, typed)
        assert time.monotonic() - began < 0.05
