"""How the tour keeps a paper: through the same dialog as a nurse."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _
from nurseapp.tour.driver import TourError

if TYPE_CHECKING:
    from nurseapp.tour.driver import Driver
    from nurseapp.tour.report import Report

_QT_FIELD: Final = "fileNameEdit"
_QT_CHOOSE: Final = "Choose"


def keep_paper(driver: Driver, work: Path, target: Path) -> None:
    """Saves the paper that is shown and moves it to `target`; raises TourError."""
    folder = Path(tempfile.mkdtemp(dir=work))
    driver.click(_("Velg mappe …"))
    driver.type(_QT_FIELD, str(folder))
    driver.click(_QT_CHOOSE)
    driver.wait_for_text(str(folder))
    driver.click(_("Lagre som PDF"))
    driver.wait_for_text(_("Lagret som {file}.").split("{")[0])
    saved = list(folder.glob("*.pdf"))
    if len(saved) != 1:
        raise TourError(f"no paper was saved for {target.name}")
    if not saved[0].read_bytes().startswith(b"%PDF-"):
        raise TourError(f"{target.name} is no PDF")
    shutil.move(saved[0], target)


def keep_note(driver: Driver, report: Report, target: Path) -> None:
    """Writes the note for the record system, as shown, to `target`."""
    driver.click(_("Tekst til EPJ"))
    heading = _("Føres i MORS journal")
    report.see("ehr-text", heading)
    note = next(text for text in driver.look() if text.startswith(heading))
    target.write_text(note, encoding="utf-8")
    driver.click(_("Lukk"))
