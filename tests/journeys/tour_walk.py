"""Walks the tour in a world of its own: home, settings and temporary files in one place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from nurseapp.tour.sheet import tour_sheet

REPOSITORY = Path(__file__).resolve().parents[2]
WALK = """\
import sys
from pathlib import Path
from nurseapp.base.text import use_language
from nurseapp.tour.main_job import walk_in
use_language(sys.argv[3])
sys.exit(walk_in(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
"""


@dataclass(frozen=True)
class Walked:
    """What a tour left behind; `world` holds all that its processes could write to."""

    code: int
    pictures: Path
    station: Path
    world: Path
    printed: Path


def walk_the_tour(training_station: Path, place: Path, language: str) -> Walked:
    """Walks on a copy of the station, with home, settings and temporary files inside `place`."""
    world, pictures, printed = place / "world", place / "pictures", place / "printed"
    work = world / "work"
    for folder in (work, pictures):
        folder.mkdir(parents=True)
    shutil.copytree(training_station, work / "station")
    with printed.open("wb") as output:
        done = subprocess.run(
            [sys.executable, "-c", WALK, str(work), str(pictures), language],
            env=_own_world(world),
            cwd=world,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
        )
    return Walked(done.returncode, pictures, work / "station", world, printed)


def _own_world(world: Path) -> dict[str, str]:
    places = {
        "HOME": world / "home",
        "TMPDIR": world / "temporary",
        "XDG_CONFIG_HOME": world / "config",
        "XDG_CACHE_HOME": world / "cache",
        "XDG_DATA_HOME": world / "data",
        "XDG_RUNTIME_DIR": world / "runtime",
    }
    for folder in places.values():
        folder.mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, **{name: str(folder) for name, folder in places.items()},
            "PYTHONPATH": str(REPOSITORY)}  # fmt: skip


def question_words() -> list[str]:
    """Every question and every answer that is long enough to be nobody else's words."""
    (wording,) = (one for one in tour_sheet("nb").loaded.wordings if one.language == "nb")
    options = {words for item in wording.items.values() for words in item.options.values()}
    questions = [item.text for item in wording.items.values()]
    return [*questions, *sorted(words for words in options if len(words) >= 8)]
