"""`open`, `demo` and `tour`: the program with its windows."""

from __future__ import annotations

import os
import sys

from nurseapp import exit_codes

TYPE_CHECKING = False  # typing costs a start several milliseconds
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from nurseapp.base.errors import SituationError
    from nurseapp.base.text import Language
    from nurseapp.launcher.spawn import Spawned

_FLAGS = ("--windowed", "--steered")


def open_station(words: Sequence[str]) -> int:
    """Opens the window of a station; the folder is the one word that is no flag.

    A folder without a station opens the first start. Exit codes: see nurseapp/exit_codes.py.
    """
    flags = [word for word in words if word in _FLAGS]
    places = [word for word in words if word not in _FLAGS]
    if len(places) > 1 or any(place.startswith("-") for place in places):
        from nurseapp.base.text import _

        return _say(_("Bruk: nurseapp open [MAPPE] [--windowed]"), exit_codes.USAGE)
    if places:
        return show(places[0], flags)
    from nurseapp.base.paths import default_station_folder

    return show(str(default_station_folder()), flags)


def show(folder: str, flags: list[str]) -> int:
    """Runs the launcher; explains itself in a sentence where no window can be shown."""
    from nurseapp.launcher.start import open_windows, run_launcher

    if not has_display():
        from nurseapp.base.text import _

        return _say(
            _("Her er det ingen skjerm å vise vinduet på."), exit_codes.SYSTEM_LIBRARY_MISSING
        )
    run = _run_steered if "--steered" in flags else run_launcher
    try:
        code = open_windows(os.path.abspath(folder), flags, run)  # noqa: PTH100
    except _situation() as error:
        from nurseapp.commands.code_for import code_for

        return _say(str(error), code_for(error))
    return explain_missing_libraries() or code if code in _DIED else code


def demo(folder: Path | None, pictures: Path | None) -> int:
    """Makes a training station with synthetic people and opens it; without a display, the tour."""
    if code := explain_missing_libraries():
        return code
    if not has_display():
        return _demo_without_display(pictures)
    import tempfile
    from pathlib import Path

    from nurseapp.base.text import _
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
        return show(str(place), ["--windowed"])


def _demo_without_display(pictures: Path | None) -> int:
    import tempfile
    from pathlib import Path

    from nurseapp.base.text import _

    folder = pictures or Path(tempfile.mkdtemp(prefix="nurseapp-tour-"))
    sys.stdout.write(_("Her er det ingen skjerm. Programmet går gjennom hovedjobben selv.") + "\n")
    sys.stdout.flush()
    return tour(folder, "nb")


def tour(pictures: Path, language: Language) -> int:
    """Walks through the main job and leaves its pictures; 0 only if every step was seen to hold."""
    if code := explain_missing_libraries():
        return code
    from nurseapp.tour.main_job import walk

    return walk(pictures.absolute(), language)


def _run_steered(folder: str, flags: list[str], first: Spawned) -> int:
    """Reads what steering needs while the first window is on its way."""
    from nurseapp.tour.control import run_steered

    return run_steered(folder, flags, first)


def has_display() -> bool:
    """Whether a window can be seen: always on Windows and macOS, on Linux if a display is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def explain_missing_libraries() -> int:
    """Says which system packages to install, if any is missing; 0 if none is."""
    from nurseapp.base.system_libraries import explain

    error = explain(on_screen=bool(os.environ.get("DISPLAY")))
    if error is None:
        return exit_codes.DONE
    sys.stderr.write(f"{error}\n")
    return exit_codes.SYSTEM_LIBRARY_MISSING


# A window that may have died of a missing library: told by itself, or ended by Qt's abort.
_DIED = (exit_codes.SYSTEM_LIBRARY_MISSING, exit_codes.OUR_BUG)


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def _situation() -> type[SituationError]:
    """Read only when something has happened: an except clause is evaluated no sooner."""
    from nurseapp.base.errors import SituationError

    return SituationError
