"""The main job with a critical answer, walked by real processes, from the lock to the papers.

What it leaves is what was asked for: no name, number or answer lies anywhere else.
"""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from canaries import spelled
from PySide6.QtGui import QImage
from record import names_and_numbers
from tour_walk import Walked, question_words, walk_the_tour

from nurseapp.base.text import Language
from nurseapp.tour.forms import PAPER, PAPER_SCORE
from nurseapp.tour.sheet import ANSWERS, SCORE
from nurseapp.training_station import PASSWORD, make_training_station

pytest_plugins = ("journey_stations",)

PLACES = {
    "lock", "today", "search", "person", "handover", "parent-welcome", "parent-changed-answer",
    "parent-question", "parent-paused", "lock-after-pause", "result-unfinished", "parent-review",
    "parent-thanks", "lock-after-answers", "result", "talk-guide", "alert-closing", "ehr-text",
    "take-home", "referral", "assessment", "follow-up", "parent-page", "result-incomplete",
    "forms", "form", "handover-child", "paper", "paper-summary", "paper-result",
}  # fmt: skip
CHILD_AND_FATHER = ("Blid", "Trygg")
TYPED = ("Spurt om tanker", "Torget legesenter", "Sliten, men har", "Ber om time hos fastlege")


def text_of(file: Path) -> str:
    """The words of a PDF, in reading order."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler-utils")
    done = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True)
    return " ".join(done.stdout.decode().split())


def result_of(walked: Walked) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((walked.pictures / "result.json").read_text())
    return found


def test_tour_holds_from_the_lock_to_the_papers(walked: Walked) -> None:
    assert walked.code == 0, walked.printed.read_text(errors="replace")
    result = result_of(walked)
    assert result["held"] is True
    assert result["score"] == SCORE == 13
    assert result["names_in_the_parent_window"] is True
    assert result["score_in_the_parent_window"] is True
    assert result["below_on_an_incomplete_sheet"] is True
    assert result["ages_and_rule"] is True
    assert result["paper_score_on_the_screen"] is True


def test_tour_leaves_a_picture_of_every_place_in_order(walked: Walked) -> None:
    steps = result_of(walked)["steps"]
    assert {step["step"] for step in steps} >= PLACES
    names = [step["picture"] for step in steps]
    assert names == sorted(path.name for path in walked.pictures.glob("*.png"))
    assert [int(name[:2]) for name in names] == list(range(1, len(names) + 1))
    for step in steps:
        assert step["window"] == ("parent" if step["step"].startswith("parent") else "desk")


def test_tour_pictures_are_of_a_whole_screen_with_something_on_it(walked: Walked) -> None:
    seen = set()
    for file in sorted(walked.pictures.glob("*.png")):
        data = file.read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", data[16:24]) == (1280, 800)
        picture = QImage(str(file))
        colours = {picture.pixel(x, y) for x in range(8, 1280, 16) for y in range(4, 800, 4)}
        assert len(colours) > 3, file.name
        seen.add(data)
    assert len(seen) == len(list(walked.pictures.glob("*.png")))


@pytest.mark.parametrize("name", ["referral.pdf", "takehome.pdf"])
def test_tour_papers_are_whole_pdfs(walked: Walked, name: str) -> None:
    import pikepdf

    with pikepdf.open(walked.pictures / name) as paper:
        assert 1 <= len(paper.pages) <= 2
        assert "Rolig" not in str(paper.docinfo)


def test_take_home_sheet_has_no_score_no_question_and_no_name(walked: Walked) -> None:
    text = text_of(walked.pictures / "takehome.pdf")
    assert "Takk for samtalen i dag" in text
    assert "116 117" in text
    for hidden in ("EPDS", " av 30", "grense", "Grense", "poeng", "selvskading", "Rolig", "Bjørk"):
        assert hidden not in text
    assert not [words for words in question_words() if words in text]


def test_referral_is_about_its_subject_alone(walked: Walked) -> None:
    text = text_of(walked.pictures / "referral.pdf")
    assert "Navn Rolig Bjørk" in text
    assert f"{SCORE} av 30" in text
    assert "10 eller mer (Eberhard-Gran 2001)" in text
    assert not [name for name in CHILD_AND_FATHER if name in text]
    assert not [words for words in question_words() if words in text]


def test_note_for_the_record_system_begins_with_whose_record_it_is(walked: Walked) -> None:
    note = (walked.pictures / "ehr.txt").read_text(encoding="utf-8")
    assert note.startswith("Føres i MORS journal: Rolig Bjørk, f. ")
    assert f"Skår: {SCORE} av 30" in note
    assert "Spørsmål 10 (selvskading): svar 1 av 3" in note
    assert not [name for name in CHILD_AND_FATHER if name in note]


def test_tour_paper_reaches_the_printed_key() -> None:
    """GAD-7, by hand: the first option counts 0, the fourth 3."""
    assert list(PAPER) == ["1", "2", "3", "4", "5", "6", "7"]
    assert sum(number - 1 for number in PAPER.values()) == PAPER_SCORE


def test_tour_answers_reach_the_printed_key() -> None:
    """The printed key of EPDS, by hand: 1, 2 and 4 count upwards, the others downwards."""
    points = {item: "abcd".index(option) for item, option in ANSWERS.items()}
    upwards = {"1", "2", "4"}
    assert sum(p if item in upwards else 3 - p for item, p in points.items()) == SCORE


@pytest.fixture(scope="session")
def traces(walked: Walked, training_station: Path) -> Mapping[str, bytes]:
    """What would give somebody away."""
    assert walked.code == 0, walked.printed.read_text(errors="replace")
    words = [*names_and_numbers(training_station), *question_words(), *TYPED, PASSWORD]
    return spelled(words)


def files_of(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def found_in(file: Path, traces: Mapping[str, bytes]) -> list[str]:
    data = file.read_bytes()
    return [name for name, needle in traces.items() if needle in data]


def test_traces_are_in_no_file_that_the_program_wrote_unasked(
    walked: Walked, traces: Mapping[str, bytes]
) -> None:
    files = list(files_of(walked.world))
    assert walked.station / "journal.db" in files, "the database is searched as it lies"
    hits = {str(file.relative_to(walked.world)): found_in(file, traces) for file in files}
    assert not {file: found for file, found in hits.items() if found}


def test_traces_are_in_nothing_that_the_program_printed(
    walked: Walked, traces: Mapping[str, bytes]
) -> None:
    assert not found_in(walked.printed, traces)
    assert "Traceback" not in walked.printed.read_text(errors="replace")


def test_traces_are_in_no_name_of_a_file(walked: Walked, traces: Mapping[str, bytes]) -> None:
    names = "\n".join(str(path.relative_to(walked.world)) for path in walked.world.rglob("*"))
    assert not [name for name, needle in traces.items() if needle in names.encode()]


def test_traces_are_found_where_they_were_asked_for(
    walked: Walked, traces: Mapping[str, bytes]
) -> None:
    """The search itself is no blinder than a reader."""
    note = found_in(walked.pictures / "ehr.txt", traces)
    assert "Rolig Bjørk in utf-8" in note
    assert any("Spurt om tanker" in found for found in note)


def test_outbox_is_empty_and_the_waits_are_forgotten_after_the_work(walked: Walked) -> None:
    assert not list((walked.station / "outbox").iterdir())
    kept = {path.name for path in (walked.station / "log").iterdir()}
    assert kept <= {"copies.json"}, "of the automatic copy only its moment"


def test_station_is_for_its_user_alone(walked: Walked) -> None:
    for path in (walked.station, *walked.station.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path.relative_to(walked.station)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nn", "en"])
def test_tour_holds_in_every_interface_language(tmp_path: Path, language: Language) -> None:
    make_training_station(tmp_path / "station", language=language)
    walked = walk_the_tour(tmp_path / "station", tmp_path, language)
    assert walked.code == 0, walked.printed.read_text(errors="replace")
    assert result_of(walked)["score"] == SCORE
