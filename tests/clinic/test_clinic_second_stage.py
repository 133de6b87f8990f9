"""A sheet in two stages: what the first calls for stays on the list until the second is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from clinic_children import all_of, answered_by_parent, born, entered
from clinic_day import TODAY, Family, adult
from msgspec import structs

from nurseapp.base.errors import AlreadyClosedError, AnswersError
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.library.form_library import import_form
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results, sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.library import ImportedForm
from nurseapp.clinic.values.result import NewAssessment, PlannedStep
from nurseapp.journal.rebuild import unfaithful

pytest_plugins = ("clinic_stations",)

FORM = "m-chat-rf"


@pytest.fixture
def child(station: OpenStation, family: Family) -> int:
    return born(station, family.mother, months=20)


def with_risk(station: OpenStation, *items: str) -> dict[str, str]:
    """Every answer free of risk but these; at 2, 5 and 12 risk is a yes."""
    answers = all_of(station, FORM, "a") | dict.fromkeys(("2", "5", "12"), "b")
    return answers | {item: "a" if item in {"2", "5", "12"} else "b" for item in items}


def first_stage(station: OpenStation, family: Family, child: int, *items: str) -> int:
    return answered_by_parent(station, family.mother, child, FORM, with_risk(station, *items))


def kinds(station: OpenStation) -> list[str]:
    return [card.kind for card in today.today(station).alerts]


def interview(station: OpenStation, child: int, screening: int, answers: dict[str, str]) -> None:
    entered(station, child, FORM, answers, mode="second_stage", continues=screening)


@pytest.mark.parametrize(
    ("risk", "called"),
    [
        (("1", "3"), []),
        (("1", "2", "3"), ["second_stage"]),
        (("1", "2", "3", "4", "5", "6", "7"), ["second_stage"]),
        (("1", "2", "3", "4", "5", "6", "7", "8"), ["over_cut_off"]),
    ],
)
def test_points_of_the_first_stage_decide_what_is_called_for(
    station: OpenStation, family: Family, child: int, risk: tuple[str, ...], called: list[str]
) -> None:
    screening = first_stage(station, family, child, *risk)
    assert kinds(station) == called
    view = results.result(station, screening)
    assert bool(view.second_stage) == ("second_stage" in called)
    stages = [form for form in sheet_entry.offer(station, child).forms if form.continues]
    assert [form.continues for form in stages] == [screening] * ("second_stage" in called)


def test_interview_asks_only_about_what_gave_points(
    station: OpenStation, family: Family, child: int
) -> None:
    screening = first_stage(station, family, child, "2", "7", "20")
    (form,) = [form for form in sheet_entry.offer(station, child).forms if form.continues]
    asked = sheet_entry.questions(station, FORM, form.mode, continues=form.continues)
    assert [item.question.id for item in asked.items] == ["f2", "f7", "f20"]
    assert all(item.question.show_when is None for item in asked.items)
    with pytest.raises(AnswersError):
        interview(station, child, screening, {"f1": "a"})
    with pytest.raises(AnswersError):
        interview(station, child, screening, {"2": "b"})


@pytest.mark.parametrize(("failed", "verdict"), [(1, "below"), (2, "over")])
def test_interview_decides(
    station: OpenStation, family: Family, child: int, failed: int, verdict: str
) -> None:
    screening = first_stage(station, family, child, "1", "3", "4")
    asked = ("f1", "f3", "f4")
    answers = {item: "b" if place < failed else "a" for place, item in enumerate(asked)}
    interview(station, child, screening, answers)
    view = results.result(station, screening)
    assert kinds(station) == ["over_cut_off"] * (verdict == "over")
    assert view.second_stage == ""
    assert view.scales[-1].verdict == verdict
    assert len(view.entered) == 1
    assert "Oppfølgingssamtale 21.11.2026" in view.entered[0]
    assert {row.item for row in view.items} >= set(asked)
    row = person_page(station, child).timeline[0]
    assert ("over grensen" in row.text) == (verdict == "over")
    with pytest.raises(AlreadyClosedError):
        interview(station, child, screening, answers)


def test_interview_that_was_broken_off_is_still_due(
    station: OpenStation, family: Family, child: int
) -> None:
    screening = first_stage(station, family, child, "1", "3", "4")
    interview(station, child, screening, {"f1": "a"})
    assert kinds(station) == ["second_stage"]
    assert results.result(station, screening).second_stage
    interview(station, child, screening, {"f3": "a", "f4": "a"})
    assert kinds(station) == []
    assert not results.result(station, screening).second_stage


def test_interview_goes_on_with_its_own_sheet_of_its_own_child(
    station: OpenStation, family: Family, child: int
) -> None:
    other = born(station, people.register(station, adult("Mild", "Hassel")), months=20)
    screening = first_stage(station, family, child, "1", "3", "4")
    calm = first_stage(station, family, child)
    for subject, number in ((other, screening), (child, calm), (child, 4711)):
        with pytest.raises((AlreadyClosedError, LookupError)):
            interview(station, subject, number, {"f1": "a"})


def test_interview_goes_on_by_the_form_the_first_stage_was_answered_on(
    station: OpenStation, family: Family, child: int
) -> None:
    """A form of the clinic's own gets a new version while the interview is due."""
    first = structs.replace(station.library.form(FORM).form, id="own")
    import_form(station, ImportedForm(form=first))
    answers = with_risk(station, "1", "2", "3")
    screening = entered(station, child, "own", answers, respondent=family.mother)
    one_item_less = tuple(item for item in first.items if item.id != "f20")
    scales = tuple(
        structs.replace(scale, items=tuple(item for item in scale.items if item != "f20"))
        for scale in first.scales
    )
    changed = structs.replace(first, items=one_item_less, scales=scales)
    import_form(station, ImportedForm(form=changed))
    assert station.library.form("own").form.version == 2

    (form,) = [form for form in sheet_entry.offer(station, child).forms if form.continues]
    assert form.why_not == ""
    asked = sheet_entry.questions(station, "own", "second_stage", continues=screening)
    assert [item.question.id for item in asked.items] == ["f1", "f2", "f3"]
    failed = dict.fromkeys(("f1", "f2", "f3"), "b")
    entered(station, child, "own", failed, mode="second_stage", continues=screening)
    assert results.result(station, screening).scales[1].verdict == "over"
    assert kinds(station) == ["over_cut_off"]


def test_interview_is_not_from_before_its_first_stage(
    station: OpenStation, family: Family, child: int
) -> None:
    yesterday = TODAY - timedelta(days=1)
    answers = with_risk(station, "1", "2", "3")
    first = entered(station, child, FORM, answers, respondent=family.mother, answered_on=yesterday)
    failed = dict.fromkeys(("f1", "f2", "f3"), "b")
    with pytest.raises(AnswersError, match="før dagen"):
        entered(station, child, FORM, failed, mode="second_stage", continues=first,
                answered_on=yesterday - timedelta(days=1))  # fmt: skip
    assert kinds(station) == ["second_stage"]
    entered(
        station, child, FORM, failed, mode="second_stage", continues=first, answered_on=yesterday
    )
    assert kinds(station) == ["over_cut_off"]


def test_interview_that_a_correction_made_needless_is_let_go_by_the_assessment(
    station: OpenStation, family: Family, child: int
) -> None:
    screening = first_stage(station, family, child, "1", "3", "4")
    results.correct_answer(station, screening, "1", "a", "Trykket feil")
    assert kinds(station) == ["second_stage"], "nothing is taken off the list by itself"
    assert not results.result(station, screening).second_stage
    results.assess(
        station, NewAssessment(screening=screening, text="Rettet. Ingen fare.", steps=())
    )
    assert kinds(station) == []


def test_assessment_lets_the_interview_go_only_for_another_step(
    station: OpenStation, family: Family, child: int
) -> None:
    screening = first_stage(station, family, child, "1", "3", "4")
    results.assess(station, NewAssessment(screening=screening, text="Snakket sammen.", steps=()))
    assert kinds(station) == ["second_stage"]
    later = PlannedStep(code="follow-up-interview", due=TODAY + timedelta(days=7))
    results.assess(station, NewAssessment(screening=screening, text="", steps=(later,)))
    assert kinds(station) == []
    assert [step.screening for step in today.follow_up(station).steps] == [screening]
    interview(station, child, screening, {"f1": "b", "f3": "b", "f4": "a"})
    assert kinds(station) == ["over_cut_off"]


def test_tables_of_a_sheet_in_stages_follow_from_the_journal(
    station: OpenStation, family: Family, child: int
) -> None:
    screening = first_stage(station, family, child, "1", "3", "4")
    interview(station, child, screening, {"f1": "b", "f3": "b", "f4": "a"})
    assert unfaithful(station.journal._connection, station.journal.projections) == ()


def test_interview_is_due_no_more_when_the_answers_are_taken_back(
    station: OpenStation, family: Family, child: int
) -> None:
    screening = first_stage(station, family, child, "1", "3", "4")
    handover.withdraw(station, screening, "Feil barn")
    assert kinds(station) == []
    assert not [form for form in sheet_entry.offer(station, child).forms if form.continues]
    with pytest.raises(AlreadyClosedError):
        interview(station, child, screening, {"f1": "a"})
