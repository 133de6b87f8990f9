"""Where answers are missing, nothing that is shown says or implies that all is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from clinic_day import Family, HandClock, Parent, choice, options, screened, worth
from msgspec.structs import replace as with_fields

from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets.scale_views import summary
from nurseapp.clinic.sheets.sheet_record import SheetRecord, sheet_record
from nurseapp.clinic.station.access import OpenStation
from nurseapp.journal.entries.screening import AnyOfScored
from nurseapp.report.score_bar import ScoreBar

pytest_plugins = ("clinic_stations",)

SEVERAL = "pbq"
"""A sum without a limit, then four factors with one each; every question belongs to one."""


@pytest.fixture
def partly(station: OpenStation, family: Family, clock: HandClock) -> int:
    """Eight answers of one point each, handed in: 8 to 14 of 30."""
    return handed_in(station, family.mother, clock, dict.fromkeys(range(1, 9), 1))


def handed_in(station: OpenStation, mother: int, clock: HandClock, points: dict[int, int]) -> int:
    parent = Parent(handover.hand_over(station, choice(mother)), clock)
    parent.answers(options(station, points))
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    return taken.screening


def record(station: OpenStation, screening: int) -> SheetRecord:
    return station.journal.read(lambda cursor: sheet_record(cursor, screening))


def bar_on_paper(station: OpenStation, screening: int) -> ScoreBar:
    draft = papers.referral_draft(station, screening)
    paper = station.journal.read(
        lambda cursor: referral_document(station, cursor, draft, "0000-0000")
    )
    assert paper.score_bar is not None
    return paper.score_bar


def test_incomplete_sheet_is_a_span_on_the_paper_and_in_the_trend(
    station: OpenStation, family: Family, partly: int
) -> None:
    bar = bar_on_paper(station, partly)
    assert (bar.lowest, bar.highest, bar.most) == (8, 14, 30)
    (trend,) = person_page(station, family.mother).trends
    (point,) = trend.points
    assert (point.score, point.lowest, point.highest) == (None, 8, 14)
    assert trend.change == ""


def test_incomplete_sheet_says_so_on_the_persons_page_though_it_cannot_reach_the_limit(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    handed_in(station, family.mother, clock, dict.fromkeys(range(1, 10), 0))
    row = person_page(station, family.mother).timeline[0]
    assert (row.text, row.pill, row.pill_kind) == ("EPDS · ikke alle svar", "0–3", "concern")


def test_incomplete_sheet_is_part_of_no_change(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    clock.let_pass(days=-20)
    screened(station, family.mother, worth(13))
    clock.let_pass(days=20)
    handed_in(station, family.mother, clock, dict.fromkeys(range(1, 10), 0))
    (trend,) = person_page(station, family.mother).trends
    assert [point.score for point in trend.points] == [13, None]
    assert trend.change == ""


def test_incomplete_sheet_of_several_scales_is_below_no_limit_as_a_whole(
    station: OpenStation, family: Family
) -> None:
    """One answer lacks: three scales stand, the one it belongs to cannot."""
    answers = no_points(station)
    del answers["1"]
    screening = answered(station, family.mother, answers)
    found = record(station, screening)
    verdicts = {scale.scale: scale.verdict for scale in found.scales}
    assert (verdicts["factor-1"], verdicts["factor-2"]) == ("unscored", "below")
    assert found.scored is not None
    assert found.scored.verdict == "unscored"
    assert "ikke alle svar" in person_page(station, family.mother).timeline[0].text


def test_scale_of_concern_leads_where_the_first_one_is_calm(
    station: OpenStation, family: Family
) -> None:
    answers = no_points(station) | most_points(station, "19", "20", "22", "25")
    screening = answered(station, family.mother, answers)
    verdicts = {scale.title: scale.verdict for scale in record(station, screening).scales}
    assert next(iter(verdicts.values())) == "unscored"
    (of_concern,) = [title for title, verdict in verdicts.items() if verdict == "over"]
    assert bar_on_paper(station, screening).title.endswith(of_concern)
    assert "Betyr: Over grensen: samtale" in papers.ehr_text(station, screening)


def answered(station: OpenStation, mother: int, answers: dict[str, str]) -> int:
    parent = Parent(
        handover.hand_over(station, choice(mother, SEVERAL)), HandClock(station.clock.now())
    )
    parent.answers(answers)
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    return taken.screening


def no_points(station: OpenStation) -> dict[str, str]:
    items = station.library.form(SEVERAL).form.items
    return {item.id: next(each.id for each in item.options if not each.points) for item in items}


def most_points(station: OpenStation, *items: str) -> dict[str, str]:
    form = station.library.form(SEVERAL).form
    most = {item: max(form.item(item).options, key=lambda each: each.points or 0) for item in items}
    return {item: option.id for item, option in most.items()}


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        ("over", "Minst ett område har nådd grensen: finmotorikk."),
        ("cannot_exclude", "Minst ett område: kan ikke utelukke at grensen er nådd."),
    ],
)
def test_several_areas_say_together_what_cannot_be_excluded(
    station: OpenStation, family: Family, partly: int, verdict: str, says: str
) -> None:
    found = record(station, partly)
    assert found.scored is not None
    scale = with_fields(found.scored.scales[0], scale="fine", title="Finmotorikk")
    areas = AnyOfScored(id="any", title="Minst ett område", verdict=verdict, scales=("fine",))
    scored = with_fields(found.scored, scales=(scale,), any_of=(areas,))
    assert summary(replace(found, scored=scored)) == (says,)
