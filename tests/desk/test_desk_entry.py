"""Entering a sheet: what leads where, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from entry_samples import (
    ADULTS,
    CHILD_PAPER,
    CLOSED,
    PAPER,
    TALK,
    TODAY,
    WATCHED,
    EntryClinic,
    mixed_questions,
    sheet_questions,
)
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.errors import AnswersError
from nurseapp.clinic.values.entry import EntryForm
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.state import Setting
from nurseapp.desk.entry.typed_sheet import TypedSheet, answer_words
from nurseapp.desk.routes import Entry, Result

SETTING = Setting(answered_on="21.11.2026")


def typed(flow: EntryFlow, figures: str) -> None:
    """As on the keyboard: a figure for each question, 0 where nothing stands."""
    for figure in figures:
        sheet = flow.state.sheet
        assert sheet is not None
        item = sheet.item
        assert item is not None
        if figure == "0":
            flow.type(partial(TypedSheet.left_blank, item=item))
        else:
            flow.type(partial(TypedSheet.pressed, item=item, number=int(figure)))


def filled(clinic: EntryClinic, figures: str = "1234123412") -> EntryFlow:
    flow = clinic.flow(Entry(2, "walks"))
    flow.begin()
    typed(flow, figures)
    flow.finish()
    return flow


def test_ten_figures_fill_in_a_sheet_of_ten() -> None:
    clinic = EntryClinic()
    flow = filled(clinic)
    assert flow.state.stage == "summary"
    flow.save()
    (new,) = clinic.recorded
    assert "".join(str(answer) for answer in new.answers.values()) == "abcdabcdab"
    assert (new.subject, new.form, new.mode, new.answered_on) == (2, "walks", "paper", TODAY)
    assert not new.second_entry
    assert clinic.went == [Result(77)]


def test_a_question_that_stands_empty_has_no_answer_and_is_named() -> None:
    clinic = EntryClinic()
    flow = filled(clinic, "1230123412")
    assert flow.state.sheet is not None
    assert [each.topic for each in flow.state.sheet.open] == ["Tur"]
    flow.save()
    assert "4" not in clinic.recorded[0].answers


def test_a_sheet_and_the_interviews_that_follow_others_of_its_form_are_never_mixed() -> None:
    interviews = [replace(PAPER, mode="second_stage", continues=each) for each in (70, 71)]
    clinic = EntryClinic(PAPER, *interviews)
    flow = filled(clinic)
    while flow.state.stage != "choose":
        flow.back()
    for interview in interviews:
        flow.choose(interview)
        flow.begin()
        assert flow.state.sheet is not None
        assert flow.state.sheet.answers == {}
        typed(flow, "1")
        flow.back()
    flow.choose(PAPER)
    flow.begin()
    paper: TypedSheet | None = flow.state.sheet
    assert paper is not None
    assert paper.answers == {}
    typed(flow, "12")
    flow.back()
    flow.begin()
    again: TypedSheet | None = flow.state.sheet
    assert again is not None
    assert again.answers == {"1": "a", "2": "b"}, "a look back loses nothing"


def test_a_second_entry_begins_empty_and_says_when_both_agree() -> None:
    clinic = EntryClinic()
    flow = filled(clinic)
    flow.again()
    assert flow.state.sheet is not None
    assert flow.state.sheet.answers == {}
    typed(flow, "1234123412")
    flow.finish()
    assert (flow.state.stage, flow.state.twice) == ("summary", True)
    flow.save()
    assert clinic.recorded[0].second_entry


def test_differences_are_settled_one_by_one_before_anything_is_kept() -> None:
    clinic = EntryClinic()
    flow = filled(clinic, "1234123410")
    flow.again()
    typed(flow, "1134123012")
    flow.finish()
    assert flow.state.stage == "compare"
    assert [each.topic for each in flow.state.differing] == ["Mat", "Trapper", "Bussen"]
    flow.settle("2", "first")
    flow.settle("8", "second")
    flow.agree()
    assert flow.state.stage == "compare"
    assert "velg hva som står der" in flow.state.problem
    flow.settle("10", "first")
    flow.agree()
    flow.save()
    (new,) = clinic.recorded
    assert new.answers["2"] == "b"
    assert "8" not in new.answers
    assert "10" not in new.answers
    assert new.second_entry


def test_the_first_entry_stays_when_the_second_is_given_up() -> None:
    flow = filled(EntryClinic())
    flow.again()
    typed(flow, "44")
    assert flow.back()
    assert flow.state.stage == "summary"
    assert flow.state.sheet is not None
    assert flow.state.sheet.given()["2"] == "b"
    assert not flow.state.twice


def test_an_answer_changed_after_two_entries_is_no_longer_entered_twice() -> None:
    clinic = EntryClinic()
    flow = filled(clinic)
    flow.again()
    typed(flow, "1234123412")
    flow.finish()
    flow.back()
    flow.type(lambda sheet: sheet.answered("1", "d"))
    flow.finish()
    flow.save()
    assert not clinic.recorded[0].second_entry


@pytest.mark.parametrize(
    ("form", "setting", "sentence"),
    [
        (PAPER, SETTING, ""),
        (PAPER, replace(SETTING, answered_on=""), "Skriv hvilken dag det var."),
        (PAPER, replace(SETTING, answered_on="22.11.2026"), "Datoen er i framtiden."),
        (CHILD_PAPER, SETTING, "Velg hvem som fylte ut arket."),
        (CHILD_PAPER, replace(SETTING, respondent=3), ""),
        (WATCHED, SETTING, "Skriv hvem som observerte, og når hun ble sertifisert."),
        (WATCHED, replace(SETTING, observer="S. Eik", certified_on="31.2.24"), "Skriv hvem"),
        (WATCHED, replace(SETTING, observer="S. Eik", certified_on="1.2.24"), ""),
        (TALK, SETTING, "Dette skjemaet krever at den som svarer, er alene."),
        (TALK, replace(SETTING, alone=True), ""),
    ],
)
def test_a_sheet_begins_only_when_what_it_asks_for_is_known(
    form: EntryForm, setting: Setting, sentence: str
) -> None:
    clinic = EntryClinic(form)
    flow = clinic.flow()
    flow.choose(form)
    flow.set_up(setting)
    assert flow.state.blocked.startswith(sentence)
    assert bool(flow.state.blocked) == bool(sentence)
    flow.begin()
    assert (flow.state.stage == "fill") == (not sentence)


def test_what_the_form_asked_for_is_kept_with_the_sheet() -> None:
    clinic = EntryClinic(replace(WATCHED, needs_respondent=True))
    flow = clinic.flow()
    flow.choose(clinic.forms[0])
    flow.set_up(
        Setting(respondent=3, answered_on="20.11.26", observer=" S. Eik ", certified_on="1.2.24")
    )
    flow.begin()
    flow.finish()
    flow.save()
    (new,) = clinic.recorded
    assert (new.respondent, new.answered_on) == (3, date(2026, 11, 20))
    assert (new.observer, new.certified_on) == ("S. Eik", date(2024, 2, 1))


def test_another_day_asks_again_which_age_form_fits() -> None:
    clinic = EntryClinic()
    flow = clinic.flow()
    flow.choose(PAPER)
    flow.set_up(replace(flow.state.setting, answered_on="20.11.202"))
    flow.set_up(replace(flow.state.setting, answered_on="20.11.2026"))
    assert clinic.asked == [TODAY, date(2026, 11, 20)]
    assert flow.state.form == PAPER


def test_an_age_form_that_fits_no_longer_is_chosen_no_longer() -> None:
    clinic = EntryClinic()
    flow = clinic.flow(Entry(2, CHILD_PAPER.form))
    chosen = [flow.state.form]
    clinic.forms = (replace(CHILD_PAPER, why_not="Barnet var for lite."),)
    flow.set_up(replace(flow.state.setting, answered_on="20.05.2026"))
    assert [*chosen, flow.state.form] == [CHILD_PAPER, None]
    assert flow.state.blocked


def test_the_only_adult_is_chosen_without_asking() -> None:
    flow = EntryClinic(adults=ADULTS[:1]).flow()
    assert flow.state.setting.respondent == 1


def test_ways_in_show_what_belongs_to_them() -> None:
    clinic = EntryClinic(PAPER, WATCHED, replace(WATCHED, mode="received"),
                         replace(PAPER, mode="second_stage", continues=5))  # fmt: skip
    ways = (Entry(2, mode="paper"), Entry(2, mode="observer"), Entry(2))
    modes = {way.mode: [form.mode for form in clinic.flow(way).state.forms] for way in ways}
    assert modes["paper"] == ["paper", "second_stage"]
    assert modes["observer"] == ["observer", "received"]
    assert len(modes[""]) == 4


def test_a_consultations_sheet_goes_into_the_record_it_belongs_in() -> None:
    clinic = EntryClinic(PAPER)
    clinic.forms_of[3] = (CHILD_PAPER,)
    for first, beside in ((2, 3), (3, 2), (2, 2)):
        flow = clinic.flow(Entry(first, "play-12", mode="paper", beside=beside))
        form = flow.state.form
        assert (form is not None) == (3 in {first, beside})
        flow.begin()
        if form is not None:
            assert flow.state.offer is not None
            assert flow.state.offer.subject == 3


def test_a_form_that_may_not_be_used_cannot_be_chosen() -> None:
    flow = EntryClinic(CLOSED).flow(Entry(2, "closed"))
    flow.choose(CLOSED)
    assert flow.state.form is None


def test_what_the_clinic_refuses_is_said_and_nothing_typed_is_lost() -> None:
    clinic = EntryClinic()

    clinic.refuses = AnswersError(why="spørsmål 1")
    flow = filled(clinic)
    flow.save()
    assert flow.state.problem
    assert (flow.state.stage, flow.state.busy) == ("summary", False)
    assert clinic.went == []


def test_a_figure_that_is_no_option_answers_nothing() -> None:
    sheet = TypedSheet(questions=sheet_questions()).begun()
    assert sheet.pressed("1", 5) == sheet
    assert sheet.pressed("99", 1).answers == {}


def test_a_list_of_several_takes_every_tick_and_stays() -> None:
    sheet = TypedSheet(questions=mixed_questions()).begun().at("3")
    sheet = sheet.pressed("3", 3).pressed("3", 1)
    assert (sheet.answers["3"], sheet.item) == ("a c", "3")
    assert sheet.pressed("3", 1).answers["3"] == "c"
    assert sheet.left_blank("3").answers["3"] == ""


def test_a_tick_beside_belongs_to_its_question() -> None:
    sheet = TypedSheet(questions=mixed_questions()).begun().at("4")
    ticked = sheet.ticked_beside("4")
    assert (ticked.answers, ticked.item) == ({"4c": "a"}, "4")
    assert sheet.pressed("4c", 1).item == "4"
    assert ticked.pressed("4", 2).item == "5"


def test_a_question_that_is_not_asked_is_passed_over_and_not_kept() -> None:
    sheet = TypedSheet(questions=mixed_questions()).begun()
    sheet = sheet.pressed("1", 1).answered("2", "3.5").pressed("1", 2)
    assert sheet.item == "3"
    assert sheet.given() == {"1": "b"}


def test_answers_are_said_as_they_are_written_here() -> None:
    items = {each.question.id: each for each in mixed_questions().items}
    said = [
        answer_words(items["2"], "12.5", worded=False),
        answer_words(items["5"], "2026-11-21", worded=False),
        answer_words(items["3"], "a c", worded=True),
        answer_words(items["3"], "", worded=True),
        answer_words(items["4"], "b", worded=False),
        answer_words(items["4"], None, worded=False),
    ]
    assert said == ["12,5 km", "21.11.2026", "1 · Ekorn, 3 · Maur", "ingen", "2", "ikke besvart"]


@given(st.lists(st.tuples(st.integers(1, 10), st.integers(0, 5)), max_size=40))
def test_whatever_is_pressed_only_answers_that_fit_are_given(
    presses: list[tuple[int, int]],
) -> None:
    sheet = TypedSheet(questions=sheet_questions()).begun()
    for item, number in presses:
        sheet = sheet.pressed(str(item), number) if number else sheet.left_blank(str(item))
    assert set(sheet.given().values()) <= set("abcd")
    assert not set(sheet.given()) & sheet.blank
    assert sheet.seen == len(sheet.given()) + len(sheet.blank)
