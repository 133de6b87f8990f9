"""`open`, `demo` and `tour`: the program with its windows."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp import exit_codes
from nurseapp.base.paths import default_station_folder
from nurseapp.base.system import ON_LINUX
from nurseapp.base.text import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nurseapp.base.text import Language

_FLAGS: Final = ("--windowed", "--steered")


def open_station(words: Sequence[str]) -> int:
    """Opens the window of a station; the folder is the one word that is no flag.

    A folder without a station opens the first start. Exit codes: see nurseapp/exit_codes.py.
    """
    flags = [word for word in words if word in _FLAGS]
    places = [word for word in words if word not in _FLAGS]
    if len(places) > 1 or any(place.startswith("-") for place in places):
        sys.stderr.write(_("Bruk: nurseapp open [MAPPE] [--windowed]") + "\n")
        return exit_codes.USAGE
    folder = Path(places[0]) if places else default_station_folder()
    return show(folder.absolute(), windowed="--windowed" in flags, steered="--steered" in flags)


def show(folder: Path, *, windowed: bool, steered: bool = False) -> int:
    """Runs the launcher; explains itself in a sentence where no window can be shown."""
    from nurseapp.base.errors import SituationError
    from nurseapp.launcher.start import open_windows

    if not steered and not has_display():
        sys.stderr.write(_("Her er det ingen skjerm å vise vinduet på.") + "\n")
        return exit_codes.SYSTEM_LIBRARY_MISSING
    try:
        code = open_windows(folder, windowed=windowed, steered=steered)
    except SituationError as error:
        sys.stderr.write(f"{error}\n")
        return exit_codes.for_error(error)
    return explain_missing_libraries() if code == exit_codes.OUR_BUG else code


def demo(folder: Path | None, pictures: Path | None) -> int:
    """Makes a training station with synthetic people and opens it; without a display, the tour."""
    if not has_display():
        return tour(pictures or Path(tempfile.mkdtemp(prefix="nurseapp-tour-")), "nb")
    from nurseapp.training_station import PASSWORD, USER, make_training_station

    with tempfile.TemporaryDirectory(prefix="nurseapp-demo-") as temporary:
        place = folder or Path(temporary) / "station"
        if not (place / "station.json").exists():
            make_training_station(place, language="nb")
        sys.stdout.write(
            _("Øvingsstasjonen er klar. Logg inn som {user} med passordet {password}").format(
                user=USER, password=PASSWORD
            )
            + "\n"
        )
        sys.stdout.flush()
        return show(place.absolute(), windowed=True)


def tour(pictures: Path, language: Language) -> int:
    """Walks through the main job and leaves its pictures; 0 only if every step was seen to hold."""
    if code := explain_missing_libraries():
        return code
    from nurseapp.tour.main_job import walk

    return walk(pictures.absolute(), language)


def has_display() -> bool:
    """Whether a window can be seen: always on Windows and macOS, on Linux if a display is named."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not ON_LINUX or "QT_QPA_PLATFORM" in os.environ


def explain_missing_libraries() -> int:
    """Says which system packages to install, if any is missing; 0 if none is."""
    from nurseapp.base.system_libraries import explain

    error = explain(on_screen=bool(os.environ.get("DISPLAY")))
    if error is None:
        return exit_codes.DONE
    sys.stderr.write(f"{error}\n")
    return exit_codes.SYSTEM_LIBRARY_MISSING
