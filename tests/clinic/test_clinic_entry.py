"""Entering a sheet: scored, flagged and followed up as if it had been answered on the device."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from clinic_children import all_of, born, entered, new_sheet
from clinic_day import TODAY, Family, HandClock, adult, choice, options, screened, worth
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nurseapp.base.errors import AnswersError, FormNotUsableError, PersonIncompleteError
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results, sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.entry import EntryForm
from nurseapp.clinic.values.handover import NotNow
from nurseapp.journal.kinds import Kind
from nurseapp.journal.queries import screenings

pytest_plugins = ("clinic_stations",)


def offered(station: OpenStation, person: int, form: str) -> EntryForm:
    (found,) = [each for each in sheet_entry.offer(station, person).forms if each.form == form]
    return found


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 3), min_size=10, max_size=10))
def test_sheet_from_paper_comes_to_what_the_device_comes_to(
    station: OpenStation, family: Family, points: list[int]
) -> None:
    given_points = dict(enumerate(points, start=1))
    on_device = results.result(station, screened(station, family.mother, given_points))
    on_paper = results.result(
        station, entered(station, family.mother, "epds", options(station, given_points))
    )
    assert on_paper.scales == on_device.scales
    assert on_paper.complete == on_device.complete
    assert [card.title for card in on_paper.critical] == [card.title for card in on_device.critical]
    assert len(on_paper.open_alerts) == len(on_device.open_alerts)
    assert on_paper.items == on_device.items
    assert [step.code for step in on_paper.steps] == [step.code for step in on_device.steps]


def test_sheet_from_paper_says_so_with_day_and_who_and_whether_twice(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    answered = TODAY - timedelta(days=3)
    answers = options(station, worth(13))
    screening = entered(
        station, family.mother, "epds", answers, answered_on=answered, second_entry=True
    )
    view = results.result(station, screening)
    assert view.how_words == "ført inn fra papir"
    assert view.answered_words == "18.11.2026"
    assert view.answered_at.date() == answered
    assert view.entered == (
        "Besvart på papir 18.11.2026, ført inn 21.11.2026 av S. Eik, ført to ganger",
    )
    note = papers.ehr_text(station, screening)
    assert "Besvart: 18.11.2026\n" in note
    assert "ført inn fra papir" in note
    assert "ført to ganger" in " ".join(note.split())

    once = entered(station, family.mother, "epds", answers)
    assert results.result(station, once).entered[0].endswith("ført én gang")


def test_sheet_from_paper_calls_today_and_marks_its_visit_as_done(
    station: OpenStation, family: Family
) -> None:
    visit = today.plan_visit(station, family.child, TODAY, "epds", family.mother)
    screening = entered(
        station, family.mother, "epds", options(station, worth(17, tenth=2)), visit=visit
    )
    view = today.today(station)
    assert [card.kind for card in view.alerts] == ["critical", "over_cut_off"]
    assert {card.screening for card in view.alerts} == {screening}
    assert all(card.detail.startswith("Besvart 21.11. ·") for card in view.alerts), "at no hour"
    assert view.visits[0].pill == "Besvart"
    assert view.unfinished == ()


def test_nothing_that_is_recorded_marks_another_familys_visit_as_done(
    station: OpenStation, family: Family
) -> None:
    other = people.register(station, adult("Lun", "Gran", sex="female"))
    child = born(station, other, months=3)
    visits = (
        today.plan_visit(station, child, TODAY, "epds", other),
        today.plan_visit(station, other, TODAY, "epds"),
        10_000,  # nobody's
    )
    before = station.journal.head()
    answers = options(station, worth(3))
    for visit in visits:
        noted = NotNow(subject=family.mother, form="", outcome="deferred", visit=visit)
        for attempt in (
            lambda: entered(station, family.mother, "epds", answers, visit=visit),  # noqa: B023
            lambda: handover.hand_over(station, choice(family.mother, visit=visit)),  # noqa: B023
            lambda: handover.not_now(station, noted),  # noqa: B023
        ):
            with pytest.raises(FormNotUsableError) as told:
                attempt()
            assert "en annen familie" in told.value.sentence
    assert station.journal.head() == before
    assert entered(station, other, "epds", answers, visit=visits[0])
    assert {card.pill for card in today.today(station).visits} == {"Besvart", "EPDS skal tilbys"}


def test_sheet_from_paper_with_gaps_is_incomplete_and_never_below(
    station: OpenStation, family: Family
) -> None:
    answers: dict[str, str | None] = {**options(station, worth(0)), "3": None}
    del answers["4"]
    view = results.result(station, entered(station, family.mother, "epds", answers))
    assert not view.complete
    assert view.scales[0].verdict != "below"
    assert {row.item: row.answer for row in view.items if row.option is None} == {
        "3": "Vil ikke svare",
        "4": "Ikke besvart",
    }
    assert [card.kind for card in today.today(station).alerts] == ["incomplete"]


def test_corrected_answer_on_a_sheet_from_paper_scores_it_anew(
    station: OpenStation, family: Family
) -> None:
    screening = entered(station, family.mother, "epds", options(station, worth(13)))
    results.correct_answer(station, screening, "10", "a", "Trykket feil")
    view = results.result(station, screening)
    assert view.scales[0].score == 16
    assert view.critical


def test_ticks_are_put_right_like_any_other_answer(station: OpenStation, family: Family) -> None:
    child = born(station, family.mother, months=12)
    answers = all_of(station, "asq-se-2-12", "a")
    answers |= {"1c": "a", "2c": ""}
    screening = entered(station, child, "asq-se-2-12", answers, respondent=family.mother)
    view = results.result(station, screening)
    rows = {row.item: row for row in (*view.items, *view.left_open)}
    assert [rows[tick].value for tick in ("1c", "2c", "3c")] == ["a", "", None]
    assert [[option for option, _words in rows[tick].options] for tick in ("1c", "3c")] == [
        ["a"]
    ] * 2

    results.correct_answer(station, screening, "1c", "", "Krysset ved feil spørsmål")
    results.correct_answer(station, screening, "2c", "a", "Krysset her")
    results.correct_answer(station, screening, "3c", "a", "Glemt")

    after = results.result(station, screening)
    rows = {row.item: row for row in after.items}
    assert rows["1c"].answer == "Ingen valgt"
    assert f"(før: {view.items[1].answer})" in rows["1c"].corrected
    assert "(før: Ingen valgt)" in rows["2c"].corrected
    assert "(før: ikke besvart)" in rows["3c"].corrected
    assert "3c" not in {row.item for row in after.left_open}
    with pytest.raises(AnswersError):
        results.correct_answer(station, screening, "1c", "z", "Feil")


def test_cut_off_is_that_of_the_day_the_sheet_was_filled_in(station: OpenStation) -> None:
    """On paper in week 37, entered when the child is five days old; a sister was there before."""
    mother = people.register(station, adult("Lun", "Gran", sex="female"))
    sister = born(station, mother, months=20)
    child = born(station, mother, days=5, gestation_weeks=39, gestation_days=2)
    on_the_day = {
        TODAY: ("mother", None, child),
        TODAY - timedelta(days=5): ("mother", None, child),
        TODAY - timedelta(days=6): ("pregnant", 39, child),
        TODAY - timedelta(days=19): ("pregnant", 37, child),
        TODAY - timedelta(days=300): ("mother", None, sister),
    }
    for day, expected in on_the_day.items():
        number = entered(
            station, mother, "epds", options(station, worth(10)), answered_on=day, alone=True
        )
        sheet = station.journal.read(partial(screenings.screening, number=number))
        assert sheet is not None
        assert (sheet.role, sheet.week, sheet.towards) == expected, day
        cut_off = results.result(station, number).scales[0].cut_off
        assert cut_off == (11 if expected[0] == "pregnant" else 10)


def test_two_entries_are_compared_item_by_item() -> None:
    first = {"1": "a", "2": "b", "3": None, "4": "a"}
    assert sheet_entry.differences(first, dict(first)) == ()
    assert sheet_entry.differences(first, {"1": "b", "2": "b", "4": "a"}) == ("1",)
    assert sheet_entry.differences(first, {**first, "3": "a", "5": "a"}) == ("3", "5")


def test_questions_are_numbered_where_the_wording_is_not_here(
    station: OpenStation, family: Family
) -> None:
    worded = sheet_entry.questions(station, "epds", "paper")
    assert worded.worded
    station._library = replace(
        station.library,
        forms=tuple(replace(loaded, wordings=()) for loaded in station.library.forms),
    )
    bare = sheet_entry.questions(station, "epds", "paper")
    assert not bare.worded
    assert "nummeret" in bare.introduction
    assert [item.number for item in bare.items] == list(range(1, 11))
    assert bare.items[0].text.options == {"a": "1", "b": "2", "c": "3", "d": "4"}
    assert bare.items[0].text.text == bare.items[0].topic == "Humor"
    assert offered(station, family.mother, "epds").why_not == ""
    stages = sheet_entry.questions(station, "m-chat-rf", "paper")
    assert len(stages.items) == 20
    assert stages.items[0].text.options == {"a": "Ja", "b": "Nei"}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"answers": {}}, "svarene"),
        ({"answers": {"1": None}}, "svarene"),
        ({"answers": {"1": "z"}}, "z"),
        ({"answers": {"11": "a"}}, "11"),
        ({"answered_on": TODAY + timedelta(days=1)}, "fram i tid"),
        ({"mode": "observer"}, "måten"),
        ({"mode": "received"}, "måten"),
    ],
)
def test_entry_that_cannot_stand_is_refused_and_leaves_nothing(
    station: OpenStation, family: Family, wrong: dict[str, Any], says: str
) -> None:
    before = station.journal.head()
    new = new_sheet(family.mother, "epds", {"1": "a"})
    with pytest.raises((AnswersError, FormNotUsableError, PersonIncompleteError)) as told:
        sheet_entry.record(station, replace(new, **wrong))
    assert says in told.value.sentence
    assert station.journal.head() == before


def test_private_form_is_entered_only_when_she_was_alone(
    station: OpenStation, family: Family
) -> None:
    assert offered(station, family.mother, "audit").alone_required
    answers = all_of(station, "audit", "a")
    with pytest.raises(FormNotUsableError) as told:
        entered(station, family.mother, "audit", answers)
    assert "alene" in told.value.sentence
    assert entered(station, family.mother, "audit", answers, alone=True)


def test_sheet_about_a_child_needs_to_know_who_filled_it_in(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=18)
    offer = sheet_entry.offer(station, child)
    assert offer.adults == ((family.mother, "Rolig Bjørk (mor)"),)
    assert offered(station, child, "m-chat-rf").needs_respondent
    answers = all_of(station, "m-chat-rf", "a")
    with pytest.raises(PersonIncompleteError) as told:
        entered(station, child, "m-chat-rf", answers)
    assert "hvem som fylte ut" in told.value.sentence
    with pytest.raises(FormNotUsableError):
        entered(station, child, "m-chat-rf", answers, respondent=family.father)
    screening = entered(station, child, "m-chat-rf", answers, respondent=family.mother)
    view = results.result(station, screening)
    assert view.respondent_words == "besvart av Rolig Bjørk (mor)"
    assert "m-chat" not in str(person_page(station, family.mother)).lower()


def test_age_form_must_fit_the_day_it_was_answered(station: OpenStation, family: Family) -> None:
    child = born(station, family.mother, days=260)  # eight months and a half
    answered = TODAY - timedelta(days=60)
    assert {"asq-3-8"} == {
        form.form for form in sheet_entry.offer(station, child).forms if form.form[:6] == "asq-3-"
    }
    (then,) = [
        form.form
        for form in sheet_entry.offer(station, child, on=answered).forms
        if form.form[:6] == "asq-3-"
    ]
    assert then == "asq-3-6"
    answers = all_of(station, "asq-3-6", "a")
    with pytest.raises(FormNotUsableError):
        entered(station, child, "asq-3-6", answers, respondent=family.mother)
    screening = entered(
        station, child, "asq-3-6", answers, respondent=family.mother, answered_on=answered
    )
    assert "6 måneder" in results.result(station, screening).age_words


def test_observer_is_named_with_her_certificate_and_the_score_is_the_childs(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=5)
    form = offered(station, child, "adbb")
    assert (form.mode, form.needs_certificate) == ("observer", True)
    assert "sertifisering" in form.training_words
    answers = all_of(station, "adbb", "b")
    with pytest.raises(PersonIncompleteError) as told:
        entered(station, child, "adbb", answers, mode="observer")
    assert "hvem som observerte" in told.value.sentence
    assert "sertifisert" in told.value.sentence
    later = TODAY + timedelta(days=1)
    with pytest.raises(PersonIncompleteError):
        entered(
            station, child, "adbb", answers, mode="observer", observer="B. Ask", certified_on=later
        )
    screening = entered(
        station,
        child,
        "adbb",
        answers,
        mode="observer",
        observer="B. Ask",
        certified_on=TODAY - timedelta(days=200),
    )
    view = results.result(station, screening)
    assert (view.scales[0].score, view.scales[0].verdict) == (8, "over")
    assert view.how_words == "observert av helsepersonell"
    assert "Observert 21.11.2026 av B. Ask" in view.entered[0]
    assert "sertifisert 05.05.2026" in view.entered[0]
    assert [card.kind for card in today.today(station).alerts] == ["over_cut_off"]


def test_received_information_is_kept_as_it_was_written_and_not_scored(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=20)
    form = offered(station, child, "nbas-nbo")
    assert (form.mode, form.why_not) == ("received", ""), "others may have seen her long ago"
    words = "<b>Rolig</b> & våken; 3 < 4"
    answers = {"date": "2026-03-04", "from": "Sykehuset, barselavdelingen", "summary": words}
    screening = entered(station, child, "nbas-nbo", answers, mode="received")
    view = results.result(station, screening)
    rows = {row.item: row for row in view.items}
    assert rows["summary"].answer == words
    assert rows["date"].answer == "04.03.2026"
    assert {row.points for row in view.items} == {None}
    assert {row.kind for row in view.items} == {"date", "text"}
    assert (view.scales, view.complete) == ((), True)
    assert view.entered[0].startswith("Mottatt 21.11.2026")
    row = person_page(station, child).timeline[0]
    assert (row.text, row.pill) == ("NBAS og NBO mottatt", "")
    assert today.today(station).alerts == ()


def test_violence_talk_is_recorded_about_the_one_who_was_alone(
    station: OpenStation, family: Family
) -> None:
    form = offered(station, family.mother, "violence-talk")
    assert (form.mode, form.needs_certificate) == ("observer", False)
    answers = all_of(station, "violence-talk", "a")
    with pytest.raises(FormNotUsableError):
        entered(station, family.mother, "violence-talk", answers, mode="observer")
    screening = entered(
        station, family.mother, "violence-talk", answers, mode="observer", alone=True
    )
    view = results.result(station, screening)
    assert (view.subject, view.scales) == (family.mother, ())
    for other in (family.child, family.father):
        assert len(person_page(station, other).timeline) == 1


def test_anonymous_form_is_entered_in_nobodys_record(station: OpenStation, family: Family) -> None:
    for person in (family.mother, family.child):
        forms = {form.form for form in sheet_entry.offer(station, person).forms}
        assert "parent-feedback" not in forms
    with pytest.raises(FormNotUsableError):
        entered(station, family.mother, "parent-feedback", {"1": "a"})
    with pytest.raises(FormNotUsableError):
        handover.hand_over(station, choice(family.mother, "parent-feedback"))


def test_production_station_takes_nothing_from_paper_that_nobody_approved(
    production: OpenStation,
) -> None:
    mother = people.register(production, adult("Anne", "Test"))
    for form in sheet_entry.offer(production, mother).forms:
        assert form.why_not
    with pytest.raises(FormNotUsableError) as told:
        entered(production, mother, "epds", {"1": "a"})
    assert "godkjent" in told.value.sentence
    assert Kind.SCREENING_STARTED not in {e.kind for e in production.journal.history(mother)}


def test_note_about_a_sheet_without_a_score_has_what_was_answered(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=2)
    found = {"date": "2026-10-04", "from": "Sykehuset", "summary": "Rolig.\nVåken.\n=== \tslutt"}
    screening = entered(station, child, "nbas-nbo", found, mode="received")
    note = papers.ehr_text(station, screening)
    assert "  - Fra hvem: Sykehuset\n" in note
    assert "  - Dato for vurderingen: 04.10.2026\n" in note
    assert "\n===" not in note, "what somebody typed never passes for a heading"
    scored = entered(station, family.mother, "epds", options(station, worth(13)))
    assert "Svar:" not in papers.ehr_text(station, scored)
