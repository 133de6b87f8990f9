"""Alcohol and violence are asked about alone, whichever way the answers come in."""

from __future__ import annotations

import pytest
from clinic_children import entered, new_sheet
from clinic_day import Family, HandClock, Parent, choice, texts

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import feedback, handover
from nurseapp.clinic.library.form_cards import may_print_blank
from nurseapp.clinic.papers import papers
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.forms.model import Form

pytest_plugins = ("clinic_stations",)

PRIVATE = ("audit", "audit-c", "tweak", "tweak-auditc", "violence-talk")


def form(station: OpenStation, name: str) -> Form:
    return station.library.form(name).form


def test_private_forms_are_just_these_and_none_goes_out_on_a_hand_out(
    station: OpenStation,
) -> None:
    forms = [each.form for each in station.library.forms]
    assert tuple(each.id for each in forms if each.alone_required) == PRIVATE
    for name in PRIVATE:
        assert form(station, name).off_hand_outs, name
        assert not may_print_blank(form(station, name)), name


@pytest.mark.parametrize("name", ["audit", "audit-c", "tweak"])
def test_private_form_changes_hands_only_with_somebody_who_is_seen_to_be_alone(
    station: OpenStation, family: Family, clock: HandClock, name: str
) -> None:
    layout = form(station, name).layout
    head = station.journal.head()
    with pytest.raises(FormNotUsableError, match="alene i rommet"):
        handover.hand_over(station, choice(family.mother, name, layout=layout, alone=False))
    assert station.journal.head() == head
    parent = Parent(handover.hand_over(station, choice(family.mother, name, layout=layout)), clock)
    first = form(station, name).items[0]
    parent.answers({first.id: first.options[0].id})
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    offer = handover.offer(station, family.mother)
    assert (offer.unfinished, offer.unfinished_alone) == (taken.screening, True)
    with pytest.raises(FormNotUsableError, match="alene i rommet"):
        handover.resume(station, taken.screening)
    assert handover.resume(station, taken.screening, alone=True)["resumed"]


@pytest.mark.parametrize("name", ["audit", "audit-c", "tweak", "violence-talk"])
def test_private_form_is_entered_only_when_she_was_alone_and_names_nothing_she_carries(
    station: OpenStation, family: Family, name: str
) -> None:
    mode = "observer" if name == "violence-talk" else "paper"
    first = next(item for item in form(station, name).items if item.options)
    answers = {first.id: first.options[0].id}
    with pytest.raises(FormNotUsableError, match="alene i rommet"):
        sheet_entry.record(station, new_sheet(family.mother, name, answers, mode=mode))
    number = entered(station, family.mother, name, answers, mode=mode, alone=True)
    titles = {form(station, name).name.casefold(), form(station, name).full_name.casefold()}
    others = (
        papers.take_home_draft(station, number),
        person_page(station, family.father),
        person_page(station, family.child),
        handover.offer(station, family.father).unfinished_words,
        feedback.offer(station),
    )
    said = "\n".join(texts(others)).casefold()
    assert not any(title in said for title in titles)
    assert papers.referral_draft(station, number).copy_to == ""
    assert not any(visit.person == family.child for visit in today.today(station).visits)
