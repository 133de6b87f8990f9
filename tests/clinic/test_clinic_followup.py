"""What worries somebody stays in front of every nurse until it has been followed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from clinic_day import TODAY, Family, HandClock, screened, worth

from nurseapp.base.errors import AlreadyClosedError, ClosingIncompleteError
from nurseapp.base.text import LANGUAGES, use_language
from nurseapp.clinic.followup import followup, today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station import access
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.handover import NotNow
from nurseapp.clinic.values.result import Closing, NewAssessment, PlannedStep
from nurseapp.clinic.values.station import NewUser

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def alert(station: OpenStation, family: Family) -> int:
    screening = screened(station, family.mother, worth(8, tenth=1))
    return results.result(station, screening).critical[0].alert


@pytest.fixture
def whole(alert: int, clock: HandClock) -> Closing:
    return Closing(
        alert=alert,
        action="Snakket med henne alene. Ringte legen sammen.",
        by="S. Eik",
        at=clock.now(),
        next_contact=TODAY + timedelta(days=1),
        next_contact_words="Telefon klokken 10",
    )


def test_alert_is_titled_by_whom_and_what(station: OpenStation, alert: int) -> None:
    (card,) = today.today(station).alerts
    assert card.title == (
        "Rolig Bjørk, mor til Blid Bjørk (6 uker 2 dager) – kritisk svar, EPDS spørsmål 10"
    )
    assert card.detail.endswith("ikke fulgt opp ennå · ansvarlig S. Eik")
    assert card.alert == alert


@pytest.mark.parametrize(
    ("lacks", "named"),
    [
        ({"action": "  "}, "hva som ble gjort"),
        ({"by": ""}, "hvem som gjorde det"),
        ({"at": None}, "når det ble gjort"),
        ({"next_contact": None}, "neste kontakt"),
    ],
)
def test_alert_cannot_be_closed_without_all_four(
    station: OpenStation, whole: Closing, lacks: dict[str, object], named: str
) -> None:
    with pytest.raises(ClosingIncompleteError) as told:
        followup.close_alert(station, replace(whole, **lacks))  # type: ignore[arg-type] # by name
    assert named in told.value.sentence
    assert len(today.today(station).alerts) == 1


def test_alert_tells_of_everything_that_is_missing_at_once(
    station: OpenStation, alert: int
) -> None:
    empty = Closing(alert=alert, action="", by="", at=None, next_contact=None)
    with pytest.raises(ClosingIncompleteError) as told:
        followup.close_alert(station, empty)
    assert told.value.sentence.count(",") == 3


def test_alert_cannot_be_closed_ahead_of_time(
    station: OpenStation, whole: Closing, clock: HandClock
) -> None:
    with pytest.raises(ClosingIncompleteError):
        followup.close_alert(station, replace(whole, at=clock.now() + timedelta(hours=1)))


def test_closed_alert_leaves_every_list_and_tells_how_it_was_closed(
    station: OpenStation, whole: Closing
) -> None:
    screening = today.today(station).alerts[0].screening
    followup.close_alert(station, whole)
    assert today.today(station).alerts == ()
    assert today.follow_up(station).alerts == ()
    (card,) = results.result(station, screening).critical
    assert "Ringte legen sammen. (S. Eik, " in card.closed
    assert "neste kontakt 22.11.2026" in card.closed
    with pytest.raises(AlreadyClosedError):
        followup.close_alert(station, whole)


def test_alert_is_on_top_of_the_list_of_every_user(
    station: OpenStation, alert: int, clock: HandClock
) -> None:
    access.add_user(station, NewUser(name="M. Lind", title="jordmor", password="en annen setning"))
    folder = station.folder
    station.close()
    colleague = access.open_station(folder, "M. Lind", "en annen setning", clock=clock)
    try:
        assert [card.alert for card in today.today(colleague).alerts] == [alert]
    finally:
        colleague.close()


def test_i_dag_has_critical_answers_first_and_the_oldest_first(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    over = screened(station, family.mother, worth(13))
    clock.let_pass(minutes=5)
    first = screened(station, family.father, worth(3, tenth=1))
    clock.let_pass(minutes=5)
    second = screened(station, family.mother, worth(4, tenth=2))
    cards = today.today(station).alerts
    assert [card.screening for card in cards] == [first, second, over]


def test_steps_come_from_the_form_with_their_days(station: OpenStation, family: Family) -> None:
    screening = screened(station, family.mother, worth(13))
    offered = {step.code: step for step in results.result(station, screening).steps}
    again = offered["screen-again"]
    assert again.due == TODAY + timedelta(days=28)
    assert again.planned is None

    plan = (
        PlannedStep(code="talk-today", due=TODAY, done=True),
        PlannedStep(code="screen-again", due=again.due),
    )
    results.assess(station, NewAssessment(screening=screening, text="Plan lagt.", steps=plan))
    offered = {step.code: step for step in results.result(station, screening).steps}
    assert offered["talk-today"].done
    assert offered["screen-again"].planned is not None
    assert not offered["screen-again"].done
    assert offered["support-talk"].planned is None


def test_overdue_step_is_on_i_dag_until_it_is_done(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    screening = screened(station, family.mother, worth(13))
    due = PlannedStep(code="screen-again", due=TODAY + timedelta(days=14))
    results.assess(station, NewAssessment(screening=screening, text="Plan.", steps=(due,)))
    clock.let_pass(days=14)
    assert today.today(station).overdue == ()
    clock.let_pass(days=1)
    (overdue,) = today.today(station).overdue
    assert overdue.overdue
    assert "Ny EPDS" in overdue.title

    followup.finish_step(station, overdue.step, "Gjort på telefon")
    assert today.today(station).overdue == ()
    (done,) = today.follow_up(station).done
    assert done.detail.endswith("Gjort på telefon")
    with pytest.raises(AlreadyClosedError):
        followup.finish_step(station, overdue.step, "")


@pytest.mark.parametrize(
    ("outcome", "pill"),
    [
        ("talk_without_form", "Samtale uten skjema"),
        ("deferred", "Utsatt"),
        ("declined", "Ville ikke svare"),
    ],
)
def test_visit_ends_as_well_without_a_form(
    station: OpenStation, family: Family, outcome: str, pill: str
) -> None:
    visit = today.plan_visit(station, family.child, TODAY, "epds", family.mother)
    (before,) = today.today(station).visits
    assert (before.title, before.pill) == ("Blid Bjørk · 6 uker 2 dager", "EPDS skal tilbys")
    assert before.detail == "Mor: Rolig Bjørk · EPDS skal tilbys"
    noted = NotNow(subject=family.mother, form="epds", outcome=outcome, visit=visit)  # type: ignore[arg-type] # one of three
    handover.not_now(station, noted)
    (after,) = today.today(station).visits
    assert after.pill == pill


@pytest.mark.parametrize("language", LANGUAGES)
def test_talk_guide_has_prompts_and_numbers_and_no_level(language: str) -> None:
    use_language(language)  # type: ignore[arg-type] # one of LANGUAGES
    try:
        guide = followup.talk_guide("self-harm-talk")
    finally:
        use_language("nb")
    assert [number for _name, number in guide.telephones] == [
        "113",
        "116 117",
        "116 123",
        "22 40 00 40",
    ]
    assert len(guide.sections) == 7
    said = " ".join(prompt for _heading, prompts in guide.sections for prompt in prompts).lower()
    for level in ("lav risiko", "høy risiko", "moderat", "low risk", "high risk"):
        assert level not in said
