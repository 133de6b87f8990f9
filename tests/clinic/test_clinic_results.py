"""A result says what is known, against the cut-off it was saved with, and never more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from clinic_day import (
    TODAY,
    Family,
    HandClock,
    Parent,
    adult,
    choice,
    options,
    screened,
    texts,
    worth,
)

from nurseapp.base.errors import (
    AlreadyClosedError,
    AnswersError,
    FormNotUsableError,
    PersonIncompleteError,
)
from nurseapp.clinic.followup import followup, today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.record.trends import reliable_change
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.people import FamilyLink, PersonDetails
from nurseapp.clinic.values.result import Closing, NewAssessment
from nurseapp.forms.library import Library
from nurseapp.forms.scale import Evidence
from nurseapp.journal.kinds import Kind

pytest_plugins = ("clinic_stations",)

WORDS_THAT_ARE_NEVER_USED = ("normal", "diagnose", "depresjon ", "risiko", "frisk", "syk ")


def kinds(station: OpenStation) -> list[str]:
    return [alert.kind for alert in today.today(station).alerts]


def partly(station: OpenStation, family: Family, points: dict[int, int], clock: HandClock) -> int:
    """A sheet that the mother finished with only these questions answered."""
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, points))
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    return taken.screening


@pytest.mark.parametrize(
    ("total", "verdict", "words"),
    [(10, "over", "Over grensen: samtale"), (9, "below", "Under grensen. Samtalen avgjør.")],
)
def test_result_at_the_cut_off_says_talk_and_under_it_says_that_the_talk_decides(
    station: OpenStation, family: Family, total: int, verdict: str, words: str
) -> None:
    view = results.result(station, screened(station, family.mother, worth(total)))
    (scale,) = view.scales
    assert (scale.verdict, scale.verdict_words) == (verdict, words)
    assert (scale.score, scale.maximum, scale.cut_off) == (total, 30, 10)
    assert "Eberhard-Gran 2001" in scale.source_words
    assert "sensitivitet 100 %, spesifisitet 87 %" in scale.source_words
    assert view.sha256 == station.library.form("epds").sha256


def test_result_of_an_incomplete_sheet_is_a_range_and_never_below(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    answered = {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1}
    view = results.result(station, partly(station, family, answered, clock))
    (scale,) = view.scales
    assert scale.score is None
    assert scale.verdict == "cannot_exclude"
    assert scale.words == "8–14 av 30: kan ikke utelukke 10 eller mer"
    assert kinds(station) == ["incomplete"]


def test_result_of_an_incomplete_sheet_that_cannot_reach_the_cut_off_is_not_below_either(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    answered = dict.fromkeys(range(1, 10), 0)
    view = results.result(station, partly(station, family, answered, clock))
    (scale,) = view.scales
    assert (scale.verdict, scale.words) == ("unscored", "0–3 av 30")
    assert "grensen" not in scale.verdict_words


@pytest.mark.parametrize("answered", [8, 9])
def test_result_of_an_incomplete_sheet_is_below_nowhere(
    station: OpenStation, family: Family, clock: HandClock, answered: int
) -> None:
    """Neither on screen nor on paper, whether or not the cut-off could still be reached."""
    screening = partly(station, family, dict.fromkeys(range(1, answered + 1), 0), clock)
    draft = papers.referral_draft(station, screening)
    said = [
        *texts(results.result(station, screening)),
        *texts(person_page(station, family.mother)),
        *texts(today.today(station)),
        *texts(draft),
        papers.ehr_text(station, screening),
        *texts(
            station.journal.read(
                lambda cursor: referral_document(station, cursor, draft, "0000-0000")
            )
        ),
    ]
    assert any(f"0–{30 - 3 * answered} av 30" in words for words in said)
    assert not [words for words in said if "under grensen" in words.lower() or words == "below"]
    assert not [words for words in said if words.startswith(("0 av 30", "EPDS 0 av"))]


def test_result_judges_the_critical_answer_of_an_incomplete_sheet(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    view = results.result(station, partly(station, family, {10: 1}, clock))
    assert view.critical[0].title == "Spørsmål 10 (selvskading): svar 1 av 3"
    assert kinds(station) == ["critical", "incomplete"]


def test_result_holds_a_father_against_the_fathers_cut_off(
    station: OpenStation, family: Family
) -> None:
    view = results.result(station, screened(station, family.father, worth(9)))
    assert "Shafian 2022" in view.scales[0].source_words
    assert view.subject_words.startswith("far til Blid Bjørk")


def test_result_of_a_pregnant_woman_is_held_against_the_cut_off_for_pregnancy(
    station: OpenStation,
) -> None:
    mother = people.register(station, adult("Stille", "Furu"))
    due = PersonDetails(kind="pregnancy", due_date=TODAY + timedelta(days=109))
    people.register(station, due, [FamilyLink(adult=mother, child=0, role="mother")])
    view = results.result(station, screened(station, mother, worth(10)))
    assert view.scales[0].cut_off == 11
    assert view.scales[0].verdict == "below"
    assert view.subject_words == "gravid uke 24"


def test_result_never_changes_when_the_form_does(
    station: OpenStation, family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    screening = screened(station, family.mother, worth(13))
    before = results.result(station, screening)
    empty = Library(forms=(), problems=())
    monkeypatch.setattr(station, "_library", empty)
    after = results.result(station, screening)
    assert after.scales == before.scales
    assert [row.option for row in after.items] == [row.option for row in before.items]


def test_result_of_a_training_form_is_marked(station: OpenStation, family: Family) -> None:
    assert results.result(station, screened(station, family.mother, worth(3))).training


def test_result_reading_it_is_recorded(station: OpenStation, family: Family) -> None:
    screening = screened(station, family.mother, worth(3))
    results.result(station, screening)
    read = [
        entry for entry in station.journal.history(family.mother) if entry.kind == Kind.RECORD_READ
    ]
    assert [entry.author for entry in read] == [station.author]


def test_correction_keeps_the_old_answer_readable_and_scores_anew(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(9))
    most = options(station, {9: 3})["9"]
    results.correct_answer(station, screening, "9", most, "Trykket feil, sier hun")
    view = results.result(station, screening)
    assert view.scales[0].score == 12
    assert kinds(station) == ["over_cut_off"]
    corrected = view.items[8].corrected
    assert "S. Eik" in corrected
    assert "Trykket feil, sier hun" in corrected
    assert "før: Nei, ingen dager" in corrected


def test_correction_of_a_critical_answer_does_not_take_its_alert_away(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(5, tenth=2))
    none = options(station, {10: 0})["10"]
    results.correct_answer(station, screening, "10", none, "Misforsto spørsmålet")
    assert kinds(station) == ["critical"]
    view = results.result(station, screening)
    assert view.scales[0].score == 3
    assert view.critical[0].closed == ""


def test_correction_to_a_critical_answer_raises_an_alert(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    screening = screened(station, family.mother, worth(5, tenth=1))
    alert = results.result(station, screening).critical[0].alert
    done = Closing(alert=alert, action="Snakket", by="S. Eik", at=clock.now(), next_contact=TODAY)
    followup.close_alert(station, done)
    assert kinds(station) == []
    graver = options(station, {10: 3})["10"]
    results.correct_answer(station, screening, "10", graver, "Sa det i samtalen")
    assert kinds(station) == ["critical"]


def test_correction_needs_a_reason_and_an_option_that_exists(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(5))
    with pytest.raises(PersonIncompleteError):
        results.correct_answer(station, screening, "1", "a", "  ")
    with pytest.raises(AnswersError):
        results.correct_answer(station, screening, "1", "zebra", "Feil")


def test_withdrawn_sheet_stays_readable_and_counts_no_more(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(5))
    handover.withdraw(station, screening, "Hun angret")
    view = results.result(station, screening)
    assert view.withdrawn == (
        "Trukket tilbake 21.11.2026 av S. Eik: Hun angret."
        " Svarene teller ikke, og blir stående i journalen."
    )
    assert view.scales[0].score == 5
    page = person_page(station, family.mother)
    assert page.trends == ()
    assert page.timeline[0].pill == "teller ikke"
    with pytest.raises(AlreadyClosedError):
        results.correct_answer(station, screening, "1", "a", "Feil")
    with pytest.raises(AlreadyClosedError):
        handover.withdraw(station, screening, "En gang til")


def test_withdrawn_sheet_leaves_only_a_critical_answer_on_the_list(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(17, tenth=1))
    assert [card.kind for card in today.today(station).alerts] == ["critical", "over_cut_off"]
    handover.withdraw(station, screening, "Hun angret")
    assert [card.kind for card in today.today(station).alerts] == ["critical"]


def test_withdrawn_sheet_goes_on_no_paper(station: OpenStation, family: Family) -> None:
    screening = screened(station, family.mother, worth(13))
    draft = replace(papers.referral_draft(station, screening), consent="oral", plan="Ny samtale.")
    handover.withdraw(station, screening, "Hun angret")
    for paper in (
        lambda: papers.ehr_text(station, screening),
        lambda: papers.preview_referral(station, draft),
        lambda: papers.make_referral(station, draft),
    ):
        with pytest.raises(FormNotUsableError) as told:
            paper()
        assert "trukket tilbake" in told.value.sentence
    kinds_of = {entry.kind for entry in station.journal.history(family.mother)}
    assert Kind.PAPER_MADE not in kinds_of


@pytest.mark.parametrize("end", [handover.withdraw, handover.abandon_unfinished])
def test_critical_alert_outlives_the_sheet_that_raised_it(
    station: OpenStation,
    family: Family,
    clock: HandClock,
    end: Callable[[OpenStation, int, str], None],
) -> None:
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, {10: 1}))
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    assert kinds(station) == ["critical"]
    end(station, taken.screening, "Hun dro")
    assert kinds(station) == ["critical"]
    assert [card.kind for card in today.follow_up(station).alerts] == ["critical"]


def test_abandoned_sheet_is_incomplete_and_leaves_i_dag(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, {1: 3}))
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    assert len(today.today(station).unfinished) == 1
    handover.abandon_unfinished(station, taken.screening, "Dro før hun ble ferdig")
    assert today.today(station).unfinished == ()
    view = results.result(station, taken.screening)
    assert not view.can_resume
    assert view.scales[0].verdict == "cannot_exclude"


def test_assessment_closes_what_the_score_raised_but_not_a_critical_answer(
    station: OpenStation, family: Family
) -> None:
    screening = screened(station, family.mother, worth(17, tenth=1))
    assert kinds(station) == ["critical", "over_cut_off"]
    assessed = NewAssessment(screening=screening, text="Snakket lenge. Støtte hjemme.", steps=())
    results.assess(station, assessed)
    assert kinds(station) == ["critical"]
    (written,) = results.result(station, screening).assessments
    assert (written.text, written.author) == ("Snakket lenge. Støtte hjemme.", "S. Eik")
    more = NewAssessment(screening=screening, text="Ringte dagen etter.", steps=())
    results.assess(station, more)
    assert [each.text for each in results.result(station, screening).assessments] == [
        "Ringte dagen etter.",
        "Snakket lenge. Støtte hjemme.",
    ]
    with pytest.raises(PersonIncompleteError):
        results.assess(station, NewAssessment(screening=screening, text=" ", steps=()))


def test_words_of_a_result_never_name_an_illness_or_call_anybody_normal(
    station: OpenStation, family: Family
) -> None:
    for total in (3, 17):
        view = results.result(station, screened(station, family.mother, worth(total)))
        for scale in view.scales:
            said = f"{scale.verdict_words} {scale.words}".lower()
            assert not [word for word in WORDS_THAT_ARE_NEVER_USED if word in said]


def test_quick_answers_give_a_quiet_note(station: OpenStation, family: Family) -> None:
    class Hasty(HandClock):
        def monotonic(self) -> float:
            self.seconds += 1
            return self.seconds

    parent = Parent(handover.hand_over(station, choice(family.mother)), Hasty())
    parent.answers(options(station, worth(0)))
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    assert "rask" in results.result(station, taken.screening).quick_note
    calm = screened(station, family.mother, worth(0))
    assert results.result(station, calm).quick_note == ""


def test_change_is_called_real_only_where_the_form_knows_its_error() -> None:
    known = Evidence(test_retest=0.74, standard_deviation=5.0, source="Made up", verified=True)
    needed = reliable_change(known)
    assert needed is not None
    # By hand: 1.96 x 5 x sqrt(2) x sqrt(0.26) = 7.067
    assert needed == pytest.approx(7.067, abs=0.001)
    assert reliable_change(Evidence(test_retest=0.74, source="Made up", verified=True)) is None
    unsure = Evidence(test_retest=0.74, standard_deviation=5.0, source="Made up", verified=False)
    assert reliable_change(unsure) is None
    assert reliable_change(None) is None


def test_trend_has_a_point_for_each_sheet_that_counts(
    login: Callable[[], OpenStation], clock: HandClock, folder: Path
) -> None:
    station = login()
    clock.let_pass(days=-20)
    mother = people.register(station, adult("Mild", "Hassel"))
    screened(station, mother, worth(13))
    clock.let_pass(days=20)
    screened(station, mother, worth(8))
    (trend,) = person_page(station, mother).trends
    assert [point.score for point in trend.points] == [13, 8]
    assert [point.day for point in trend.points] == [TODAY - timedelta(days=20), TODAY]
    assert (trend.form_title, trend.maximum, trend.change) == ("EPDS", 30, "")
