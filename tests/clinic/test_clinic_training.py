"""The training clinic is there in a moment, and looks like a clinic."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from clinic_day import MORNING, TODAY, HandClock

from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import sheet_entry
from nurseapp.clinic.station import safekeeping
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.training.crowd import seed_many
from nurseapp.clinic.training.seeding import seed_training_station

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
        "Livlig Vier · 10 mnd (korrigert 8 mnd 2 uker)",
    ]
    assert [card.pill for card in view.visits] == [
        "EPDS skal tilbys",
        "Konsultasjon",
        "Kartlegging alene",
        "Ny kartlegging forfalt",
        "ASQ-3 8 mnd skal tilbys",
    ]
    assert [card.detail for card in view.visits if card.respondent is None] == [
        "Født uke 33 · Mor: Stø Rogn · Far: Jevn Rogn",
        "Født uke 32 · Mor: Åpen Vier · Far: Ærlig Vier",
    ]
    critical, second_stage = view.alerts
    assert critical.title == (
        "Lun Gran, mor til Glad Gran (6 uker) – kritisk svar, EPDS spørsmål 10"
    )
    assert second_stage.title == "Ivrig Pil · 2 år 2 mnd – M-CHAT-R/F: oppfølgingssamtale gjenstår"
    (overdue,) = view.overdue
    assert overdue.title.startswith("Varm Selje, far til Rask Selje (12 uker)")
    (trend,) = person_page(station, numbers["Mild Hassel"]).trends
    assert [(point.label, point.score) for point in trend.points] == [
        ("uke 28", 8),
        ("6 uker", 16),
        ("8 uker", 13),
        ("12 uker", 8),
    ]
    blank = person_page(station, numbers["Rolig Bjørk"])
    assert blank.trends == ()
    assert station.clock.now().date() == TODAY


def test_training_clinic_has_a_child_for_every_kind_of_form(station: OpenStation) -> None:
    numbers = seed_training_station(station)
    early_child_is_offered_the_form_for_the_corrected_age(station, numbers["Livlig Vier"])
    toddler_has_many_scales_and_an_interview_that_waits(station, numbers["Ivrig Pil"])
    (diary,) = person_page(station, numbers["Sterk Lønn"]).series
    assert len(diary.days) == 3
    assert dict(diary.rows)["Søvn"] == ("Rolig", "Litt avbrutt", "Mye avbrutt")


def early_child_is_offered_the_form_for_the_corrected_age(station: OpenStation, child: int) -> None:
    (visit,) = (card for card in today.today(station).visits if card.person == child)
    offer = handover.offer(station, child, visit=visit.visit)
    (chosen,) = (form for form in offer.forms if form.key == offer.default_form)
    assert (chosen.form, chosen.about, chosen.why_not) == ("asq-3-8", child, "")
    assert offer.subject_name == "Åpen Vier"
    for words in ("10 måneder", "korrigert 8 måneder", "8 uker før termin"):
        assert words in chosen.age_words


def toddler_has_many_scales_and_an_interview_that_waits(station: OpenStation, child: int) -> None:
    trends = person_page(station, child).trends
    assert [(trend.form_title, trend.points[0].score) for trend in trends] == [
        ("SDQ 2–4 (mor) · Vansker i alt", 12),
        ("M-CHAT-R/F (mor) · Poeng", 4),
    ]
    (waits,) = (form for form in sheet_entry.offer(station, child).forms if form.continues)
    assert (waits.form, waits.mode, waits.why_not) == ("m-chat-rf", "second_stage", "")
    asked = sheet_entry.questions(station, "m-chat-rf", "second_stage", continues=waits.continues)
    assert len(asked.items) == 4


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
