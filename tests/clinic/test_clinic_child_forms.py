"""Sheets about a child: handed to an adult, kept in the child's record, chosen by the age."""

from __future__ import annotations

from datetime import timedelta

import pytest
from clinic_children import all_of, answered_by_parent, born
from clinic_day import TODAY, Family, HandClock, Parent, adult, choice, texts

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.handover import FormChoice
from nurseapp.clinic.values.people import FamilyLink
from nurseapp.journal.entries.screening import ScreeningStarted
from nurseapp.journal.kinds import Kind
from nurseapp.journal.queries import screenings

pytest_plugins = ("clinic_stations",)


def offered(station: OpenStation, person: int, form: str, child: int) -> FormChoice | None:
    forms = handover.offer(station, person).forms
    return next((each for each in forms if (each.form, each.about) == (form, child)), None)


def test_sheet_about_a_child_is_in_the_childs_record_and_says_who_answered(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=30, sex="male")
    screening = answered_by_parent(
        station, family.mother, child, "sdq-2-4", all_of(station, "sdq-2-4", "a")
    )
    kinds = {entry.kind for entry in station.journal.history(child)}
    assert {Kind.SCREENING_STARTED, Kind.ANSWERS_TAKEN_IN, Kind.SHEET_SCORED} <= kinds
    assert Kind.SCREENING_STARTED not in {e.kind for e in station.journal.history(family.mother)}

    sheet = station.journal.read(lambda cursor: screenings.screening(cursor, screening))
    assert sheet is not None
    assert (sheet.subject, sheet.respondent, sheet.role) == (child, family.mother, "mother")
    assert (sheet.child_months, sheet.child_sex) == (29, "boy")
    view = results.result(station, screening)
    assert (view.subject_name, view.respondent_words) == (
        "Glad Gran",
        "besvart av Rolig Bjørk (mor)",
    )
    note = papers.ehr_text(station, screening)
    assert note.startswith("Føres i BARNETS journal: Glad Gran")
    assert "besvart av Rolig Bjørk (mor)" in note


def test_age_form_of_a_child_born_early_is_told_with_both_ages_and_the_rule(
    station: OpenStation, family: Family
) -> None:
    """Five weeks early: 38 weeks of age are 33 corrected, which is 8 and 7 months."""
    child = born(station, family.mother, days=266, gestation_weeks=35)
    forms = {form.form: form for form in handover.offer(station, child).forms if form.about}
    assert "asq-3-8" in forms
    assert "asq-3-9" not in forms
    words = forms["asq-3-8"].age_words
    assert "korrigert" in words
    assert "5 uker før termin" in words
    assert forms["asq-3-8"].family == "asq-3"

    screening = answered_by_parent(
        station, family.mother, child, "asq-3-8", all_of(station, "asq-3-8", "a")
    )
    assert results.result(station, screening).age_words == words
    draft = papers.referral_draft(station, screening)
    paper = station.journal.read(
        lambda cursor: referral_document(station, cursor, draft, "0000-0000")
    )
    assert paper.screenings[0].age == words
    started = next(
        entry.body
        for entry in station.journal.history(child)
        if isinstance(entry.body, ScreeningStarted)
    )
    assert started.gestation_days == 35 * 7
    assert started.chronological is not None
    assert started.corrected is not None
    assert started.chronological > started.corrected
    assert started.family == "asq-3"


def test_age_form_before_and_after_its_window_is_another(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    """The twelve months form of ASQ-3 runs to 12 months and 30 days, both ends in."""
    birth = TODAY - timedelta(days=395)  # a year and 30 days, whatever the months
    child = born(station, family.mother, birth_date=birth)
    assert offered(station, child, "asq-3-12", child)
    clock.let_pass(days=2)
    assert not offered(station, child, "asq-3-12", child)
    assert offered(station, child, "asq-3-14", child)


def test_outside_every_window_the_nearest_form_is_named_and_nothing_is_handed_over(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=90)
    (about,) = [form for form in handover.offer(station, child).forms if form.form == "asq-3-60"]
    assert about.about == child
    assert "nærmeste skjema, ASQ-3 60 mnd" in about.why_not
    assert "66 måneder" in about.why_not
    with pytest.raises(FormNotUsableError) as told:
        handover.hand_over(station, choice(family.mother, "asq-3-60", about=child))
    assert told.value.sentence == about.why_not
    own_page = handover.offer(station, family.mother).forms
    assert all(form.about != child for form in own_page), "what fits nobody is not in her way"


def test_both_of_two_children_are_offered_and_kept_apart(station: OpenStation) -> None:
    mother = people.register(station, adult("Mild", "Hassel"))
    twins = [
        born(station, mother, months=18, given_name=name, family_name="Hassel")
        for name in ("Glad", "Lun")
    ]
    forms = [form for form in handover.offer(station, mother).forms if form.form == "m-chat-rf"]
    assert {form.about for form in forms} == set(twins)
    assert {form.about_name for form in forms} == {"Glad Hassel", "Lun Hassel"}
    assert len({form.key for form in forms}) == 2
    answered_by_parent(station, mother, twins[1], "m-chat-rf", all_of(station, "m-chat-rf", "a"))
    other = person_page(station, twins[0])
    assert [row.text for row in other.timeline] == ["Registrert"]


def test_only_an_adult_beside_the_child_answers_about_her(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=18)
    stranger = people.register(station, adult("Raus", "Lønn"))
    for who, form in ((stranger, "m-chat-rf"), (family.father, "m-chat-rf"), (child, "m-chat-rf")):
        with pytest.raises(FormNotUsableError):
            handover.hand_over(station, choice(who, form, about=child))
    with pytest.raises(FormNotUsableError):  # her own form is no sheet about the child
        handover.hand_over(station, choice(family.mother, "epds", about=child))
    with pytest.raises(FormNotUsableError):  # and the child's is none about her
        handover.hand_over(station, choice(family.mother, "m-chat-rf"))
    for person in (child, family.mother):
        assert Kind.SCREENING_STARTED not in {e.kind for e in station.journal.history(person)}


def test_diary_is_offered_to_the_foster_carer_and_not_to_a_parent(
    station: OpenStation, family: Family
) -> None:
    carer = people.register(station, adult("Raus", "Lønn"))
    child = born(station, carer, months=16, role="foster_carer")
    assert offered(station, child, "carer-diary", child)
    own = born(station, family.mother, months=16)
    assert not offered(station, own, "carer-diary", own)


def test_paused_sheet_about_a_child_is_taken_up_by_whoever_began_it(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    child = born(station, family.mother, months=18)
    ticket = handover.hand_over(station, choice(family.mother, "m-chat-rf", about=child))
    parent = Parent(ticket, clock)
    parent.answers({"1": "a"})
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    assert taken.subject == child
    assert today.today(station).unfinished[0].person == child
    assert handover.offer(station, child).unfinished == taken.screening
    assert handover.offer(station, family.mother).unfinished == taken.screening
    assert handover.offer(station, family.father).unfinished is None

    rest = handover.resume(station, taken.screening)
    asked = [item["id"] for item in rest["questionnaire"]["items"]]
    assert asked[0] == "2"
    parent = Parent(rest, clock)
    parent.answers(dict.fromkeys(asked, "a"))
    parent.finishes()
    handover.take_in_answers(station)
    assert results.result(station, taken.screening).complete
    assert {entry.subject for entry in station.journal.history(child)} == {child}


def test_paused_sheet_about_a_child_ends_with_the_adults_place_beside_it(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    child = born(station, family.mother, months=30)
    people.link(station, FamilyLink(adult=family.father, child=child, role="father"))
    ticket = handover.hand_over(station, choice(family.father, "sdq-2-4", about=child))
    father = Parent(ticket, clock)
    father.answers({"1": "a"})
    father.pauses()
    (taken,) = handover.take_in_answers(station)
    assert handover.offer(station, family.father).unfinished == taken.screening

    people.unlink(station, adult=family.father, child=child, why="Retten har bestemt det")

    assert handover.offer(station, family.father).unfinished is None
    with pytest.raises(FormNotUsableError):
        handover.resume(station, taken.screening)
    assert results.result(station, taken.screening).can_resume, "the nurse lets it be, or not"


def test_resumed_ticket_has_no_words_of_what_was_answered(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    ticket = handover.hand_over(station, choice(family.mother))
    first = ticket["questionnaire"]["texts"]["nb"]["items"]["1"]["text"]
    parent = Parent(ticket, clock)
    parent.answers({"1": "a"})
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    resumed = handover.resume(station, taken.screening)
    assert all(set(each["items"]) == {str(n) for n in range(2, 11)}
               for each in resumed["questionnaire"]["texts"].values())  # fmt: skip
    assert first not in set(texts(resumed))


def test_ticket_of_a_sheet_in_stages_has_nothing_of_the_second(
    station: OpenStation, family: Family
) -> None:
    child = born(station, family.mother, months=18)
    ticket = handover.hand_over(station, choice(family.mother, "m-chat-rf", about=child))
    assert all(item["id"].isdigit() for item in ticket["questionnaire"]["items"])
    for each in ticket["questionnaire"]["texts"].values():
        assert all(item.isdigit() for item in each["items"])


@pytest.mark.parametrize("form", ["violence-talk", "adbb", "concern-talk", "nbas-nbo"])
def test_what_a_professional_fills_in_is_never_handed_over(
    station: OpenStation, family: Family, form: str
) -> None:
    child = born(station, family.mother, months=3)
    for about in (0, child):
        layout = station.library.form(form).form.layout
        with pytest.raises(FormNotUsableError, match="fylles ut av helsepersonell"):
            handover.hand_over(station, choice(family.mother, form, about=about, layout=layout))
    offer = handover.offer(station, child)
    assert form not in {each.form for each in offer.forms}


def test_cut_off_is_the_childs_own_by_age_and_sex(station: OpenStation, family: Family) -> None:
    """Agder: girls from 11, boys from 14; nobody said which sex: 12."""
    limits = {}
    for sex in ("female", "male", "unknown"):
        child = born(station, family.mother, months=49, sex=sex)
        screening = answered_by_parent(
            station, family.mother, child, "sdq-2-4", all_of(station, "sdq-2-4", "a")
        )
        limits[sex] = results.result(station, screening).scales[0].cut_off
    assert limits == {"female": 11, "male": 14, "unknown": 12}


def test_two_parents_answers_about_one_child_are_told_apart(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    child = born(station, family.mother, months=30)
    people.link(station, FamilyLink(adult=family.father, child=child, role="father"))
    for adult_, option in ((family.mother, "a"), (family.father, "c"), (family.mother, "a")):
        answered_by_parent(station, adult_, child, "sdq-2-4", all_of(station, "sdq-2-4", option))
        clock.let_pass(days=1)
    page = person_page(station, child)
    courses = {trend.form_title: [each.score for each in trend.points] for trend in page.trends}
    assert {title.split(" · ")[0]: scores for title, scores in courses.items()} == {
        "SDQ 2–4 (mor)": [10, 10],
        "SDQ 2–4 (far)": [30],
    }
    rows = [row.text for row in page.timeline if row.screening]
    assert [row.partition(" · ")[0] for row in rows] == [
        "SDQ 2–4 (mor)",
        "SDQ 2–4 (far)",
        "SDQ 2–4 (mor)",
    ]


def test_planned_sheet_about_a_child_stands_in_the_childs_record_and_is_offered_first(
    station: OpenStation,
) -> None:
    mother = people.register(station, adult("Mild", "Hassel"))
    twins = [born(station, mother, months=18, given_name=name) for name in ("Glad", "Lun")]
    visits = [today.plan_visit(station, child, TODAY, "m-chat-rf", mother) for child in twins]
    for child, visit in zip(twins, visits, strict=True):
        offer = handover.offer(station, mother, visit=visit)
        assert offer.default_form == f"m-chat-rf/{child}"
        assert Kind.VISIT_PLANNED in {entry.kind for entry in station.journal.history(child)}
    assert Kind.VISIT_PLANNED not in {entry.kind for entry in station.journal.history(mother)}
    ticket = handover.hand_over(
        station, choice(mother, "m-chat-rf", about=twins[1], visit=visits[1])
    )
    parent = Parent(ticket, HandClock())
    parent.answers(all_of(station, "m-chat-rf", "a"))
    parent.finishes()
    handover.take_in_answers(station)
    assert {card.person: card.pill for card in today.today(station).visits}[twins[1]] == "Besvart"
