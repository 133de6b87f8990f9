"""One record is about one person: nothing of a parent's sheet reaches the child or the partner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from clinic_children import all_of, answered_by_parent, born, entered
from clinic_day import TODAY, Family, HandClock, choice, screened, texts, worth

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.followup import followup, today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.handover import NotNow
from nurseapp.clinic.values.papers import ReferralDraft
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.clinic.values.result import Closing, NewAssessment, PlannedStep
from nurseapp.journal.kinds import Kind

pytest_plugins = ("clinic_stations",)

CANARY = "kanarifugl"


@pytest.fixture
def mothers_sheet(station: OpenStation, family: Family, clock: HandClock) -> int:
    """The mother has everything a record can hold: each with a word that must not travel."""
    today.plan_visit(station, family.child, TODAY, "epds", family.mother, reason="alone")
    handover.not_now(
        station,
        NotNow(subject=family.mother, form="epds", outcome="declined", reason=CANARY),
    )
    screening = screened(station, family.mother, worth(17, tenth=2))
    results.correct_answer(station, screening, "1", "b", CANARY)
    steps = (
        PlannedStep(code="talk-today", due=None, done=True),
        PlannedStep(code="screen-again", due=TODAY + timedelta(days=20)),
    )
    results.assess(station, NewAssessment(screening=screening, text=CANARY, steps=steps))
    alert = results.result(station, screening).critical[0].alert
    closing = Closing(alert=alert, action=CANARY, by="S. Eik", at=clock.now(), next_contact=TODAY)
    followup.close_alert(station, closing)
    people.write_nurse_line(station, family.mother, CANARY)
    draft = replace(
        papers.referral_draft(station, screening), consent="oral", plan=CANARY, request=CANARY
    )
    papers.make_referral(station, draft)
    return screening


def _telltales(station: OpenStation, family: Family, screening: int) -> Iterator[str]:
    yield CANARY
    yield from ("EPDS", "epds", "Over grensen", "over grensen", "kritisk", "spørsmål", "16")
    yield from (row.answer for row in results.result(station, screening).items)
    yield "Støttesamtale"
    yield "Ny EPDS"


def test_one_subject_childs_and_partners_pages_tell_nothing_of_the_mothers_sheet(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    telltales = set(_telltales(station, family, mothers_sheet))
    own = [text for text in texts(person_page(station, family.mother)) if CANARY in text]
    assert own, "the mother's own page must have what is looked for elsewhere"

    for other in (family.child, family.father):
        page = person_page(station, other)
        assert page.trends == ()
        assert page.nurse_lines == ()
        assert page.open_screening is None
        assert [row.text for row in page.timeline] == ["Registrert"]
        for text in texts(page):
            for telltale in telltales:
                assert telltale not in text, f"{telltale!r} shows in {text!r}"


def test_one_subject_holds_when_mother_and_child_are_linked_no_more(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    people.unlink(station, adult=family.mother, child=family.child, why="Feil barn")
    child = person_page(station, family.child)
    assert [row.text for row in child.timeline] == [
        "Rolig Bjørk er ikke lenger koblet hit: Feil barn",
        "Registrert",
    ]
    assert not any(CANARY in text for text in texts(child))
    mother = person_page(station, family.mother)
    assert CANARY in "".join(texts(mother))
    assert not any("Feil barn" in text for text in texts(mother))
    assert results.result(station, mothers_sheet).scales


def test_one_subject_everything_about_a_sheet_is_recorded_on_its_own_person(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    allowed = {Kind.PERSON_REGISTERED, Kind.FAMILY_LINKED, Kind.RECORD_READ}
    for other in (family.child, family.father):
        person_page(station, other)
        assert {entry.kind for entry in station.journal.history(other)} <= allowed


def test_one_subject_partners_paper_and_note_tell_nothing_of_the_mother(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    fathers = screened(station, family.father, worth(4))
    draft = papers.referral_draft(station, fathers)
    note = papers.ehr_text(station, fathers)
    view = results.result(station, fathers)
    sheet = papers.take_home_draft(station, fathers)
    for text in (*texts(draft), note, *texts(view), *texts(sheet)):
        assert CANARY not in text
        assert "Rolig" not in text
    assert note.startswith("Føres i FARS journal: Trygg Bjørk")
    earlier = replace(draft, include_earlier=True, consent="oral", plan="Ny samtale.")
    content = _words(station, earlier)
    assert "4 av 30" in content
    assert "16 av 30" not in content
    assert "Rolig" not in content
    assert CANARY not in content


def test_one_subject_of_a_paper_is_the_sheets_own_whatever_the_draft_says(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    draft = papers.referral_draft(station, mothers_sheet)
    forged = replace(
        draft, subject=family.child, subject_name="Blid Bjørk", consent="oral", plan="Ny samtale."
    )
    papers.make_referral(station, forged)
    assert "Rolig Bjørk" in _words(station, forged)
    assert "Blid" not in _words(station, forged)
    kinds = {entry.kind for entry in station.journal.history(family.child)}
    assert Kind.PAPER_MADE not in kinds


def test_one_subject_child_may_carry_a_line_that_the_nurse_wrote(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    people.write_nurse_line(station, family.child, "Følges tettere, egen avtale.")
    (line,) = person_page(station, family.child).nurse_lines
    assert line.endswith("Følges tettere, egen avtale.")


def test_one_subject_parents_form_is_never_answered_into_a_childs_record(
    station: OpenStation, family: Family
) -> None:
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=100))
    pregnancy = people.register(station, due)
    alone = people.register(
        station,
        PersonDetails(kind="child", given_name="Stø", family_name="Li", birth_date=TODAY),
    )
    for nobody in (family.child, pregnancy, alone, 4711):
        for form in ("epds", "phq-9"):
            with pytest.raises(FormNotUsableError):
                handover.hand_over(station, choice(nobody, form))
        assert Kind.SCREENING_STARTED not in {e.kind for e in station.journal.history(nobody)}
    assert handover.offer(station, pregnancy).forms == ()
    assert handover.offer(station, alone).forms == ()


def test_one_subject_sheet_of_a_pregnant_woman_is_not_in_the_pregnancys_record(
    station: OpenStation, family: Family
) -> None:
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=100))
    pregnancy = people.register(
        station, due, [FamilyLink(adult=family.mother, child=0, role="mother")]
    )
    screened(station, family.mother, worth(17, tenth=1))
    page = person_page(station, pregnancy)
    assert [row.text for row in page.timeline] == ["Registrert"]
    assert page.trends == ()


def _words(station: OpenStation, draft: ReferralDraft) -> str:
    """All that the paper says."""
    return "\n".join(
        texts(
            station.journal.read(
                lambda cursor: referral_document(station, cursor, draft, "0000-0000")
            )
        )
    )


@pytest.fixture
def childs_sheets(station: OpenStation, family: Family) -> int:
    """A child with a sheet her mother answered and one from the hospital, each with the word."""
    child = born(station, family.mother, months=6, given_name="Glad")
    written = all_of(station, "asq-3-6", "c") | {"o1": CANARY}
    answered_by_parent(station, family.mother, child, "asq-3-6", written)
    found = {"date": "2026-06-04", "from": CANARY, "summary": CANARY}
    screening = entered(station, child, "nbas-nbo", found, mode="received")
    results.assess(station, NewAssessment(screening=screening, text=CANARY, steps=()))
    return child


def test_one_subject_childs_sheets_stay_off_every_adults_and_siblings_page(
    station: OpenStation, family: Family, childs_sheets: int
) -> None:
    own = person_page(station, childs_sheets)
    assert any("ASQ-3 6 mnd" in text for text in texts(own))
    sheets = [row.screening for row in own.timeline if row.screening]
    assert any(CANARY in text for each in sheets for text in texts(results.result(station, each)))
    for other in (family.mother, family.father, family.child):
        page = person_page(station, other)
        assert page.open_screening is None
        assert page.trends == ()
        assert [row.text for row in page.timeline] == ["Registrert"]
        for text in texts(page):
            assert CANARY not in text
            assert "ASQ" not in text
        kinds = {entry.kind for entry in station.journal.history(other)}
        assert kinds <= {Kind.PERSON_REGISTERED, Kind.FAMILY_LINKED, Kind.RECORD_READ}


def test_one_subject_childs_paper_has_nothing_of_the_parent_who_answered_it(
    station: OpenStation, family: Family, mothers_sheet: int
) -> None:
    child = born(station, family.mother, months=18)
    sheet = answered_by_parent(
        station, family.mother, child, "m-chat-rf", all_of(station, "m-chat-rf", "a")
    )
    draft = papers.referral_draft(station, sheet)
    assert draft.about_child
    whole = replace(
        draft,
        include_earlier=True,
        include_critical=True,
        consent="written",
        consent_words="Begge foreldrene",
        parental_responsibility="Begge foreldrene",
        daily_care="Begge foreldrene",
        child_protection="Ikke involvert",
        plan="Ny samtale.",
    )
    words = _words(station, whole)
    papers.make_referral(station, whole)
    note = papers.ehr_text(station, sheet)
    for text in (words, note, *texts(draft)):
        for telltale in (CANARY, "EPDS", "av 30", "selvskading"):
            assert telltale not in text
    assert "Glad Gran" in words
    assert "besvart av Rolig Bjørk (mor)" in words
    assert "Begge foreldrene, skriftlig" in words
    assert note.startswith("Føres i BARNETS journal")


def test_one_subject_parents_paper_has_nothing_of_the_childs_sheets(
    station: OpenStation, family: Family, childs_sheets: int
) -> None:
    screening = screened(station, family.mother, worth(13))
    draft = replace(
        papers.referral_draft(station, screening),
        include_earlier=True,
        consent="oral",
        plan="Ny samtale.",
    )
    assert not draft.about_child
    for text in (_words(station, draft), papers.ehr_text(station, screening)):
        assert CANARY not in text
        assert "ASQ" not in text
