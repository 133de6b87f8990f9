"""The device changes hands only in the right words, and the ticket names nobody."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from clinic_day import TODAY, Family, HandClock, Parent, adult, choice, options, texts

from nurseapp.base.errors import FormNotUsableError, UnknownFormError
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.people import people
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.journal.kinds import Kind
from nurseapp.parent.ticket import ParentTicket

pytest_plugins = ("clinic_stations",)


def test_ticket_is_what_the_parents_window_expects(station: OpenStation, family: Family) -> None:
    ticket = handover.hand_over(station, choice(family.mother, language="nn", layout="page"))
    through_the_launcher = json.loads(json.dumps(ticket))
    told = msgspec.convert(through_the_launcher, ParentTicket)
    assert told.languages == ("nn", "nb", "en") or told.languages[0] == "nn"
    assert set(told.languages) == {"nb", "nn", "en"}
    assert (told.questionnaire.form, told.questionnaire.layout) == ("epds", "page")
    assert [item.id for item in told.questionnaire.items] == [str(n) for n in range(1, 11)]
    assert (told.training, told.resumed, told.interface_language) == (True, False, "nb")
    assert told.outbox.startswith(str(station.outbox))
    assert told.seal.form_sha256 == station.library.form("epds").sha256


def test_ticket_has_no_name_points_or_cut_off(station: OpenStation, family: Family) -> None:
    ticket = handover.hand_over(station, choice(family.mother))
    for text in texts(ticket):
        assert "Rolig" not in text
        assert "Bjørk" not in text
        assert text not in {"points", "cut_offs", "critical", "private_key"}


def test_hand_over_of_unapproved_wording_is_refused_in_a_production_station(
    production: OpenStation,
) -> None:
    mother = people.register(production, adult("Anne", "Test"))
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=100))
    people.register(production, due, [FamilyLink(adult=mother, child=0, role="mother")])
    offered = {form.form: form for form in handover.offer(production, mother).forms}
    assert {"epds", "phq-9"} <= set(offered)
    for form in offered.values():
        assert form.why_not
        assert form.languages == ()
        with pytest.raises(FormNotUsableError) as told:
            handover.hand_over(production, choice(mother, form.form))
        assert told.value.sentence == form.why_not
    assert "øvingstekst" in offered["epds"].why_not
    assert "ikke har godkjent" in offered["phq-9"].why_not
    assert Kind.SCREENING_STARTED not in {e.kind for e in production.journal.history(mother)}


def test_hand_over_asks_for_consent_whatever_the_screen_did(
    station: OpenStation, family: Family
) -> None:
    with pytest.raises(FormNotUsableError):
        handover.hand_over(station, choice(family.mother, informed=False))
    with pytest.raises(UnknownFormError):
        handover.hand_over(station, choice(family.mother, "finnes-ikke"))
    with pytest.raises(FormNotUsableError):
        handover.hand_over(station, choice(family.mother, language="ti"))


def test_hand_over_asks_whose_answers_when_the_childs_page_is_open(
    station: OpenStation, family: Family
) -> None:
    assert handover.respondents(station, family.child) == (
        (family.mother, "Rolig Bjørk (mor)"),
        (family.father, "Trygg Bjørk (far)"),
    )
    assert handover.respondents(station, family.father) == ((family.father, "Trygg Bjørk"),)
    assert handover.offer(station, family.child).subject == family.mother


def test_offer_has_the_visits_form_and_the_need_for_an_interpreter(station: OpenStation) -> None:
    mother = people.register(station, adult("Stille", "Furu", language="ar", interpreter="phone"))
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=109))
    pregnancy = people.register(station, due, [FamilyLink(adult=mother, child=0, role="mother")])
    visit = today.plan_visit(station, pregnancy, TODAY, "phq-9", mother, reason="alone")
    (card,) = today.today(station).visits
    assert (card.title, card.detail) == ("Stille Furu · gravid uke 24", "Tolk: arabisk (telefon)")
    assert card.pill == "Kartlegging alene"
    offer = handover.offer(station, mother, visit=visit)
    assert offer.default_form == "phq-9"
    assert offer.interpreter_need == "phone"
    assert offer.subject_words == "gravid uke 24"


def test_foster_carer_is_not_asked_about_her_own_health_with_forms_made_for_parents(
    station: OpenStation,
) -> None:
    only_for_mothers = [
        loaded for loaded in station.library.forms if "other_carer" not in loaded.form.answered_by
    ]
    carer = people.register(station, adult("Raus", "Lønn"))
    child = PersonDetails(
        kind="child", given_name="Sterk", family_name="Lønn", birth_date=TODAY - timedelta(days=480)
    )
    people.register(station, child, [FamilyLink(adult=carer, child=0, role="foster_carer")])
    offered = {form.form for form in handover.offer(station, carer).forms}
    assert not offered & {loaded.form.id for loaded in only_for_mothers}


def test_answers_to_a_visits_form_mark_the_visit_as_done(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    visit = today.plan_visit(station, family.child, TODAY, "epds", family.mother)
    ticket = handover.hand_over(station, choice(family.mother, visit=visit))
    parent = Parent(ticket, clock)
    parent.answers(options(station, dict.fromkeys(range(1, 11), 0)))
    parent.finishes()
    handover.take_in_answers(station)
    (card,) = today.today(station).visits
    assert (card.pill, card.pill_kind) == ("Besvart", "done")


def test_resumed_ticket_hides_what_was_answered_from_the_parents_program(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers({"10": "a", "1": "b"})
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    ticket = msgspec.convert(handover.resume(station, taken.screening), ParentTicket)
    assert ticket.resumed
    asked = [item.id for item in ticket.questionnaire.items]
    assert asked == [str(n) for n in range(2, 10)]
    assert all(set(text.items) == set(asked) for text in ticket.questionnaire.texts.values())
    assert ticket.outbox != str(parent.path)
    offered = handover.offer(station, family.mother)
    assert offered.unfinished == taken.screening
    assert offered.unfinished_words == "EPDS er ikke fullført. 2 svar er lagret."
    clock.let_pass(days=1)
    assert "Begynn helst på nytt" in handover.offer(station, family.mother).unfinished_words


def test_interpreter_and_help_are_told_with_the_result(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    from nurseapp.clinic.sheets import results

    helped = replace(
        choice(family.mother),
        how="interpreter",
        interpreter="phone",
        interpreter_name="Tolketjenesten 4711",
    )
    parent = Parent(handover.hand_over(station, helped), clock)
    parent.answers(options(station, dict.fromkeys(range(1, 11), 0)))
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    words = results.result(station, taken.screening).how_words
    assert words.startswith("tolken leste opp på norsk · ")
    assert "Tolketjenesten 4711" in words


def test_offer_for_a_childs_visit_is_for_the_one_whose_answers_it_wants(
    station: OpenStation, family: Family
) -> None:
    fathers = today.plan_visit(station, family.child, TODAY, "epds", family.father)
    mothers = today.plan_visit(station, family.child, TODAY, "epds", family.mother)
    assert handover.offer(station, family.child, visit=fathers).subject == family.father
    assert handover.offer(station, family.child, visit=mothers).subject == family.mother
