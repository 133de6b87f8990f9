"""Nothing is overwritten, and nothing that calls for somebody falls off a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from clinic_day import TODAY, Family, HandClock, Parent, choice, options, screened, worth

from nurseapp.base.errors import AlreadyClosedError, ClosingIncompleteError, FormNotUsableError
from nurseapp.clinic.followup import followup, today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station import copies, safekeeping
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.people import PersonDetails
from nurseapp.clinic.values.result import Closing
from nurseapp.journal.entries.followup import AlertRaised, StepPlanned
from nurseapp.journal.entries.screening import SessionKeys
from nurseapp.journal.entries.station import BackedUp
from nurseapp.journal.entry import Entry

pytest_plugins = ("clinic_stations",)

MANY = 230


def begun(station: OpenStation, family: Family, clock: HandClock) -> int:
    """A sheet with one answer that the mother paused."""
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, {1: 3}))
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    return taken.screening


def test_sheet_that_ended_without_all_answers_can_be_taken_back(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    screening = begun(station, family, clock)
    handover.abandon_unfinished(station, screening, "Dro før hun ble ferdig")
    handover.withdraw(station, screening, "Hun angret")
    view = results.result(station, screening)
    assert "Hun angret" in view.withdrawn
    assert person_page(station, family.mother).timeline[0].pill == "teller ikke"
    with pytest.raises(FormNotUsableError):
        papers.ehr_text(station, screening)
    with pytest.raises(AlreadyClosedError):
        handover.withdraw(station, screening, "En gang til")


def test_sheet_that_is_finished_is_not_ended_as_unfinished(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    screening = screened(station, family.mother, worth(13))
    with pytest.raises(AlreadyClosedError):
        handover.abandon_unfinished(station, screening, "Feil knapp")
    unfinished = begun(station, family, clock)
    handover.abandon_unfinished(station, unfinished, "Dro")
    with pytest.raises(AlreadyClosedError):
        handover.abandon_unfinished(station, unfinished, "Dro")


def test_answers_that_were_set_aside_can_still_be_looked_into(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    """Their keys stay, since somebody may have to find out what was done to the file."""
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, {1: 3}))
    parent.is_gone()
    parent.path.write_bytes(parent.path.read_bytes().replace(b"\0", b"\1", 1))
    handover.take_in_answers(station)
    (aside,) = parent.path.parent.glob("*.damaged")
    history = station.journal.history(family.mother)
    (keys,) = [entry.body for entry in history if isinstance(entry.body, SessionKeys)]
    assert aside.name.startswith(keys.session)


def test_language_that_the_parent_ended_in_is_told_with_the_result(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = Parent(handover.hand_over(station, choice(family.mother, "phq-9")), clock)
    parent.turns_to("en")
    parent.answers(options(station, dict.fromkeys(range(1, 10), 0), "phq-9"))
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    assert "på engelsk" in results.result(station, taken.screening).how_words


def test_sheet_that_was_taken_back_shows_every_answer(station: OpenStation, family: Family) -> None:
    screening = screened(station, family.mother, worth(13))
    before = results.result(station, screening).items
    assert len(before) == 10
    handover.withdraw(station, screening, "Hun angret")
    assert results.result(station, screening).items == before


def test_answer_that_was_corrected_twice_shows_all_that_stood_there(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(27))
    item = results.result(station, screening).items[0]
    (first, words), (second, others) = [
        (option, said) for option, said in item.options if option != item.option
    ][:2]
    results.correct_answer(station, screening, item.item, first, "Krysset feil")
    results.correct_answer(station, screening, item.item, second, "Leste feil")
    now = results.result(station, screening).items[0]
    assert now.answer == others
    for said in (
        "Krysset feil",
        f"(før: {item.answer})",
        "Leste feil",
        f"(før: {words})",
        "S. Eik",
    ):
        assert said in now.corrected


def test_lines_of_the_nurse_all_stay(station: OpenStation, family: Family) -> None:
    people.write_nurse_line(station, family.child, "Følges tettere.")
    people.write_nurse_line(station, family.child, "Ny avtale gjort.")
    lines = person_page(station, family.child).nurse_lines
    assert {line.split(": ", 1)[1] for line in lines} == {"Følges tettere.", "Ny avtale gjort."}


def test_alerts_are_all_on_both_lists_however_many_there_are(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(5, tenth=1))
    raised = [AlertRaised(screening, "critical", "10", "", 3, 0)] * MANY
    entries = [Entry(subject=family.mother, body=body) for body in raised]
    station.journal.append(station.author, entries)
    assert len(today.today(station).alerts) == MANY + 1
    assert today.follow_up(station).alerts == today.today(station).alerts


def test_steps_are_all_on_the_list_however_many_there_are(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(5))
    step = StepPlanned(screening, "talk", "Samtale", None)
    entries = [Entry(subject=family.mother, body=step)] * MANY
    station.journal.append(station.author, entries)
    assert len(today.follow_up(station).steps) == MANY


def test_details_that_were_corrected_twice_show_all_that_stood_there(
    station: OpenStation, family: Family
) -> None:
    held = person_page(station, family.mother).details
    called = replace(held, phone="00 00 00 01", general_practitioner="Lege Lind")
    people.correct(station, family.mother, called, "Nytt nummer")
    moved = replace(called, phone="", birth_date=date(1995, 12, 15), sex="unknown")
    people.correct(station, family.mother, moved, "Sa opp")
    again, first, _registered = (row.text for row in person_page(station, family.mother).timeline)
    assert first == "Opplysninger rettet av S. Eik: Nytt nummer (før: Telefon –; Fastlege –)"
    assert again == (
        "Opplysninger rettet av S. Eik: Sa opp"
        " (før: Fødselsdato 14.12.1995; Kjønn Kvinne / jente; Telefon 00 00 00 01)"
    )


def test_details_of_a_person_who_is_shielded_now_tell_nowhere_where_she_was(
    station: OpenStation, family: Family
) -> None:
    held = person_page(station, family.mother).details
    known = replace(held, address="Bakken 1", phone="00 00 00 01", next_of_kin="Trygg, Bakken 1")
    people.correct(station, family.mother, known, "Flyttet")
    hidden = replace(known, shielded_address=True, address="Lia 2", family_name="Gran")
    people.correct(station, family.mother, hidden, "Skjermet")
    rows = [row.text for row in person_page(station, family.mother).timeline]
    assert rows[0] == (
        "Opplysninger rettet av S. Eik: Skjermet (før: Etternavn Bjørk; Skjermet adresse –)"
    )
    assert rows[1] == "Opplysninger rettet av S. Eik: Flyttet"


def test_copy_that_is_carried_away_is_written_down_as_such(
    station: OpenStation, tmp_path: Path
) -> None:
    safekeeping.back_up(station, tmp_path / "kopi.nursebackup")
    (last,) = station.journal.entries_after(station.journal.head().seq - 1)
    assert (last.body, last.author) == (BackedUp(automatic=False), station.author)


def test_copies_of_two_weeks_lie_beside_the_newest(station: OpenStation, folder: Path) -> None:
    kept = folder / "backups"
    kept.mkdir(exist_ok=True)
    for day in range(13):
        (kept / f"{0:012d}-202611{day + 1:02d}-120000.nursebackup").write_bytes(b"")
    people.register(station, PersonDetails(kind="adult", given_name="Stø", family_name="Li"))
    copies.copy_on_close(station)
    assert len(list(kept.glob("*.nursebackup"))) == 14


def test_paper_names_earlier_sheets_only_when_asked_and_never_one_that_was_taken_back(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    sheets = []
    for total in (11, 12, 13):
        sheets.append(screened(station, family.mother, worth(total)))
        clock.let_pass(days=1)
    handover.withdraw(station, sheets[-1], "Hun angret")
    last = screened(station, family.mother, worth(14))
    draft = papers.referral_draft(station, last)

    def scores(*, earlier: bool) -> list[str]:
        asked = replace(draft, include_earlier=earlier)
        paper = station.journal.read(
            lambda cursor: referral_document(station, cursor, asked, "0000-0000")
        )
        return [row.score for row in paper.screenings]

    assert scores(earlier=False) == ["14 av 30"]
    assert scores(earlier=True) == ["14 av 30", "12 av 30", "11 av 30"]


def test_alert_is_not_closed_with_a_next_contact_before_the_talk(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    screened(station, family.mother, worth(5, tenth=1))
    (card,) = today.today(station).alerts
    before = TODAY - timedelta(days=1)
    closing = Closing(
        alert=card.alert, action="Samtale", by="S. Eik", at=clock.now(), next_contact=before
    )
    with pytest.raises(ClosingIncompleteError) as told:
        followup.close_alert(station, closing)
    assert "ikke ligger før samtalen" in told.value.sentence
    assert today.today(station).alerts == (card,)
