"""After a whole day's work no name, number or answer lies anywhere but where it was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from canaries import spelled
from record import names_and_numbers
from tour_walk import Walked, question_words

from nurseapp.training_station import PASSWORD

pytest_plugins = ("journey_stations",)

TYPED = ("Spurt om tanker", "Torget legesenter", "Sliten, men har", "Ber om time hos fastlege")


@pytest.fixture(scope="module")
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
    assert not list((walked.station / "log").iterdir())


def test_station_is_for_its_user_alone(walked: Walked) -> None:
    for path in (walked.station, *walked.station.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path.relative_to(walked.station)
