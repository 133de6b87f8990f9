"""What was talked about alone is named on no paper that leaves with anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from clinic_children import all_of, born, entered
from clinic_day import Family, HandClock, choice, screened, texts, worth

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.papers import ReferralDraft
from nurseapp.clinic.values.result import NewAssessment, PlannedStep

pytest_plugins = ("clinic_stations",)

TALK = "violence-talk"


@pytest.fixture
def talk(station: OpenStation, family: Family) -> int:
    """A talk about violence with the mother, with a step planned."""
    screening = entered(
        station,
        family.mother,
        TALK,
        all_of(station, TALK, "a"),
        mode="observer",
        alone=True,
    )
    step = station.library.form(TALK).form.steps[0].id
    plan = (PlannedStep(code=step, due=None),)
    results.assess(station, NewAssessment(screening=screening, text="Snakket alene.", steps=plan))
    return screening


def telltales(station: OpenStation) -> Iterator[str]:
    form = station.library.form(TALK).form
    yield from (form.id, form.name, form.full_name, "vold", "violence")
    yield from (step.name.nb for step in form.steps)


def assert_unnamed(station: OpenStation, said: object) -> None:
    words = "\n".join(texts(said)).casefold()
    for telltale in telltales(station):
        assert telltale.casefold() not in words, telltale


def paper(station: OpenStation, draft: ReferralDraft) -> object:
    return station.journal.read(
        lambda cursor: referral_document(station, cursor, draft, "0000-0000")
    )


def test_take_home_sheet_of_the_talk_says_nothing_of_it(station: OpenStation, talk: int) -> None:
    draft = papers.take_home_draft(station, talk)
    assert_unnamed(station, (draft.talked_about, draft.next_step, draft.next_date, draft.contact))
    made = papers.take_home(station, draft)
    assert TALK not in made.file_name


def test_take_home_sheet_that_would_name_the_talk_is_not_made(
    station: OpenStation, family: Family, talk: int
) -> None:
    form = station.library.form(TALK).form
    epds = screened(station, family.mother, worth(4))
    for screening in (talk, epds):
        draft = papers.take_home_draft(station, screening)
        for words in (form.name.upper(), f"Ny {form.full_name.lower()}"):
            for field in ("talked_about", "next_step", "next_date"):
                changes: dict[str, Any] = {field: words}
                named = replace(draft, **changes)
                with pytest.raises(FormNotUsableError):
                    papers.preview_take_home(station, named)
                with pytest.raises(FormNotUsableError):
                    papers.take_home(station, named)


def test_paper_with_a_copy_for_her_leaves_the_talk_out_among_earlier_sheets(
    station: OpenStation, family: Family, talk: int, clock: HandClock
) -> None:
    screened(station, family.mother, worth(4))
    clock.let_pass(days=1)
    later = screened(station, family.mother, worth(13))
    draft = papers.referral_draft(station, later)
    assert draft.copy_to == "pasienten"
    whole = replace(draft, include_earlier=True, consent="oral", plan="Ny samtale.")
    made = paper(station, whole)
    assert "4 av 30" in "\n".join(texts(made))
    assert_unnamed(station, made)


def test_paper_about_the_talk_itself_goes_to_no_one_but_the_receiver(
    station: OpenStation, talk: int
) -> None:
    draft = papers.referral_draft(station, talk)
    assert draft.copy_to == ""
    made = station.journal.read(
        lambda cursor: referral_document(
            station, cursor, replace(draft, copy_to="pasienten"), "0000-0000"
        )
    )
    assert made.copy_to == ""


def test_talk_shows_on_no_childs_or_partners_page_paper_or_ticket(
    station: OpenStation, family: Family, talk: int
) -> None:
    for other in (family.child, family.father):
        assert_unnamed(station, person_page(station, other))
    child = born(station, family.mother, months=18)
    sheet = entered(
        station,
        child,
        "m-chat-rf",
        all_of(station, "m-chat-rf", "a"),
        respondent=family.mother,
    )
    draft = replace(papers.referral_draft(station, sheet), include_earlier=True)
    assert_unnamed(station, paper(station, draft))
    ticket = handover.hand_over(station, choice(family.mother))
    assert_unnamed(station, {key: ticket[key] for key in ticket if key != "outbox"})
