"""What is done with a sheet stands in the record of the one it is about, and nowhere else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from clinic_children import all_of, answered_by_parent, born
from clinic_day import TODAY, Family, HandClock, Parent, choice, screened, texts, worth

from nurseapp.clinic.followup import followup, today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.sheets.fhir_response import response_of
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.result import Closing, NewAssessment, PlannedStep
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.kinds import Kind

pytest_plugins = ("clinic_stations",)

FORM = "m-chat-rf"


@pytest.fixture
def child(station: OpenStation, family: Family) -> int:
    return born(station, family.mother, months=18)


@pytest.fixture
def childs_sheet(station: OpenStation, family: Family, child: int) -> int:
    return answered_by_parent(station, family.mother, child, FORM, all_of(station, FORM, "a"))


def test_own_record_of_whoever_answered_about_a_child_has_neither_trend_nor_begun_sheet(
    station: OpenStation, family: Family, child: int, childs_sheet: int
) -> None:
    ticket = handover.hand_over(station, choice(family.mother, FORM, about=child))
    parent = Parent(ticket, HandClock(station.clock.now()))
    parent.answers({"1": "a"})
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    own = person_page(station, child)
    assert own.trends
    assert own.open_screening == taken.screening
    adult = person_page(station, family.mother)
    assert (adult.trends, adult.series, adult.open_screening) == ((), (), None)


def test_own_record_is_where_a_childs_sheet_is_read_corrected_and_assessed(
    station: OpenStation, family: Family, child: int, childs_sheet: int
) -> None:
    before = station.journal.history(family.mother)
    results.result(station, childs_sheet)
    results.correct_answer(station, childs_sheet, "2", "b", "Misforsto spørsmålet")
    steps = (PlannedStep(code="talk-today", due=None, done=True),)
    results.assess(station, NewAssessment(screening=childs_sheet, text="Sett an.", steps=steps))
    papers.ehr_text(station, childs_sheet)
    assert station.journal.history(family.mother) == before
    kinds = {entry.kind for entry in station.journal.history(child)}
    written = {
        Kind.RECORD_READ, Kind.ANSWER_CORRECTED, Kind.SHEET_SCORED, Kind.ASSESSMENT_WRITTEN,
        Kind.STEP_PLANNED, Kind.STEP_FINISHED,
    }  # fmt: skip
    assert written <= kinds


def test_own_record_says_who_read_the_note_and_how_the_alert_was_closed(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    sheet = screened(station, family.mother, worth(12, tenth=1))
    (card,) = [card for card in today.today(station).alerts if card.kind == "critical"]
    assert card.person == family.mother
    closing = Closing(
        alert=card.alert, action="Samtale", by="S. Eik", at=clock.now(), next_contact=TODAY
    )
    followup.close_alert(station, closing)
    papers.ehr_text(station, sheet)
    history = station.journal.history(family.mother)
    assert Kind.ALERT_CLOSED in {entry.kind for entry in history}
    assert history[-1].body == RecordRead("ehr", sheet)
    assert history[-1].author == station.author


def test_own_record_of_a_child_has_no_earlier_sheet_of_the_parent_on_its_paper(
    station: OpenStation, family: Family, child: int, clock: HandClock
) -> None:
    screened(station, family.mother, worth(17, tenth=1))
    clock.let_pass(days=1)
    answered_by_parent(station, family.mother, child, FORM, all_of(station, FORM, "a"))
    clock.let_pass(days=1)
    last = answered_by_parent(station, family.mother, child, FORM, all_of(station, FORM, "a"))
    draft = papers.referral_draft(station, last)
    paper = station.journal.read(
        lambda cursor: referral_document(
            station, cursor, replace(draft, include_earlier=True), "0000-0000"
        )
    )
    assert [row.form.split()[0] for row in paper.screenings] == ["M-CHAT-R/F", "M-CHAT-R/F"]
    assert not any("EPDS" in text for text in texts(paper))


def test_own_record_of_a_sheet_has_no_critical_answer_of_another_sheet(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    screened(station, family.mother, worth(12, tenth=2))
    clock.let_pass(days=20)
    calm = screened(station, family.mother, worth(4))
    assert results.result(station, calm).critical == ()
    assert "Svar som måtte følges opp" not in papers.ehr_text(station, calm)
    draft = replace(papers.referral_draft(station, calm), include_critical=True)
    paper = station.journal.read(
        lambda cursor: referral_document(station, cursor, draft, "0000-0000")
    )
    assert paper.critical == ()


def test_own_record_as_fhir_tells_of_whoever_answered_the_name_and_the_place_alone(
    station: OpenStation, family: Family, childs_sheet: int
) -> None:
    adult = person_page(station, family.mother).details
    assert adult.birth_date == date(1995, 12, 14)
    number = count(1)
    bundle = response_of(
        station,
        childs_sheet,
        lambda: f"00000000-0000-4000-8000-{next(number):012}",
        national_number=True,
    )
    told = json.dumps(bundle, ensure_ascii=False)
    assert "Rolig Bjørk" in told
    assert "1995-12-14" not in told
