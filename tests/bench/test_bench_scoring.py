"""What scoring one EPDS sheet costs, against a hand-written sum measured in the same run."""

import time
from collections.abc import Callable, Mapping
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from nurseapp.base.paths import forms_folder
from nurseapp.forms.library import load_library
from nurseapp.forms.scoring import Respondent, scorer_for

MOST = 10  # times a sum of ten look-ups
ROUNDS = 41
SHEETS_A_ROUND = 2_000

Points = Mapping[str, Mapping[str, int]]
Sheet = Mapping[str, str]


def _by_hand(points: Points, sheet: Sheet) -> int:
    return (
        points["1"][sheet["1"]]
        + points["2"][sheet["2"]]
        + points["3"][sheet["3"]]
        + points["4"][sheet["4"]]
        + points["5"][sheet["5"]]
        + points["6"][sheet["6"]]
        + points["7"][sheet["7"]]
        + points["8"][sheet["8"]]
        + points["9"][sheet["9"]]
        + points["10"][sheet["10"]]
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    for _round in range(SHEETS_A_ROUND):
        work()
    return time.perf_counter() - start


@pytest.mark.slow
def test_scoring_an_epds_sheet_costs_at_most_ten_hand_written_sums(
    benchmark: BenchmarkFixture,
) -> None:
    form = load_library(forms_folder()).form("epds").form
    points = {item.id: {one.id: one.points or 0 for one in item.options} for item in form.items}
    sheet = {str(number): "abcd"[number % 4] for number in range(1, 11)}
    scorer, mother = scorer_for(form), Respondent(role="mother")
    scored = scorer.score(sheet, mother)
    assert scored.scales[0].score == _by_hand(points, sheet)
    assert scored.critical

    ratios = []
    for _round in range(ROUNDS):
        floor = _seconds(lambda: _by_hand(points, sheet))
        ratios.append(_seconds(lambda: scorer.score(sheet, mother)) / floor)
    ratio = median(ratios)
    benchmark.extra_info["times a hand-written sum"] = round(ratio, 2)
    benchmark(scorer.score, sheet, mother)
    assert ratio <= MOST
