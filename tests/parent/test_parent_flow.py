"""The way through the questions, without a window."""

from __future__ import annotations

import msgspec
import pytest
from parent_samples import MemoryRecorder, questionnaire

from nurseapp.base.errors import DiskFullError
from nurseapp.outbox.answer import (
    Answered,
    Declined,
    Finished,
    LanguageChosen,
    Paused,
    Started,
    WentBack,
)
from nurseapp.parent.flow import ParentFlow
from nurseapp.sheet.measures import Measures, step_for

pytest_plugins = ["parent_fixtures"]


def begun(recorder: MemoryRecorder, **how: object) -> ParentFlow:
    asked = questionnaire(**how)  # type: ignore[arg-type]
    flow = ParentFlow(asked, recorder, language=next(iter(asked.texts)))
    flow.begin()
    return flow


def test_beginning_records_language_and_layout_once(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    flow.back()
    flow.begin()
    assert recorder.events == [Started(language="nb", layout="one_at_a_time")]
    assert flow.state.place == "question"
    assert flow.state.item == "1"


def test_an_answer_stays_in_view_until_the_parent_goes_on(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    flow.answer("1", "b")
    assert flow.state.item == "1"
    assert flow.state.answers == {"1": "b"}
    flow.next()
    assert flow.state.item == "2"


def test_the_last_of_several_answers_counts_and_each_is_kept(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    for option in ("a", "c", "c", "b"):
        flow.answer("1", option)
    assert recorder.events[1:] == [Answered(item="1", value=one) for one in ("a", "c", "b")]
    assert flow.state.answers == {"1": "b"}


def test_an_answer_that_the_question_does_not_have_is_not_taken(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    flow.answer("1", "z")
    flow.answer("99", "a")
    assert recorder.events[1:] == []


def test_an_answer_is_kept_before_it_is_shown(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    kept_when_shown: list[bool] = []

    def shown(_state: object) -> None:
        kept_when_shown.append(Answered(item="1", value="a") in recorder.events)

    flow.observe(shown)
    flow.answer("1", "a")
    assert kept_when_shown == [False, True]


@pytest.mark.parametrize("intent", ["answer", "decline", "pause", "hand_in", "begin", "back"])
def test_nothing_is_shown_that_could_not_be_kept(recorder: MemoryRecorder, intent: str) -> None:
    flow = ParentFlow(questionnaire(), recorder, language="nb")
    if intent != "begin":
        flow.begin()
        flow.next()
    if intent == "decline":
        flow.ask_to_skip("2")
    if intent == "hand_in":
        flow.next()
        flow.next()
    before = flow.state
    recorder.full = True
    if intent == "answer":
        flow.answer("2", "a")
    else:
        getattr(flow, intent)()
    assert flow.state.trouble == DiskFullError().sentence
    assert (flow.state.place, flow.state.item) == (before.place, before.item)
    assert flow.state.answers == before.answers
    assert flow.state.declined == before.declined
    recorder.full = False
    if intent == "answer":
        flow.answer("2", "a")
    else:
        getattr(flow, intent)()
    assert flow.state.trouble == ""
    assert flow.state != before


def test_skipping_is_asked_about_and_then_leads_on(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    flow.decline()  # nothing was asked: nothing is skipped
    flow.ask_to_skip("1")
    prompted = [flow.state.skipping]
    flow.keep_item()
    prompted.append(flow.state.skipping)
    assert prompted == ["1", None]
    flow.ask_to_skip("1")
    flow.decline()
    assert recorder.events[1:] == [Declined(item="1")]
    assert flow.state.declined == {"1"}
    assert flow.state.item == "2"


def test_a_skipped_question_may_still_be_answered_and_the_other_way_round(
    recorder: MemoryRecorder,
) -> None:
    flow = begun(recorder, layout="page")
    flow.ask_to_skip("1")
    flow.decline()
    flow.answer("1", "c")
    assert flow.state.declined == frozenset()
    flow.ask_to_skip("1")
    flow.decline()
    assert flow.state.answers == {}
    assert recorder.events[1:] == [
        Declined(item="1"),
        Answered(item="1", value="c"),
        Declined(item="1"),
    ]


def test_open_questions_are_listed_and_skipped_ones_are_not(recorder: MemoryRecorder) -> None:
    flow = begun(recorder, count=4)
    flow.answer("1", "a")
    flow.next()
    flow.ask_to_skip("2")
    flow.decline()
    flow.next()
    flow.next()
    assert flow.state.place == "review"
    assert flow.state.unanswered == ("3", "4")
    flow.jump("4")
    assert (flow.state.place, flow.state.item) == ("question", "4")
    assert recorder.events[-1] == WentBack(item="4")


def test_going_back_is_kept_and_the_first_question_leads_to_the_opening_page(
    recorder: MemoryRecorder,
) -> None:
    flow = begun(recorder)
    flow.next()
    flow.back()
    assert recorder.events[-1] == WentBack(item="1")
    flow.back()
    assert flow.state.place == "welcome"
    flow.begin()
    assert flow.state.item == "1"


def test_handing_in_says_how_much_stands_before_it(recorder: MemoryRecorder) -> None:
    flow = begun(recorder, layout="page")
    flow.answer("1", "a")
    flow.hand_in()  # not from the questions
    flow.next()
    flow.hand_in()
    assert recorder.events[-1] == Finished(records=2)
    assert flow.state.place == "thanks"
    flow.answer("2", "a")
    flow.pause()
    flow.back()
    assert flow.state.place == "thanks"
    assert recorder.events[-1] == Finished(records=2)


def test_a_sheet_with_no_question_left_has_only_to_be_handed_in(recorder: MemoryRecorder) -> None:
    asked = msgspec.structs.replace(questionnaire(), items=())
    flow = ParentFlow(asked, recorder, language="nb")
    places = []
    for go in (flow.begin, flow.back, flow.begin, flow.hand_in):
        go()
        places.append(flow.state.place)
    assert places == ["review", "welcome", "review", "thanks"]
    assert recorder.events == [Started(language="nb", layout="one_at_a_time"), Finished(records=1)]


def test_a_pause_can_only_be_ended_by_the_nurse(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    flow.pause()
    assert recorder.events[-1] == Paused(records=1)
    for intent in (flow.begin, flow.next, flow.back, flow.list_languages, flow.hand_in):
        intent()
    flow.answer("1", "a")
    flow.choose_language("nb")
    assert flow.state.place == "paused"
    assert recorder.events[-1] == Paused(records=1)


def test_a_change_of_language_is_kept_and_leads_back(recorder: MemoryRecorder) -> None:
    flow = begun(recorder, languages=("nb", "ar"))
    flow.next()
    flow.list_languages()
    flow.choose_language("ar")
    assert recorder.events[-1] == LanguageChosen(language="ar")
    assert (flow.state.place, flow.state.item, flow.state.language) == ("question", "2", "ar")
    flow.choose_language("xx")
    assert flow.state.language == "ar"


def test_a_language_chosen_before_the_beginning_is_the_one_it_begins_with(
    recorder: MemoryRecorder,
) -> None:
    flow = ParentFlow(questionnaire(languages=("nb", "ar")), recorder, language="nb")
    flow.choose_language("ar")
    flow.begin()
    assert recorder.events == [Started(language="ar", layout="one_at_a_time")]


def test_a_question_appears_when_another_answer_calls_for_it(recorder: MemoryRecorder) -> None:
    flow = begun(recorder, follow_up=True)
    asked = [flow.state.asked]
    for option in ("d", "a"):
        flow.answer("1", option)
        asked.append(flow.state.asked)
    assert asked == [("1", "2"), ("1", "2", "3"), ("1", "2")]


def test_text_has_three_sizes(recorder: MemoryRecorder) -> None:
    flow = begun(recorder)
    flow.resize_text(-1)
    assert flow.state.text_step == 0
    for _time in range(5):
        flow.resize_text(1)
    assert flow.state.text_step == 2


@pytest.mark.parametrize(("scale", "step"), [(1.0, 0), (1.25, 1), (1.5, 2), (2.0, 2)])
def test_the_nurses_text_size_is_where_the_parent_begins(scale: float, step: int) -> None:
    assert step_for(scale) == step


@pytest.mark.parametrize("dpi", [96.0, 132.0, 200.0])
def test_targets_are_large_by_the_ruler(dpi: float) -> None:
    measures = Measures(dpi=dpi)
    assert measures.answer_height / dpi * 25.4 >= 14
    assert measures.button_height / dpi * 25.4 >= 12
    assert measures.gap / dpi * 25.4 >= 2
    assert measures.points(72) == pytest.approx(dpi, abs=1)


@pytest.mark.parametrize("dpi", [0.0, 5.0, 10_000.0])
def test_a_screen_that_says_nonsense_still_gives_text_that_fits(dpi: float) -> None:
    assert 26 <= Measures(dpi=dpi).points(20) <= 67
