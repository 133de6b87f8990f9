"""From what the parent did to the answers that count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nurseapp.outbox.answer import (
    Answered,
    Declined,
    Event,
    Finished,
    LanguageChosen,
    Paused,
    Record,
    Started,
    TakenBack,
    WentBack,
)
from nurseapp.outbox.sheet import AnswerSheet, fold


def records(*events: Event, elapsed_ms: int = 1000) -> list[Record]:
    return [Record(event=event, at="", elapsed_ms=elapsed_ms) for event in events]


def test_sheet_tells_a_whole_visit() -> None:
    begun = records(
        Started(language="nb", layout="one_at_a_time"),
        Answered(item="1", value="a"),
        Answered(item="2", value="c"),
        WentBack(item="1"),
        Answered(item="1", value="b"),
        Declined(item="3"),
        LanguageChosen(language="pl"),
        Paused(records=7),
    )
    resumed = records(
        Started(language="pl", layout="one_at_a_time"),
        Answered(item="4", value="d"),
        Finished(records=2),
    )
    assert fold([*begun, *resumed]) == AnswerSheet(
        answers={"1": "b", "2": "c", "4": "d"},
        declined=("3",),
        changed=1,
        went_back=1,
        seconds=11.0,
        seconds_by_item={"1": 2.0, "2": 1.0, "3": 1.0, "4": 1.0},
        languages=("nb", "pl"),
        layouts=("one_at_a_time",),
        finished=True,
        paused=1,
    )


def test_sheet_without_records_is_empty_and_unfinished() -> None:
    sheet = fold([])
    assert (sheet.answers, sheet.declined, sheet.finished, sheet.seconds) == ({}, (), False, 0.0)


def test_sheet_a_declined_item_may_still_be_answered_and_the_other_way_round() -> None:
    sheet = fold(
        records(
            Declined(item="1"),
            Answered(item="1", value="a"),
            Answered(item="2", value="a"),
            Declined(item="2"),
        )
    )
    assert (sheet.answers, sheet.declined, sheet.changed) == ({"1": "a"}, ("2",), 2)


def test_sheet_an_answer_taken_back_is_neither_answered_nor_declined() -> None:
    sheet = fold(
        records(
            Answered(item="1", value="12.5"),
            TakenBack(item="1"),
            TakenBack(item="2"),
            Declined(item="3"),
            TakenBack(item="3"),
            Answered(item="3", value="4"),
        )
    )
    assert (sheet.answers, sheet.declined, sheet.changed) == ({"3": "4"}, (), 2)
    assert sheet.seconds_by_item == {"1": 2.0, "2": 1.0, "3": 3.0}


def test_sheet_tapping_the_same_answer_twice_is_no_change() -> None:
    sheet = fold(records(Answered(item="1", value="a"), Answered(item="1", value="a")))
    assert (sheet.answers, sheet.changed) == ({"1": "a"}, 0)


def test_sheet_that_goes_on_after_its_end_is_unfinished() -> None:
    sheet = fold(records(Finished(records=0), Answered(item="1", value="a")))
    assert not sheet.finished


@given(
    st.lists(
        st.one_of(
            st.builds(Answered, item=st.sampled_from("123"), value=st.sampled_from("abcd")),
            st.builds(Declined, item=st.sampled_from("123")),
        )
    )
)
def test_sheet_the_last_word_on_each_item_counts(said: list[Answered | Declined]) -> None:
    sheet = fold(records(*said))
    for item in "123":
        last = next((event for event in reversed(said) if event.item == item), None)
        assert sheet.answers.get(item) == (last.value if isinstance(last, Answered) else None)
        assert (item in sheet.declined) == isinstance(last, Declined)
